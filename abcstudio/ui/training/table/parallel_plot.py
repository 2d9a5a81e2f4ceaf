"""Parallel coordinates: an axis a setting, the loss last, a line a run; brushes choose runs."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from abcstudio.recipes.comparing.run_filter import differing_settings
from abcstudio.runs.history import RunSummary
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.run_words import value_words
from abcstudio.ui.words.translation import message

LOSS = "loss"
_MOST_AXES = 7
_NEAR = 3 * GRID
_LEAST_BRUSH = 4.0


class ParallelPlot(QWidget):
    """Shows the runs that have a validation loss.

    Signals:
        brushed: Carries the folders of the runs within all brushes; None where there is no brush.
    """

    brushed = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._runs: tuple[RunSummary, ...] = ()
        self._axes: tuple[str, ...] = ()
        self._places: dict[str, dict[str, float]] = {}
        self._brushes: dict[str, tuple[float, float]] = {}
        self._pressed: tuple[str, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(14 * GRID)
        self.setAccessibleName(self.tr("Settings against the validation loss"))
        self.setToolTip(self.tr("Drag along an axis to choose runs; a click on it lets go"))
        studio.colors_changed.connect(self.update)

    @property
    def axes(self) -> tuple[str, ...]:
        """The settings from left to right, "loss" last."""
        return self._axes

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show other runs; brushes on axes that are still there stay."""
        self._runs = tuple(run for run in runs if run.best_val_loss is not None)
        self._axes = (*differing_settings(self._runs)[:_MOST_AXES], LOSS) if self._runs else ()
        self._places = {axis: self._scaled(axis) for axis in self._axes}
        self._brushes = {axis: b for axis, b in self._brushes.items() if axis in self._axes}
        self.update()

    def axis_place(self, axis: str, share: float) -> QPointF:
        """Return where on an axis a share of its height lies, 0 below and 1 above."""
        ground = self._ground()
        at, count = self._axes.index(axis), len(self._axes)
        x = ground.left() + (ground.width() * at / (count - 1) if count > 1 else 0.0)
        return QPointF(x, ground.bottom() - share * ground.height())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        near = [a for a in self._axes if abs(self.axis_place(a, 0).x() - place.x()) < _NEAR]
        self._pressed = (near[0], place.y()) if near else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._brush(*self._pressed, event.position().y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        axis, start = self._pressed
        self._pressed = None
        if abs(event.position().y() - start) < _LEAST_BRUSH:
            self._brushes.pop(axis, None)
            self.update()
        else:
            self._brush(axis, start, event.position().y())
        chosen = [run.folder for run in self._runs if self._is_within(run)]
        self.brushed.emit(chosen if self._brushes else None)

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._studio.colors
        if len(self._axes) < 2:
            painter.setPen(QColor(colors.muted))
            words = self.tr("Two runs with a validation loss and different settings are needed")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            painter.end()
            return
        faint, strong = QColor(colors.muted), QColor(colors.accent)
        faint.setAlphaF(0.25 if self._brushes else 0.0)
        strong.setAlphaF(0.8 if len(self._runs) < 100 else 0.35)
        for run in sorted(self._runs, key=self._is_within):
            painter.setPen(QPen(strong if self._is_within(run) else faint, 1.2))
            painter.drawPolyline(QPolygonF([self._place(run, axis) for axis in self._axes]))
        for axis in self._axes:
            self._draw_axis(painter, axis)
        painter.end()

    def _draw_axis(self, painter: QPainter, axis: str) -> None:
        colors, metrics = self._studio.colors, self.fontMetrics()
        top, bottom = self.axis_place(axis, 1.0), self.axis_place(axis, 0.0)
        painter.setPen(QPen(QColor(colors.text), 1))
        painter.drawLine(top, bottom)
        if axis in self._brushes:
            low, high = (self.axis_place(axis, share).y() for share in self._brushes[axis])
            ground = QColor(colors.accent)
            ground.setAlphaF(0.3)
            painter.fillRect(QRectF(top.x() - 5, high, 10, low - high), ground)
        width = self._ground().width() / max(1, len(self._axes) - 1)
        name = self.tr("Validation loss") if axis == LOSS else message(f"hyperparameter.{axis}")
        self._write(painter, fitted(metrics, name, int(width)), top.x(), 0)
        places = self._places[axis]
        painter.setPen(QColor(colors.muted))
        ends = {max(places, key=lambda w: places[w]), min(places, key=lambda w: places[w])}
        for words in ends:
            y = top.y() - metrics.height() - 2 if places[words] > 0.5 else bottom.y() + 2
            self._write(painter, words, top.x(), y)

    def _write(self, painter: QPainter, words: str, x: float, y: float) -> None:
        """Write words at an axis, those of the first and the last one within the widget."""
        width = self.fontMetrics().horizontalAdvance(words) + 2
        left = min(max(0.0, x - width / 2), self.width() - width)
        place = QRectF(left, y, width, self.fontMetrics().height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _ground(self) -> QRectF:
        line = self.fontMetrics().height()
        return QRectF(self.rect()).adjusted(5 * GRID, 2 * line + 6, -5 * GRID, -line - 6)

    def _brush(self, axis: str, start: float, end: float) -> None:
        ground = self._ground()
        shares = [(ground.bottom() - y) / max(1.0, ground.height()) for y in (start, end)]
        self._brushes[axis] = (max(0.0, min(shares)), min(1.0, max(shares)))
        self.update()

    def _is_within(self, run: RunSummary) -> bool:
        return all(
            low <= self._places[axis][_words(run, axis)] <= high
            for axis, (low, high) in self._brushes.items()
        )

    def _place(self, run: RunSummary, axis: str) -> QPointF:
        return self.axis_place(axis, self._places[axis][_words(run, axis)])

    def _scaled(self, axis: str) -> dict[str, float]:
        """Return where the words of each value stand on an axis, 0 to 1."""
        values = {_words(run, axis): _value(run, axis) for run in self._runs}
        numbers = {w: float(v) for w, v in values.items() if isinstance(v, int | float)}
        if len(numbers) == len(values):
            low, high = min(numbers.values()), max(numbers.values())
            span = high - low or 1.0
            return {words: (number - low) / span for words, number in numbers.items()}
        order = sorted(values)
        return {words: at / max(1, len(order) - 1) for at, words in enumerate(order)}


def _value(run: RunSummary, axis: str) -> object:
    return run.best_val_loss if axis == LOSS else run.config.get(axis, "")


def _words(run: RunSummary, axis: str) -> str:
    if axis == LOSS:
        return QLocale().toString(run.best_val_loss or 0.0, "f", 4)
    return value_words(run.config.get(axis, ""))
