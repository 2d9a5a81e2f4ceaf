"""Rows of words that wrap: as high as their words need, none of them left out."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import tooltip
from abcstudio.ui.look.theme import GRID

_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextWordWrap
)
_MARGINS = GRID // 2, 2, -GRID // 2, -2
_HIGHEST = 100 * GRID
_Index = QModelIndex | QPersistentModelIndex


class WrappedRows(QStringListModel):
    """Words of rows; where the mouse rests on one, all of them are said, and what can be done."""

    def __init__(self, hint: str, view: QListView) -> None:
        super().__init__(view)
        self._hint = hint
        view.setModel(self)
        view.setItemDelegate(WrappedRowPainter(view))

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(f"{super().data(index)}\n{self._hint}")
        return super().data(index, role)


class WrappedRowPainter(QStyledItemDelegate):
    """Measures words as it paints them, which Qt's own painter of rows does not."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        self.initStyleOption(option, index)
        width = self._view.viewport().width() - 2 * self._view.spacing()
        room = QRect(0, 0, width, _HIGHEST).adjusted(*_MARGINS)
        words = option.fontMetrics.boundingRect(room, _FLAGS, str(index.data()))
        return QSize(width, words.height() + _MARGINS[1] - _MARGINS[3])

    @override
    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(option.rect.adjusted(*_MARGINS), _FLAGS, str(index.data()))

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""
