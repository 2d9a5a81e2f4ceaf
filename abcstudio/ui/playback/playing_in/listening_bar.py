"""The row under a field: the switch that listens to what is played, and what to do meanwhile."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.ui.controls.action_button import ActionButton
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font

_LETTERS = {Qt.Key.Key_A.value + place: letter for place, letter in enumerate("ABCDEFG")}


class ListeningBar(QWidget):
    """Takes letters for notes while it listens.

    Signals:
        letter_pressed: A letter's key went down. Carries the letter.
        letter_released: It came up.
        back_requested: The last note is to go.
        end_requested: Nothing more is to be played.
    """

    letter_pressed = Signal(str)
    letter_released = Signal(str)
    back_requested = Signal()
    end_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_listening = False
        self.hint = Label()
        self.hint.setWordWrap(True)
        self.hint.setFont(small_font())
        self.hint.setProperty("muted", True)
        self.hint.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(self._buttons)
        column.addWidget(self.hint)

    def set_actions(self, play: QAction, *others: QAction) -> None:
        """Offer commands as buttons, that which listens with its words."""
        buttons = [ActionButton(action) for action in (play, *others)]
        buttons[0].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def set_listening(self, is_listening: bool) -> None:
        """Take letters for notes, or no longer."""
        self._is_listening = is_listening
        policy = Qt.FocusPolicy.StrongFocus if is_listening else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        if is_listening:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_hint(self, hint: str) -> None:
        """Say what can be played; "" for nothing."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    @override
    def event(self, event: QEvent) -> bool:
        """Take the keys that play before a command takes them."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and self._is_listening
        if is_key and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._is_listening and self._is_ours(event)):
            super().keyPressEvent(event)
            return
        letter = _LETTERS.get(event.key())
        if event.key() == Qt.Key.Key_Backspace:
            self.back_requested.emit()
        elif letter is None:
            self.end_requested.emit()
        elif not event.isAutoRepeat():
            self.letter_pressed.emit(letter)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        letter = _LETTERS.get(event.key())
        if letter is None or event.isAutoRepeat():
            super().keyReleaseEvent(event)
        else:
            self.letter_released.emit(letter)

    def _is_ours(self, event: QKeyEvent) -> bool:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ends = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)
        return is_plain and (event.key() in _LETTERS or event.key() in ends)
