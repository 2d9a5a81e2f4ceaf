"""How far a training run is: a thin bar, four figures in their places, and a line."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from abcstudio.recipes.train import TrainingReport
from abcstudio.ui.controls.name_label import NameLabel
from abcstudio.ui.look.plain_text import Label, tooltip
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.training.fixed_figures import FixedFigures
from abcstudio.ui.words.run_words import duration_words
from abcstudio.ui.words.translation import message

_SHORTEST_BAR = 10 * GRID


class TrainingProgress(QWidget):
    """The line says how fast a run is and how it ended, a button below it what to do then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._val_loss: float | None = None
        self._copied_share: float | None = None
        self.title = NameLabel()
        self.title.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(GRID // 2)
        self.bar.setMinimumWidth(_SHORTEST_BAR)
        self.bar.setAccessibleName(self.tr("Progress of the training run"))
        self.figures = FixedFigures()
        self.line = Label()
        self.line.setWordWrap(True)
        self.line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        # Two lines high from the start, so that nothing jumps when the figures grow.
        self.line.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._go: Callable[[], object] | None = None
        self.way = QPushButton(self.tr("A way on"))
        self.way.setToolTip(self.tr("Shown when a run has ended and something can be done"))
        self.way.hide()
        self.way.clicked.connect(self._on_way_taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.title)
        head.addWidget(self.bar, 1)
        column.addLayout(head)
        column.addWidget(self.figures)
        column.addWidget(self.line)
        column.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)

    def name(self, words: str) -> None:
        """Say which run this is about, "" for none."""
        self.title.setText(words)
        self.title.setToolTip(tooltip(words))
        self.title.setVisible(bool(words))

    def show_place(self, step: int, steps: int) -> None:
        """Show in the bar how far a run came."""
        self.bar.setRange(0, max(1, steps))
        self.bar.setValue(min(step, max(1, steps)))
        self.figures.show_step(step, steps)

    def show_losses(self, training: float | None, validation: float | None) -> None:
        """Show what a run reached that does not train now."""
        self.figures.show_losses(training, validation)
        self.figures.show_left("")

    def say(self, sentence: str, *, is_error: bool = False) -> None:
        """Show a sentence instead of figures."""
        self.line.setText(sentence)
        self.way.hide()
        if self.line.property("error") != is_error:
            self.line.setProperty("error", is_error)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def offer(self, words: str, tooltip: str, go: Callable[[], object]) -> None:
        """Offer a way on from what was said last."""
        self._go = go
        self.way.setText(words)
        self.way.setToolTip(tooltip)
        self.way.show()

    def _on_way_taken(self) -> None:
        if self._go is not None:
            self._go()

    def begin(self) -> None:
        """Forget the figures of the run before."""
        self._val_loss = self._copied_share = None
        self.figures.clear()

    def wait(self, sentence: str) -> None:
        """Show that work began whose length is not known yet."""
        self.bar.setRange(0, 0)
        self.say(sentence)

    def empty(self) -> None:
        """Show no progress."""
        self.figures.clear()
        self.bar.setRange(0, 1)
        self.bar.setValue(0)

    def end(self) -> None:
        """Leave the bar where it is, or empty when nothing was done."""
        if self.bar.maximum() == 0:
            self.empty()

    def take_in(self, report: TrainingReport) -> None:
        """Keep the figures that not every report brings."""
        step = report.progress
        if step.val_loss is not None:
            self._val_loss = step.val_loss
        if step.copied_share is not None:
            self._copied_share = step.copied_share

    def completed(self, report: TrainingReport) -> TrainingReport:
        """Return a report with the figures that earlier ones brought."""
        known = replace(report.progress, val_loss=self._val_loss, copied_share=self._copied_share)
        return replace(report, progress=known)

    def show_reached(self, report: TrainingReport) -> None:
        """Show the losses of a run that has ended, whose reports were taken in."""
        self.show_losses(report.progress.smoothed_loss, self._val_loss)

    def show_report(self, report: TrainingReport) -> None:
        """Show how a run stands whose reports were taken in."""
        step = report.progress
        if step.paused is not None:
            self.say(message(step.paused.message_id, step.paused.parameters), is_error=True)
            return
        self.show_place(step.step, step.steps)
        locale = QLocale()
        left = step.seconds_left
        self.figures.show_left("" if left is None else self.duration(left))
        self.figures.show_losses(step.smoothed_loss, self._val_loss)
        figures = [
            self.tr("{0} characters/s").format(locale.toString(round(step.chars_per_second)))
        ]
        if self._copied_share is not None:
            percent = locale.toString(100 * self._copied_share, "f", 0)
            figures.append(self.tr("{0} % copied").format(percent))
        if step.memory_bytes is not None:
            figures.append(
                self.tr("{0} of memory").format(
                    locale.formattedDataSize(
                        step.memory_bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
                    )
                )
            )
        sentence = "   ·   ".join(figures)
        if step.rows_at_once is not None:
            parameters = {"rows": step.rows_at_once}
            sentence += "\n" + message("training.rows_at_once", parameters)
        if report.is_restored:
            sentence += "\n" + message("training.restored")
        self.say(sentence)

    def duration(self, seconds: float) -> str:
        """Return a time span in the two units that matter."""
        return duration_words(seconds)
