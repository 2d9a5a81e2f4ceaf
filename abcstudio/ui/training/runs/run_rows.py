"""Paints the rows of training runs: three short lines, of which nothing is cut that matters."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.training.runs.run_row import RunRow, fitting

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Under which a list keeps the `RunRow` of a row."""
_GAP = 2 * GRID
_SMALLEST_NAME = 10 * GRID
_Index = QModelIndex | QPersistentModelIndex


class RunRows(QStyledItemDelegate):
    """Name and loss, tunes and their number, settings and device."""

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
        strong = option.palette.color(QPalette.ColorRole.Text)
        muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(strong)
        standing = _standing(row, area.width(), metrics)
        _paint_line(painter, area, (row.name, standing), (_bold(option.font), option.font))
        area = QRect(inner.left(), area.bottom() + 1, inner.width(), small.height())
        for words, color in zip(
            _low_lines(row, area.width(), small), (strong, muted), strict=False
        ):
            painter.setPen(color)
            _paint_line(painter, area, words, (small_font(), small_font()))
            area.translate(0, small.height())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        small = QFontMetrics(small_font()).height()
        return QSize(0, QFontMetrics(option.font).height() + 2 * small + 2 * GRID)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""


def _paint_line(
    painter: QPainter, area: QRect, words: tuple[str, str], fonts: tuple[QFont, QFont]
) -> None:
    """Paint words at the left, which give way, and words at the right, which do not."""
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


def _low_lines(row: RunRow, width: int, metrics: QFontMetrics) -> tuple[tuple[str, str], ...]:
    """Return left and right of the second and third line; what is not known leaves no gap."""
    device = row.devices[0] if row.devices else ""
    settings = _settings_and_device(row, width, metrics) if row.settings else (device, "")
    if row.corpus or row.tunes:
        return (row.corpus, row.tunes), settings
    if settings[1] or not row.settings:
        return (settings,)
    return settings, (device, "")


def _settings_and_device(row: RunRow, width: int, metrics: QFontMetrics) -> tuple[str, str]:
    """Return the settings, and of the device what there is room for beside one of them."""
    for device in row.devices:
        room = width - metrics.horizontalAdvance(device) - _GAP
        words, shown = fitting(row.settings, partial(_is_within, metrics, room))
        if shown:
            return words, device
    words, _shown = fitting(row.settings, partial(_is_within, metrics, width))
    return words, ""


def _is_within(metrics: QFontMetrics, room: int, words: str) -> bool:
    return metrics.horizontalAdvance(words) <= room
