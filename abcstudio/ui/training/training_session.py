"""The one training run that may be under way, as the training page sees it."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.recipes.train import TrainingReport, TrainRequest, TrainResult, train
from abcstudio.runs.history import RunSummary
from abcstudio.ui.services.edition import why_no_torch
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.live.handed_run import HandedJob
from abcstudio.ui.training.live.standing import Standing
from abcstudio.workers.job import Job


class TrainingSession(QObject):
    """Starts, follows and stops a run; a second one cannot start before the first has ended.

    Signals:
        started: A run began.
        reported: Carries a `TrainingReport`, two a second and after each evaluation.
        finished: Carries the `TrainResult`.
        stopped: The person stopped the run; what it learned is kept.
        failed: Carries the exception.
        ended: Emitted last, after one of the three above.
        busy_changed: A sweep began to train networks, or ended.
        paused_changed: The run waits for the person, or goes on.
    """

    started = Signal()
    reported = Signal(object)
    finished = Signal(object)
    stopped = Signal()
    failed = Signal(object)
    ended = Signal()
    busy_changed = Signal()
    paused_changed = Signal()

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._job: Job | None = None
        self._folder: Path | None = None
        self._name = ""
        self._starts_from: Path | None = None
        self._is_kept_off = False

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self._job is not None

    @property
    def is_paused(self) -> bool:
        """Whether the run under way waits for the person."""
        return self._job is not None and self._job.is_paused

    @property
    def jobs(self) -> frozenset[Job]:
        """The work of the run under way."""
        return frozenset() if self._job is None else frozenset((self._job,))

    @property
    def folder(self) -> Path | None:
        """The folder of the run under way, or of the one before; None until it is known."""
        return self._folder

    @property
    def starts_from(self) -> Path | None:
        """The model that the run under way goes on from, None for new weights or no run."""
        return self._starts_from if self.is_running else None

    def standing(self, live_cell: Path | None) -> Standing:
        """Return which run trains now, and whether it waits; `live_cell` is that of a sweep."""
        return Standing(self._folder if self.is_running else live_cell, is_paused=self.is_paused)

    def why_busy(self) -> str:
        """Return why no run can begin now, "" where one can."""
        if words := why_no_torch():
            return words
        if self.is_running:
            return self.tr("A run is under way.")
        return self.tr("A sweep is under way: pause it first.") if self._is_kept_off else ""

    def keep_off(self, is_kept_off: bool) -> None:
        """Let no run begin while a sweep trains networks, or let runs begin again."""
        self._is_kept_off = is_kept_off
        self.busy_changed.emit()

    def start(self, request: TrainRequest) -> None:
        """Begin a run."""
        if self.why_busy():
            return
        self._folder, self._starts_from = request.resume_from, request.start_from
        self._name = request.name
        job = Job(partial(train, request))
        self._follow(job)
        self.started.emit()
        self._studio.start(job)

    def hand_over(self) -> HandedJob | None:
        """Leave the run under way to the session of another window; None where there is none."""
        job, self._job = self._job, None
        if job is None:
            return None
        return HandedJob(
            job=self._studio.hand_over(job),
            name=self._name,
            folder=self._folder,
            starts_from=self._starts_from,
        )

    def take_up(self, handed: HandedJob) -> None:
        """Go on with a run that another window had begun."""
        self._name, self._folder = handed.name, handed.folder
        self._starts_from = handed.starts_from
        self._follow(handed.job)
        self._studio.adopt(handed.job)
        self.started.emit()

    def _follow(self, job: Job) -> None:
        self._job = job
        job.progressed.connect(self._on_reported)
        job.finished.connect(self._on_finished)
        job.cancelled.connect(self._on_stopped)
        job.failed.connect(self._on_failed)
        job.ended.connect(self.ended)

    def stop(self) -> None:
        """Ask the run to stop; it keeps what it learned."""
        if self._job is not None:
            self._job.cancel()

    def pause(self) -> None:
        """Let the run wait after its present step, or go on; all it has stays in memory."""
        if self._job is None:
            return
        if self._job.is_paused:
            self._job.go_on()
        else:
            self._job.pause()
        self.paused_changed.emit()

    def find_folder(self, runs: Iterable[RunSummary]) -> None:
        """Find the last run among others, where it ended before its first report."""
        if self._folder is None and self._name:
            # No two runs that a window begins have one name.
            self._folder = next((run.folder for run in runs if run.name == self._name), None)

    def forget(self, folder: object) -> None:
        """Know nothing more of the last run where its folder is gone."""
        if folder == self._folder and not self.is_running:
            self._folder, self._name = None, ""

    def _on_reported(self, report: TrainingReport) -> None:
        self._folder = report.run_dir
        self.reported.emit(report)

    def _on_finished(self, result: TrainResult) -> None:
        self._job = None
        self._folder = result.run_dir
        self.finished.emit(result)

    def _on_stopped(self) -> None:
        self._job = None
        self.stopped.emit()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)
