"""What all pictures of lessons have in common: colours, a frame, words for those who cannot see."""

from PySide6.QtCore import QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.theme import GRID, Colors, small_font
from abcstudio.ui.services.studio import Studio

_LEAST_HEIGHT = 20 * GRID


class DrawnView(QWidget):
    """A picture in the colours of the scheme; what it shows is told in words too."""

    def __init__(self, studio: Studio, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.setAccessibleName(name)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        studio.colors_changed.connect(self._redraw)

    @property
    def colors(self) -> Colors:
        """The colours of the scheme now."""
        return self._studio.colors

    def tell(self, words: str) -> None:
        """Say in words what is drawn, and draw it anew."""
        self.setAccessibleDescription(words)
        self.update()

    def draw(self, painter: QPainter, room: QRect) -> None:
        """Draw the picture into its room; to be overridden."""
        raise NotImplementedError

    @override
    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self.colors.base))
        painter.setFont(small_font())
        self.draw(painter, self.rect().adjusted(GRID, GRID, -GRID, -GRID))
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def write(
        self,
        painter: QPainter,
        place: QRectF,
        words: str,
        *,
        color: str = "",
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
    ) -> None:
        """Write a few words into a place."""
        painter.setPen(QColor(color or self.colors.text))
        painter.drawText(place, side, words)

    def _redraw(self) -> None:
        self.update()


def number_words(value: float | None, digits: int = 4) -> str:
    """Return a number as it is written into a picture; "?" for what is none."""
    if value is None:
        return "?"
    return f"{value:.{digits}g}".replace(".", QLocale().decimalPoint())
