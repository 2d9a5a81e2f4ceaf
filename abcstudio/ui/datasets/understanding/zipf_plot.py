"""Zipf's curve of the measures: how often each is used, by its rank, both as powers of ten."""

from collections.abc import Callable, Sequence
from math import log10

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.theme import GRID, Colors, small_font
from abcstudio.ui.services.studio import Studio

_HEIGHT = 26 * GRID
_LEFT, _BELOW, _ABOVE, _RIGHT = 7 * GRID, 3 * GRID, GRID, 2 * GRID
_POINTS = 160
_DOT = 2.0
_At = Callable[[float, float], QPointF]


class ZipfPlot(QWidget):
    """A point for the commonest measure, the second, the third and so on; a line is Zipf's law."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._points: list[tuple[float, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How often each measure is used, by its rank"))
        studio.colors_changed.connect(self._set_colors)

    def set_counts(self, counts: Sequence[int]) -> None:
        """Show how often the measures are used, the most frequent first."""
        last = len(counts)
        decades = log10(max(1, last))
        ranks = sorted({round(10 ** (decades * n / _POINTS)) for n in range(_POINTS + 1)})
        self._points = [
            (log10(rank), log10(counts[rank - 1])) for rank in ranks if 1 <= rank <= last
        ]
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, _HEIGHT)

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font())
        ground = QRectF(
            _LEFT, _ABOVE, self.width() - _LEFT - _RIGHT, self.height() - _ABOVE - _BELOW
        )
        most_x, most_y = max(1.0, self._points[-1][0]), max(1.0, self._points[0][1])

        def at(x: float, y: float) -> QPointF:
            return QPointF(
                ground.left() + ground.width() * x / most_x,
                ground.bottom() - ground.height() * y / most_y,
            )

        self._draw_scales(painter, ground, (int(most_x), int(most_y)), at)
        # Zipf's law: the n-th is used an n-th as often as the first.
        painter.setPen(QColor(self._colors.second))
        first = self._points[0][1]
        end = min(most_x, first)
        painter.drawLine(at(0, first), at(end, first - end))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colors.accent))
        for x, y in self._points:
            painter.drawEllipse(at(x, y), _DOT, _DOT)
        painter.end()

    def _draw_scales(
        self, painter: QPainter, ground: QRectF, powers: tuple[int, int], at: _At
    ) -> None:
        locale, height = QLocale(), painter.fontMetrics().height()
        for power in range(powers[0] + 1):
            place = at(power, 0)
            painter.setPen(QColor(self._colors.border))
            painter.drawLine(QPointF(place.x(), ground.top()), place)
            painter.setPen(QColor(self._colors.muted))
            words = QRectF(place.x() - _LEFT / 2, place.y() + 4, _LEFT, height)
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, locale.toString(10**power))
        for power in range(powers[1] + 1):
            place = at(0, power)
            painter.setPen(QColor(self._colors.border))
            painter.drawLine(place, QPointF(ground.right(), place.y()))
            painter.setPen(QColor(self._colors.muted))
            words = QRectF(0, place.y() - height / 2, _LEFT - GRID, height)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight, locale.toString(10**power))

    def _set_colors(self, colors: Colors) -> None:
        self._colors = colors
        self.update()
