"""Keys that several pages use, while the menu bar has the focus and no page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

CTRL = Qt.KeyboardModifier.ControlModifier


def press_in_menu_bar(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    """Press keys where Alt by itself leads."""
    bar = window.menuBar()
    bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
    assert QApplication.focusWidget() is bar
    qtbot.keyClick(bar, key, CTRL)


def test_find_is_that_of_the_page_in_front(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("composer")
    press_in_menu_bar(main_window, qtbot, Qt.Key.Key_F)
    assert main_window.composer.rooms[TextsRoom].find_bar.line.hasFocus()
    main_window.show_page("datasets")
    press_in_menu_bar(main_window, qtbot, Qt.Key.Key_F)
    # Where tunes are still being read, it waits for them.
    qtbot.waitUntil(main_window.datasets.browser.filter_bar.search.hasFocus)


def test_keys_that_the_lessons_have_to_themselves_are_elsewhere_those_of_others(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    registry = main_window.registry
    run, compose = registry.action("learn.check"), registry.action("tune.compose")
    assert run.shortcut() == compose.shortcut()
    chosen: list[str] = []
    registry.chosen.connect(lambda command: chosen.append(command.action_id))
    main_window.show_page("composer")
    press_in_menu_bar(main_window, qtbot, Qt.Key.Key_Return)
    assert chosen == ["tune.compose"]
    main_window.composer.rooms[ComposingRoom].session.stop()
    qtbot.waitUntil(
        lambda: not main_window.composer.rooms[ComposingRoom].session.is_composing, timeout=60_000
    )


def test_keys_do_nothing_for_another_page(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("composer")
    composer = main_window.composer
    composer.desk.editor.insertPlainText("%")
    text = composer.desk.editor.text()
    assert main_window.registry.action("edit.undo").isEnabled()
    main_window.show_page("datasets")
    press_in_menu_bar(main_window, qtbot, Qt.Key.Key_Z)
    assert composer.desk.editor.text() == text
    main_window.show_page("composer")
    press_in_menu_bar(main_window, qtbot, Qt.Key.Key_Z)
    assert composer.desk.editor.text() != text
