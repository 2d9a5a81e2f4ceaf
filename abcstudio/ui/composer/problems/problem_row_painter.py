"""How the rows of the problems panel are painted: a sentence, its place, its fix as a button."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QIcon, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from abcstudio.ui.composer.problems.problem_rows import FIX_ROLE, PLACE_ROLE, ROW_ROLE
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID, small_font

_ICON = 16
_GAP = GRID // 2
_MAX_KEPT = 2000
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_Index = QModelIndex | QPersistentModelIndex


class ProblemRowPainter(QStyledItemDelegate):
    """Paints the whole sentence, its place under it, and its fix as a button.

    Signals:
        fix_clicked: The button was clicked. Carries the `ProblemRow`.
    """

    fix_clicked = Signal(object)

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, str, int], int] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        sentence, fix = str(index.data()), str(index.data(FIX_ROLE))
        key = (sentence, fix, width)
        if key not in self._heights:
            if len(self._heights) > _MAX_KEPT:
                self._heights.clear()
            area = QRect(0, 0, self._text_width(width), 10_000)
            height = option.fontMetrics.boundingRect(area, _WRAP, sentence).height()
            lines = 2 if fix else 1
            self._heights[key] = height + lines * (self._line_height() + _GAP) + 2 * _GAP
        return QSize(width, self._heights[key])

    @override
    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        palette, area = option.palette, option.rect
        place = QRect(area.left() + GRID, area.top() + _GAP + 1, _ICON, _ICON)
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, place)
        painter.setFont(option.font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        left = place.right() + GRID
        width = self._text_width(area.width())
        button = self._button_area(area, index)
        bottom = button.top() if button.isValid() else area.bottom()
        line = QRect(left, bottom - _GAP - self._line_height(), width, self._line_height())
        words = QRect(left, area.top() + _GAP, width, line.top() - area.top() - _GAP)
        painter.drawText(words, _WRAP, str(index.data()))
        painter.setFont(small_font())
        metrics = QFontMetrics(small_font())
        shown = fitted(metrics, str(index.data(PLACE_ROLE)), line.width())
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if button.isValid():
            self._paint_button(painter, palette, button, str(index.data(FIX_ROLE)))

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        # Only the ground is drawn by the style.
        option.text = ""
        option.icon = QIcon()
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.state &= ~QStyle.StateFlag.State_HasFocus

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            is_left = event.button() == Qt.MouseButton.LeftButton
            if is_left and self._button_area(option.rect, index).contains(
                event.position().toPoint()
            ):
                self.fix_clicked.emit(index.data(ROW_ROLE))
                return True
        return super().editorEvent(event, model, option, index)

    def button_area(self, index: QModelIndex) -> QRect:
        """Return where in the view the fix of a row can be clicked; invalid without one."""
        return self._button_area(self._view.visualRect(index), index)

    def _button_area(self, area: QRect, index: _Index) -> QRect:
        words = str(index.data(FIX_ROLE))
        if not words:
            return QRect()
        room = self._text_width(area.width())
        width = min(QFontMetrics(small_font()).horizontalAdvance(words) + 2 * GRID + 2, room)
        height = self._line_height()
        left = area.left() + _ICON + 2 * GRID
        return QRect(left, area.bottom() - _GAP - height, width, height)

    def _paint_button(self, painter: QPainter, palette: QPalette, area: QRect, words: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark)))
        painter.setBrush(palette.color(QPalette.ColorRole.Button))
        painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), 4, 4)
        painter.setPen(palette.color(QPalette.ColorRole.ButtonText))
        inner = area.adjusted(GRID, 0, -GRID, 0)
        shown = fitted(QFontMetrics(small_font()), words, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, shown)

    def _text_width(self, width: int) -> int:
        return max(10 * GRID, width - _ICON - 3 * GRID)

    def _line_height(self) -> int:
        return QFontMetrics(small_font()).height() + _GAP
