"""Keys of commands on a keyboard that writes Cyrillic letters: what counts is their place."""

import sys
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid
from typing_extensions import override

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


_ROWS = {2: "1234567890-=", 16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'`", 43: "\\ZXCVBNM,./"}
PLACES = {first + place: key for first, row in _ROWS.items() for place, key in enumerate(row)}
"""The American key at each number that keyboards send; row by row from the left."""
_BEFORE_FIRST = {"xcb": 8, "wayland": 8, "windows": 0}
"""What each system adds to these numbers. Those of macOS are others: the system does it all."""
_BY_LETTER = dict(
    zip(
        "ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮҐЪЫЭЁ",
        "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.\\]S'`",
        strict=True,
    )
)
_CYRILLIC = range(0x0400, 0x0530)
_CYRILLIC_OF_X = range(0x06A1, 0x0700)


def is_cyrillic(event: QKeyEvent) -> bool:
    """Whether a key writes a Cyrillic letter, also where Qt already calls it by its Latin one."""
    return event.key() in _CYRILLIC or event.nativeVirtualKey() in _CYRILLIC_OF_X


def latin_key(event: QKeyEvent) -> str:
    """Return the sign of the American key in the place of a letter or sign, "" for any other key.

    Where the place is not told, that of a Cyrillic letter is known from its usual keyboard.
    """
    key = event.key()
    if not (key in _CYRILLIC or ord(" ") < key <= ord("~")):
        return ""
    first = _BEFORE_FIRST.get(QGuiApplication.platformName())
    place = event.nativeScanCode() - first if first is not None else 0
    return PLACES.get(place, "") or _BY_LETTER.get(chr(key), "")


_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_HELD = _CONTROL | _ALT | _SHIFT | Qt.KeyboardModifier.MetaModifier
_PRESSES = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class LatinKeys(QObject):
    """Hands a key that is held with Ctrl or Alt on as the Latin key of the same place.

    Qt does so where the system has a Latin keyboard beside the Cyrillic one; with that one alone
    no command with a letter could be reached, and in any case the signs around the letters are
    others. What is typed stays what it is.

    Only what has the focus is watched: a filter of the whole program would see every event of it.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._watched: QObject | None = None
        self._is_cyrillic = False
        self._is_handing_on = False
        application.focusObjectChanged.connect(self._watch)
        self._watch(application.focusObject())

    def stop(self) -> None:
        """Leave all keys as they are from now on."""
        self._application.focusObjectChanged.disconnect(self._watch)
        self._watch(None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_handing_on or not isinstance(event, QKeyEvent) or event.type() not in _PRESSES:
            return False
        assert isinstance(watched, QObject)
        focus = QApplication.focusWidget() or QApplication.activeWindow()
        meant = self._meant(event)
        if meant is None or focus is None:
            return False
        if meant.keyboardModifiers() == _ALT and command_of(meant, focus) is None:
            return False  # It may be the letter of a button.
        if event.key() > Qt.Key.Key_AsciiTilde and command_of(event.keyCombination(), focus):
            return False  # Somebody has given a command the Cyrillic key itself.
        if event.type() == QEvent.Type.KeyPress:
            self._press(meant, focus, is_repeated=event.isAutoRepeat())
        # No command takes the key before it comes as a press.
        event.accept()
        return True

    def _watch(self, focus: QObject | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = focus
        if focus is not None:
            focus.installEventFilter(self)

    def _meant(self, event: QKeyEvent) -> QKeyCombination | None:
        """Return the Latin key that is meant; None where the key itself is."""
        held = event.modifiers() & _HELD
        if is_cyrillic(event):
            self._is_cyrillic = True
        elif Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and not held & _CONTROL:
            self._is_cyrillic = False
        is_typed = sys.platform == "win32" and held & _CONTROL and held & _ALT
        if not self._is_cyrillic or not held & (_CONTROL | _ALT) or is_typed:
            return None
        latin = latin_key(event)
        if not latin or ord(latin) == event.key() or QApplication.activePopupWidget() is not None:
            return None
        if held & _SHIFT and not is_cyrillic(event):
            return None  # A sign above a digit; no command has one.
        return QKeyCombination(held, Qt.Key(ord(latin)))

    def _press(self, meant: QKeyCombination, focus: QWidget, *, is_repeated: bool) -> None:
        """Do what the Latin key does: what has the focus is asked first, then the commands."""
        is_wanted = self._hand_on(QEvent.Type.ShortcutOverride, meant, focus, is_repeated)
        command = None if is_wanted else command_of(meant, focus)
        if command is not None:
            command()
        else:
            self._hand_on(QEvent.Type.KeyPress, meant, focus, is_repeated)

    def _hand_on(
        self, kind: QEvent.Type, keys: QKeyCombination, focus: QWidget, is_repeated: bool
    ) -> bool:
        """Send a Latin key to what has the focus; return whether it was taken."""
        event = QKeyEvent(kind, keys.key(), keys.keyboardModifiers(), "", is_repeated)
        event.ignore()
        self._is_handing_on = True
        try:
            QApplication.sendEvent(focus, event)
        finally:
            self._is_handing_on = False
        return event.isAccepted()
