"""Reads the training runs on disk in the background, and again when a person changes them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.errors import AbcStudioError
from abcstudio.runs.deleted import DeletedRun, bring_back, delete_run
from abcstudio.runs.history import RunsFound, RunSummary, find_runs
from abcstudio.runs.run_marks import RunMarks, write_marks
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.corpus_names import corpus_words
from abcstudio.ui.words.run_words import shown_name
from abcstudio.workers.job import plain_work


@dataclass(frozen=True, slots=True)
class _Step:
    undo: Callable[[], object]
    redo: Callable[[], object]


class RunChanges(QObject):
    """Marks and deletes runs.

    Signals:
        changed: Something on disk is different now.
        deleted: A run was moved out of the list. Carries its folder.
        failed: Carries the exception.
    """

    changed = Signal()
    deleted = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something taken back can be done again."""
        return bool(self._undone)

    def mark(self, changes: Sequence[tuple[RunSummary, RunMarks]]) -> None:
        """Keep other marks of some runs."""
        new = [(run.folder, marks) for run, marks in changes if marks != run.marks]
        old = [(run.folder, run.marks) for run, marks in changes if marks != run.marks]
        if new:
            self._do(_Step(partial(_write, old), partial(_write, new)))

    def delete(self, folders: Sequence[Path]) -> bool:
        """Move runs out of the list; return whether all of them are."""
        deleted: list[DeletedRun] = []

        def redo() -> None:
            deleted.clear()
            # One by one: where one cannot be moved, those before it can be brought back.
            for folder in folders:
                deleted.append(delete_run(folder))
                self.deleted.emit(folder)

        def undo() -> None:
            while deleted:
                bring_back(deleted[-1])
                deleted.pop()

        return self._do(_Step(undo, redo))

    def undo(self) -> None:
        """Take the last change back."""
        if self._done and self._try(self._done[-1].undo):
            self._undone.append(self._done.pop())
            self.changed.emit()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._undone and self._try(self._undone[-1].redo):
            self._done.append(self._undone.pop())
            self.changed.emit()

    def _do(self, step: _Step) -> bool:
        is_done = self._try(step.redo)
        if is_done:
            self._done.append(step)
            self._undone.clear()
        self.changed.emit()
        return is_done

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except (AbcStudioError, OSError) as error:
            self.failed.emit(error)
            return False
        return True


def _write(changes: Sequence[tuple[Path, RunMarks]]) -> None:
    for folder, marks in changes:
        write_marks(folder, marks)


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
