"""The loss of a training run as it falls: a curve of training, points of validation."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.recipes.curves.drawn_curve import DrawnCurve
from abcstudio.recipes.milestones.heard_steps import HeardStep
from abcstudio.runs.curve_figures import CurveFigures
from abcstudio.ui.controls.lesson_button import LessonButton
from abcstudio.ui.controls.name_label import NameLabel
from abcstudio.ui.look.plain_text import Label, tooltip
from abcstudio.ui.look.theme import GRID, Colors, small_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.curve.curve_extras import CurveExtras
from abcstudio.ui.training.curve.loss_lines import LossLines
from abcstudio.ui.words.key_words import modifier_words

if TYPE_CHECKING:
    from abcstudio.ui.training.curve.loss_trace import LossTrace


class PlotLegend(QWidget):
    """Signs in the colours of the lines, each with its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[tuple[str, str, str], ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID // 2)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """Return the words of all entries."""
        return "  ".join(words for _, _, words in self._entries)

    def set_entries(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """Show entries: a colour, a sign and words each."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for color, sign, words in entries:
            sign_label, label = Label(sign), NameLabel(words, cuts_end=True)
            label.setFont(small_font())
            sign_label.setStyleSheet(f"color: {color};")
            label.setToolTip(tooltip(words))
            self._row.addWidget(sign_label)
            self._row.addWidget(label)
            self._row.addSpacing(GRID)
        self._row.addStretch(1)


@dataclass(frozen=True, slots=True)
class _NamedTrace:
    """The losses of a run, what the run is called, and what it tells beside them.

    Attributes:
        characters: How many characters its network chooses from; 0 where that is not known.
    """

    name: str
    losses: "LossTrace"
    figures: CurveFigures = field(default_factory=CurveFigures)
    characters: int = 0


class LossPlot(QWidget):
    """The plot; made when the first point arrives, and from then on only given new data.

    Two runs can stand in it: in front an earlier one that was chosen, else the live one; under it
    one that it is compared with, else the live one.

    Attributes:
        extras: What stands in the plot beside the losses.

    Signals:
        milestone_chosen: The person went to a take on the curve. Carries its step.
        drawn_changed: There is a curve to be seen, or no more.
    """

    drawn_changed = Signal()
    milestone_chosen = Signal(int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._lines: LossLines | None = None
        self._live: _NamedTrace | None = None
        self._earlier: _NamedTrace | None = None
        self._compared: _NamedTrace | None = None
        self._shows_whole = True
        self._is_behind = False
        self.setAccessibleName(self.tr("Loss curve"))
        self._empty = Label()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("muted", True)
        self._empty.setWordWrap(True)
        self.log_scale = _switch(
            self.tr("Log losses"),
            self.tr("Spreads small losses, so that late progress shows"),
            self._on_log_toggled,
        )
        self.log_steps = _switch(
            self.tr("Log steps"),
            self.tr("Spreads the first steps, in which most is learned"),
            self._on_log_toggled,
        )
        self.extras = CurveExtras(self)
        self.extras.step_chosen.connect(self.milestone_chosen)
        self.extras.beside_changed.connect(self._draw)
        self.whole = QPushButton(self.tr("Show all"))
        self.whole.setProperty("segment", True)
        self.whole.clicked.connect(self.show_whole)
        self._legend = PlotLegend()
        self._plot_area = QWidget()
        self._plot_column = QVBoxLayout(self._plot_area)
        self._lay_out(studio)
        self.stack = QStackedLayout(self)
        self.stack.addWidget(self._empty)
        self.stack.addWidget(self._plot_area)
        self.clear()
        studio.colors_changed.connect(self.set_colors)

    def _lay_out(self, studio: Studio) -> None:
        """Put what names the lines and what changes them over the plot."""
        names, controls = QHBoxLayout(), QHBoxLayout()
        for row in (names, controls):
            row.setContentsMargins(GRID, GRID // 2, 0, 0)
            row.setSpacing(GRID)
        names.addWidget(self._legend, 1)
        names.addWidget(LessonButton(studio, "17-loss", self.tr("What is the loss?")))
        for control in (self.whole, self.log_scale, self.log_steps):
            controls.addWidget(control)
        controls.addStretch(1)
        controls.addWidget(self.extras.beside)
        self._plot_column.setContentsMargins(GRID, 0, 2 * GRID, 0)
        self._plot_column.setSpacing(0)
        self._plot_column.addLayout(names)
        self._plot_column.addLayout(controls)

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
        figures: CurveFigures | None = None,
    ) -> None:
        """Show a live run from its first step on, or from where it is resumed."""
        self._live = _NamedTrace(name, _trace(losses, val), figures or CurveFigures())
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
        if self._is_out_of_sight:
            self._is_behind = True
        else:
            self._draw()

    def know(self, characters: int) -> CurveFigures:
        """Take how many characters the live network knows; return the figures of its run."""
        if self._live is None:
            self._live = _NamedTrace("", _trace())
        if self._live.characters != characters:
            self._live = replace(self._live, characters=characters)
        return self._live.figures

    def show_earlier(
        self,
        name: str,
        losses: Sequence[float],
        val: Iterable[tuple[float, float]],
        figures: CurveFigures | None = None,
        characters: int = 0,
    ) -> None:
        """Show an earlier run in front, with the compared one or the live one under it."""
        trace = _trace(losses, val)
        self._earlier = _NamedTrace(name, trace, figures or CurveFigures(), characters)
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

    def drawn(self) -> DrawnCurve | None:
        """Return the run in front with all that is drawn of it; None before the first point."""
        front, extras = self._front, self.extras
        if front is None or not front.losses.last_step:
            return None
        trace = front.losses
        steps, losses = trace.smoothed(0.0, float(trace.last_step))
        return DrawnCurve(
            name=front.name,
            losses=list(trace.losses),
            smoothed=(list(steps), list(losses)),
            val=trace.all_val(),
            figures=front.figures,
            heard=extras.heard,
            chance=extras.chance,
            rise=extras.rise,
            is_log_steps=self.log_steps.isChecked(),
            is_log_losses=self.log_scale.isChecked(),
        )

    def set_milestones(self, steps: Sequence[HeardStep]) -> None:
        """Mark the takes of the run in front on its curve."""
        self.extras.set_heard(steps)
        self._draw_extras()

    def mark_milestone(self, step: int | None) -> None:
        """Show which step's takes are heard."""
        self.extras.set_cursor(step)
        self._draw_extras()

    def show_whole(self) -> None:
        """Show all steps."""
        self._shows_whole = True
        if self._lines is not None:
            self._lines.show_whole()
        self._draw()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        if self._lines is not None:
            self._lines.paint(colors)
            self.extras.paint(colors)
        self._write_legend()

    @property
    def front(self) -> "LossTrace | None":
        """The losses of the run that is in front."""
        front = self._front
        return front.losses if front is not None else None

    @property
    def _is_out_of_sight(self) -> bool:
        """Whether another page stands before the curve: drawing it would cost the run its time."""
        has_curve = self.stack.currentWidget() is self._plot_area
        return has_curve and self.window().isVisible() and not self.isVisible()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self._draw()

    @property
    def _front(self) -> _NamedTrace | None:
        return self._earlier or self._live

    @property
    def _other(self) -> _NamedTrace | None:
        """The run under the one in front."""
        other = self._compared or (self._live if self._earlier is not None else None)
        return other if other is not None and other.losses.last_step else None

    def _draw(self) -> None:
        self._is_behind = False
        front, other = self._front, self._other
        has_points = front is not None and front.losses.last_step > 0
        if has_points and self._lines is None:
            self._make_lines()
        if front is None:
            self._empty.setText(
                self.tr("The loss curve grows here while the network learns.\nLower is better.")
            )
        if self.stack.currentIndex() != int(has_points):
            self.stack.setCurrentIndex(int(has_points))
            self.drawn_changed.emit()
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
        self.extras.show_whole(self._shows_whole)
        self._lines.fill(front.losses, under, is_whole=self._shows_whole)
        self._draw_extras()

    def _draw_extras(self) -> None:
        if (front := self._front) is not None:
            self.extras.draw(front.losses, front.figures, front.characters)
            self._write_legend()

    def _make_lines(self) -> None:
        lines = LossLines(self.tr("Step"), self.tr("Loss, nats per character"))
        self._lines = lines
        self._plot_column.addWidget(lines.plot, 1)
        self._plot_column.addWidget(self.extras.reading)
        self.extras.attach(lines, self._colors)
        self._on_log_toggled()
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
        entries += [(colors.text, sign, words) for sign, words in self.extras.legend()]
        self._legend.set_entries(entries)

    def _on_moved(self, *_: object) -> None:
        self._shows_whole = False
        self.plot.getViewBox().enableAutoRange(axis="y")
        self._draw()

    def _on_log_toggled(self, *_: object) -> None:
        if self._lines is not None:
            steps, losses = self.log_steps.isChecked(), self.log_scale.isChecked()
            is_other = steps != self._lines.is_log_steps
            self._lines.set_log(steps=steps, losses=losses)
            if is_other:
                self.show_whole()
            else:
                self._draw_extras()


def _trace(losses: Sequence[float] = (), val: Iterable[tuple[float, float]] = ()) -> "LossTrace":
    """Return the trace of a run; NumPy is loaded with the first one."""
    from abcstudio.ui.training.curve.loss_trace import LossTrace

    trace = LossTrace()
    trace.put(len(losses), losses)
    trace.put_val(val)
    return trace


def _switch(words: str, tooltip: str, toggled: Callable[[], object]) -> QPushButton:
    """Return a button that stays pressed."""
    button = QPushButton(words)
    button.setCheckable(True)
    button.setProperty("segment", True)
    button.setToolTip(tooltip)
    button.toggled.connect(toggled)
    return button
