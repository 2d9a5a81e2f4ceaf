"""The validation losses of many runs over each other, each a line of its own colour."""

import math
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from abcstudio.runs.overlay import OverlaidCurve
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio

_MOST_NAMED = 8
_HUES = 360


class CurvesPlot(QWidget):
    """Training loss faint, validation loss strong; loss and steps on common axes."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._curves: tuple[OverlaidCurve, ...] = ()
        self._names: dict[Path, str] = {}
        self._lines: tuple[tuple[QPolygonF, QPolygonF], ...] = ()
        self._ends = QRectF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(12 * GRID)
        self.setAccessibleName(self.tr("Curves of the chosen runs"))
        studio.colors_changed.connect(self.update)

    @property
    def curves(self) -> tuple[OverlaidCurve, ...]:
        """What is drawn."""
        return self._curves

    def set_curves(self, curves: Sequence[OverlaidCurve], names: dict[Path, str]) -> None:
        """Draw other curves; `names` are those of their folders."""
        self._curves, self._names = tuple(curves), names
        drawn = [curve for curve in curves if curve.training or curve.validation]
        self._lines = tuple((_line(curve.training), _line(curve.validation)) for curve in drawn)
        self._ends = _ends_of(drawn)
        ends = [
            f"{names.get(curve.folder, '')}: {QLocale().toString(curve.validation[-1][1], 'f', 3)}"
            for curve in curves
            if curve.validation
        ]
        self.setAccessibleDescription("; ".join(ends))
        self.update()

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, metrics = self._studio.colors, self.fontMetrics()
        drawn = [curve for curve in self._curves if curve.training or curve.validation]
        if not drawn:
            painter.setPen(QColor(colors.muted))
            words = self.tr("Choose runs in the table to lay their curves over each other")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            painter.end()
            return
        ends = self._ends
        left = metrics.horizontalAdvance("0.000") + 1.5 * GRID
        ground = QRectF(
            left, GRID, self.width() - left - GRID, self.height() - metrics.height() - 2 * GRID
        )
        self._draw_axes(painter, ground, ends.right(), (ends.top(), ends.bottom()))
        painter.save()
        painter.setTransform(_onto(ground, ends), combine=True)
        for at, lines in enumerate(self._lines):
            color = self._color(at, len(drawn))
            faint = QColor(color)
            faint.setAlphaF(0.3)
            for line, pen in zip(lines, (QPen(faint, 1), QPen(color, 2)), strict=True):
                pen.setCosmetic(True)
                painter.setPen(pen)
                painter.drawPolyline(line)
        painter.restore()
        self._draw_names(painter, ground, drawn)
        painter.end()

    def _color(self, at: int, count: int) -> QColor:
        """Return the colour of a line; hues are as far apart as there is room."""
        hue = round(_HUES * at / max(1, count)) + 170
        lightness = 165 if self._studio.colors.is_dark else 95
        return QColor.fromHsl(hue % _HUES, 170, lightness)

    def _draw_axes(
        self, painter: QPainter, ground: QRectF, steps: float, ends: tuple[float, float]
    ) -> None:
        colors, locale, line = self._studio.colors, QLocale(), self.fontMetrics().height()
        painter.setPen(QColor(colors.border))
        painter.drawLine(ground.topLeft(), ground.bottomLeft())
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        painter.setPen(QColor(colors.muted))
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        low, high = ends
        for loss, y in ((high, ground.top() + line / 2), (low, ground.bottom() - line / 2)):
            box = QRectF(0, y - line / 2, ground.left() - GRID / 2, line)
            painter.drawText(box, beside, locale.toString(loss, "f", 3))
        box = QRectF(ground.left(), ground.bottom() + 2, ground.width(), line)
        words = self.tr("step {0}").format(locale.toString(math.ceil(steps)))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, words)

    def _draw_names(
        self, painter: QPainter, ground: QRectF, drawn: Sequence[OverlaidCurve]
    ) -> None:
        if len(drawn) > _MOST_NAMED:
            return
        metrics = self.fontMetrics()
        width = int(ground.width() / 2)
        for at, curve in enumerate(drawn):
            painter.setPen(self._color(at, len(drawn)))
            name = fitted(metrics, self._names.get(curve.folder, ""), width)
            box = QRectF(ground.right() - width, ground.top() + at * metrics.height(), width, 40)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, name)


def _line(points: Sequence[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(step, loss) for step, loss in points])


def _ends_of(curves: Sequence[OverlaidCurve]) -> QRectF:
    """Return from step 0 to the last one, and from the lowest loss to the highest."""
    lines = [line for curve in curves for line in (curve.training, curve.validation) if line]
    if not lines:
        return QRectF()
    last = max(line[-1][0] for line in lines)
    losses = [loss for line in lines for _, loss in line]
    low = min(losses)
    return QRectF(0.0, low, max(1.0, last), max(losses) - low)


def _onto(ground: QRectF, ends: QRectF) -> QTransform:
    """Return what moves steps and losses onto a rectangle, the lowest loss below."""
    across = ground.width() / ends.width()
    if ends.height() <= 0:
        return QTransform(across, 0, 0, 1, ground.left(), ground.center().y() - ends.top())
    up = -ground.height() / ends.height()
    return QTransform(across, 0, 0, up, ground.left(), ground.bottom() - up * ends.top())
