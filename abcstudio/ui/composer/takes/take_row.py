"""What stands across a row of the list of takes."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPixmap

from abcstudio.ui.composer.takes.take_cells import (
    DAY_ROLE,
    FACTS_ROLE,
    day_of_row,
    score_of_row,
    words_of_row,
)
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID, small_font

PICTURE_WIDTH = 18 * GRID
"""Of the small score; the facts stand beside it."""

SPEAKER = 12
"""The size of what marks the take that sounds."""


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
    if picture is not None:
        painter.drawPixmap(below.topLeft(), picture)
    lines = index.data(FACTS_ROLE)
    # Three lines of facts are a little higher than the small score.
    beside = score.adjusted(PICTURE_WIDTH + 2 * GRID, -2, -GRID, -1)
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
