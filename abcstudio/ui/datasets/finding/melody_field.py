"""The field for notes to look for."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from abcstudio.ui.look.theme import editor_font
from abcstudio.ui.words.key_words import key_words

_FIELD = re.compile(r"[A-Za-z]:")
_LINES = 3


class MelodyField(QPlainTextEdit):
    """Takes ABC; Return behind notes, or Down below them, goes on to what was found.

    Signals:
        leave_requested: The person wants to see what was found.
    """

    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(editor_font())
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("Notes as ABC, such as GABd e2dB"))
        self.setAccessibleName(self.tr("Melody to look for"))
        self.setToolTip(
            self.tr(
                "A title; notes as ABC, in any key, with lengths or without; note names (F# A Bb), "
                "numbers of a scale, MIDI numbers or a contour ({3}). {0} or {1} goes to what was "
                "found, {2} begins a line, such as K:D."
            ).format(key_words("Return"), key_words("Down"), key_words("Shift+Return"), "*UDR")
        )
        margin = self.document().documentMargin()
        height = _LINES * self.fontMetrics().lineSpacing() + 2 * (margin + self.frameWidth())
        self.setFixedHeight(round(height))

    def write(self, text: str) -> None:
        """Put another melody in the place of this one, as one step to undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            line = self.textCursor().block().text()
            if line.strip() and not _FIELD.match(line):
                self.leave_requested.emit()
                return
        if event.key() == Qt.Key.Key_Down and self._is_on_last_line(event):
            self.leave_requested.emit()
            return
        super().keyPressEvent(event)

    def _is_on_last_line(self, event: QKeyEvent) -> bool:
        """Whether a key without modifiers would move the caret below the last line."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return is_plain and not self.textCursor().movePosition(QTextCursor.MoveOperation.Down)
