"""Going from pane to pane of the composer by keys."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window


def press(qtbot: QtBot, window: MainWindow, action_id: str) -> None:
    combination = window.registry.action(action_id).shortcut()[0]  # type: ignore[index]
    qtbot.keyClick(window, combination.key(), combination.keyboardModifiers())


def pane_of_focus(window: MainWindow) -> str:
    composer = window.composer
    focus = QApplication.focusWidget()
    assert focus is not None
    for name, widget in (
        ("form", composer.rooms[ComposingRoom].form),
        ("score", composer.parts.score),
        ("editor", composer.desk.editor),
        ("side", composer.parts.side),
        ("transport", window.transport),
    ):
        if widget is focus or widget.isAncestorOf(focus):
            return name
    return ""


def test_the_keys_go_round_in_both_directions(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.composer.desk.editor.setFocus()
    seen = []
    for _ in range(5):
        press(qtbot, main_window, "view.next_pane")
        seen.append(pane_of_focus(main_window))
    assert seen == ["side", "transport", "form", "score", "editor"]
    press(qtbot, main_window, "view.previous_pane")
    assert pane_of_focus(main_window) == "score"


def test_folded_panes_are_passed_over(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.composer.desk.editor.setFocus()
    main_window.registry.action("view.right_panel").trigger()
    press(qtbot, main_window, "view.next_pane")
    assert pane_of_focus(main_window) == "transport"


def test_each_panel_of_the_side_gives_its_list_the_focus(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    composer = main_window.composer
    for name in ("takes", "tunes", "problems"):
        composer.parts.side.show_panel(name)
        composer.desk.editor.setFocus()
        press(qtbot, main_window, "view.next_pane")
        assert pane_of_focus(main_window) == "side", name
