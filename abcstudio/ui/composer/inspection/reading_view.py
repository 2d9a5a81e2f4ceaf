"""A text that is only read, each of its characters on a ground that says a value."""

from bisect import bisect_right
from collections.abc import Collection, Mapping
from itertools import groupby

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from abcstudio.ui.composer.inspection.color_scale import ground_of, step_of, unread_ground
from abcstudio.ui.composer.inspection.source_arrow import draw_arrow
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.theme import Colors, editor_font
from abcstudio.ui.services.studio import Studio

# A line's end is read and guessed like any character, so it is shown as one.
LINE_END = "\u21b5"


class ReadingView(QPlainTextEdit):
    """Shows a text with its values; a place is the number of a character of the text.

    Signals:
        place_chosen: The person went to a character by key or click. Carries its place.
        place_pointed_at: The mouse is over a character. Carries its place, -1 when it leaves.
    """

    place_chosen = Signal(int)
    place_pointed_at = Signal(int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._shown = _Shown("")
        self._marked = -1
        self._source = -1
        self._pointed_at = -1
        self._is_moving = False
        self._grounds = _Grounds(self.document(), studio.colors)
        self.setFont(editor_font())
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        studio.colors_changed.connect(self.set_colors)

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self._grounds.set_colors(colors)
        self._show_mark()

    def show_text(
        self, text: str, values: Mapping[int, float], limit: float, unread: Collection[int] = ()
    ) -> None:
        """Show a text.

        Args:
            text: The whole of it.
            values: By place; characters without one get no ground.
            limit: The value of the strongest ground.
            unread: The places that were not read; they are hatched.
        """
        scroll = self.verticalScrollBar().value()
        if text != self._shown.text:
            self._shown = _Shown(text)
            self._is_moving = True
            self._grounds.set_steps({}, frozenset())
            self.setPlainText(self._shown.spelled)
            self._is_moving = False
        steps = {
            self._shown.positions[place]: step_of(value, limit) for place, value in values.items()
        }
        positions = frozenset(self._shown.positions[place] for place in unread)
        self._grounds.set_steps(steps, positions)
        self.verticalScrollBar().setValue(scroll)
        self._show_mark()

    def mark(self, place: int) -> None:
        """Mark one character, none with -1, and bring it into sight."""
        if place == self._marked:
            return
        self._marked = place
        self._show_mark()
        if 0 <= place < len(self._shown.text) and not self._is_moving:
            self._is_moving = True
            cursor = self.textCursor()
            cursor.setPosition(self._shown.positions[place])
            self.setTextCursor(cursor)
            self._is_moving = False

    @property
    def source(self) -> int:
        """The character that an arrow leads from, -1 for none."""
        return self._source

    def show_source(self, place: int) -> None:
        """Let an arrow lead from a character to the marked one; none with -1."""
        if place != self._source:
            self._source = place
            self.viewport().update()

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        count = len(self._shown.text)
        if not (0 <= self._source < count and 0 <= self._marked < count):
            return
        painter = QPainter(self.viewport())
        color = QColor(self._colors.accent)
        draw_arrow(painter, self._rect_of(self._source), self._rect_of(self._marked), color)
        painter.end()

    def _rect_of(self, place: int) -> QRect:
        """Return where a character stands in the viewport, in sight or not."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._shown.positions[place])
        rect = self.cursorRect(cursor)
        rect.setWidth(self.fontMetrics().horizontalAdvance(self._shown.text[place].strip() or " "))
        return rect

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(self._place_at(event.position().toPoint()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(-1)

    def _point_at(self, place: int) -> None:
        if place != self._pointed_at:
            self._pointed_at = place
            self.place_pointed_at.emit(place)

    def _place_at(self, point: QPoint) -> int:
        cursor = self.cursorForPosition(point)
        left = self.cursorRect(cursor)
        if not left.top() <= point.y() <= left.bottom():
            return -1
        position = cursor.position() - (point.x() < left.left())
        if position < 0 or point.x() > left.right() + self.fontMetrics().maxWidth():
            return -1
        return self._shown.place_of(position)

    def _on_cursor_moved(self) -> None:
        place = self._shown.place_of(self.textCursor().position())
        if self._is_moving or place < 0:
            return
        self._is_moving = True
        self.mark(place)
        self.place_chosen.emit(place)
        self._is_moving = False

    def _show_mark(self) -> None:
        marks = []
        if 0 <= self._marked < len(self._shown.text):
            mark, style = QTextEdit.ExtraSelection(), QTextCharFormat()
            style.setBackground(QColor(self._colors.accent))
            style.setForeground(QColor(self._colors.accent_text))
            cursor = QTextCursor(self.document())
            start = self._shown.positions[self._marked]
            cursor.setPosition(start)
            end = start + _width(self._shown.text[self._marked])
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, style
            marks.append(mark)
        self.setExtraSelections(marks)


class _Shown:
    """A text as it is spelled in the view, and where each of its characters stands there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spelled = text.replace("\n", LINE_END + "\n")
        self.positions: list[int] = []
        position = 0
        for character in text:
            self.positions.append(position)
            position += 2 if character == "\n" else _width(character)
        self._end = position

    def place_of(self, position: int) -> int:
        """Return the character at a position of the view, -1 behind the last."""
        return bisect_right(self.positions, position) - 1 if position < self._end else -1


class _Grounds(QSyntaxHighlighter):
    """Colours the grounds of characters by their positions."""

    def __init__(self, document: QTextDocument, colors: Colors) -> None:
        super().__init__(document)
        self._colors = colors
        self._steps: dict[int, int] = {}
        self._unread: frozenset[int] = frozenset()

    def set_colors(self, colors: Colors) -> None:
        self._colors = colors
        self.rehighlight()

    def set_steps(self, steps: dict[int, int], unread: frozenset[int]) -> None:
        if (steps, unread) != (self._steps, self._unread):
            self._steps, self._unread = steps, unread
            self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        start = self.currentBlock().position()
        length = self.currentBlock().length() - 1
        known = [(at, self._ground_at(start + at)) for at in range(length)]
        for ground, run in groupby(known, key=lambda one: one[1]):
            places = list(run)
            style = QTextCharFormat()
            if ground is None:
                style.setBackground(unread_ground(self._colors))
                style.setForeground(QColor(self._colors.muted))
            elif ground:
                style.setBackground(ground_of(ground, self._colors))
            else:
                continue
            self.setFormat(places[0][0], len(places), style)

    def _ground_at(self, position: int) -> int | None:
        """Return the step of a position, 0 for no ground, None where nothing was read."""
        return None if position in self._unread else self._steps.get(position, 0)


def _width(character: str) -> int:
    """Return how many positions a character takes: Qt counts in UTF-16."""
    return 2 if ord(character) > 0xFFFF else 1
