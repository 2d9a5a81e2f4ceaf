"""What the values of each setting did to the loss and to the speed, as dots with their means."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from abcstudio.recipes.sweeps.outcome import SweepOutcome
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.run_words import value_words
from abcstudio.ui.words.translation import message

_HEIGHT = 18 * GRID
_MARGIN = 1.5 * GRID
_DOT = 3.5


@dataclass(frozen=True, slots=True)
class EffectDrawn:
    """One plot: a setting against a figure.

    Attributes:
        values: The words of each value, from left to right.
        points: Of each value, the figure of every cell that has it.
        means: Of each value; None where nothing was measured.
        digits: How many decimals the figures are shown with.
    """

    title: str
    values: tuple[str, ...]
    points: tuple[tuple[float, ...], ...]
    means: tuple[float | None, ...]
    digits: int


class EffectPlot(QWidget):
    """A column a setting; above the loss, below the speed."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._panels: tuple[tuple[EffectDrawn, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Effects on loss and speed"))
        studio.colors_changed.connect(self.update)

    @property
    def panels(self) -> tuple[tuple[EffectDrawn, ...], ...]:
        """What is drawn: the plots of the loss, then those of the speed."""
        return self._panels

    def set_outcome(self, outcome: SweepOutcome) -> None:
        """Show what came of a sweep."""
        self._panels = tuple(
            tuple(self._panel(outcome, name, of_loss=of_loss) for name in outcome.facts.varied)
            for of_loss in (True, False)
        )
        self.setAccessibleDescription(
            "; ".join(
                f"{panel.title}, {value}: {QLocale().toString(mean, 'f', panel.digits)}"
                for row in self._panels
                for panel in row
                for value, mean in zip(panel.values, panel.means, strict=True)
                if mean is not None
            )
        )
        self.update()

    def _panel(self, outcome: SweepOutcome, name: str, *, of_loss: bool) -> EffectDrawn:
        effects = [effect for effect in outcome.effects if effect.name == name]
        points = tuple(
            tuple(
                figure
                for row in outcome.rows
                if row.loss is not None and row.cell.values[name] == effect.value
                if (figure := row.loss if of_loss else row.speed) is not None
            )
            for effect in effects
        )
        words = self.tr("Validation loss by: {0}") if of_loss else self.tr("Characters/s by: {0}")
        return EffectDrawn(
            title=words.format(message(f"hyperparameter.{name}")),
            values=tuple(value_words(effect.value) for effect in effects),
            points=points,
            means=tuple(effect.loss if of_loss else effect.speed for effect in effects),
            digits=3 if of_loss else 0,
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(60 * GRID, 2 * _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40 * GRID, _HEIGHT)

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, panels in enumerate(self._panels):
            height = self.height() / len(self._panels)
            for column, panel in enumerate(panels):
                width = self.width() / len(panels)
                place = QRectF(column * width, row * height, width, height)
                self._draw(painter, place.adjusted(0, GRID, -2 * GRID, -GRID), panel)
        painter.end()

    def _draw(self, painter: QPainter, place: QRectF, panel: EffectDrawn) -> None:
        colors, metrics = self._studio.colors, self.fontMetrics()
        line = metrics.height()
        painter.setPen(QColor(colors.text))
        title = fitted(metrics, panel.title, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, title)
        figures = [figure for points in panel.points for figure in points]
        if not figures:
            painter.setPen(QColor(colors.muted))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.tr("Nothing trained yet"))
            return
        low, high = min(figures), max(figures)
        ends = [QLocale().toString(end, "f", panel.digits) for end in (high, low)]
        left = place.left() + max(map(metrics.horizontalAdvance, ends)) + GRID
        ground = QRectF(
            left,
            place.top() + line + GRID,
            place.right() - left,
            place.height() - 2 * line - 2 * GRID,
        )
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        painter.drawLine(ground.topLeft(), ground.bottomLeft())
        painter.setPen(QColor(colors.muted))
        inner = ground.adjusted(0, _MARGIN, 0, -_MARGIN)
        for words, y in zip(ends, (inner.top(), inner.bottom()), strict=True):
            box = QRectF(place.left(), y - line / 2, left - place.left() - GRID / 2, line)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words
            )
            if low == high:
                break
        self._draw_points(painter, inner, panel, low, high)

    def _draw_points(
        self, painter: QPainter, inner: QRectF, panel: EffectDrawn, low: float, high: float
    ) -> None:
        colors, metrics = self._studio.colors, self.fontMetrics()
        step = inner.width() / len(panel.values)
        means: list[QPointF] = []
        for at, (words, points, mean) in enumerate(
            zip(panel.values, panel.points, panel.means, strict=True)
        ):
            x = inner.left() + (at + 0.5) * step
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.muted))
            for figure in points:
                painter.drawEllipse(QPointF(x, _y(inner, figure, low, high)), _DOT, _DOT)
            if mean is not None:
                means.append(QPointF(x, _y(inner, mean, low, high)))
            painter.setPen(QColor(colors.muted))
            box = QRectF(x - step / 2, inner.bottom() + _MARGIN, step, metrics.height() + 4)
            shown = fitted(metrics, words, int(step))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        painter.setPen(QPen(QColor(colors.accent), 2))
        painter.drawPolyline(means)
        painter.setBrush(QColor(colors.accent))
        for point in means:
            painter.drawEllipse(point, _DOT, _DOT)


def _y(inner: QRectF, figure: float, low: float, high: float) -> float:
    share = (figure - low) / (high - low) if high > low else 1.0
    return inner.bottom() - share * inner.height()
