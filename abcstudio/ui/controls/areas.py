"""Parts of a page: a heading, the line between two areas, and popups."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QFrame, QWidget

from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID


def dividing_line() -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setFixedHeight(1)
    line.setStyleSheet("color: palette(mid);")
    return line


def bold_label(words: str) -> Label:
    """Return a heading."""
    label = Label(words)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def corner_above(button: QWidget, size: QSize) -> QPoint:
    """Return where a popup of a size begins: above a button, inside of the button's window."""
    window = button.window()
    right = window.mapToGlobal(window.rect().bottomRight()).x() - GRID
    corner = button.mapToGlobal(button.rect().topLeft())
    left = max(0, min(corner.x(), right - size.width()))
    return QPoint(left, max(0, corner.y() - size.height() - GRID))


def open_above(popup: QWidget, button: QWidget) -> None:
    """Show a popup above a button, as far to the right as the window of the button reaches."""
    # Not by `adjustSize`, which leaves a third of the screen free and cuts what is inside.
    popup.resize(popup.sizeHint())
    popup.move(corner_above(button, popup.size()))
    popup.show()
