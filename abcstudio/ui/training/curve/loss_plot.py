"""The loss of a training run as it falls: a curve of training, points of validation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from abcstudio.ui.controls.lesson_button import LessonButton
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.curve.loss_lines import LossLines
from abcstudio.ui.training.curve.plot_legend import PlotLegend
from abcstudio.ui.words.key_words import modifier_words

if TYPE_CHECKING:
    from abcstudio.ui.training.curve.loss_trace import LossTrace


@dataclass(frozen=True, slots=True)
class _NamedTrace:
    """The losses of a run, and what the run is called."""

    name: str
    losses: "LossTrace"


class LossPlot(QWidget):
    """The plot; made when the first point arrives, and from then on only given new data.

    Two runs can stand in it: in front an earlier one that was chosen, else the live one; under it
    one that it is compared with, else the live one.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._lines: LossLines | None = None
        self._live: _NamedTrace | None = None
        self._earlier: _NamedTrace | None = None
        self._compared: _NamedTrace | None = None
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
        head.addWidget(LessonButton(studio, "17-loss", self.tr("What is the loss?")))
        head.addWidget(self.whole)
        head.addWidget(self.log_scale)
        self._plot_column.addLayout(head)
        self.stack = QStackedLayout(self)
        self.stack.addWidget(self._empty)
        self.stack.addWidget(self._plot_area)
        self.clear()
        studio.colors_changed.connect(self.set_colors)

    @property
    def plot(self) -> Any:
        """The widget of pyqtgraph, None before the first point."""
        return self._lines.plot if self._lines is not None else None

    @property
    def curves(self) -> dict[str, Any]:
        """The lines of the plot by name."""
        return self._lines.curves if self._lines is not None else {}

    @property
    def live(self) -> "LossTrace | None":
        """The losses of the live run."""
        return self._live.losses if self._live is not None else None

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
        self._live = None
        self._draw()

    def begin(
        self,
        name: str,
        losses: Sequence[float] = (),
        val: Iterable[tuple[float, float]] = (),
    ) -> None:
        """Show a live run from its first step on, or from where it is resumed."""
        self._live = _NamedTrace(name, _trace(losses, val))
        self._earlier = None
        self.show_whole()

    def add(self, step: int, losses: Sequence[float], val_loss: float | None) -> None:
        """Add what one report says; a resumed run may go over its last steps again."""
        if self._live is None:
            self._live = _NamedTrace("", _trace())
        live = self._live.losses
        if losses:
            live.put(step, losses)
        if val_loss is not None:
            live.put_val([(step, val_loss)])
        self._draw()

    def show_earlier(
        self, name: str, losses: Sequence[float], val: Iterable[tuple[float, float]]
    ) -> None:
        """Show an earlier run in front, with the compared one or the live one under it."""
        self._earlier = _NamedTrace(name, _trace(losses, val))
        if not self._earlier.losses.last_step:
            self._empty.setText(self.tr("No loss was kept for this run."))
        self.show_whole()

    def show_live(self) -> None:
        """Show the live run in front again."""
        if self._earlier is not None:
            self._earlier = None
            self.show_whole()

    def compare(
        self, name: str, losses: Sequence[float], val: Iterable[tuple[float, float]]
    ) -> None:
        """Lay a run under the one in front."""
        self._compared = _NamedTrace(name, _trace(losses, val))
        self.show_whole()

    def compare_none(self) -> None:
        """Lay no run under the one in front, but for the live one."""
        if self._compared is not None:
            self._compared = None
            self.show_whole()

    def show_whole(self) -> None:
        """Show all steps."""
        self._shows_whole = True
        if self._lines is not None:
            self._lines.box.enableAutoRange()
        self._draw()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        if self._lines is not None:
            self._lines.paint(colors)
        self._write_legend()

    @property
    def front(self) -> "LossTrace | None":
        """The losses of the run that is in front."""
        front = self._front
        return front.losses if front is not None else None

    @property
    def _front(self) -> _NamedTrace | None:
        return self._earlier or self._live

    @property
    def _other(self) -> _NamedTrace | None:
        """The run under the one in front."""
        other = self._compared or (self._live if self._earlier is not None else None)
        return other if other is not None and other.losses.last_step else None

    def _draw(self) -> None:
        front, other = self._front, self._other
        has_points = front is not None and front.losses.last_step > 0
        if has_points and self._lines is None:
            self._make_lines()
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
        if self._lines is None or front is None:
            return
        under = other.losses if other is not None else None
        self._lines.fill(front.losses, under, is_whole=self._shows_whole)
        self._write_legend()

    def _make_lines(self) -> None:
        lines = LossLines(self.tr("Step"), self.tr("Loss, nats per character"))
        self._lines = lines
        self._plot_column.addWidget(lines.plot, 1)
        self._on_log_toggled(self.log_scale.isChecked())
        lines.paint(self._colors)
        lines.box.whole_requested.connect(self.show_whole)
        lines.box.sigRangeChangedManually.connect(self._on_moved)

    def _write_legend(self) -> None:
        front, other, colors = self._front, self._other, self._colors
        training, validation = self.tr("Training"), self.tr("Validation")
        if front is not None and other is not None:
            training = front.name
        elif self._earlier is not None:
            training = self.tr("{0}: training").format(self._earlier.name)
        entries = [(colors.accent, "━", training)]
        if front is not None and front.losses.has_val:
            entries.append((colors.second, "●", validation))
        if other is not None:
            entries.append((colors.muted, "━", other.name))
            if other.losses.has_val:
                entries.append((colors.muted, "●", validation))
        self._legend.set_entries(entries)

    def _on_moved(self, *_: object) -> None:
        self._shows_whole = False
        self.plot.getViewBox().enableAutoRange(axis="y")
        self._draw()

    def _on_log_toggled(self, is_log: bool) -> None:
        if self._lines is not None:
            self._lines.plot.setLogMode(x=False, y=is_log)


def _trace(losses: Sequence[float] = (), val: Iterable[tuple[float, float]] = ()) -> "LossTrace":
    """Return the trace of a run; NumPy is loaded with the first one."""
    from abcstudio.ui.training.curve.loss_trace import LossTrace

    trace = LossTrace()
    trace.put(len(losses), losses)
    trace.put_val(val)
    return trace
