"""All logs of one run: its folder, and those that a person has chosen besides."""

import queue
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from abcstudio.messages import Phrase
from abcstudio.recipes.loggers.disk_log import DiskLog
from abcstudio.runs.history import FINISHED
from abcstudio.runs.loggers.beside import LogBeside
from abcstudio.runs.loggers.kinds import LOG_KINDS, why_no_log
from abcstudio.runs.loggers.run_logger import LoggedMusic, LoggedRun, RunEnd
from abcstudio.stopping import never, stopping

if TYPE_CHECKING:
    from abcstudio.learning.training.trainer import StepReport

STOP_SECONDS, END_SECONDS = 3.0, 120.0
"""How long the logs beside the folder may take to end: of a run that was stopped, of another."""


class RunLogs:
    """Gives every log what there is to log.

    Those beside the folder begin with the first step that is learned. What goes wrong with one is
    a remark, and ends that one alone.

    Args of the constructor:
        disk: The run's folder.
        names: The other logs, keys of `LOG_KINDS`; no other name is asked for.
        run: What those begin with.
    """

    def __init__(self, disk: DiskLog, names: Sequence[str], run: LoggedRun) -> None:
        self._disk, self._names, self._run = disk, names, run
        self._beside: list[LogBeside] = []
        self._remarks: queue.SimpleQueue[Phrase] = queue.SimpleQueue()
        self._has_begun = False

    @property
    def are_beside(self) -> bool:
        """Whether there is a log beside the folder that has begun."""
        return bool(self._beside)

    @property
    def has_restored(self) -> bool:
        """Whether something that was deleted of the folder has been written again."""
        return self._disk.has_restored

    def remarks(self) -> tuple[Phrase, ...]:
        """Return what is to be said of the logs since this was asked last."""
        said = []
        while True:
            try:
                said.append(self._remarks.get_nowait())
            except queue.Empty:
                return tuple(said)

    def begin(self) -> None:
        """Begin the folder's log before the first step.

        Raises:
            OSError: It cannot be written.
        """
        self._disk.begin(self._run)

    def add(self, report: "StepReport") -> None:
        """Log what happened since the last report.

        Raises:
            TrainingError: The folder cannot be written, and the wait for it was ended.
        """
        self._disk.add(report)
        if report.losses and not self._has_begun:
            self._has_begun = True
            self._begin_beside(report.step - len(report.losses))
        if report.paused is None:
            for log in self._beside:
                log.add(report)

    def pause(self) -> None:
        """Note in the folder how the run stands after its last step."""
        self._disk.pause()

    def hear(self, music: Iterable[LoggedMusic]) -> None:
        """Give the logs beside the folder what is heard of the steps of the run."""
        for one in music:
            for log in self._beside:
                log.hear(one)

    def end(self, end: RunEnd) -> None:
        """End all logs.

        Raises:
            TrainingError, OSError: What the folder's log raises.
        """
        for log in self._beside:
            log.end(end)
        is_finished = end.state == FINISHED
        try:
            self._disk.end(end)
        finally:
            # A run that was stopped was asked already: its logs have their time all the same.
            with nullcontext() if is_finished else stopping(never):
                for log in self._beside:
                    log.wait(END_SECONDS if is_finished else STOP_SECONDS)

    def close(self) -> None:
        """Let the logs beside the folder go, whether they have ended or not."""
        for log in self._beside:
            log.close()

    def _begin_beside(self, first_step: int) -> None:
        run = replace(self._run, first_step=first_step)
        for name in self._names:
            kind = LOG_KINDS[name]
            reason = why_no_log(kind)
            if reason is not None:
                self._remarks.put(reason)
                continue
            log = LogBeside(kind.words, partial(kind.make, self._remarks.put), self._remarks.put)
            log.begin(run)
            self._beside.append(log)
