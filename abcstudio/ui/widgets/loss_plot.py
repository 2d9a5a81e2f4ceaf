"""The loss of a training run as it falls: a curve of training, points of validation."""

import html
from array import array
from collections.abc import Sequence
from math import isfinite
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from abcstudio.ui.plain_text import Label
from abcstudio.ui.theme import GRID, Colors


class LossPlot(QWidget):
    """The plot; made when the first point arrives, and from then on only given new data.

    Beside the live run it shows the curve of one earlier run for comparison.
    """

    def __init__(self, colors: Colors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = colors
        self._plot: Any = None
        self._items: dict[str, Any] = {}
        self._train: tuple[array[float], array[float]] = (array("d"), array("d"))
        self._val: tuple[array[float], array[float]] = (array("d"), array("d"))
        self._other_name = ""
        self._other: tuple[tuple[float, ...], ...] = ((), (), (), ())
        self.setAccessibleName(self.tr("Loss curve"))
        self._empty = Label(
            self.tr("The loss curve grows here while the network learns.\nLower is better.")
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("muted", True)
        self._empty.setWordWrap(True)
        self.log_scale = QPushButton(self.tr("Logarithmic"))
        self.log_scale.setCheckable(True)
        self.log_scale.setProperty("segment", True)
        self.log_scale.setToolTip(self.tr("Spreads small losses, so that late progress shows"))
        self.log_scale.toggled.connect(self._on_log_toggled)
        self._legend = Label()
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._plot_area = QWidget()
        self._plot_column = QVBoxLayout(self._plot_area)
        self._plot_column.setContentsMargins(GRID, 0, 2 * GRID, 0)
        self._plot_column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(GRID, GRID, 0, 0)
        head.addWidget(self._legend, 1)
        head.addWidget(self.log_scale)
        self._plot_column.addLayout(head)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._plot_area)

    @property
    def point_count(self) -> int:
        """How many points the live training curve has."""
        return len(self._train[0])

    def clear(self) -> None:
        """Forget the live run."""
        self._train = (array("d"), array("d"))
        self._val = (array("d"), array("d"))
        self._draw()

    def set_live(
        self, train: Sequence[tuple[float, float]], val: Sequence[tuple[float, float]]
    ) -> None:
        """Start from earlier points, when a run is resumed."""
        self.clear()
        for step, loss in train:
            self._append(self._train, step, loss)
        for step, loss in val:
            self._append(self._val, step, loss)
        self._draw()

    def add(self, step: int, train_loss: float, val_loss: float | None) -> None:
        """Add what one report says; a resumed run may go over its last steps again."""
        for xs, ys in (self._train, self._val):
            while xs and xs[-1] >= step:
                xs.pop()
                ys.pop()
        self._append(self._train, step, train_loss)
        if val_loss is not None:
            self._append(self._val, step, val_loss)
        self._draw()

    def compare_with(
        self,
        name: str,
        train: Sequence[tuple[float, float]] = (),
        val: Sequence[tuple[float, float]] = (),
    ) -> None:
        """Show the curves of another run behind the live ones; no name and no points for none."""
        self._other_name = name
        self._other = (
            tuple(float(step) for step, _ in train),
            tuple(loss for _, loss in train),
            tuple(float(step) for step, _ in val),
            tuple(loss for _, loss in val),
        )
        self._draw()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        if self._plot is not None:
            self._paint()
        self._write_legend()

    @staticmethod
    def _append(curve: "tuple[array[float], array[float]]", step: float, loss: float) -> None:
        # A report before the first measured step has no loss yet.
        if isfinite(loss):
            curve[0].append(float(step))
            curve[1].append(loss)

    def _draw(self) -> None:
        has_points = bool(self._train[0] or self._val[0] or self._other[0] or self._other[2])
        if has_points and self._plot is None:
            self._make_plot()
        self._stack.setCurrentIndex(1 if has_points else 0)
        if self._plot is None:
            return
        import numpy as np

        for name, (xs, ys) in {
            "other": self._other[:2],
            "other_val": self._other[2:],
            "train": self._train,
            "val": self._val,
        }.items():
            self._items[name].setData(np.array(xs, dtype=float), np.array(ys, dtype=float))
        self._write_legend()

    def _make_plot(self) -> None:
        import pyqtgraph

        plot = pyqtgraph.PlotWidget()
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.showGrid(x=False, y=True, alpha=0.15)
        plot.setLabel("bottom", self.tr("step"))
        plot.setLabel("left", self.tr("loss, nats per character"))
        plot.getPlotItem().setLimits(xMin=0)
        # Room for the whole of the lowest label.
        plot.getPlotItem().layout.setContentsMargins(0, 0, GRID, GRID)
        self._plot = plot
        for name in ("other", "other_val", "train", "val"):
            item = plot.plot([], [])
            item.setDownsampling(auto=True, method="peak")
            item.setClipToView(True)
            item.setSkipFiniteCheck(True)
            self._items[name] = item
        self._plot_column.addWidget(plot, 1)
        self._on_log_toggled(self.log_scale.isChecked())
        self._paint()

    def _paint(self) -> None:
        import pyqtgraph

        colors = self._colors
        self._plot.setBackground(colors.base)
        for side in ("bottom", "left"):
            axis = self._plot.getAxis(side)
            axis.setPen(pyqtgraph.mkPen(colors.border))
            axis.setTextPen(pyqtgraph.mkPen(colors.muted))
        faded = QColor(colors.muted)
        faded.setAlpha(120)
        self._items["other"].setPen(pyqtgraph.mkPen(faded, width=1))
        self._items["train"].setPen(pyqtgraph.mkPen(colors.accent, width=1))
        for name, color in (("other_val", QColor(colors.muted)), ("val", QColor(colors.second))):
            item = self._items[name]
            item.setPen(pyqtgraph.mkPen(color, width=1, style=Qt.PenStyle.DotLine))
            item.setSymbol("o")
            item.setSymbolSize(6)
            item.setSymbolPen(None)
            item.setSymbolBrush(pyqtgraph.mkBrush(color))

    def _write_legend(self) -> None:
        parts = [
            f'<span style="color:{self._colors.accent}">━</span> {self.tr("training")}',
            f'<span style="color:{self._colors.second}">●</span> {self.tr("validation")}',
        ]
        if self._other_name:
            name = html.escape(self._other_name)
            parts.append(f'<span style="color:{self._colors.muted}">━●</span> {name}')
        self._legend.setText("&nbsp;&nbsp;&nbsp;&nbsp;".join(parts))

    def _on_log_toggled(self, is_log: bool) -> None:
        if self._plot is not None:
            self._plot.setLogMode(x=False, y=is_log)
