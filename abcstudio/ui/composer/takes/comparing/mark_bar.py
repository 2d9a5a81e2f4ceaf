"""A number from 0 to 1 as a short bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio

_HEIGHT = 6


class MarkBar(QWidget):
    """The bar; one that is odd has the colour of warnings."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._value, self._is_odd = 0.0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        studio.colors_changed.connect(self.set_colors)

    def set_value(self, value: float, *, is_odd: bool) -> None:
        """Show another number."""
        self._value, self._is_odd = min(1.0, max(0.0, value)), is_odd
        self.update()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(8 * GRID, 2 * GRID)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(4 * GRID, 2 * GRID)

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(0, (self.height() - _HEIGHT) / 2, self.width(), _HEIGHT)
        painter.setBrush(QColor(self._colors.border))
        painter.drawRoundedRect(ground, 2, 2)
        painter.setBrush(QColor(self._colors.warning if self._is_odd else self._colors.accent))
        ground.setWidth(max(2.0, ground.width() * self._value))
        painter.drawRoundedRect(ground, 2, 2)
        painter.end()
