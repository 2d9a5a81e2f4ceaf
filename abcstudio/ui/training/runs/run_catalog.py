"""Reads the training runs on disk in the background, and again when a person changes them."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.runs.history import RunsFound, RunSummary, find_runs
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.runs.run_changes import RunChanges
from abcstudio.ui.words.corpus_names import corpus_words
from abcstudio.ui.words.run_words import shown_name
from abcstudio.workers.job import plain_work


class RunCatalog(QObject):
    """Reads which runs there are.

    Attributes:
        changes: What the person changes of them.

    Signals:
        read: Carries the `RunsFound`.
        failed: Carries the exception.
    """

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._runs: tuple[RunSummary, ...] = ()
        self._job = LatestJob(studio)
        self._is_outdated = False
        self._live_cell: Path | None = None
        self.changes = RunChanges(self)
        self.changes.changed.connect(self._on_changed)

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
        return next((shown_name(run) for run in self._runs if run.folder == folder), folder.name)

    def refresh(self) -> None:
        """Read the runs again, in place of what is being read."""
        self._is_outdated = False
        work = plain_work(find_runs, self._studio.runs_folder)
        self._job.run(work, self._on_read, self.failed.emit)

    def follow(self) -> None:
        """Read the runs again after what is being read: for what is told of again and again.

        Where many runs take longer to read than the next news to come, none would ever be shown.
        """
        if self._job.is_running:
            self._is_outdated = True
        else:
            self.refresh()

    def _on_changed(self) -> None:
        self.refresh()
        self._studio.refresh_models()

    def _on_read(self, found: RunsFound) -> None:
        self._runs = tuple(
            replace(run, corpus_name=corpus_words(run.corpus_name)) for run in found.runs
        )
        self.read.emit(replace(found, runs=self._runs))
        if self._is_outdated:
            self.refresh()
