"""Return and Enter press what has the focus, on every page; text fields and dialogs keep theirs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QPushButton,
    QTabBar,
    QToolButton,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS
from tests.ui.events import deliver_events

pytestmark = pytest.mark.one_window

FEWEST = 50
RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def shown_buttons(window: MainWindow) -> Iterator[QAbstractButton]:
    """Show every page with each of its tabs, and yield the buttons that can have the focus."""
    for page in PAGE_IDS:
        window.show_page(page)
        deliver_events()
        bars = window.pages.widget_of(page).findChildren(QTabBar)
        for bar in [None, *bars]:
            for place in range(1 if bar is None else bar.count() if bar.isVisible() else 0):
                if bar is not None:
                    bar.setCurrentIndex(place)
                    deliver_events()
                yield from (b for b in window.findChildren(QAbstractButton) if can_have_focus(b))


def can_have_focus(button: QAbstractButton) -> bool:
    by_keys = bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_keys and button.isVisible() and button.isEnabled()


def takes(button: QAbstractButton, key: Qt.Key) -> bool:
    """Press a key over a button with the focus, without what the button does."""
    button.setFocus(Qt.FocusReason.TabFocusReason)
    is_checked = button.isChecked()
    action = button.defaultAction() if isinstance(button, QToolButton) else None
    button.blockSignals(True)
    if action is not None:
        action.blockSignals(True)
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(button, event)
    button.setChecked(is_checked)
    button.blockSignals(False)
    if action is not None:
        action.setChecked(is_checked)
        action.blockSignals(False)
    return event.isAccepted()


@pytest.mark.own_window
def test_every_button_of_every_page_takes_them(main_window: MainWindow) -> None:
    pressed, passed = list[QAbstractButton](), list[str]()
    for button in shown_buttons(main_window):
        if button in pressed:
            continue
        pressed.append(button)
        if not all(takes(button, key) for key in RETURNS):
            passed.append(f"{type(button).__name__} {button.text() or button.accessibleName()}")
    assert not passed
    assert len(pressed) > FEWEST


@pytest.mark.parametrize("key", RETURNS)
def test_return_on_compose_composes(main_window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    main_window.show_page("composer")
    chosen: list[str] = []
    main_window.registry.chosen.connect(lambda command: chosen.append(command.action_id))
    button = next(
        each
        for each in main_window.composer.findChildren(QAbstractButton)
        if each.text() == "Compose" and each.isVisible()
    )
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, key)
    session = main_window.composer.rooms[ComposingRoom].session
    assert session.is_composing
    session.stop()
    qtbot.waitUntil(lambda: not session.is_composing, timeout=60_000)
    assert chosen in ([], ["tune.compose"])


def test_return_in_the_text_is_a_new_line(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.show_page("composer")
    editor = main_window.composer.desk.editor
    editor.setFocus()
    lines = editor.blockCount()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.blockCount() == lines + 1


def test_in_a_dialog_only_a_check_box_leaves_it_to_the_default_button(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    dialog = QDialog(main_window)
    check, tool, button = QCheckBox("One"), QToolButton(), QPushButton("Write")
    button.setDefault(True)
    column = QVBoxLayout(dialog)
    for widget in (check, tool, button):
        column.addWidget(widget)
    done: list[str] = []
    tool.clicked.connect(lambda: done.append("tool"))
    button.clicked.connect(lambda: done.append("default"))
    tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    for widget in (check, tool, button):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert done == ["default", "tool", "default"]
    assert not check.isChecked()
    dialog.deleteLater()
    deliver_events()
