"""Sources that were taken off the list come back to their places."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import let_work_end

TUNE = "X:1\nT:One\nM:4/4\nL:1/8\nK:G\nGABc dedB|\n"
READ_MS = 20_000


def _with_sources(window: MainWindow, folder: Path, qtbot: QtBot) -> tuple[Path, ...]:
    """Add three files, go to the last row and return them."""
    paths = tuple(folder / f"{name}.abc" for name in ("jigs", "reels & more", "waltzes"))
    window.show_page("datasets")
    for path in paths:
        path.write_text(TUNE, encoding="utf-8")
        window.datasets.add_source(path)
    qtbot.waitUntil(lambda: len(window.datasets.browser.table.tunes) == 1, timeout=READ_MS)
    # Each file has as many tunes: the table may be that of the first one.
    let_work_end(qtbot, window.studio)
    window.datasets.parts.source_list.list.setFocus()
    return paths


def _names(window: MainWindow) -> list[str]:
    rows = window.datasets.parts.source_list.list
    names = [rows.item(row).text().partition("\n")[0] for row in range(1, rows.count())]
    return [name for name in names if name != "All sources"]


def _undo(window: MainWindow) -> QAction:
    return window.registry.action("datasets.undo")


def test_undo_brings_removed_sources_back_to_their_places_one_after_the_other(
    main_window: MainWindow, studio: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = main_window.datasets.parts.source_list.list
    assert not _undo(main_window).isEnabled()
    assert "no source was taken off the list" in _undo(main_window).toolTip()
    _with_sources(main_window, tmp_path, qtbot)
    for row in (2, 1):
        rows.setCurrentRow(row)
        qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert _names(main_window) == ["waltzes.abc"]
    assert _undo(main_window).text() == "&Bring back “jigs.abc”"
    text = main_window.datasets.parts.preview.text
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _names(main_window) == ["jigs.abc", "waltzes.abc"]
    assert rows.currentRow() == 1
    assert main_window.focusWidget() is rows
    assert _undo(main_window).text() == "&Bring back “reels && more.abc”"
    main_window.rooms[Helpers].menus.menus["edit"].aboutToShow.emit()
    _undo(main_window).trigger()
    assert _names(main_window) == ["jigs.abc", "reels & more.abc", "waltzes.abc"]
    assert studio.settings.sources == tuple(str(tmp_path / name) for name in _names(main_window))
    assert not _undo(main_window).isEnabled()
    let_work_end(qtbot, studio)
    assert len(main_window.datasets.browser.table.tunes) == 1


def test_the_offer_of_undo_goes_once_the_source_is_back(
    main_window: MainWindow, studio: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    rows, notices = main_window.datasets.parts.source_list.list, main_window.notices
    _jigs, reels, _waltzes = _with_sources(main_window, tmp_path, qtbot)
    rows.setCurrentRow(2)
    qtbot.mouseClick(main_window.datasets.parts.source_list.remove, Qt.MouseButton.LeftButton)
    assert notices.text.text().startswith("reels & more.abc is off the list")
    qtbot.mouseClick(notices.action_button, Qt.MouseButton.LeftButton)
    assert rows.currentRow() == 2
    assert not _undo(main_window).isEnabled()
    for come_back in (lambda: _undo(main_window).trigger(),
                      lambda: main_window.datasets.add_source(reels)):  # fmt: skip
        rows.setCurrentRow(rows.count() - 1)
        rows.setCurrentRow(next(r for r in range(rows.count()) if "reels" in rows.item(r).text()))
        qtbot.keyClick(rows, Qt.Key.Key_Delete)
        assert notices.isVisible()
        come_back()
        qtbot.waitUntil(lambda: not notices.isVisible())
        assert not _undo(main_window).isEnabled()
    let_work_end(qtbot, studio)
    assert len(main_window.datasets.browser.table.tunes) == 1
