"""Sampling other music for chosen measures in the background."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from abcstudio.recipes.rewrite import RewriteRequest, Rewritten, rewrite
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Report


class RewritingSession(QObject):
    """Samples for one request at a time; what is stopped reports nothing more.

    Signals:
        come: Some are there already, more may come. Carries the best so far.
        found: Carries what was found, best first.
        failed: Carries the exception.
    """

    come = Signal(object)
    found = Signal(object)
    failed = Signal(object)

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._job = LatestJob(studio)

    @property
    def is_running(self) -> bool:
        """Whether an answer is awaited."""
        return self._job.is_running

    def start(self, request: RewriteRequest) -> None:
        """Sample in place of what was to be sampled before."""
        work = partial(_rewritten, request)
        self._job.run(work, self.found.emit, self.failed.emit, self.come.emit)

    def stop(self) -> None:
        """Stop at once."""
        self._job.cancel()


def _rewritten(request: RewriteRequest, report: Report) -> tuple[Rewritten, ...]:
    return rewrite(request, show=report)
