"""Paints the rows of training runs: four short lines, of which nothing is cut that matters."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.training.runs.run_row import RunRow, fitting

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Under which a list keeps the `RunRow` of a row."""
_GAP = 2 * GRID
# As in the legend of the curve.
_COMPARED = "━"
_SMALLEST_NAME = 10 * GRID
_Index = QModelIndex | QPersistentModelIndex


class RunRows(QStyledItemDelegate):
    """Name and loss, tunes and their number, settings, device and speed."""

    @override
    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        row: RunRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        inner = option.rect.adjusted(GRID, GRID, -GRID, -GRID)
        metrics, small = QFontMetrics(option.font), QFontMetrics(small_font())
        area = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        standing = _standing(row, area.width(), metrics)
        name = f"{_COMPARED} {row.name}" if row.is_compared else row.name
        _paint_line(painter, area, (name, standing), (_bold(option.font), option.font))
        area = QRect(inner.left(), area.bottom() + 1, inner.width(), small.height())
        if row.corpus or row.tunes:
            _paint_line(painter, area, (row.corpus, row.tunes), (small_font(), small_font()))
            area.translate(0, small.height())
        if not option.state & QStyle.StateFlag.State_Selected:
            # On the ground of a selection these are too faint: 3.6:1 in dark colours.
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        for words in _muted_lines(row, area.width(), small):
            _paint_line(painter, area, (words, ""), (small_font(), small_font()))
            area.translate(0, small.height())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        small = QFontMetrics(small_font()).height()
        return QSize(0, QFontMetrics(option.font).height() + 3 * small + 2 * GRID)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""


def _paint_line(
    painter: QPainter, area: QRect, words: tuple[str, str], fonts: tuple[QFont, QFont]
) -> None:
    """Paint words at the left, cut to the room, and words at the right, whole."""
    (left, right), (left_font, right_font) = words, fonts
    painter.setFont(right_font)
    center = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(area, center | Qt.AlignmentFlag.AlignRight, right)
    taken = QFontMetrics(right_font).horizontalAdvance(right) + _GAP if right else 0
    room = area.adjusted(0, 0, -taken, 0)
    painter.setFont(left_font)
    shown = fitted(QFontMetrics(left_font), left, room.width(), Qt.TextElideMode.ElideMiddle)
    painter.drawText(room, center, shown)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _standing(row: RunRow, width: int, metrics: QFontMetrics) -> str:
    """Return the longest words that leave room for the name."""
    room = width - _SMALLEST_NAME - _GAP
    short = row.standings[-1]
    return next((w for w in row.standings if metrics.horizontalAdvance(w) <= room), short)


def _muted_lines(row: RunRow, width: int, metrics: QFontMetrics) -> tuple[str, ...]:
    """Return the settings, then device and speed; what is not known leaves no gap."""
    is_within = partial(_is_within, metrics, width)
    settings, _shown = fitting(row.settings, is_within)
    device = next(filter(is_within, row.devices), row.devices[-1] if row.devices else "")
    return tuple(words for words in (settings, device) if words)


def _is_within(metrics: QFontMetrics, room: int, words: str) -> bool:
    return metrics.horizontalAdvance(words) <= room
