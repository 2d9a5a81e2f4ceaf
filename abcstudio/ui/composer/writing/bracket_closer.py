"""Writes the closing bracket or quote with the opening one, for those who want that."""

import re

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from abcstudio.ui.editor.abc_editor import AbcEditor

_PAIRS = {'"': '"', "[": "]", "(": ")", "{": "}"}
_CLOSING = frozenset(_PAIRS.values())
_NO_MUSIC = re.compile(r"[A-Za-z+]:|%")
# A tuplet `(3`, an ending `[1`, a thick bar line `[|`: they are never closed.
_NOT_CLOSED = {"(": "0123456789&", "[": "0123456789|"}
# More open brackets than this do not occur in tunes.
_REMEMBERED = 20


class BracketCloser(QObject):
    """Takes the keys of brackets and quotes in music while it is switched on.

    A closing sign that is typed where one was written by itself steps over it, Backspace between
    the two takes both away, and what is selected goes inside.
    """

    def __init__(self, editor: AbcEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._is_on = False
        # The place before a sign that was written by itself; it moves with the text.
        self._written: list[QTextCursor] = []
        editor.document_shown.connect(self._forget)
        editor.add_key_taker(self)

    def set_on(self, is_on: bool) -> None:
        """Close brackets, or not."""
        self._is_on = is_on

    def wants_key(self, event: QKeyEvent) -> bool:
        """Take brackets, what steps over them, and Backspace between them."""
        others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if not self._is_on or not self._editor.can_edit or event.modifiers() & others:
            return False
        before, after = self._around()
        sign = event.text()
        if self._is_own(after) and not self._editor.textCursor().hasSelection():
            if event.key() == Qt.Key.Key_Backspace:
                return _PAIRS.get(before[-1:]) == after[:1]
            if sign == after[:1] or (sign and sign in _NOT_CLOSED.get(before[-1:], "")):
                return True
        return sign in _PAIRS and self._may_open(sign, before, after)

    def take_key(self, event: QKeyEvent) -> None:
        """Write both signs, step over one, or take both away."""
        cursor = self._editor.textCursor()
        before, after = self._around()
        sign = event.text()
        is_between = self._is_own(after) and not cursor.hasSelection()
        cursor.beginEditBlock()
        if is_between and event.key() == Qt.Key.Key_Backspace:
            cursor.deletePreviousChar()
            cursor.deleteChar()
        elif is_between and sign == after[:1]:
            cursor.movePosition(QTextCursor.MoveOperation.Right)
        elif is_between and sign in _NOT_CLOSED.get(before[-1:], ""):
            cursor.deleteChar()
            cursor.insertText(sign)
        else:
            self._write_both(cursor, sign)
        cursor.endEditBlock()
        self._editor.setTextCursor(cursor)
        self._editor.typed.emit(sign if sign.isprintable() else "")

    def _write_both(self, cursor: QTextCursor, sign: str) -> None:
        words = cursor.selectedText().replace("\u2029", "\n")
        cursor.insertText(sign + words + _PAIRS[sign])
        cursor.movePosition(QTextCursor.MoveOperation.Left)
        if not words:
            self._written = [*self._written[-_REMEMBERED:], QTextCursor(cursor)]

    def _forget(self) -> None:
        self._written = []

    def _may_open(self, sign: str, before: str, after: str) -> bool:
        """Whether a sign opens something in music, and nothing stands right after it."""
        if _NO_MUSIC.match(before) or "%" in before:
            return False
        if sign == '"' and before.count('"') % 2:
            return False
        if self._editor.textCursor().hasSelection():
            return True
        return not after or after[0] in " |:" or after[0] in _CLOSING

    def _is_own(self, after: str) -> bool:
        """Whether the sign after the caret was written by itself."""
        position = self._editor.textCursor().position()
        is_closing = after[:1] in _CLOSING and bool(after)
        return is_closing and any(place.position() == position for place in self._written)

    def _around(self) -> tuple[str, str]:
        """Return what stands before the caret on its line, and after it."""
        cursor = self._editor.textCursor()
        line = cursor.block().text()
        place = cursor.positionInBlock()
        # Qt counts wide characters twice; only what is beside the caret and the line's start count.
        units = line.encode("utf-16-le", "surrogatepass")
        before, after = units[: 2 * place], units[2 * place :]
        return before.decode("utf-16-le", "replace"), after.decode("utf-16-le", "replace")
