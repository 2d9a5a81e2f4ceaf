"""Parts of a page: a titled area and the line between two areas."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from abcstudio.ui.theme import GRID


def dividing_line() -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setFixedHeight(1)
    line.setStyleSheet("color: palette(mid);")
    return line


def titled_area(words: str, widget: QWidget) -> QWidget:
    """Return a widget with a title above it."""
    title = QLabel(words)
    title.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
    font = title.font()
    font.setBold(True)
    title.setFont(font)
    area = QWidget()
    column = QVBoxLayout(area)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(title)
    column.addWidget(widget, 1)
    return area
