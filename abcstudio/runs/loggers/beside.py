"""A log that works in a thread of its own, so that no training waits for it or ends by it."""

import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from abcstudio.errors import AbcStudioError
from abcstudio.messages import Phrase, system_reason
from abcstudio.runs.loggers.run_logger import LoggedMusic, LoggedRun, RunEnd, RunLogger
from abcstudio.stopping import asked_to_stop

if TYPE_CHECKING:
    from abcstudio.learning.training.trainer import StepReport

log = logging.getLogger(__name__)

MOST_WAITING = 50_000
"""Reports that may wait for a slow log; a run of days sends some a second."""

_LOOK_SECONDS = 0.05
_MOST_REASON = 300
_Act = Callable[[RunLogger], None]


class LogBeside:
    """Passes on what a log is given, in order and in another thread; a fault ends it.

    Args of the constructor:
        name: What the log is called.
        make: Makes the log; called in the thread, where importing its library takes no time away.
        tell: Called in the thread with the one sentence of what went wrong.
    """

    def __init__(
        self, name: str, make: Callable[[], RunLogger], tell: Callable[[Phrase], None]
    ) -> None:
        self._name, self._make, self._tell = name, make, tell
        self._waiting: queue.Queue[_Act | None] = queue.Queue(MOST_WAITING)
        self._is_broken = threading.Event()
        self._thread = threading.Thread(target=self._work, name=f"log-{name}", daemon=True)
        self._thread.start()

    def begin(self, run: LoggedRun) -> None:
        """Begin the log soon."""
        self._give(lambda logger: logger.begin(run))

    def add(self, report: "StepReport") -> None:
        """Log a report soon."""
        self._give(lambda logger: logger.add(report))

    def hear(self, music: LoggedMusic) -> None:
        """Log the music of a step soon."""
        self._give(lambda logger: logger.hear(music))

    def end(self, end: RunEnd) -> None:
        """End the log soon; nothing is logged after it."""
        self._give(lambda logger: logger.end(end))
        self.close()

    def close(self) -> None:
        """Let the thread end when it has done what it was given."""
        self._give(None)

    def wait(self, seconds: float) -> None:
        """Wait for the thread to end, some time at most, and no longer than until asked to stop."""
        until = time.monotonic() + seconds
        while self._thread.is_alive() and time.monotonic() < until and not asked_to_stop():
            self._thread.join(_LOOK_SECONDS)
        if self._thread.is_alive():
            self._tell(Phrase("log.slow", {"name": self._name}))

    def _give(self, act: _Act | None) -> None:
        if self._is_broken.is_set():
            return
        try:
            self._waiting.put_nowait(act)
        except queue.Full:
            self._break(Phrase("log.slow", {"name": self._name}))

    def _work(self) -> None:
        try:
            logger = self._make()
            while (act := self._waiting.get()) is not None and not self._is_broken.is_set():
                act(logger)
        except AbcStudioError as error:
            self._break(Phrase(error.message_id, error.parameters))
        except OSError as error:
            log.warning("%s cannot be written: %s", self._name, error)
            reason = system_reason(error)
            facts = {"name": self._name, "path": error.filename or "", "reason": reason}
            self._break(Phrase("log.unwritable" if error.filename else "log.failed", facts))
        except Exception as error:
            # A foreign library may raise anything.
            log.warning("Logging to %s stopped", self._name, exc_info=True)
            reason = " ".join(str(error).split())[:_MOST_REASON] or type(error).__name__
            self._break(Phrase("log.failed", {"name": self._name, "reason": reason}))

    def _break(self, sentence: Phrase) -> None:
        if not self._is_broken.is_set():
            self._is_broken.set()
            self._tell(sentence)
