"""The cell of a lesson: an editor for Python."""

import re

from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from abcstudio.lessons.progress import MAX_ANSWER_BYTES
from abcstudio.ui.editor.line_numbers import NumberedTextEdit
from abcstudio.ui.learn.python_highlighter import PythonHighlighter
from abcstudio.ui.look.theme import Colors, editor_font
from abcstudio.ui.services.studio import Studio

INDENT = 4

_GAP = "..."
_ENDS_BLOCK = re.compile(r"\s*(?:return|pass|break|continue|raise)\b")
_MOST_CHARACTERS = MAX_ANSWER_BYTES // 4
_SIGN = 4


class PythonEditor(NumberedTextEdit):
    """An editor that keeps the indentation of Python, and marks the line that is meant.

    In the indentation of a line, or over several lines, Tab and Shift+Tab change the indentation;
    elsewhere they lead to the next control.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio.colors, parent)
        self._colors = studio.colors
        self._marked: QTextCursor | None = None
        self._marked_at = 0
        self.setFont(editor_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabStopDistance(INDENT * self.fontMetrics().horizontalAdvance(" "))
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Code of the lesson"))
        self._highlighters: dict[str, PythonHighlighter] = {}
        self.cursorPositionChanged.connect(self._show_lines)
        self.textChanged.connect(self._forget_mark)
        studio.colors_changed.connect(self.set_colors)
        self._show_lines()

    @property
    def marked_line(self) -> int | None:
        """The line that is marked, from one; None for none."""
        return None if self._marked is None else self._marked.blockNumber() + 1

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self.set_number_colors(colors)
        for highlighter in self._highlighters.values():
            highlighter.set_colors(colors)
        self._show_lines()

    def show_code(self, name: str, code: str) -> None:
        """Show the code of a lesson; of one that was shown before, what can be undone comes back.

        Args:
            name: The lesson.
            code: Its code, where it was not shown before.
        """
        self.mark_line(None)
        is_new = name not in self._highlighters
        if is_new:
            self._highlighters[name] = self._new_document(code)
        document = self._highlighters[name].document()
        assert document is not None
        self.set_numbered(document)
        if is_new:
            self.go_to_gap()
        self._show_lines()

    def replace_code(self, code: str) -> None:
        """Put other code in the place of all, as one step to undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(code)
        cursor.endEditBlock()
        self.go_to_gap()

    def go_to_gap(self) -> None:
        """Select the first gap, so that typing fills it; without one the caret goes to the top."""
        cursor = self.document().find(_GAP)
        if cursor.isNull():
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def mark_line(self, line: int | None) -> None:
        """Mark a line, counted from one, until the code changes; None marks none."""
        self._marked = None
        block = self.document().findBlockByNumber((line or 0) - 1)
        if line is not None and block.isValid():
            self._marked = QTextCursor(block)
            self._marked_at = self.document().revision()
            if all(block != seen for seen, _ in self.visible_lines()):
                self.verticalScrollBar().setValue(max(0, line - 3))
        self._show_lines()

    @override
    def paint_sign(self, painter: QPainter, block: QTextBlock, place: QRect) -> None:
        if block.blockNumber() + 1 == self.marked_line:
            painter.fillRect(0, place.top(), _SIGN, place.height(), QColor(self._colors.error))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the indentation: after Return, with Tab, with Backspace."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if is_plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._break_line()
        elif is_plain and key == Qt.Key.Key_Tab and self._is_indenting():
            self._indent(INDENT)
        elif key == Qt.Key.Key_Backtab and self._is_indenting() and self._has_indentation():
            self._indent(-INDENT)
        elif is_plain and key == Qt.Key.Key_Backspace and self._is_after_blanks():
            self._delete_blanks()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Leave the editor with Tab, where that does not indent."""
        if self._is_indenting() and (next or self._has_indentation()):
            return False
        return super().focusNextPrevChild(next)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, but no files: the window opens these."""
        return super().canInsertFromMimeData(source) and not source.hasUrls()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take text without marks of its looks, tabs as blanks; too much of it is not taken."""
        words = source.text().replace("\r\n", "\n").replace("\t", " " * INDENT)
        if words and self.document().characterCount() + len(words) <= _MOST_CHARACTERS:
            self.textCursor().insertText(words)
            self.ensureCursorVisible()

    def _new_document(self, code: str) -> PythonHighlighter:
        document = QTextDocument(self)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setDefaultFont(self.font())
        document.setPlainText(code)
        return PythonHighlighter(document, self._colors)

    def _break_line(self) -> None:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        blanks = len(before) - len(before.lstrip(" "))
        if before.rstrip().endswith(":"):
            blanks += INDENT
        elif _ENDS_BLOCK.match(before):
            blanks = max(0, blanks - INDENT)
        cursor.insertText("\n" + " " * blanks)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _is_indenting(self) -> bool:
        """Return whether Tab indents: the caret is in the indentation, or lines are selected."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return len(self._selected_lines()) > 1
        return not cursor.block().text()[: cursor.positionInBlock()].strip()

    def _has_indentation(self) -> bool:
        return any(block.text().startswith(" ") for block in self._selected_lines())

    def _selected_lines(self) -> list[QTextBlock]:
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        blocks = [block]
        while block != last and block.isValid():
            block = block.next()
            blocks.append(block)
        return blocks

    def _indent(self, by: int) -> None:
        """Move lines to the right or left, to the next stop."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in self._selected_lines():
            text = block.text()
            if not text.strip() and cursor.hasSelection():
                continue
            blanks = len(text) - len(text.lstrip(" "))
            stop = max(0, (blanks + by) // INDENT * INDENT if by > 0 else _stop_before(blanks))
            place = QTextCursor(block)
            place.movePosition(
                QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, blanks
            )
            place.insertText(" " * stop)
        cursor.endEditBlock()

    def _is_after_blanks(self) -> bool:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        return not cursor.hasSelection() and len(before) > 1 and not before.strip(" ")

    def _delete_blanks(self) -> None:
        cursor = self.textCursor()
        place = cursor.positionInBlock()
        for _ in range(place - _stop_before(place)):
            cursor.deletePreviousChar()

    def _forget_mark(self) -> None:
        # Colours change too, and are no change of the code.
        if self._marked is not None and self.document().revision() != self._marked_at:
            self.mark_line(None)

    def _show_lines(self) -> None:
        """Light the caret's line, and the one that is marked."""
        lit = [self._whole_line(self.textCursor(), self._colors.raised)]
        if self._marked is not None:
            color = QColor(self._colors.error)
            color.setAlpha(40)
            lit.append(self._whole_line(self._marked, color))
        self.setExtraSelections(lit)
        self.numbers.update()

    def _whole_line(self, cursor: QTextCursor, color: str | QColor) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.format.setBackground(QColor(color))
        made.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        made.cursor = QTextCursor(cursor)
        made.cursor.clearSelection()
        return made


def _stop_before(blanks: int) -> int:
    return max(0, (blanks - 1) // INDENT * INDENT)
