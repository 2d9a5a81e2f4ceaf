"""Counts as horizontal bars: a name, a bar, a number."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio

_ROW = 3 * GRID
_BAR = 10
_MAX_NAME = 20 * GRID


class BarChart(QWidget):
    """A short list of names with their counts, the longest bar as wide as there is room."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._counts: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        studio.colors_changed.connect(self.set_colors)

    def set_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """Show other counts, in the order given."""
        self._counts = tuple(counts)
        locale = QLocale()
        self.setAccessibleDescription(
            "; ".join(f"{name}: {locale.toString(count)}" for name, count in self._counts)
        )
        self.updateGeometry()
        self.update()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(30 * GRID, _ROW * max(1, len(self._counts)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(20 * GRID, self.sizeHint().height())

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._counts:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        locale = QLocale()
        numbers = [locale.toString(count) for _, count in self._counts]
        name_width = min(_MAX_NAME, max(metrics.horizontalAdvance(n) for n, _ in self._counts))
        number_width = max(metrics.horizontalAdvance(number) for number in numbers)
        room = max(1, self.width() - name_width - number_width - 2 * GRID)
        most = max(count for _, count in self._counts)
        for row, ((name, count), number) in enumerate(zip(self._counts, numbers, strict=True)):
            top = row * _ROW
            self._draw_name(painter, metrics, QRectF(0, top, name_width, _ROW), name)
            width = max(2.0, room * count / most)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colors.accent))
            bar = QRectF(name_width + GRID, top + (_ROW - _BAR) / 2, width, _BAR)
            painter.drawRoundedRect(bar, 2, 2)
            painter.setPen(QColor(self._colors.muted))
            place = QRectF(bar.right() + GRID, top, number_width + GRID, _ROW)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, number)
        painter.end()

    def _draw_name(
        self, painter: QPainter, metrics: QFontMetrics, place: QRectF, name: str
    ) -> None:
        shown = fitted(metrics, name, int(place.width()))
        painter.setPen(QColor(self._colors.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
