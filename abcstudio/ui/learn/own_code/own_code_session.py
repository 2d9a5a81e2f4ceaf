"""The one training by own code that may be under way, and what its network writes afterwards."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.sources import read_source
from abcstudio.recipes.lessons.own_training import (
    OwnRunMade,
    OwnStep,
    OwnTrainRequest,
    train_with_own_code,
)
from abcstudio.recipes.lessons.own_writing import OwnWriteRequest, write_with_own_code
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.services.studio import JOB_WAIT_MS, Studio
from abcstudio.workers.job import Job, Report, plain_work


class OwnCodeSession(QObject):
    """Has the student's functions train a network, or write with it; one thing at a time.

    Signals:
        started: Work began.
        run_made: A training has a run of its own. Carries its folder.
        reported: Carries an `OwnStep` of a training.
        finished: A training came to its end. Carries the folder of its run.
        wrote: Carries the text that was written.
        stopped: The person stopped it; what was learned is kept.
        failed: Carries the exception.
        ended: Emitted last, after one of the four above.
    """

    started = Signal()
    run_made = Signal(object)
    reported = Signal(object)
    finished = Signal(object)
    wrote = Signal(str)
    stopped = Signal()
    failed = Signal(object)
    ended = Signal()

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether work is under way."""
        return self._job is not None

    def start(self, request: OwnTrainRequest, source: Path) -> None:
        """Begin a training on the tunes of a source."""
        self._begin(Job(partial(_train, request, source)), self._on_trained)

    def write(self, request: OwnWriteRequest) -> None:
        """Begin to write a text."""
        self._begin(Job(plain_work(write_with_own_code, request)), self._on_written)

    def stop(self) -> None:
        """Stop what runs; its process ends."""
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Stop what runs, and wait a moment for its end."""
        job = self._job
        self.stop()
        if job is not None:
            job.wait(JOB_WAIT_MS)

    def _begin(self, job: Job, on_finished: object) -> None:
        if self._job is not None:
            return
        self._job = job
        job.progressed.connect(self._on_progressed)
        job.finished.connect(on_finished)
        job.cancelled.connect(self._on_stopped)
        job.failed.connect(self._on_failed)
        job.ended.connect(self.ended)
        self.started.emit()
        self._studio.start(job)

    def _on_progressed(self, report: OwnStep | OwnRunMade) -> None:
        if isinstance(report, OwnRunMade):
            self.run_made.emit(report.run)
        else:
            self.reported.emit(report)

    def _on_trained(self, run: RunFolder) -> None:
        self._job = None
        self.finished.emit(run.path)

    def _on_written(self, text: str) -> None:
        self._job = None
        self.wrote.emit(text)

    def _on_stopped(self) -> None:
        self._job = None
        self.stopped.emit()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)


def _train(request: OwnTrainRequest, source: Path, report: Report) -> RunFolder:
    tunes = read_source(source).tunes
    return train_with_own_code(replace(request, tunes=tunes, corpus_name=source.name), report)
