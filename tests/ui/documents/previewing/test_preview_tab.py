"""Looking at known tunes: one tab for all of them, until something is changed in it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.documents.document import keep_open
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events

pytestmark = pytest.mark.one_window

TUNE = "X:1\nT:{0}\nM:4/4\nL:1/8\nK:G\nG8|\n"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(main_window: MainWindow, tmp_path: Path) -> ComposerPage:
    """A file is open, so that there are tabs."""
    path = tmp_path / "mine.abc"
    path.write_text(TUNE.format("Mine"), encoding="utf-8")
    main_window.open_path(path)
    return main_window.composer


def look_at(page: ComposerPage, studio: Studio, *titles: str) -> None:
    for title in titles:
        studio.show_known_tune(TUNE.format(title).rstrip("\n"), title)
        page.watch.settle()


def names(page: ComposerPage) -> list[str]:
    return [page.tabs.tabText(index) for index in range(page.tabs.count())]


def move_mouse(widget: QWidget, place: QPoint) -> None:
    """Move it with the button down; by the pointer, any window on top would hear of it."""
    here, there = QPointF(place), QPointF(widget.mapToGlobal(place))
    kind, modifiers = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(kind, here, there, LEFT, LEFT, modifiers))


def test_return_on_one_tune_after_the_other_opens_one_tab(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    table, page = main_window.datasets.table, main_window.composer
    main_window.show_page("datasets")
    qtbot.waitUntil(lambda: len(table.tunes) > 8)
    for row in range(8):
        main_window.show_page("datasets")
        table.selectRow(row)
        qtbot.keyClick(table, Qt.Key.Key_Return)
        assert page.editor.text() == table.tunes[row].text + "\n"
    # The welcome or the empty text went away for it.
    assert len(page.documents) == 1


def test_a_known_tune_takes_the_place_of_the_one_before(page: ComposerPage, studio: Studio) -> None:
    look_at(page, studio, "One")
    page.open_text(TUNE.format("Own"), "own")
    page.watch.settle()
    assert names(page) == ["mine", "One", "Own"]
    look_at(page, studio, "Two", "Three")
    assert names(page) == ["mine", "Three", "Own"]
    assert page.editor.text() == TUNE.format("Three")
    assert page.tabs.currentIndex() == 1
    assert page.documents.current in page.documents
    assert len(page.documents) == 3


def test_a_changed_tune_keeps_its_tab_also_when_the_change_is_undone(
    qtbot: QtBot, page: ComposerPage, studio: Studio
) -> None:
    look_at(page, studio, "One")
    page.editor.setFocus()
    qtbot.keyClicks(page.editor, "%")
    page.editor.undo()
    look_at(page, studio, "Two", "Three")
    assert names(page) == ["mine", "One", "Three"]


def test_a_star_or_a_file_keeps_the_tab(page: ComposerPage, studio: Studio, tmp_path: Path) -> None:
    look_at(page, studio, "One")
    page.documents.current.set_kept(True)
    look_at(page, studio, "Two")
    assert page.files.save_to(page.documents.current, tmp_path / "two.abc")
    look_at(page, studio, "Three", "Four")
    assert names(page) == ["mine", "One", "two", "Four"]
    page.documents.make_current(page.tabs.documents()[1])
    page.documents.current.set_kept(False)


def test_a_double_click_on_the_tab_or_its_menu_keeps_it(
    qtbot: QtBot, page: ComposerPage, studio: Studio
) -> None:
    look_at(page, studio, "One")
    qtbot.mouseDClick(page.tabs, LEFT, pos=page.tabs.tabRect(1).center())
    look_at(page, studio, "Two")
    menu = page.tabs.menu_of(page.documents.current)
    next(each for each in menu.actions() if each.text() == "&Keep open").trigger()
    menu.close()
    look_at(page, studio, "Three", "Four")
    assert names(page) == ["mine", "One", "Two", "Four"]
    kept = page.tabs.menu_of(page.tabs.documents()[1])
    assert "&Keep open" not in [each.text() for each in kept.actions()]
    kept.close()


def test_a_tab_that_is_moved_is_kept(qtbot: QtBot, page: ComposerPage, studio: Studio) -> None:
    look_at(page, studio, "One")
    start = page.tabs.tabRect(1).center()
    qtbot.mousePress(page.tabs, LEFT, pos=start)
    for way in range(0, 200, 20):
        move_mouse(page.tabs, start - QPoint(way, 0))
    qtbot.mouseRelease(page.tabs, LEFT, pos=start - QPoint(200, 0))
    qtbot.waitUntil(lambda: names(page) == ["One", "mine"])
    look_at(page, studio, "Two", "Three")
    assert names(page) == ["One", "mine", "Three"]


def test_a_click_on_the_tab_does_not_keep_it(
    qtbot: QtBot, page: ComposerPage, studio: Studio
) -> None:
    look_at(page, studio, "One")
    for index in (0, 1):
        qtbot.mouseClick(page.tabs, LEFT, pos=page.tabs.tabRect(index).center())
    look_at(page, studio, "Two")
    assert names(page) == ["mine", "Two"]


def test_the_same_tune_again_goes_to_its_tab(page: ComposerPage, studio: Studio) -> None:
    look_at(page, studio, "One")
    keep_open(page.documents.current)
    look_at(page, studio, "Two", "One")
    assert page.tabs.currentIndex() == 1
    assert names(page) == ["mine", "One", "Two"]
    # What was changed is another tune: the known one opens beside it.
    page.editor.insertPlainText("%")
    look_at(page, studio, "One")
    assert names(page) == ["mine", "One", "One (2)"]


def test_the_tab_says_that_it_is_a_preview_and_paints_its_name_in_italics(
    page: ComposerPage, studio: Studio
) -> None:
    look_at(page, studio, "William")
    assert page.tabs.accessibleTabName(1) == "William, preview"
    assert "next known tune" in page.tabs.tabToolTip(1)
    place = page.tabs.tabRect(1)
    slanted = page.tabs.grab(place).toImage()
    keep_open(page.documents.current)
    deliver_events()
    upright = page.tabs.grab(place).toImage()
    assert page.tabs.accessibleTabName(1) == "William"
    assert "next known tune" not in page.tabs.tabToolTip(1)
    assert slanted != upright


def test_composing_playing_and_closing_go_on_as_with_any_text(
    main_window: MainWindow, page: ComposerPage, studio: Studio
) -> None:
    look_at(page, studio, "One")
    assert page.playback.tune.title == "One"
    assert page.may_close()
    page.tabs.close_requested.emit(page.documents.current)
    assert names(page) == ["mine"]
    look_at(page, studio, "Two")
    assert names(page) == ["mine", "Two"]
    assert QApplication.activeModalWidget() is None
