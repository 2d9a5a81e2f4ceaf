"""The one check of an answer that may be under way."""

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.lessons.judging import Verdict
from abcstudio.lessons.lesson import Lesson
from abcstudio.lessons.running.runner import Runner
from abcstudio.recipes.lessons.answering import answer
from abcstudio.ui.services.edition import why_no_torch
from abcstudio.ui.services.studio import JOB_WAIT_MS, Studio
from abcstudio.workers.job import Job, plain_work

# Loading PyTorch takes two seconds of a processor: not for a look at the page, or at a lesson.
_PAUSE_MS = 500

IDLE_MS = 120_000
"""How long the process that waits is kept after the person has left the page."""


class CheckSession(QObject):
    """Runs an answer in its process; another one waits until the first has ended.

    Signals:
        started: A check began.
        answered: Carries the `Verdict`.
        stopped: The person stopped it.
        failed: Nothing came of it. Carries the exception.
        ended: Emitted last, after one of the three above.
    """

    started = Signal()
    answered = Signal(object)
    stopped = Signal()
    failed = Signal(object)
    ended = Signal()

    def __init__(self, studio: Studio, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._runner = runner
        self._job: Job | None = None
        self._lesson: Lesson | None = None
        self._is_paused = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._warm)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._cool)

    @property
    def is_running(self) -> bool:
        """Whether a check is under way."""
        return self._job is not None

    def warm(self, lesson: Lesson) -> None:
        """Make a process ready for answers to a lesson, if the person stays with it."""
        if why_no_torch():
            return
        self._lesson = lesson
        if not self._is_paused:
            self._timer.start()

    def pause(self) -> None:
        """Make no process ready: the person has left the page. After a while none waits."""
        self._is_paused = True
        self._timer.stop()
        self._idle.start(IDLE_MS)

    def resume(self) -> None:
        """Go on with the lesson of before: the person is back."""
        self._is_paused = False
        self._idle.stop()
        if self._lesson is not None:
            self._timer.start()

    def start(self, lesson: Lesson, code: str) -> None:
        """Begin to check an answer."""
        if self._job is not None:
            return
        job = self._job = Job(plain_work(answer, lesson, code, self._runner))
        job.finished.connect(self._on_answered)
        job.cancelled.connect(self._on_stopped)
        job.failed.connect(self._on_failed)
        job.ended.connect(self.ended)
        self.started.emit()
        self._studio.start(job)

    def stop(self) -> None:
        """Stop the check; its process ends."""
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Stop what runs, and end the process that waits."""
        job = self._job
        self._timer.stop()
        self._idle.stop()
        self.stop()
        self._runner.close()
        if job is not None:
            job.wait(JOB_WAIT_MS)

    def _warm(self) -> None:
        if self._lesson is not None:
            self._runner.warm(self._lesson.task)

    def _cool(self) -> None:
        """End the process that waits; a check that still runs warms one more when it ends."""
        if self._job is not None:
            self._idle.start(IDLE_MS)
        else:
            self._studio.start(Job(plain_work(self._runner.cool)))

    def _on_answered(self, verdict: Verdict) -> None:
        self._end()
        self.answered.emit(verdict)

    def _on_stopped(self) -> None:
        self._end()
        self.stopped.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        """Be done with a check; the next process is made ready if the person stays."""
        self._job = None
        if self._lesson is not None:
            self.warm(self._lesson)
