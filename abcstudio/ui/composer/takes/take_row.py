"""What stands across a row of the list of takes."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPixmap

from abcstudio.ui.composer.takes.take_cells import (
    DAY_ROLE,
    FACTS_ROLE,
    day_of_row,
    score_of_row,
    words_of_row,
)
from abcstudio.ui.composer.takes.take_words import longest_facts
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID, small_font

PICTURE_WIDTH = 18 * GRID
"""Of the small score, at most; the facts stand beside it."""
_NARROWEST_PICTURE = 10 * GRID

SPEAKER = 12
"""The size of what marks the take that sounds."""


def picture_width(row_width: int) -> int:
    """Return how much of the small scores is shown: where facts are long in a language, less."""
    metrics = QFontMetrics(small_font())
    facts = max(metrics.horizontalAdvance(line) for line in longest_facts())
    return max(_NARROWEST_PICTURE, min(PICTURE_WIDTH, row_width - facts - 3 * GRID - 2))


def paint_row(
    painter: QPainter,
    place: QRect,
    index: QModelIndex,
    palette: QPalette,
    picture: QPixmap | None,
) -> None:
    """Paint a row's day, its small score and its facts.

    Args:
        painter: That of the list.
        place: The whole row.
        index: Any cell of it.
        palette: That of the list.
        picture: The small score; None where it is not drawn yet.
    """
    font = small_font()
    painter.setFont(font)
    if day := index.data(DAY_ROLE):
        heading = day_of_row(place)
        painter.fillRect(heading, palette.color(QPalette.ColorRole.Window))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(heading.adjusted(GRID, 0, -GRID, 0), Qt.AlignmentFlag.AlignVCenter, day)
    score = score_of_row(place, index)
    below = score.adjusted(GRID, 0, -GRID, -GRID // 2)
    width = picture_width(place.width())
    if picture is not None:
        below.setWidth(width)
        shown = QRectF(0, 0, width * picture.devicePixelRatio(), picture.height())
        painter.drawPixmap(
            QRectF(below.topLeft(), shown.size() / picture.devicePixelRatio()), picture, shown
        )
    lines = index.data(FACTS_ROLE)
    # Three lines of facts are a little higher than the small score.
    beside = score.adjusted(width + 2 * GRID, -2, -GRID, -1)
    height = beside.height() // len(lines)
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    for number, line in enumerate(lines):
        area = QRect(beside.left(), beside.top() + number * height, beside.width(), height)
        words = fitted(QFontMetrics(font), line, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)


def speaker_place(row: QRect, index: QModelIndex, width: int) -> QPoint:
    """Return where the mark of a take that sounds stands: under its number, which is so wide."""
    words = words_of_row(row, index)
    return QPoint(words.left() + (width - SPEAKER) // 2, words.bottom() - SPEAKER)
