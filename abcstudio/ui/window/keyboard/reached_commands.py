"""What the keys of commands reach, as Qt decides it for keys that it knows."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

_Context = Qt.ShortcutContext
_Kind = TypeVar("_Kind", bound=QObject)


def command_of(keys: QKeyCombination, focus: QWidget) -> Callable[[], object] | None:
    """Return what keys do while a widget has the focus: a command, or a menu by its letter."""
    sequence = QKeySequence(keys)
    for action in _near(QAction, focus):
        if action.isEnabled() and sequence in action.shortcuts():
            homes = [each for each in action.associatedObjects() if isinstance(each, QWidget)]
            if _reaches(action.shortcutContext(), homes, focus):
                return action.trigger
    for shortcut in _near(QShortcut, focus):
        if shortcut.isEnabled() and sequence in list(shortcut.keys()):
            homes = [each for each in [shortcut.parent()] if isinstance(each, QWidget)]
            if _reaches(shortcut.context(), homes, focus):
                return shortcut.activated.emit
    return _opening(keys, focus.window())


def _near(kind: type[_Kind], focus: QWidget) -> Iterator[_Kind]:
    """Yield what belongs to the window of a widget, and then to the windows that it belongs to."""
    window: QWidget | None = focus.window()
    while window is not None:
        yield from window.findChildren(kind)
        above = window.parentWidget()
        window = None if above is None else above.window()


def _reaches(context: Qt.ShortcutContext, homes: list[QWidget], focus: QWidget) -> bool:
    if context == _Context.WidgetShortcut:
        return focus in homes
    if context == _Context.WidgetWithChildrenShortcut:
        return any(home is focus or home.isAncestorOf(focus) for home in homes)
    if context == _Context.WindowShortcut:
        return any(home.isVisible() and home.window() is focus.window() for home in homes)
    modal = QApplication.activeModalWidget()
    return modal is None or any(home.window() is modal for home in homes)


def _opening(keys: QKeyCombination, window: QWidget) -> Callable[[], object] | None:
    """Return what opens the menu of a letter that is held with Alt."""
    if (
        isinstance(window, QMainWindow)
        and keys.keyboardModifiers() == Qt.KeyboardModifier.AltModifier
    ):
        bar = window.menuBar()
        for action in bar.actions():
            if QKeySequence.mnemonic(action.text()) == QKeySequence(keys):
                return lambda: bar.setActiveAction(action)
    return None
