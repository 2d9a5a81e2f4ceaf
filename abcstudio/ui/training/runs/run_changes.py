"""What a person changes of runs, on the page or in the table, each undone in one step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.errors import AbcStudioError
from abcstudio.runs.deleted import DeletedRun, bring_back, delete_run
from abcstudio.runs.history import RunSummary
from abcstudio.runs.marks.run_marks import RunMarks, write_marks


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
