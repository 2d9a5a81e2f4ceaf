"""What Space does, wherever the focus is: it plays, except where a control uses it."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from abcstudio.ui.playback.playback_controller import PlaybackController

_OWN = (
    QAbstractButton,
    QAbstractSlider,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
)
"""Controls that write a blank, press or turn a page with Space. The property `uses_space` says of
another one that it does too. In a list and in a box of choices the arrow keys choose, so that they
need no Space."""

_OPENING = {
    (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
}
"""The keys that open a box of choices; elsewhere they are those of commands."""


class SpaceRole(Enum):
    """What Space is for, where something has the focus."""

    CONTROL = auto()
    """The control's own."""

    ROW = auto()
    """It plays the chosen row, or pauses it."""

    PLAY = auto()
    """It plays what the transport shows, or pauses it."""


class SpaceKey(QObject):
    """Takes Space from what has the focus in the window, and plays.

    A box of choices, from which Space is taken, has the other keys that open it to itself. Only
    what has the focus is watched: a filter of the whole program would see every event of it.
    """

    def __init__(self, window: QMainWindow, playback: PlaybackController) -> None:
        super().__init__(window)
        self._window = window
        self._playback = playback
        self._rows: dict[QWidget, Callable[[], object]] = {}
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        window.installEventFilter(self)

    def play_rows(self, view: QWidget, toggle: Callable[[], object]) -> None:
        """Let Space play what is chosen in a list or slider of tunes, or pause it by `toggle`."""
        self._rows[view] = toggle

    def role(self, widget: QWidget) -> SpaceRole:
        """Return what Space does while a widget has the focus."""
        if widget in self._rows:
            return SpaceRole.ROW
        # A box for numbers is none of these: no number holds a blank.
        is_own = isinstance(widget, _OWN) or bool(widget.property("uses_space"))
        return SpaceRole.CONTROL if is_own else SpaceRole.PLAY

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return _leave_to_box(watched, event)
        if event.type() != QEvent.Type.KeyPress:
            return False
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() != Qt.Key.Key_Space or not is_plain or not isinstance(watched, QWidget):
            return False
        focus = self._window.focusWidget() if watched is self._window else watched
        role = self.role(focus or watched)
        if role is SpaceRole.CONTROL:
            return False
        if not event.isAutoRepeat():
            self._play(focus if role is SpaceRole.ROW else None)
        return True

    def _play(self, view: QWidget | None) -> None:
        is_empty = isinstance(view, QAbstractItemView) and not view.currentIndex().isValid()
        if view in self._rows and not is_empty:
            self._rows[view]()
        else:
            self._playback.toggle()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and old is not self._window:
            old.removeEventFilter(self)
        if new is not None and new.window() is self._window:
            new.installEventFilter(self)


def _leave_to_box(watched: QObject, event: QKeyEvent) -> bool:
    """Let a key that opens a box of choices be no command's; return whether it is one."""
    opens = isinstance(watched, QComboBox) and (event.key(), event.modifiers()) in _OPENING
    if opens:
        event.accept()
    return opens
