"""Values as grounds of characters: the colours, and the strip that explains them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, Colors, small_font
from abcstudio.ui.services.studio import Studio

STEPS = 12
_HATCHED = STEPS // 2


def step_of(value: float, limit: float) -> int:
    """Return a value's place on the scale, -`STEPS` to `STEPS`; `limit` and all beyond is the end.

    Few steps, so that neighbours of one colour can be drawn together.
    """
    return round(STEPS * min(1.0, max(-1.0, value / limit)))


def ground_of(step: int, colors: Colors) -> QColor:
    """Return the ground of a place on the scale; 0 is the ground of the text itself."""
    return _between(colors.base, colors.scale_high if step > 0 else colors.scale_low, step)


def unread_ground(colors: Colors) -> QBrush:
    """Return the ground of what was not read: hatched, as on a map where there are no data."""
    return QBrush(_between(colors.base, colors.frame, _HATCHED), Qt.BrushStyle.BDiagPattern)


class ScaleLegend(QWidget):
    """A strip of the scale's colours between the words for its ends, and what was not read."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = _Strip(studio.colors)
        self._low, self._high = Label(), Label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for label in (self._low, self._high):
            label.setProperty("muted", True)
            label.setFont(small_font())
        row.addWidget(self._low)
        row.addWidget(self._strip, 1)
        row.addWidget(self._high)
        self._hatched = _Hatched(studio.colors)
        self.unread = Label(self.tr("Not read"))
        self.unread.setProperty("muted", True)
        self.unread.setFont(small_font())
        row.addSpacing(GRID)
        row.addWidget(self._hatched)
        row.addWidget(self.unread)
        studio.colors_changed.connect(self.set_colors)

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._strip.set_colors(colors)
        self._hatched.set_colors(colors)

    def show_ends(self, low: str, high: str, *, has_two_sides: bool) -> None:
        """Name the ends; with two sides the middle is zero, else the left end is."""
        self._low.setText(low)
        self._high.setText(high)
        self._strip.set_two_sides(has_two_sides)

    def show_unread(self, *, is_any: bool) -> None:
        """Explain the ground of what was not read, where there is any."""
        self._hatched.setVisible(is_any)
        self.unread.setVisible(is_any)


class _Hatched(QWidget):
    """A swatch of the ground of what was not read."""

    def __init__(self, colors: Colors) -> None:
        super().__init__()
        self._colors = colors
        self.setFixedSize(3 * GRID, GRID + GRID // 2)

    def set_colors(self, colors: Colors) -> None:
        self._colors = colors
        self.update()

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._colors.frame))
        painter.setBrush(unread_ground(self._colors))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class _Strip(QWidget):
    def __init__(self, colors: Colors) -> None:
        super().__init__()
        self._colors = colors
        self._has_two_sides = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_colors(self, colors: Colors) -> None:
        self._colors = colors
        self.update()

    def set_two_sides(self, has_two_sides: bool) -> None:
        self._has_two_sides = has_two_sides
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(8 * GRID, GRID + GRID // 2)

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        gradient = QLinearGradient(area.topLeft(), area.topRight())
        low = -STEPS if self._has_two_sides else 0
        for step in range(low, STEPS + 1):
            gradient.setColorAt((step - low) / (STEPS - low), ground_of(step, self._colors))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._colors.frame))
        painter.setBrush(gradient)
        painter.drawRoundedRect(area, 2, 2)
        painter.end()


def _between(ground: str, end: str, step: int) -> QColor:
    share = abs(step) / STEPS
    one, two = QColor(ground), QColor(end)
    pairs = ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))
