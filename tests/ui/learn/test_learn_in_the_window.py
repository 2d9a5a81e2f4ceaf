"""The page of lessons among the other pages: its keys, its place, what a first start shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.learn.learn_page import LearnPage
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import let_work_end

pytestmark = pytest.mark.one_window

CTRL = Qt.KeyboardModifier.ControlModifier
RUN_MS = 60_000


@pytest.fixture
def page(qtbot: QtBot, main_window: MainWindow) -> LearnPage:
    """The page in front, brought there by its key."""
    QTest.keyClick(main_window, Qt.Key.Key_4, CTRL)
    found = main_window.pages.page(LearnPage)
    qtbot.waitUntil(lambda: found.lessons.lesson is not None, timeout=RUN_MS)
    let_work_end(qtbot, main_window.studio)
    return found


def test_its_key_brings_it_to_the_front_with_the_focus_in_the_cell(
    main_window: MainWindow, page: LearnPage
) -> None:
    assert main_window.page_name == "learn"
    assert main_window.page_bar.tabs["learn"].isChecked()
    assert QApplication.focusWidget() is page.work.cell


def test_the_key_of_composing_checks_the_answer_there_and_composes_elsewhere(
    qtbot: QtBot, main_window: MainWindow, page: LearnPage
) -> None:
    with qtbot.waitSignal(page.session.started, timeout=RUN_MS):
        qtbot.keyClick(page.work.cell, Qt.Key.Key_Return, CTRL)
    assert main_window.page_name == "learn"
    assert not main_window.composer.rooms[ComposingRoom].session.is_composing
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        qtbot.keyClick(page.work.cell, Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    main_window.show_page("datasets")
    with qtbot.waitSignal(
        main_window.composer.rooms[ComposingRoom].session.started, timeout=RUN_MS
    ):
        qtbot.keyClick(main_window.datasets.browser.table, Qt.Key.Key_Return, CTRL)
    assert not page.session.is_running
    with qtbot.waitSignal(main_window.composer.rooms[ComposingRoom].session.ended, timeout=RUN_MS):
        main_window.registry.action("tune.stop_composing").trigger()


def test_the_keys_stay_those_of_a_page_when_others_are_changed(
    main_window: MainWindow, page: LearnPage
) -> None:
    compose = main_window.registry.action("tune.compose")
    main_window.studio.update_settings(shortcuts={"learn.check": "Ctrl+Shift+Alt+F5"})
    assert compose.shortcutContext() == Qt.ShortcutContext.WindowShortcut
    main_window.studio.update_settings(shortcuts={})
    assert compose.shortcutContext() == Qt.ShortcutContext.WidgetShortcut


def test_the_menu_shows_its_commands(main_window: MainWindow, page: LearnPage) -> None:
    menu = main_window.rooms[Helpers].menus.menus["learn"]
    main_window.rooms[Helpers].menus.rebuild()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[0] == "&Check the answer"
    assert "&Hint" in texts


def test_a_first_start_shows_the_composer(main_window: MainWindow) -> None:
    assert main_window.studio.settings.window.page == "composer"


def test_the_key_of_own_code_leads_there_from_any_page(
    qtbot: QtBot, main_window: MainWindow, page: LearnPage
) -> None:
    main_window.show_page("datasets")
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(main_window, Qt.Key.Key_M, keys)
    let_work_end(qtbot, main_window.studio)
    assert main_window.page_name == "learn"
    assert page.own_code.isVisible()
    assert QApplication.focusWidget() is page.own_code.functions
    qtbot.keyClick(page.own_code.functions, Qt.Key.Key_Return)
    assert page.lessons.lesson is not None
    let_work_end(qtbot, main_window.studio)
    assert QApplication.focusWidget() is page.work.cell
    QTest.keyClick(main_window, Qt.Key.Key_M, keys)
    let_work_end(qtbot, main_window.studio)
    assert QApplication.focusWidget() is page.own_code.functions
    qtbot.mouseClick(page.own_code.back, Qt.MouseButton.LeftButton)
    assert page.lessons.lesson is not None


def test_a_page_of_theory_takes_the_focus_from_the_cell(
    qtbot: QtBot, main_window: MainWindow, page: LearnPage
) -> None:
    page.lessons.open_lesson("25-variants")
    let_work_end(qtbot, main_window.studio)
    assert QApplication.focusWidget() is page.work.cell
    qtbot.keyClick(page.work.cell, Qt.Key.Key_PageDown, CTRL)
    let_work_end(qtbot, main_window.studio)
    assert QApplication.focusWidget() is page.theory.question.options
