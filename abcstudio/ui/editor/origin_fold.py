"""Folds the lines that say how a tune was composed to the first of them; the text stays as it is.

The lines are hidden in the layout only: what is copied, saved, searched and read aloud has them.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextDocumentLayout

from abcstudio.composing.provenance import DIRECTIVE
from abcstudio.ui.editor.line_numbers import NumberedTextEdit
from abcstudio.ui.look.theme import GRID

_STEPS: dict[int, int] = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
}


class OriginFold(QObject):
    """Folds and unfolds groups of such lines in an editor; the caret never stands in a hidden one.

    Args of the constructor:
        text: Gives the document's text.
    """

    def __init__(self, editor: NumberedTextEdit, text: Callable[[], str]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._text = text
        self._step = 0
        editor.cursorPositionChanged.connect(self._on_cursor_position_changed)

    def fold_all(self) -> None:
        """Fold every group but one that the caret stands in."""
        caret = self._editor.textCursor().block()
        for group in self._groups():
            if caret not in group[1:]:
                self._set_folded(group, is_folded=True)
        self._update()

    @contextmanager
    def stepping(self, key: int) -> Iterator[None]:
        """Let the caret step over hidden lines while a key is obeyed, instead of showing them."""
        self._step = _STEPS.get(key, 0)
        try:
            yield
        finally:
            self._step = 0

    def toggle(self) -> None:
        """Unfold all groups, or fold them where none is folded; the caret goes to its group."""
        groups = self._groups()
        is_folded = not any(self.is_folded(group[0]) for group in groups)
        for group in groups:
            cursor = self._editor.textCursor()
            if is_folded and cursor.block() in group:
                cursor.setPosition(group[0].position())
                self._editor.setTextCursor(cursor)
            self._set_folded(group, is_folded=is_folded)
        self._update()
        self._editor.ensureCursorVisible()

    def toggle_at(self, block: QTextBlock) -> bool:
        """Fold or unfold the group that begins with a line; return whether one does."""
        group = _group(block)
        if len(group) < 2 or _is_origin(block.previous()):
            return False
        is_folded = not self.is_folded(block)
        cursor = self._editor.textCursor()
        if is_folded and cursor.block() in group[1:]:
            cursor.setPosition(block.position())
            self._editor.setTextCursor(cursor)
        self._set_folded(group, is_folded=is_folded)
        self._update()
        return True

    def is_folded(self, block: QTextBlock) -> bool:
        """Return whether lines are hidden below a line."""
        return block.isVisible() and _is_origin(block) and not _is_shown(block.next())

    def can_fold(self, block: QTextBlock) -> bool:
        """Return whether a group begins with a line."""
        starts = _is_origin(block) and not _is_origin(block.previous())
        return starts and _is_origin(block.next())

    def paint(self, painter: QPainter) -> None:
        """Say behind a folded line how many more there are."""
        for block, place in self._editor.visible_lines():
            if self.is_folded(block):
                painter.setPen(self._editor.palette().placeholderText().color())
                painter.drawText(
                    self.area_behind(block, place),
                    int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
                    self._words(block),
                )

    def paint_sign(self, painter: QPainter, block: QTextBlock, place: QRect) -> None:
        """Draw the sign in the strip of line numbers that a click folds and unfolds by."""
        if not self.can_fold(block):
            return
        middle = place.top() + self._editor.fontMetrics().height() // 2
        if self.is_folded(block):
            corners = [QPoint(3, middle - 4), QPoint(3, middle + 4), QPoint(7, middle)]
        else:
            corners = [QPoint(1, middle - 2), QPoint(9, middle - 2), QPoint(5, middle + 2)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(corners)
        painter.restore()

    def block_of_words(self, point: QPoint) -> QTextBlock | None:
        """Return the folded line whose words of more lines are at a point of the viewport."""
        for block, place in self._editor.visible_lines():
            if self.is_folded(block) and self.area_behind(block, place).contains(point):
                return block
        return None

    def _words(self, block: QTextBlock) -> str:
        hidden = len(_group(block)) - 1
        return self.tr("… %Ln more lines", "", hidden)

    def area_behind(self, block: QTextBlock, place: QRect) -> QRect:
        """Return where the words behind a folded block are, which unfold it."""
        layout = block.layout()
        line = layout.lineAt(max(0, layout.lineCount() - 1))
        words = line.naturalTextRect()
        left = place.left() + round(words.right()) + 2 * GRID
        width = self._editor.fontMetrics().horizontalAdvance(self._words(block))
        return QRect(left, place.top() + round(words.top()), width, round(words.height()))

    def _groups(self) -> list[list[QTextBlock]]:
        document = self._editor.document()
        if DIRECTIVE not in self._text():
            return []
        cursor, groups, last = document.find(DIRECTIVE), [], -1
        while not cursor.isNull():
            block = cursor.block()
            if block.blockNumber() > last and _is_origin(block):
                group = _group(block)
                last = group[-1].blockNumber()
                if len(group) > 1:
                    groups.append(group)
            cursor = document.find(DIRECTIVE, cursor)
        return groups

    def _set_folded(self, group: list[QTextBlock], *, is_folded: bool) -> None:
        for block in group[1:]:
            block.setVisible(not is_folded)
            block.clearLayout()
            block.setLineCount(0 if is_folded else 1)
        first, last = group[0], group[-1]
        length = last.position() + last.length() - first.position()
        self._editor.document().markContentsDirty(first.position(), length)

    def _update(self) -> None:
        layout = self._editor.document().documentLayout()
        if isinstance(layout, QPlainTextDocumentLayout):
            layout.requestUpdate()
        layout.documentSizeChanged.emit(layout.documentSize())
        self._editor.update_number_width()
        self._editor.viewport().update()

    def _on_cursor_position_changed(self) -> None:
        """Unfold what the caret has come to, by a search for example, or step over it."""
        cursor = self._editor.textCursor()
        if cursor.block().isVisible():
            return
        first = cursor.block()
        while not first.isVisible() and first.previous().isValid():
            first = first.previous()
        group = _hidden_below(first)
        after = group[-1].next()
        if self._step and (self._step < 0 or after.isValid()):
            place = after.position() if self._step > 0 else first.position() + first.length() - 1
            keeps = QTextCursor.MoveMode.KeepAnchor
            moves = QTextCursor.MoveMode.MoveAnchor
            cursor.setPosition(place, keeps if cursor.hasSelection() else moves)
            self._editor.setTextCursor(cursor)
        else:
            self._set_folded(group, is_folded=False)
            self._update()


def _is_origin(block: QTextBlock) -> bool:
    return block.isValid() and block.text().startswith(DIRECTIVE)


def _is_shown(block: QTextBlock) -> bool:
    return not block.isValid() or block.isVisible()


def _group(block: QTextBlock) -> list[QTextBlock]:
    """Return a line and those of its kind below it."""
    group = []
    while _is_origin(block):
        group.append(block)
        block = block.next()
    return group


def _hidden_below(block: QTextBlock) -> list[QTextBlock]:
    """Return a line and the hidden ones below it, by their visibility alone."""
    group, block = [block], block.next()
    while block.isValid() and not block.isVisible():
        group.append(block)
        block = block.next()
    return group
