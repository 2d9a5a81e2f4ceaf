"""Names of files with bytes that are no UTF-8: shown readably everywhere, and kept as they are."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from abcstudio.paths import settings_file
from abcstudio.settings import load_settings
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.named_files import openable_files
from abcstudio.ui.window.running.named_paths import path_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")

TUNE = "X:1\nT:a\nM:4/4\nK:C\nC4|\n"


def odd(folder: Path, name: bytes) -> Path:
    path = folder / os.fsdecode(name)
    path.write_text(TUNE, encoding="utf-8")
    return path


def test_an_odd_name_is_shown_with_a_sign_and_leads_to_its_file(
    main_window: MainWindow, studio: Studio, tmp_path: Path, qtbot: QtBot
) -> None:
    notices: list[Notice] = []
    studio.notice_requested.connect(notices.append)
    one, two = odd(tmp_path, b"caf\xe9.abc"), odd(tmp_path, b"b\xff.abc")
    main_window.open_path(one)
    main_window.open_path(two)
    tabs = main_window.composer.rooms[TextsRoom].tabs
    assert [tabs.tabText(place) for place in range(2)] == ["caf\ufffd", "b\ufffd"]
    assert tabs.tabToolTip(0) == f"{tmp_path}/caf\ufffd.abc"
    assert tabs.accessibleTabName(1) == "b\ufffd.abc"
    assert "caf" not in main_window.windowTitle()
    assert "b\ufffd.abc" in main_window.windowTitle()
    main_window.composer.desk.editor.insertPlainText("%")
    assert main_window.composer.parts.files.save()
    assert two.read_text(encoding="utf-8") == "%" + TUNE
    row = main_window.notices
    qtbot.waitUntil(lambda: row.text.text() == "b\ufffd.abc is saved.", timeout=10_000)
    for document in tuple(main_window.composer.desk.documents):
        main_window.composer.parts.files.close(document)
    main_window.rooms[Helpers].menus.recent.aboutToShow.emit()
    recent = {action.text(): action for action in main_window.rooms[Helpers].menus.recent.actions()}
    recent["&2  caf\ufffd.abc"].trigger()
    assert main_window.composer.desk.documents.current.path == one


def test_an_odd_source_is_not_missing(
    main_window: MainWindow, studio: Studio, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / os.fsdecode(b"t\xfcnes")
    folder.mkdir()
    odd(folder, b"a\xfe.abc")
    page = main_window.datasets
    page.add_source(folder)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 1, timeout=20_000)
    item = page.parts.source_list.list.currentItem()
    assert item.text() == "t\ufffdnes\n1 tune"
    assert item.toolTip() == str(tmp_path / "t\ufffdnes")
    qtbot.waitUntil(lambda: not studio.is_working, timeout=20_000)
    assert load_settings(settings_file()).sources == (str(folder),)
    page.parts.source_list.remove.click()
    assert page.parts.source_list.list.count() == 1


def test_a_dropped_file_may_have_an_odd_name(tmp_path: Path) -> None:
    path = odd(tmp_path, b"caf\xe9 %41.abc")
    address = "file://" + str(tmp_path) + "/caf%E9%20%2541.abc"
    dropped = QMimeData()
    dropped.setUrls([QUrl(address)])
    assert openable_files(dropped) == [path]
    assert path_of(address) == path
