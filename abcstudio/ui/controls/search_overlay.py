"""A list over the top of the window in which something is found by a few letters."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio

ROWS_SHOWN = 11
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS_SHOWN - 1,
    Qt.Key.Key_PageUp: 1 - ROWS_SHOWN,
}


class SearchOverlay(QFrame):
    """Comes up with the focus in its search line, and gives the focus back when it goes.

    The keyboard does it all: arrows move in the list, Return takes the chosen row, Esc goes away.
    What the list holds is the subclass's part.

    Args of the constructor:
        window: What it lies over.
        name: Its object name.
        width: At most, in pixels.
        studio: Gives the colours.

    Signals:
        closed: It went away, with or without a choice.
    """

    closed = Signal()

    def __init__(self, window: QWidget, name: str, width: int, studio: Studio) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self._window = window
        self._most_width = width
        self._came_from: QWidget | None = None
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.show_fitting)
        self.search.installEventFilter(self)
        self._dress(studio.colors)
        studio.colors_changed.connect(self._dress)
        self.hide()

    def show_fitting(self, typed: str) -> None:
        """Show the rows that fit what was typed."""
        raise NotImplementedError

    def move_by(self, rows: int) -> None:
        """Choose the row so many further down, or up; at the ends the last or first."""
        raise NotImplementedError

    def take_chosen(self) -> None:
        """Do what the chosen row stands for."""
        raise NotImplementedError

    def take_key(self, _key: Qt.Key) -> bool:
        """Take another key; return whether it was one of its own."""
        return False

    def come_up(self, height: int) -> None:
        """Show everything, ready to type."""
        if not self.isVisible():
            self._came_from = self.window().focusWidget()
        self.search.clear()
        self.show_fitting("")
        width = min(self._most_width, self._window.width() - 4 * GRID)
        self.setGeometry((self._window.width() - width) // 2, 6 * GRID, width, height)
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_away(self) -> None:
        """Hide and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        came_from = self._came_from
        # A field that was written in over a table, say, ends when it loses the focus.
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus()
        self.closed.emit()

    def _dress(self, colors: Colors) -> None:
        name = f"#{self.objectName()}"
        self.setStyleSheet(
            f"{name} {{ background: {colors.base}; border: 1px solid {colors.muted};"
            f" border-radius: {GRID // 2}px; }}"
            f"{name} QLineEdit {{ padding: {GRID // 2}px; }}"
            f"{name} QListWidget::item {{ padding: {GRID // 2}px; }}"
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut and self.isVisible() and self.window().isActiveWindow():
            self.go_away()
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        # Claimed before the window's own keys: Escape stops the sound there.
        if kind == QEvent.Type.ShortcutOverride and event.key() in self.own_keys():
            event.accept()
            return True
        if kind == QEvent.Type.KeyPress and self._on_key(Qt.Key(event.key())):
            return True
        return super().eventFilter(watched, event)

    def own_keys(self) -> tuple[Qt.Key, ...]:
        """Return the keys that no command of the window may take."""
        return (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def _on_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.go_away()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_chosen()
        elif key in _MOVES:
            self.move_by(_MOVES[key])
        else:
            return self.take_key(key)
        return True
