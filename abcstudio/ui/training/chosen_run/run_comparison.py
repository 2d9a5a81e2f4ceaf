"""Lays the curve of one training run under that of another."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.runs.history import RunSummary
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.training.progress_presenter import ProgressPresenter
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.run_words import shown_name
from abcstudio.workers.job import plain_work
from abcstudio.workers.runs import RunRead, read_run


class RunComparison(QObject):
    """Keeps the run that others are compared with.

    Signals:
        failed: The run cannot be read. Carries the exception.
    """

    failed = Signal(object)

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.runs)
        panel = self._panel = parts.runs
        catalog = self._catalog = parts.catalog
        session = self._session = parts.session
        self._shown = parts.shown
        studio = self._studio = parts.studio
        self._job = LatestJob(studio)
        self._hint: Notice | None = None
        panel.compare_requested.connect(self.toggle)
        panel.run_chosen.connect(self._take_hint_back)
        catalog.changes.deleted.connect(self._on_deleted)
        # What the live run has learned is in the plot already, and on disk only in part.
        session.started.connect(self._show)
        session.ended.connect(self._show)
        self.failed.connect(parts.rooms[ProgressPresenter].say_error)

    def why_not(self, run: RunSummary) -> str:
        """Return why others cannot be compared with a run, "" where they can."""
        has_curve = run.step > 0 or run.folder == self._session.folder
        return "" if has_curve else self.tr("The run made no step, so it has no curve.")

    def toggle(self, run: RunSummary) -> None:
        """Compare other runs with this one, or no longer."""
        if reason := self.why_not(run):
            self._studio.notify(reason)
            return
        begins = run.folder != self._panel.compared
        self._take_hint_back()
        self._panel.set_compared(run.folder if begins else None)
        self._show()
        if begins and self._panel.run is None and self._session.folder is None:
            # Else there would be no curve in sight to lie under.
            self._panel.choose(run.folder)
        if begins and run == self._panel.run:
            words = self.tr("The curve of {0} stays in sight: choose another run to compare it.")
            self._hint = self._studio.notify(words.format(shown_name(run)))

    def _take_hint_back(self) -> None:
        """Free what the hint covers: a curve under the one that was chosen as it said."""
        hint, self._hint = self._hint, None
        if hint is not None:
            self._studio.notice_withdrawn.emit(hint)

    def _show(self) -> None:
        self._job.cancel()
        folder = self._panel.compared
        if folder is None or folder == self._session.folder:
            self._shown.compare_none()
        else:
            self._job.run(plain_work(read_run, folder), self._on_read, self._on_failed)

    def _on_read(self, read: RunRead) -> None:
        self._shown.compare(self._catalog.name_of(read.folder), read)

    def _on_failed(self, error: Exception) -> None:
        self._compare_none()
        self.failed.emit(error)

    def _on_deleted(self, folder: Path) -> None:
        if folder == self._panel.compared:
            self._compare_none()

    def _compare_none(self) -> None:
        self._panel.set_compared(None)
        self._show()
