"""The loss of a training run as it falls: a curve of training, points of validation."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.curve.plot_legend import PlotLegend
from abcstudio.ui.words.key_words import modifier_words

if TYPE_CHECKING:
    from abcstudio.ui.training.curve.loss_trace import LossTrace

_FAINT = 70
_FAINT_ON_DARK = 130
# The steps that are shown at least, and the room behind the last one.
_FEWEST_STEPS = 20
_MARGIN = 1.02
_LINES = ("behind", "raw", "smoothed", "val")


class LossPlot(QWidget):
    """The plot; made when the first point arrives, and from then on only given new data.

    Two runs can stand in it: the live one and an earlier one that was chosen, which then is the one
    in front.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self.plot: Any = None
        self.curves: dict[str, Any] = {}
        self.live: LossTrace | None = None
        self._live_name = ""
        self._earlier: LossTrace | None = None
        self._earlier_name = ""
        self._shows_whole = True
        self.setAccessibleName(self.tr("Loss curve"))
        self._empty = Label()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("muted", True)
        self._empty.setWordWrap(True)
        self.log_scale = QPushButton(self.tr("Logarithmic"))
        self.log_scale.setCheckable(True)
        self.log_scale.setProperty("segment", True)
        self.log_scale.setToolTip(self.tr("Spreads small losses, so that late progress shows"))
        self.log_scale.toggled.connect(self._on_log_toggled)
        self.whole = QPushButton(self.tr("Show all"))
        self.whole.setProperty("segment", True)
        self.whole.clicked.connect(self.show_whole)
        self._legend = PlotLegend()
        self._plot_area = QWidget()
        self._plot_column = QVBoxLayout(self._plot_area)
        self._plot_column.setContentsMargins(GRID, 0, 2 * GRID, 0)
        self._plot_column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(GRID, GRID, 0, 0)
        head.setSpacing(GRID)
        head.addWidget(self._legend, 1)
        head.addWidget(self.whole)
        head.addWidget(self.log_scale)
        self._plot_column.addLayout(head)
        self.stack = QStackedLayout(self)
        self.stack.addWidget(self._empty)
        self.stack.addWidget(self._plot_area)
        self.clear()
        studio.colors_changed.connect(self.set_colors)

    @property
    def point_count(self) -> int:
        """How many steps of the live run have a loss."""
        return self.live.step_count if self.live is not None else 0

    @property
    def legend(self) -> str:
        """The names of the lines."""
        return self._legend.text()

    def clear(self) -> None:
        """Forget the live run."""
        self.live, self._live_name = None, ""
        self._draw()

    def begin(
        self,
        name: str,
        losses: Sequence[float] = (),
        val: Iterable[tuple[float, float]] = (),
    ) -> None:
        """Show a live run from its first step on, or from where it is resumed."""
        self.live, self._live_name = _trace(losses, val), name
        self._earlier, self._earlier_name = None, ""
        self.show_whole()

    def add(self, step: int, losses: Sequence[float], val_loss: float | None) -> None:
        """Add what one report says; a resumed run may go over its last steps again."""
        if self.live is None:
            self.live = _trace()
        if losses:
            self.live.put(step, losses)
        if val_loss is not None:
            self.live.put_val([(step, val_loss)])
        self._draw()

    def show_earlier(
        self, name: str, losses: Sequence[float], val: Iterable[tuple[float, float]]
    ) -> None:
        """Show an earlier run in front, with the live one faint behind it."""
        self._earlier, self._earlier_name = _trace(losses, val), name
        if not (losses or self._earlier.last_step):
            self._empty.setText(self.tr("No loss was kept for this run."))
        self.show_whole()

    def show_live(self) -> None:
        """Show the live run alone again."""
        if self._earlier is not None:
            self._earlier, self._earlier_name = None, ""
            self.show_whole()

    def show_whole(self) -> None:
        """Show all steps."""
        self._shows_whole = True
        if self.plot is not None:
            self.plot.getViewBox().enableAutoRange()
        self._draw()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        if self.plot is not None:
            self._paint()
        self._write_legend()

    @property
    def front(self) -> "LossTrace | None":
        """The losses of the run that is in front."""
        return self._earlier if self._earlier is not None else self.live

    def _draw(self) -> None:
        front = self.front
        has_points = front is not None and front.last_step > 0
        if has_points and self.plot is None:
            self._make_plot()
        if front is None:
            self._empty.setText(
                self.tr("The loss curve grows here while the network learns.\nLower is better.")
            )
        self.stack.setCurrentIndex(1 if has_points else 0)
        self.whole.setEnabled(not self._shows_whole)
        self.whole.setToolTip(
            self.tr("All steps are shown; {0} and the wheel zoom in").format(
                modifier_words(Qt.KeyboardModifier.ControlModifier)
            )
            if self._shows_whole
            else self.tr("Shows all steps again; so does a double click")
        )
        if self.plot is None or front is None:
            return
        behind = self.live if front is self._earlier else None
        self._fill(front, behind)
        self._write_legend()

    def _fill(self, front: "LossTrace", behind: "LossTrace | None") -> None:
        last = max(front.last_step, behind.last_step if behind is not None else 0)
        box = self.plot.getViewBox()
        box.setLimits(xMin=0, xMax=_MARGIN * max(_FEWEST_STEPS, last))
        span = (0.0, float(last)) if self._shows_whole else tuple(box.viewRange()[0])
        data = {
            "behind": behind.smoothed(*span) if behind is not None else ([], []),
            "raw": front.raw(*span),
            "smoothed": front.smoothed(*span),
            "val": front.val(*span),
        }
        for name, (xs, ys) in data.items():
            self.curves[name].setData(xs, ys)

    def _make_plot(self) -> None:
        import pyqtgraph

        from abcstudio.ui.training.curve.loss_view_box import LossViewBox

        box = LossViewBox()
        plot = pyqtgraph.PlotWidget(viewBox=box)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.showGrid(x=False, y=True, alpha=0.15)
        plot.setLabel("bottom", self.tr("Step"))
        plot.setLabel("left", self.tr("Loss, nats per character"))
        box.setLimits(minXRange=_FEWEST_STEPS)
        # Room for the whole of the lowest label.
        plot.getPlotItem().layout.setContentsMargins(0, 0, GRID, GRID)
        self.plot = plot
        for name in _LINES:
            item = plot.plot([], [])
            item.setSkipFiniteCheck(True)
            self.curves[name] = item
        self._plot_column.addWidget(plot, 1)
        self._on_log_toggled(self.log_scale.isChecked())
        self._paint()
        box.whole_requested.connect(self.show_whole)
        box.sigRangeChangedManually.connect(self._on_moved)

    def _paint(self) -> None:
        import pyqtgraph

        colors = self._colors
        self.plot.setBackground(colors.base)
        for side in ("bottom", "left"):
            axis = self.plot.getAxis(side)
            axis.setPen(pyqtgraph.mkPen(colors.border))
            axis.setTextPen(pyqtgraph.mkPen(colors.muted))
        faint = QColor(colors.accent)
        faint.setAlpha(_FAINT_ON_DARK if colors.is_dark else _FAINT)
        for name, color in (("behind", colors.muted), ("raw", faint), ("smoothed", colors.accent)):
            self.curves[name].setPen(pyqtgraph.mkPen(color, width=1))
        val = self.curves["val"]
        val.setPen(pyqtgraph.mkPen(colors.second, width=1, style=Qt.PenStyle.DotLine))
        val.setSymbol("o")
        val.setSymbolSize(6)
        val.setSymbolPen(None)
        val.setSymbolBrush(pyqtgraph.mkBrush(colors.second))

    def _write_legend(self) -> None:
        colors = self._colors
        training, validation = self.tr("Training"), self.tr("Validation")
        if self._earlier is not None:
            training = self.tr("{0}: training").format(self._earlier_name)
        entries = [(colors.accent, "━", training)]
        if self.front is not None and self.front.has_val:
            entries.append((colors.second, "●", validation))
        if self._earlier is not None and self.live is not None and self.point_count:
            entries.append((colors.muted, "━", self._live_name))
        self._legend.set_entries(entries)

    def _on_moved(self, *_: object) -> None:
        self._shows_whole = False
        self.plot.getViewBox().enableAutoRange(axis="y")
        self._draw()

    def _on_log_toggled(self, is_log: bool) -> None:
        if self.plot is not None:
            self.plot.setLogMode(x=False, y=is_log)


def _trace(losses: Sequence[float] = (), val: Iterable[tuple[float, float]] = ()) -> "LossTrace":
    """Return the trace of a run; NumPy is loaded with the first one."""
    from abcstudio.ui.training.curve.loss_trace import LossTrace

    trace = LossTrace()
    trace.put(len(losses), losses)
    trace.put_val(val)
    return trace
