"""Keeps the takes along the curve in step with the run that is shown."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from abcstudio.paths import bundled_newness
from abcstudio.recipes.milestones.heard_steps import HeardStep, heard_steps
from abcstudio.recipes.train import TrainingReport
from abcstudio.runs.history import RunSummary
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.translation import error_sentence


class HearingPresenter(QObject):
    """Reads the milestones of the shown run, and marks them on its curve.

    A run that trains composes its takes itself; those of another one are composed here where it
    had no time for them.
    """

    def __init__(self, parts: TrainingParts) -> None:
        panel, plot, session = parts.takes.hearing, parts.plot, parts.session
        super().__init__(panel)
        self._panel, self._plot, self._session = panel, plot, session
        self._reading = LatestJob(parts.studio)
        self._earlier: Path | None = None
        self._kept_step = 0
        parts.runs.run_chosen.connect(self._on_run_chosen)
        session.started.connect(self._on_started)
        session.reported.connect(self._on_reported)
        session.ended.connect(self._on_ended)
        panel.shown_changed.connect(self._mark)
        plot.milestone_chosen.connect(panel.show_step)
        self._invite()

    def forget(self) -> None:
        """Show nothing of a run that is deleted."""
        self._reading.cancel()
        self._invite()
        self._plot.set_milestones(())

    def _invite(self) -> None:
        self._panel.clear(
            self.tr(
                "At steps 10, 20, 50, 100 and so on the network is kept, and composes the same "
                "takes with the same random numbers: here you hear it learn."
            )
        )

    def _on_started(self) -> None:
        self._earlier, self._kept_step = None, 0
        self._show(self._session.folder)

    def _on_run_chosen(self, run: RunSummary | None) -> None:
        is_live = run is None or run.folder == self._session.folder
        earlier = None if is_live or run is None else run.folder
        if earlier is None and self._earlier is None:
            # The same as before: it has told what there is to tell.
            return
        self._earlier = earlier
        self._show(earlier or self._session.folder)

    def _on_reported(self, report: TrainingReport) -> None:
        progress = report.progress
        is_new = progress.milestone is not None or progress.kept_step != self._kept_step
        self._kept_step = progress.kept_step
        if is_new and self._earlier is None:
            self._read(report.run_dir)

    def _on_ended(self) -> None:
        if self._earlier is None and self._session.folder is not None:
            self._read(self._session.folder)

    def _show(self, folder: Path | None) -> None:
        """Show another run."""
        self.forget()
        if folder is not None:
            self._read(folder)

    def _read(self, folder: Path) -> None:
        trains = self._session.is_running and folder == self._session.folder
        work = partial(heard_steps, folder, bundled_newness(), composes=not trains)
        self._reading.run(work, partial(self._on_read, folder), self._on_failed)

    def _on_read(self, folder: Path, steps: tuple[HeardStep, ...]) -> None:
        if steps:
            self._panel.set_steps(folder, steps)
        elif self._earlier is not None:
            self._panel.clear(self.tr("This run has kept no network along its curve."))
        self._plot.set_milestones(steps)
        self._mark()

    def _on_failed(self, error: Exception) -> None:
        self._panel.clear(error_sentence(error))
        self._plot.set_milestones(())

    def _mark(self) -> None:
        shown = self._panel.shown
        self._plot.mark_milestone(None if shown is None else shown.step)
