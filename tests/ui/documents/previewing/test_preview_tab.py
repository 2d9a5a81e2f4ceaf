"""Looking at known tunes: one tab for all of them, until something is changed in it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.texts.room import TextsRoom
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
        page.desk.watch.settle()


def names(page: ComposerPage) -> list[str]:
    return [
        page.rooms[TextsRoom].tabs.tabText(index)
        for index in range(page.rooms[TextsRoom].tabs.count())
    ]


def move_mouse(widget: QWidget, place: QPoint) -> None:
    """Move it with the button down; by the pointer, any window on top would hear of it."""
    here, there = QPointF(place), QPointF(widget.mapToGlobal(place))
    kind, modifiers = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(kind, here, there, LEFT, LEFT, modifiers))


def test_return_on_one_tune_after_the_other_opens_one_tab(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    table, page = main_window.datasets.browser.table, main_window.composer
    main_window.show_page("datasets")
    qtbot.waitUntil(lambda: len(table.tunes) > 8)
    for row in range(8):
        main_window.show_page("datasets")
        table.selectRow(row)
        qtbot.keyClick(table, Qt.Key.Key_Return)
        assert page.desk.editor.text() == table.tunes[row].text + "\n"
    # The welcome or the empty text went away for it.
    assert len(page.desk.documents) == 1


def test_a_known_tune_takes_the_place_of_the_one_before(page: ComposerPage, studio: Studio) -> None:
    look_at(page, studio, "One")
    page.parts.files.open_text(TUNE.format("Own"), "own")
    page.desk.watch.settle()
    assert names(page) == ["mine", "One", "Own"]
    look_at(page, studio, "Two", "Three")
    assert names(page) == ["mine", "Three", "Own"]
    assert page.desk.editor.text() == TUNE.format("Three")
    assert page.rooms[TextsRoom].tabs.currentIndex() == 1
    assert page.desk.documents.current in page.desk.documents
    assert len(page.desk.documents) == 3


def test_a_changed_tune_keeps_its_tab_also_when_the_change_is_undone(
    qtbot: QtBot, page: ComposerPage, studio: Studio
) -> None:
    look_at(page, studio, "One")
    page.desk.editor.setFocus()
    qtbot.keyClicks(page.desk.editor, "%")
    page.desk.editor.undo()
    look_at(page, studio, "Two", "Three")
    assert names(page) == ["mine", "One", "Three"]


def test_a_star_or_a_file_keeps_the_tab(page: ComposerPage, studio: Studio, tmp_path: Path) -> None:
    look_at(page, studio, "One")
    page.desk.documents.current.set_kept(True)
    look_at(page, studio, "Two")
    assert page.parts.files.save_to(page.desk.documents.current, tmp_path / "two.abc")
    look_at(page, studio, "Three", "Four")
    assert names(page) == ["mine", "One", "two", "Four"]
    page.desk.documents.make_current(page.rooms[TextsRoom].tabs.documents()[1])
    page.desk.documents.current.set_kept(False)


def test_a_double_click_on_the_tab_or_its_menu_keeps_it(
    qtbot: QtBot, page: ComposerPage, studio: Studio
) -> None:
    look_at(page, studio, "One")
    qtbot.mouseDClick(
        page.rooms[TextsRoom].tabs, LEFT, pos=page.rooms[TextsRoom].tabs.tabRect(1).center()
    )
    look_at(page, studio, "Two")
    menu = page.rooms[TextsRoom].tabs.menu_of(page.desk.documents.current)
    next(each for each in menu.actions() if each.text() == "&Keep open").trigger()
    menu.close()
    look_at(page, studio, "Three", "Four")
    assert names(page) == ["mine", "One", "Two", "Four"]
    kept = page.rooms[TextsRoom].tabs.menu_of(page.rooms[TextsRoom].tabs.documents()[1])
    assert "&Keep open" not in [each.text() for each in kept.actions()]
    kept.close()


def test_a_tab_that_is_moved_is_kept(qtbot: QtBot, page: ComposerPage, studio: Studio) -> None:
    look_at(page, studio, "One")
    start = page.rooms[TextsRoom].tabs.tabRect(1).center()
    qtbot.mousePress(page.rooms[TextsRoom].tabs, LEFT, pos=start)
    for way in range(0, 200, 20):
        move_mouse(page.rooms[TextsRoom].tabs, start - QPoint(way, 0))
    qtbot.mouseRelease(page.rooms[TextsRoom].tabs, LEFT, pos=start - QPoint(200, 0))
    qtbot.waitUntil(lambda: names(page) == ["One", "mine"])
    look_at(page, studio, "Two", "Three")
    assert names(page) == ["One", "mine", "Three"]


def test_a_click_on_the_tab_does_not_keep_it(
    qtbot: QtBot, page: ComposerPage, studio: Studio
) -> None:
    look_at(page, studio, "One")
    for index in (0, 1):
        qtbot.mouseClick(
            page.rooms[TextsRoom].tabs, LEFT, pos=page.rooms[TextsRoom].tabs.tabRect(index).center()
        )
    look_at(page, studio, "Two")
    assert names(page) == ["mine", "Two"]


def test_the_same_tune_again_goes_to_its_tab(page: ComposerPage, studio: Studio) -> None:
    look_at(page, studio, "One")
    keep_open(page.desk.documents.current)
    look_at(page, studio, "Two", "One")
    assert page.rooms[TextsRoom].tabs.currentIndex() == 1
    assert names(page) == ["mine", "One", "Two"]
    # What was changed is another tune: the known one opens beside it.
    page.desk.editor.insertPlainText("%")
    look_at(page, studio, "One")
    assert names(page) == ["mine", "One", "One (2)"]


def test_the_tab_says_that_it_is_a_preview_and_paints_its_name_in_italics(
    page: ComposerPage, studio: Studio
) -> None:
    look_at(page, studio, "William")
    assert page.rooms[TextsRoom].tabs.accessibleTabName(1) == "William, preview"
    assert "next known tune" in page.rooms[TextsRoom].tabs.tabToolTip(1)
    place = page.rooms[TextsRoom].tabs.tabRect(1)
    slanted = page.rooms[TextsRoom].tabs.grab(place).toImage()
    keep_open(page.desk.documents.current)
    deliver_events()
    upright = page.rooms[TextsRoom].tabs.grab(place).toImage()
    assert page.rooms[TextsRoom].tabs.accessibleTabName(1) == "William"
    assert "next known tune" not in page.rooms[TextsRoom].tabs.tabToolTip(1)
    assert slanted != upright


def test_composing_playing_and_closing_go_on_as_with_any_text(
    main_window: MainWindow, page: ComposerPage, studio: Studio
) -> None:
    look_at(page, studio, "One")
    assert page.parts.playback.tune.title == "One"
    assert page.may_close()
    page.rooms[TextsRoom].tabs.close_requested.emit(page.desk.documents.current)
    assert names(page) == ["mine"]
    look_at(page, studio, "Two")
    assert names(page) == ["mine", "Two"]
    assert QApplication.activeModalWidget() is None
