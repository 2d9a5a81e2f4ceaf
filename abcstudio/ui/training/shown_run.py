"""Which run the curve and the samples show: the one under way, or an earlier one; and beside it."""

from array import array
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from abcstudio.recipes.train import TrainingReport
from abcstudio.runs.curve import Curve
from abcstudio.ui.training.curve.loss_plot import LossPlot
from abcstudio.ui.training.samples_panel import MAX_SAMPLES, SamplesPanel
from abcstudio.workers.runs import RunRead


class ShownRun:
    """Keeps curve and samples together: both are always of the same run."""

    def __init__(self, plot: LossPlot, samples: SamplesPanel) -> None:
        self._plot = plot
        self._samples = samples
        self._live_takes: deque[tuple[int, str]] = deque(maxlen=MAX_SAMPLES)
        self._shows_live = True
        self._is_over = False
        self._characters = 0
        self._earlier: Path | None = None
        self._compared: tuple[str, RunRead] | None = None

    @property
    def has_points(self) -> bool:
        """Whether the curve of the run under way has begun."""
        return self._plot.point_count > 0

    def begin(self, name: str, read: RunRead | None = None) -> None:
        """Show a run that begins, or one that goes on from what was read of it."""
        if read is None:
            self._plot.begin(name)
        else:
            self._plot.begin(name, read.curve.losses, read.curve.val, read.curve.figures)
            self._characters = read.characters
            self._plot.know(read.characters)
        self._begin_takes(read.takes if read is not None else ())
        self._lay_under()

    def live(self, folder: Path) -> RunRead:
        """Return what the run under way has come to."""
        trace, figures = self._plot.live, self._plot.know(self._characters)
        curve = Curve(figures=figures)
        if trace is not None:
            curve = Curve(array("f", trace.losses), tuple(trace.all_val()), figures)
        return RunRead(folder, curve, tuple(self._live_takes), characters=self._characters)

    def report(self, report: TrainingReport) -> None:
        """Take in what the run under way says."""
        step = report.progress
        if step.losses:
            self._characters = report.characters
            self._plot.know(report.characters).add(
                step.step,
                learning_rate=step.learning_rate,
                gradient_norm=step.gradient_norm,
                chars_per_second=step.chars_per_second,
                train_seconds=step.train_seconds,
            )
        self._plot.add(step.step, step.losses, step.val_loss)
        if step.sample is not None:
            self._live_takes.append((step.step, step.sample))
            if self._shows_live:
                self._samples.add(step.step, step.sample)

    def end(self) -> None:
        """Promise no sample any more: the run under way has ended."""
        self._is_over = True
        if self._shows_live and not self._live_takes:
            self._samples.set_takes((), is_over=True)

    def show_earlier(self, name: str, read: RunRead) -> None:
        """Show what an earlier run left behind."""
        self._shows_live = False
        curve = read.curve
        self._plot.show_earlier(name, curve.losses, curve.val, curve.figures, read.characters)
        self._samples.set_takes(read.takes, is_over=True)
        self._earlier = read.folder
        self._lay_under()

    def show_live(self) -> None:
        """Show the run under way again, or the one that was last."""
        if not self._shows_live:
            self._shows_live = True
            self._plot.show_live()
            self._samples.set_takes(self._live_takes, is_over=self._is_over)
            self._lay_under()

    def compare(self, name: str, read: RunRead) -> None:
        """Lay a run's curve under the one that is shown."""
        self._compared = name, read
        self._lay_under()

    def compare_none(self) -> None:
        """Lay no chosen run's curve under the one that is shown."""
        self._compared = None
        self._lay_under()

    def forget_live(self) -> None:
        """Show nothing of a run that is deleted."""
        self._plot.clear()
        self._live_takes.clear()
        self._is_over = False
        if self._shows_live:
            self._samples.clear()

    def _lay_under(self) -> None:
        name, read = self._compared or ("", None)
        if read is None or (not self._shows_live and read.folder == self._earlier):
            self._plot.compare_none()
        else:
            self._plot.compare(name, read.curve.losses, read.curve.val)

    def _begin_takes(self, takes: Sequence[tuple[int, str]]) -> None:
        self._shows_live = True
        self._is_over = False
        self._live_takes = deque(takes, maxlen=MAX_SAMPLES)
        self._samples.set_takes(self._live_takes)
