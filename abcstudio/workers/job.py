"""The one boundary between engine work and the user interface.

Work is a function whose last parameter is `report`, the others given by `partial(function, ...)`;
`plain_work` makes work of a function that reports nothing. Work asks the context that it runs in
whether it is to stop, see `abcstudio.stopping`.
"""

import logging
import threading
from collections.abc import Callable
from typing import ParamSpec

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from abcstudio.errors import AbcStudioError, CancelledError
from abcstudio.stopping import ShouldStop, never, stopping

log = logging.getLogger(__name__)

Report = Callable[[object], None]
Work = Callable[[Report], object]
_P = ParamSpec("_P")


def plain_work(function: Callable[_P, object], *args: _P.args, **kwargs: _P.kwargs) -> Work:
    """Return the work of calling a function that reports nothing."""
    return lambda _report: function(*args, **kwargs)


def saving_work(function: Callable[_P, object], *args: _P.args, **kwargs: _P.kwargs) -> Work:
    """Return the work of writing something: it comes to its end also when it is cancelled."""

    def save(_report: Report) -> object:
        with stopping(never):
            return function(*args, **kwargs)

    return save


class Job(QObject):
    """Engine work running in its own thread, as the UI thread sees it.

    Signals:
        progressed: Something worth showing happened. Carries one frozen dataclass.
        finished: The work is done. Carries its result.
        cancelled: The work stopped because `cancel` was called.
        failed: The work raised. Carries the exception.
        ended: Emitted last, after exactly one of the three above.
    """

    progressed = Signal(object)
    finished = Signal(object)
    cancelled = Signal()
    failed = Signal(object)
    ended = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._may_go = threading.Event()
        self._may_go.set()
        self._thread = QThread(self)
        self._worker = _Worker(work, self._must_stop)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.run)
        # Relayed through this object, every signal comes home to the UI thread
        # before any view sees it, so views may connect anything, even lambdas.
        self._worker.progressed.connect(self.progressed)
        self._worker.finished.connect(self.finished)
        self._worker.cancelled.connect(self.cancelled)
        self._worker.failed.connect(self.failed)
        self._worker.ended.connect(self.ended)
        # Direct: the UI thread may be inside `wait` and handle no events.
        self._worker.ended.connect(self._thread.quit, Qt.ConnectionType.DirectConnection)
        self._is_over = False
        self._thread.finished.connect(self._on_thread_finished)

    def start(self) -> None:
        """Begin the work in its thread."""
        self._thread.start()

    def is_running(self) -> bool:
        """Return whether the thread has begun and not yet ended."""
        return not self._is_over and self._thread.isRunning()

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop. It answers with `cancelled`, also where it was paused."""
        self._stop.set()
        self._may_go.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop, though it may have come to its end before."""
        return self._stop.is_set()

    @property
    def is_paused(self) -> bool:
        """Whether the work waits where it next asks whether to stop."""
        return not self._may_go.is_set()

    def pause(self) -> None:
        """Let the work wait, unless it is to stop; it keeps all that it has in memory."""
        if not self._stop.is_set():
            self._may_go.clear()

    def go_on(self) -> None:
        """Let paused work go on as if it had never waited."""
        self._may_go.set()

    def wait(self, msec: int) -> bool:
        """Block until the thread has ended, and return whether it has."""
        return self._is_over or self._thread.wait(msec)

    def let_go(self) -> None:
        """Tell none of those who follow it anything more; others may connect themselves now."""
        for signal in (self.progressed, self.finished, self.cancelled, self.failed, self.ended):
            signal.disconnect()

    def _must_stop(self) -> bool:
        """Answer the work in its thread; while it is paused the answer waits."""
        self._may_go.wait()
        return self._stop.is_set()

    @Slot()
    def _on_thread_finished(self) -> None:
        """Go for good: what views connected here, lambdas that hold this job too, goes with it."""
        self._thread.wait()
        self._is_over = True
        self.deleteLater()


class _Worker(QObject):
    progressed = Signal(object)
    finished = Signal(object)
    cancelled = Signal()
    failed = Signal(object)
    ended = Signal()

    def __init__(self, work: Work, should_stop: ShouldStop) -> None:
        super().__init__()
        self._work = work
        self._should_stop = should_stop

    @Slot()
    def run(self) -> None:
        try:
            with stopping(self._should_stop):
                result = self._work(self.progressed.emit)
        except CancelledError:
            self.cancelled.emit()
        except AbcStudioError as error:
            log.info("Background work ended early: %s", error)
            self.failed.emit(error)
        except OSError as error:
            # A file or the disk, no mistake of the program: the notice says where it is.
            log.info("Background work ended early", exc_info=error)
            self.failed.emit(error)
        except Exception as error:
            log.exception("Background work failed")
            self.failed.emit(error)
        else:
            self.finished.emit(result)
        finally:
            self.ended.emit()
