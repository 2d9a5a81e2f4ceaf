"""The axis at the right of a plot of losses, with the lines that it measures."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from abcstudio.ui.look.theme import Colors

_SIZE = 7
_MOST_POINTS = 1000
Points = tuple[Sequence[float], Sequence[float]]


class SideAxis:
    """A second view over the plot of pyqtgraph that shares its steps, not its losses.

    Attributes:
        curves: The lines by name, made once.
    """

    def __init__(self, plot: Any) -> None:
        import pyqtgraph

        self._plot = plot
        self.box = pyqtgraph.ViewBox(enableMenu=False)
        self.box.setMouseEnabled(x=False, y=False)
        # What lies over the plot must not take its clicks.
        self.box.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        plot.getPlotItem().scene().addItem(self.box)
        self.axis = plot.getAxis("right")
        self.axis.linkToView(self.box)
        self.box.setXLink(plot.getPlotItem())
        self.box.setZValue(-10)
        plot.getViewBox().sigResized.connect(self._follow)
        self._words: str | None = None
        self._shown: object = None
        self.curves: dict[str, Any] = {}
        for name in ("first", "second"):
            curve = pyqtgraph.PlotDataItem([], [], skipFiniteCheck=True)
            self.box.addItem(curve)
            self.curves[name] = curve
        self.show("", {}, None)

    def show(
        self, words: str, lines: Mapping[str, Points], span: tuple[float, float] | None
    ) -> None:
        """Show lines, the first of them full and the second one dotted; none hides the axis.

        Args:
            words: What the axis measures, "" for nothing.
            lines: Steps and values by name.
            span: The lowest and the highest value; None fits the lines.
        """
        if words != self._words:
            # Laying the plot out anew takes its time.
            self._words = words
            self._plot.showAxis("right", bool(words))
            self.axis.setLabel(words)
        drawn = [_thinned(points) for points in lines.values()]
        if drawn == self._shown:
            return
        self._shown = drawn
        rest: list[tuple[list[float], list[float]]] = [([], [])] * len(self.curves)
        for curve, (xs, ys) in zip(self.curves.values(), [*drawn, *rest], strict=False):
            curve.setData(xs, ys)
        if span is None:
            self.box.enableAutoRange(axis="y")
        else:
            self.box.setYRange(*span, padding=0.02)
        self._follow()

    def set_log_steps(self, is_log: bool) -> None:
        """Let the steps be those of a logarithmic axis, as the plot's are."""
        for curve in self.curves.values():
            curve.setLogMode(is_log, False)

    def paint(self, colors: Colors) -> None:
        """Take the colours of a scheme."""
        import pyqtgraph

        self.axis.setPen(pyqtgraph.mkPen(colors.border))
        self.axis.setTextPen(pyqtgraph.mkPen(colors.muted))
        styles = (("first", Qt.PenStyle.SolidLine, "t1"), ("second", Qt.PenStyle.DotLine, "s"))
        for name, style, symbol in styles:
            curve = self.curves[name]
            curve.setPen(pyqtgraph.mkPen(colors.text, width=1, style=style))
            curve.setSymbol(symbol)
            curve.setSymbolSize(_SIZE)
            curve.setSymbolPen(None)
            curve.setSymbolBrush(pyqtgraph.mkBrush(colors.text))

    def _follow(self) -> None:
        main = self._plot.getViewBox()
        self.box.setGeometry(main.sceneBoundingRect())
        self.box.linkedViewChanged(main, self.box.XAxis)


def _thinned(points: Points) -> tuple[list[float], list[float]]:
    """Return as many points as a screen can show."""
    xs, ys = points
    width = max(1, -(-len(xs) // _MOST_POINTS))
    return list(xs[::width]), list(ys[::width])
