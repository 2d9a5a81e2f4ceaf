"""Background work of which only the newest counts."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Job, Work


class LatestJob:
    """Runs one piece of work after another; new work cancels the work before it.

    A late answer never arrives: work that was replaced or cancelled, or that the studio has ended,
    reports neither its progress, its result nor its failure. Nor does an answer reach an object
    that Qt has deleted.
    """

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether an answer is awaited."""
        return self._job is not None

    def run(
        self,
        work: Work,
        on_finished: Callable[[Any], object],
        on_failed: Callable[[Exception], object] | None = None,
        on_progressed: Callable[[Any], object] | None = None,
    ) -> None:
        """Begin work in place of what runs.

        Args:
            work: What is done.
            on_finished: Called with its result.
            on_failed: Called with what it raised instead; None where a failure means only that
                there is no answer.
            on_progressed: Called with each of its reports before that.
        """
        self.cancel()
        job = self._job = Job(work)
        if on_progressed is not None:
            job.progressed.connect(partial(self._report, job, on_progressed))
        job.finished.connect(partial(self._answer, job, on_finished))
        job.failed.connect(partial(self._answer, job, on_failed))
        self._studio.start(job)

    def cancel(self) -> None:
        """Give up what runs; nothing of it arrives."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _report(self, job: Job, told: Callable[[Any], object], report: object) -> None:
        if job is self._job and not job.is_cancelled and not _is_deleted(told):
            told(report)

    def _answer(self, job: Job, told: Callable[[Any], object] | None, answer: object) -> None:
        if job is not self._job:
            return
        self._job = None
        # The studio cancels all that runs before the window goes: its widgets hear nothing more.
        if told is not None and not job.is_cancelled and not _is_deleted(told):
            told(answer)


def _is_deleted(told: Callable[[Any], object]) -> bool:
    """Return whether a method belongs to an object of Qt that is gone."""
    owner = getattr(told, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)
