"""How the cells of the list of takes are painted."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID, small_font

KIND_ROLE = Qt.ItemDataRole.UserRole
UNSAVED_ROLE = Qt.ItemDataRole.UserRole + 1
DAY_ROLE = Qt.ItemDataRole.UserRole + 2
FACTS_ROLE = Qt.ItemDataRole.UserRole + 3
SOURCE_ROLE = Qt.ItemDataRole.UserRole + 4
NEWER_ROLE = Qt.ItemDataRole.UserRole + 5

WORDS_HEIGHT = 9 * GRID // 2 + 2
"""Of title and kind."""
SCORE_HEIGHT = 17 * GRID // 4
"""Of the small score under them; five takes of a day are in sight at 1280 by 800."""
ROW_HEIGHT = WORDS_HEIGHT + SCORE_HEIGHT
DAY_HEIGHT = 3 * GRID
"""Of the heading over the first take of a day."""

_UNSAVED_MARK = " *"
_Index = QModelIndex | QPersistentModelIndex


class SmallSource(NamedTuple):
    """What a small score is drawn of.

    Attributes:
        key: No two texts share it.
        take: That of the take; until a text of it is drawn, the one before it is shown.
    """

    key: str
    text: str
    take: str


class UnframedCell(QStyledItemDelegate):
    """Paints a cell without the frame of the focus, which the tune of the row has.

    What it shows stands beside title and kind: above it may be a day, below it a small score.
    """

    @override
    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        _paint_ground(painter, option)
        super().paint(painter, option, index)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.rect = words_of_row(option.rect, index)
        # The ground of the whole cell is painted already.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.state &= ~QStyle.StateFlag.State_Selected & ~QStyle.StateFlag.State_MouseOver


class TwoLineCell(QStyledItemDelegate):
    """Paints a tune's title over its kind; the star of an unsaved one is never cut off."""

    @override
    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        area = words_of_row(option.rect, index).adjusted(3, GRID // 2, -3, 0)
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


def words_of_row(row: QRect, index: _Index) -> QRect:
    """Return where title and kind stand in a row, or in a part of its width."""
    top = row.top() + (DAY_HEIGHT if index.data(DAY_ROLE) else 0)
    return QRect(row.left(), top, row.width(), WORDS_HEIGHT)


def score_of_row(row: QRect, index: _Index) -> QRect:
    """Return where the small score and the facts stand in a row."""
    words = words_of_row(row, index)
    return QRect(row.left(), words.bottom() + 1, row.width(), SCORE_HEIGHT)


def day_of_row(row: QRect) -> QRect:
    """Return where the heading of a day stands in a row."""
    return QRect(row.left(), row.top(), row.width(), DAY_HEIGHT)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint what says that a row is chosen."""
    widget = option.widget
    style = widget.style()
    style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
