"""How the cells of the list of takes are painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID, small_font

KIND_ROLE = Qt.ItemDataRole.UserRole
UNSAVED_ROLE = Qt.ItemDataRole.UserRole + 1
_UNSAVED_MARK = " *"
_Index = QModelIndex | QPersistentModelIndex


class UnframedCell(QStyledItemDelegate):
    """Paints a cell without the frame of the focus, which the tune of the row has."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class TwoLineCell(QStyledItemDelegate):
    """Paints a tune's title over its kind; the star of an unsaved one is never cut off."""

    @override
    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        area = option.rect.adjusted(3, GRID // 2, -3, -GRID // 2)
        half = area.height() // 2
        palette = option.palette
        mark = _UNSAVED_MARK if index.data(UNSAVED_ROLE) else ""
        for font, role, text, end, top in (
            (option.font, QPalette.ColorRole.Text, index.data(), mark, 0),
            (small_font(), QPalette.ColorRole.PlaceholderText, index.data(KIND_ROLE), "", half),
        ):
            painter.setFont(font)
            painter.setPen(palette.color(role))
            metrics = QFontMetrics(font)
            words = fitted(metrics, text, area.width() - metrics.horizontalAdvance(end)) + end
            line = QRect(area.left(), area.top() + top, area.width(), half)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""
