"""Reads the training runs on disk in the background, and deletes them."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.runs.history import RunsFound, RunSummary, find_runs
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Job, plain_work
from abcstudio.workers.runs import delete_run


class RunCatalog(QObject):
    """Reads which runs there are, and deletes them.

    Signals:
        read: Carries the `RunsFound`.
        deleted: A run was deleted. Carries its folder.
        failed: Carries the exception.
    """

    read = Signal(object)
    deleted = Signal(object)
    failed = Signal(object)

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._runs: tuple[RunSummary, ...] = ()
        self._job = LatestJob(studio)
        self._is_closed = False
        self._live_cell: Path | None = None

    @property
    def runs(self) -> tuple[RunSummary, ...]:
        """The runs that were found last, the newest first."""
        return self._runs

    @property
    def live_cell(self) -> Path | None:
        """The folder of the run that a sweep trains now, None where none does."""
        return self._live_cell

    def set_live_cell(self, folder: Path | None) -> None:
        """Take note of the run that a sweep trains now."""
        self._live_cell = folder

    def name_of(self, folder: Path) -> str:
        """Return what the run of a folder is called."""
        return next((run.name for run in self._runs if run.folder == folder), folder.name)

    def refresh(self) -> None:
        """Read the runs again."""
        if not self._is_closed:
            work = plain_work(find_runs, self._studio.runs_folder)
            self._job.run(work, self._on_read, self.failed.emit)

    def delete(self, folder: Path) -> None:
        """Delete a run from disk for good."""
        job = Job(plain_work(delete_run, folder))
        job.failed.connect(self.failed)
        job.finished.connect(lambda _: self.deleted.emit(folder))
        job.ended.connect(self._studio.refresh_models)
        job.ended.connect(self.refresh)
        self._studio.start(job)

    def close(self) -> None:
        """Read nothing any more."""
        self._is_closed = True
        self._job.cancel()

    def _on_read(self, found: RunsFound) -> None:
        self._runs = found.runs
        self.read.emit(found)
