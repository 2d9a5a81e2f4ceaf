"""The sweep that may be under way, as its dialog sees it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.paths import bundled_newness
from abcstudio.recipes.sweeps.running import run_sweep
from abcstudio.runs.sweeps.sweep_folder import SweepFolder
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.training_session import TrainingSession
from abcstudio.workers.job import Job


class SweepSession(QObject):
    """Trains the cells of one sweep; no other network trains meanwhile.

    Signals:
        started: A sweep began or went on.
        reported: Carries a `SweepReport`, two a second and after each evaluation.
        finished: Every cell has been trained, or has failed.
        failed: Carries the exception.
        ended: Emitted last, however it ended.
    """

    started = Signal()
    reported = Signal(object)
    finished = Signal()
    failed = Signal(object)
    ended = Signal()

    def __init__(self, studio: Studio, training: TrainingSession, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._training = training
        self._job: Job | None = None
        self._folder: Path | None = None

    @property
    def is_running(self) -> bool:
        """Whether a sweep is under way."""
        return self._job is not None

    @property
    def folder(self) -> Path | None:
        """The folder of the sweep under way, None where there is none."""
        return self._folder if self.is_running else None

    def why_not(self) -> str:
        """Return why no sweep can begin, "" where one can."""
        return self._training.why_busy()

    def start(self, sweep: SweepFolder) -> None:
        """Train the cells of a sweep that have not ended."""
        if self.why_not():
            return
        work = partial(
            run_sweep,
            sweep,
            scale=bundled_newness(),
            logs=self._studio.settings.training_logs,
            sound_font=self._studio.sound_font,
        )
        job = Job(work)
        self._job, self._folder = job, sweep.path
        job.progressed.connect(self.reported)
        job.finished.connect(lambda _sweep: self.finished.emit())
        job.failed.connect(self.failed)
        job.ended.connect(self._on_ended)
        self._training.keep_off(True)
        self.started.emit()
        self._studio.start(job)

    def stop(self) -> None:
        """Ask the sweep to stop; the cell under way goes on later from what it has kept."""
        if self._job is not None:
            self._job.cancel()

    def _on_ended(self) -> None:
        self._job = None
        self._training.keep_off(False)
        self.ended.emit()
