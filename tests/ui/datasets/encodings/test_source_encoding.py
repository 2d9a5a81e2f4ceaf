"""The encoding of a source: chosen in a dialog, kept, taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from abcstudio.ui.datasets.encodings_room import SourceEncoding
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.workers.tunes import TunesRead

TITLE = "Τσάμικος χορός"
BOOK = f"X:1\nT:{TITLE}\nK:G\nGABc|\n"


class Shown:
    """The command over sources that are read, without the page around it."""

    def __init__(self, studio: Studio, window: QMainWindow) -> None:
        self.sources = TuneSources(studio, window)
        self.actions = Actions(window, {})
        self.encoding = SourceEncoding(self.actions, self.sources, studio, window)
        self.titles: list[str] = []
        self.notices: list[Notice] = []
        self.sources.finished.connect(self._on_finished)
        studio.notice_requested.connect(self.notices.append)

    def _on_finished(self, read: TunesRead) -> None:
        self.titles.append(read.tunes[0].title)


@pytest.fixture
def shown(qtbot: QtBot, studio: Studio) -> Iterator[Shown]:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Shown(studio, window)
    yield made
    studio.shut_down()


def _add(shown: Shown, path: Path, data: bytes, qtbot: QtBot) -> None:
    path.write_bytes(data)
    shown.sources.add(path)
    qtbot.waitUntil(lambda: bool(shown.titles), timeout=60_000)


def test_another_encoding_is_chosen_kept_and_taken_back(
    shown: Shown, studio: Studio, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "greek.abc"
    _add(shown, path, BOOK.encode("cp1253"), qtbot)
    guessed = shown.titles[-1]
    assert guessed != TITLE
    shown.actions.action("datasets.encoding").trigger()
    qtbot.waitUntil(lambda: shown.encoding.dialog is not None, timeout=60_000)
    dialog: Any = shown.encoding.dialog
    assert dialog.choice.currentData() == ""
    dialog.choice.setCurrentIndex(dialog.choice.findData("cp1253"))
    assert TITLE in dialog.choice.currentText()
    dialog.agree_button.click()
    qtbot.waitUntil(lambda: shown.titles[-1] == TITLE, timeout=60_000)
    assert studio.settings.source_encodings == {str(path): "cp1253"}
    undo = shown.notices[-1].action
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: shown.titles[-1] == guessed, timeout=60_000)
    assert studio.settings.source_encodings == {}


def test_utf8_leaves_nothing_to_choose(shown: Shown, tmp_path: Path, qtbot: QtBot) -> None:
    _add(shown, tmp_path / "plain.abc", BOOK.encode("utf-8"), qtbot)
    shown.actions.action("datasets.encoding").trigger()
    qtbot.waitUntil(lambda: bool(shown.notices), timeout=60_000)
    assert shown.notices[-1].text == "Every file of plain.abc says how it is kept, or is UTF-8."
    assert shown.encoding.dialog is None
