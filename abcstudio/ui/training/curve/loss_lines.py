"""The lines of a plot of losses: those of one run, and under them those of another one."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.plots_ahead import load_plots

if TYPE_CHECKING:
    from abcstudio.ui.training.curve.loss_trace import LossTrace

_FAINT = 70
_FAINT_ON_DARK = 130
# The steps that are shown at least, and the room behind the last one.
_FEWEST_STEPS = 20
_MARGIN = 1.02
_LINES = ("other", "other_val", "raw", "smoothed", "val")
_VAL_SIZE = 6


class LossLines:
    """A plot of pyqtgraph; made once there is something to see, for its library takes its time.

    Attributes:
        plot: The widget.
        box: The part of it that zooms.
        curves: The lines by name; those of the other run are the first two.
    """

    def __init__(self, steps: str, losses: str) -> None:
        """Make an empty plot; `steps` and `losses` name its axes."""
        load_plots()
        import pyqtgraph

        from abcstudio.ui.training.curve.local_axis import LocalAxis
        from abcstudio.ui.training.curve.loss_view_box import LossViewBox

        self.box = LossViewBox()
        self.plot: Any = pyqtgraph.PlotWidget(
            viewBox=self.box, axisItems={side: LocalAxis(side) for side in ("bottom", "left")}
        )
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.showGrid(x=False, y=True, alpha=0.15)
        self.plot.setLabel("bottom", steps)
        self.plot.setLabel("left", losses)
        self.box.setLimits(minXRange=_FEWEST_STEPS)
        # Room for the whole of the lowest label.
        self.plot.getPlotItem().layout.setContentsMargins(0, 0, GRID, GRID)
        self.curves: dict[str, Any] = {}
        for name in _LINES:
            item = self.plot.plot([], [])
            item.setSkipFiniteCheck(True)
            self.curves[name] = item

    def fill(self, front: "LossTrace", other: "LossTrace | None", *, is_whole: bool) -> None:
        """Draw a run, and another one under it; all of it, or the steps that are zoomed to."""
        steps = max(front.last_step, other.last_step if other is not None else 0)
        self.box.setLimits(xMin=0, xMax=_MARGIN * max(_FEWEST_STEPS, steps))
        first, last = (0.0, float(steps)) if is_whole else self.box.viewRange()[0]
        data = {
            "other": other.smoothed(first, last) if other is not None else ([], []),
            "other_val": other.val(first, last) if other is not None else ([], []),
            "raw": front.raw(first, last),
            "smoothed": front.smoothed(first, last),
            "val": front.val(first, last),
        }
        for name, (xs, ys) in data.items():
            self.curves[name].setData(xs, ys)

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
