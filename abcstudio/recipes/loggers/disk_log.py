"""The log that every run has: its own folder."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from abcstudio.learning.training.waiting import write_patiently
from abcstudio.messages import Phrase
from abcstudio.recipes.run_notes import RunNotes, note_end, note_failure
from abcstudio.runs.history import FINISHED
from abcstudio.runs.loggers.run_logger import LoggedMusic, LoggedRun, RunEnd
from abcstudio.runs.run_folder import RunFolder

if TYPE_CHECKING:
    from abcstudio.learning.training.trainer import StepReport


class DiskLog:
    """Writes a run's folder. Alone of all logs it lets training wait where nothing can be written.

    Args of the constructor:
        run: The folder.
        notes: Writes its figures.
        keeps_every_end: Whether `run.json` also says how a run ended that learned nothing.
        say_paused: Called with a report that says what stands in the way.
    """

    def __init__(
        self,
        run: RunFolder,
        notes: RunNotes,
        *,
        keeps_every_end: bool,
        say_paused: Callable[["StepReport"], None],
    ) -> None:
        self._run, self._notes = run, notes
        self._keeps_every_end = keeps_every_end
        self._say_paused = say_paused

    @property
    def has_restored(self) -> bool:
        """Whether something that was deleted of the folder has been written again."""
        return self._notes.has_restored

    def begin(self, run: LoggedRun) -> None:
        """Let `run.json` say that the run trains, before its first step.

        Raises:
            OSError: It cannot be written.
        """
        self._notes.begin()

    def add(self, report: "StepReport") -> None:
        """Write a report, however long that takes.

        Raises:
            TrainingError: It was stopped while it waited, or nothing has changed for an hour.
        """
        if report.paused is not None:
            return

        self._notes.add(report)
        self._write(self._notes.write, report)

    def hear(self, music: LoggedMusic) -> None:
        """Leave it: what is heard stands in the folder already."""

    def pause(self) -> None:
        """Note how the run stands after its last step."""
        self._notes.keep_standing()

    def end(self, end: RunEnd) -> None:
        """Note how the run ended; a finished run waits for a full disk.

        Raises:
            TrainingError: It was stopped while it waited; or the run failed, and the sentence of
                its error promised a network where none is kept.
            OSError: A run that learned nothing has finished, and that cannot be written.
        """
        if end.error is not None:
            note_failure(self._run, end.error)
        elif end.state != FINISHED:
            if self._notes.has_begun:
                note_end(self._run, state=end.state)
        elif self._notes.has_begun or self._keeps_every_end:
            note, step = partial(self._notes.note, state=end.state, **end.facts), self._notes.step
            if step is None:
                note()
            else:
                self._write(note, step)

    def _write(self, write: Callable[[], None], step: "StepReport") -> None:
        """Write, however long that takes."""

        def say(reason: Phrase) -> None:
            self._say_paused(replace(step, paused=reason))

        write_patiently(write, say)
