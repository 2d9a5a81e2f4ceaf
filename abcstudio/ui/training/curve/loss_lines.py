"""The lines of a plot of losses: those of one run, and under them those of another one."""

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.plots_ahead import load_plots

if TYPE_CHECKING:
    from abcstudio.ui.training.curve.loss_trace import LossTrace, Points

_FAINT = 70
_FAINT_ON_DARK = 130
# The steps that are shown at least, and the room behind the last one.
_FEWEST_STEPS = 20
_MARGIN = 1.02
# A growing curve is given room in so many parts of the axis: with each new range of the steps all
# axes and lines are drawn anew.
_PARTS = 128
# Of a logarithmic axis: so little can be zoomed to, and no run is longer.
_LEAST_DECADES = 0.2
_MOST_DECADES = 7.0
_FARTHEST = 1e9
_LOWEST = 1e-6
_LINES = ("other", "other_val", "raw", "smoothed", "val")
_VAL_SIZE = 6


class LossLines:
    """A plot of pyqtgraph; made once there is something to see, for its library takes its time.

    Attributes:
        plot: The widget.
        box: The part of it that zooms.
        curves: The lines by name; those of the other run are the first two.
        is_log_steps: Whether the axis of the steps is logarithmic.
        is_log_losses: Whether the axis of the losses is.
    """

    def __init__(self, steps: str, losses: str) -> None:
        """Make an empty plot; `steps` and `losses` name its axes."""
        load_plots()
        import pyqtgraph

        from abcstudio.ui.training.curve.local_axis import LocalAxis, StepAxis
        from abcstudio.ui.training.curve.loss_view_box import LossViewBox

        self.box = LossViewBox()
        axes = {"bottom": StepAxis("bottom"), "left": LocalAxis("left")}
        self.plot: Any = pyqtgraph.PlotWidget(viewBox=self.box, axisItems=axes)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.showGrid(x=False, y=True, alpha=0.15)
        self.plot.setLabel("bottom", steps)
        self.plot.setLabel("left", losses)
        # Room for the whole of the lowest label.
        self.plot.getPlotItem().layout.setContentsMargins(0, 0, GRID, GRID)
        self.is_log_steps = False
        self.is_log_losses = False
        self.curves: dict[str, Any] = {}
        self._drawn: dict[str, Points] = {}
        self._most = self._whole = 0.0
        for name in _LINES:
            item = self.plot.plot([], [])
            item.setSkipFiniteCheck(True)
            self.curves[name] = item

    def fill(self, front: "LossTrace", other: "LossTrace | None", *, is_whole: bool) -> None:
        """Draw a run, and another one under it; all of it, or the steps that are zoomed to."""
        steps = max(front.last_step, other.last_step if other is not None else 0)
        self._make_room(steps, is_whole=is_whole)
        first, last = (0.0, float(steps)) if is_whole else self.steps_in_view()
        data = {
            "other": self._smoothed(other, first, last) if other is not None else _nothing(),
            "other_val": other.val(first, last) if other is not None else _nothing(),
            "raw": (front.raw_log if self.is_log_steps else front.raw)(first, last),
            "smoothed": self._smoothed(front, first, last),
            "val": front.val(first, last),
        }
        for name, points in data.items():
            # Of a long run most reports move no pixel.
            if name not in self._drawn or not _are_same(points, self._drawn[name]):
                self._drawn[name] = points
                self.curves[name].setData(*points)

    def _make_room(self, steps: int, *, is_whole: bool) -> None:
        """Let the axis reach behind the last step."""
        most = _MARGIN * max(_FEWEST_STEPS, steps)
        if most > _FEWEST_STEPS * _PARTS:
            part = 2.0 ** (math.floor(math.log2(most))) / _PARTS
            most = math.ceil(most / part) * part
        most = math.log10(most) if self.is_log_steps else most
        if most != self._most:
            self._most = most
            least = _LEAST_DECADES if self.is_log_steps else _FEWEST_STEPS
            self.box.setLimits(xMin=0, xMax=most, minXRange=least)
        shown = most if is_whole else 0.0
        if shown != self._whole:
            self._whole = shown
            if is_whole:
                self.box.setXRange(0.0, most, padding=0)

    def set_log(self, *, steps: bool, losses: bool) -> None:
        """Let an axis be logarithmic, or even."""
        self.is_log_steps, self.is_log_losses = steps, losses
        # What can be zoomed to follows with the data.
        self._most = self._whole = 0.0
        self.box.setLimits(xMin=0, xMax=_FARTHEST, minXRange=0)
        self.plot.setLogMode(x=steps, y=losses)

    def show_whole(self) -> None:
        """Show all steps with the next filling, and every loss."""
        self._whole = 0.0
        self.box.enableAutoRange(axis="y")

    def steps_in_view(self) -> tuple[float, float]:
        """Return the first and the last step that are zoomed to."""
        first, last = self.box.viewRange()[0]
        return (10.0**first, 10.0**last) if self.is_log_steps else (first, last)

    def step_at(self, x: float) -> float:
        """Return the step of a place on the axis."""
        return float(10.0 ** min(x, _MOST_DECADES)) if self.is_log_steps else x

    def x_of(self, step: float) -> float:
        """Return where a step stands on its axis."""
        return math.log10(max(1.0, step)) if self.is_log_steps else step

    def y_of(self, loss: float) -> float:
        """Return where a loss stands on its axis."""
        return math.log10(max(_LOWEST, loss)) if self.is_log_losses else loss

    def _smoothed(self, trace: "LossTrace", first: float, last: float) -> "Points":
        return (trace.smoothed_log if self.is_log_steps else trace.smoothed)(first, last)

    def paint(self, colors: Colors) -> None:
        """Take the colours of a scheme."""
        import pyqtgraph

        self.plot.setBackground(colors.base)
        for side in ("bottom", "left"):
            axis = self.plot.getAxis(side)
            axis.setPen(pyqtgraph.mkPen(colors.border))
            axis.setTextPen(pyqtgraph.mkPen(colors.muted))
        faint = QColor(colors.accent)
        faint.setAlpha(_FAINT_ON_DARK if colors.is_dark else _FAINT)
        for name, color in (("other", colors.muted), ("raw", faint), ("smoothed", colors.accent)):
            self.curves[name].setPen(pyqtgraph.mkPen(color, width=1))
        for name, color in (("other_val", colors.muted), ("val", colors.second)):
            val = self.curves[name]
            val.setPen(pyqtgraph.mkPen(color, width=1, style=Qt.PenStyle.DotLine))
            val.setSymbol("o")
            val.setSymbolSize(_VAL_SIZE)
            val.setSymbolPen(None)
            val.setSymbolBrush(pyqtgraph.mkBrush(color))


def _nothing() -> "Points":
    import numpy as np

    return np.empty(0), np.empty(0)


def _are_same(points: "Points", others: "Points") -> bool:
    import numpy as np

    return all(np.array_equal(one, other) for one, other in zip(points, others, strict=True))
