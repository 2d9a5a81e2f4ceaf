"""Paints the rows of the book: a tune as in the outline, the name of a set over a line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from abcstudio.corpus.kept_book import MAX_NAME
from abcstudio.ui.composer.outline.tune_rows import KIND_ROLE, TuneRowPainter
from abcstudio.ui.composer.tunebook.book_rows import IS_SET_ROLE
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID, small_font

_SET_HEIGHT = 5 * GRID
_Index = QModelIndex | QPersistentModelIndex


class BookRowPainter(TuneRowPainter):
    """Paints sets and tunes, and makes the line in which a name is changed."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), _SET_HEIGHT) if index.data(IS_SET_ROLE) else size

    @override
    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if not index.data(IS_SET_ROLE):
            super().paint(painter, option, index)
            return
        QStyledItemDelegate.paint(self, painter, option, index)
        area = option.rect.adjusted(GRID, GRID // 2, -GRID, -GRID // 2)
        muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        count = str(index.data(KIND_ROLE))
        width = QFontMetrics(small_font()).horizontalAdvance(count)
        painter.setFont(small_font())
        painter.setPen(muted)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, right, count)
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        line = QRect(area.left(), area.top(), area.width() - width - GRID, area.height())
        name = fitted(QFontMetrics(font), str(index.data()), line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> QLineEdit:
        line = QLineEdit(parent)
        line.setMaxLength(MAX_NAME)
        is_set = index.data(IS_SET_ROLE)
        line.setAccessibleName(self.tr("Name of the set") if is_set else self.tr("Title"))
        return line

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        height = editor.sizeHint().height()
        top = option.rect.center().y() - height // 2
        editor.setGeometry(option.rect.left() + GRID, top, option.rect.width() - 2 * GRID, height)
