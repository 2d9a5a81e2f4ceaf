"""The catalogue of collections: fetched when asked, stopped, gone on with, taken as a source."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from abcstudio.paths import catalogue_file
from abcstudio.ui.datasets.catalogue import room as catalogue_room
from abcstudio.ui.datasets.catalogue.catalogue_dialog import CatalogueDialog
from abcstudio.ui.datasets.catalogue.room import CataloguePresenter
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.tunes import TunesRead
from tests.serving import Serving, serving

WAIT_MS = 60_000
TUNES = 200
DATA = ("X:1\nT:Fetched\nM:4/4\nL:1/8\nK:G\nGABc dedB|\n\n" * TUNES).encode()


@pytest.fixture
def server() -> Iterator[Serving]:
    with serving(DATA) as told:
        yield told


class Shown:
    """The catalogue over sources that are read, without the page around it."""

    def __init__(self, studio: Studio, window: QMainWindow) -> None:
        self.sources = TuneSources(studio, window)
        self.read: list[TunesRead] = []
        self.sources.finished.connect(self.read.append)
        actions = Actions(window, {})
        self.catalogue = CataloguePresenter(self.sources, studio, actions, window)
        actions.action("datasets.catalogue").trigger()

    @property
    def tunes(self) -> int:
        return len(self.read[-1].tunes) if self.read else 0


@pytest.fixture
def shown(
    qtbot: QtBot, studio: Studio, server: Serving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shown]:
    """The catalogue, of one collection that is not here."""
    entry = {
        "name": "Tunes of the village",
        "file": "village.abc",
        "about": {"en": "Played on Sundays."},
        "tunes": TUNES,
        "size": len(DATA),
        "sha256": hashlib.sha256(DATA).hexdigest(),
        "licence": "CC0",
        "address": server.address,
        "page": "https://example.org/village",
    }
    path = tmp_path / "collections.json"
    path.write_text(json.dumps({"collections": [entry]}), encoding="utf-8")
    monkeypatch.setattr(catalogue_room, "catalogue_file", lambda: path)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    shown = Shown(studio, window)
    yield shown
    studio.shut_down()


@pytest.fixture
def dialog(qtbot: QtBot, shown: Shown) -> CatalogueDialog:
    dialog = shown.catalogue.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.collection is not None, timeout=WAIT_MS)
    return dialog


def _state(dialog: CatalogueDialog) -> str:
    return dialog.table.item(0, 3).text()


def test_a_collection_is_described_and_fetched_only_when_asked(
    qtbot: QtBot, shown: Shown, dialog: CatalogueDialog, server: Serving
) -> None:
    assert dialog.about.text() == "Played on Sundays."
    assert dialog.licence.text() == "CC0"
    assert dialog.page.text() == "https://example.org/village"
    assert hashlib.sha256(DATA).hexdigest() in dialog.checksum.text()
    assert _state(dialog) == "not here"
    assert dialog.act.text() == "&Download"
    assert server.asked == []
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.tunes == TUNES, timeout=WAIT_MS)
    assert shown.sources.current.name == "village.abc"
    qtbot.waitUntil(lambda: _state(dialog) == "downloaded", timeout=WAIT_MS)
    assert dialog.act.text() == "&Add to the sources"
    assert "stands among the sources" in dialog.status.text()
    assert not dialog.bar.isVisible()


def test_a_download_is_stopped_and_gone_on_with(
    qtbot: QtBot, shown: Shown, dialog: CatalogueDialog, server: Serving
) -> None:
    server.stalls_after = len(DATA) // 2
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.bar.value() >= len(DATA) // 2, timeout=WAIT_MS)
    assert dialog.bar.maximum() == len(DATA)
    assert " of " in dialog.status.text()
    qtbot.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _state(dialog) == "50 % downloaded", timeout=WAIT_MS)
    assert dialog.act.isVisible()
    assert dialog.act.text() == "&Go on downloading"
    assert dialog.status.text() == "Stopped. What has come is kept."
    server.stalls_after = None
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.tunes == TUNES, timeout=WAIT_MS)
    assert server.asked == ["", f"bytes={len(DATA) // 2}-"]


def test_offline_is_said_with_the_way_out(
    qtbot: QtBot, dialog: CatalogueDialog, server: Serving
) -> None:
    server.status = 404
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "no longer at its address" in dialog.status.text(), timeout=WAIT_MS)
    assert "https://example.org/village" in dialog.status.text()
    assert dialog.act.isVisible()
    server.status, server.data = None, DATA[::-1]
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "its checksum" in dialog.status.text(), timeout=WAIT_MS)
    assert _state(dialog) == "not here"


def test_what_is_in_the_box_becomes_a_source_without_a_network(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch, server: Serving
) -> None:
    monkeypatch.setattr(catalogue_room, "catalogue_file", catalogue_file)
    shown.catalogue.open()
    dialog = shown.catalogue.dialog
    assert dialog is not None
    table = dialog.table
    qtbot.waitUntil(lambda: table.rowCount() > 1, timeout=WAIT_MS)
    (row,) = (row for row in range(table.rowCount()) if table.item(row, 3).text() == "in the box")
    table.setCurrentCell(row, 0)
    assert dialog.act.text() == "&Add to the sources"
    assert not dialog.address.isVisible()
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.tunes > 0, timeout=WAIT_MS)
    assert str(shown.tunes) == table.item(row, 1).text()
    assert server.asked == []
