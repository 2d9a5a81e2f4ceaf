"""Runs answers, each in a process of its own, of which one is always warm."""

import logging
import secrets
import threading
import time
from collections.abc import Sequence

from abcstudio.errors import AbcStudioError, CancelledError, LessonError
from abcstudio.lessons.running.limits import Limits
from abcstudio.lessons.running.one_run import LIBRARIES, PREPARE_SECONDS, OneRun
from abcstudio.lessons.running.outcome import CheckTask, RunOutcome
from abcstudio.stopping import stop_if_asked, stopping

log = logging.getLogger(__name__)

_SEED_BITS = 31
_LOOK_SECONDS = 0.05
# A check that takes longer is not waited for where another lesson is open by then: a new process
# is warm as soon.
_PATIENCE_SECONDS = 3.0


def new_seed() -> int:
    """Return a seed that no answer can foresee."""
    return secrets.randbits(_SEED_BITS)


class Runner:
    """Keeps one process warm for the next answer, prepared for the task that is open.

    Nothing starts before `warm` or `run`. Its methods may be called from any thread; `run` waits,
    so it belongs in one that may.

    Args:
        limits: What answers may use.
        libraries: What is loaded before they come.
        keeps_warm: Begin to load the next process after each answer.
        check_seconds: How long a check may take to be prepared.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        libraries: Sequence[str] = LIBRARIES,
        *,
        keeps_warm: bool = True,
        check_seconds: float = PREPARE_SECONDS,
    ) -> None:
        self._keeps_warm = keeps_warm
        self._check_seconds = check_seconds
        self._limits = limits or Limits()
        self._libraries = tuple(libraries)
        self._lock = threading.Lock()
        self._is_closed = self._is_cool = False
        self._task: CheckTask | None = None
        self._warming: threading.Thread | None = None
        self._spare: OneRun | None = None
        self._endless: tuple[CheckTask, LessonError] | None = None

    def warm(self, task: CheckTask | None) -> None:
        """Begin to make a process ready for answers to a task; returns at once.

        Args:
            task: What it is prepared for; of None its libraries are loaded.
        """
        with self._lock:
            self._task, self._is_cool = task, False
            is_busy = self._warming is not None and self._warming.is_alive()
            is_ready = self._spare is not None and task in (None, self._spare.task)
            if self._is_closed or is_busy or is_ready:
                return
            self._warming = threading.Thread(
                target=self._make_ready, name="lesson-warming", daemon=True
            )
            self._warming.start()

    def run(self, task: CheckTask, code: str, *, seed: int | None = None) -> RunOutcome:
        """Run an answer to a task, and begin to load the process of the next one.

        What that is prepared for `warm` says: after a right answer comes another lesson.

        Args:
            task: What it is checked with.
            code: The answer.
            seed: That of an earlier outcome, to get the same inputs; a new one where there is none.

        Raises:
            LessonError: The check is broken or has no end, or no process can be made.
            OSError: No process can be started.
        """
        one = self._taken() or self._new()
        try:
            self._raise_endless(task)
            if one.task != task or seed is not None:
                one.prepare(task, new_seed() if seed is None else seed)
            return one.run(code)
        finally:
            one.end()
            if self._keeps_warm:
                with self._lock:
                    wanted = None if self._task == task else self._task
                self.warm(wanted)

    def wait_until_ready(self) -> None:
        """Wait for the process that is being made ready, where there is one."""
        with self._lock:
            warming = self._warming
        if warming is not None:
            warming.join()

    def cool(self) -> None:
        """End the process that waits; `warm` and `run` make another one."""
        with self._lock:
            self._is_cool = True
        self.wait_until_ready()
        one = self._waiting() if self._is_cool else None
        if one is not None:
            one.end()

    def close(self) -> None:
        """End the process that waits; nothing is warmed any more."""
        with self._lock:
            self._is_closed = True
        self.wait_until_ready()
        one = self._taken()
        if one is not None:
            one.end()

    def _taken(self) -> OneRun | None:
        """Return the process that waits, once it is warm, and keep it no more."""
        with self._lock:
            warming = self._warming
        while warming is not None and warming.is_alive():
            stop_if_asked()
            warming.join(_LOOK_SECONDS)
        return self._waiting()

    def _waiting(self) -> OneRun | None:
        with self._lock:
            one, self._spare = self._spare, None
        if one is not None and not one.is_alive():
            one.end()
            return None
        return one

    def _make_ready(self) -> None:
        """Make a process ready for the task that is open, in a thread of its own."""
        one = None
        try:
            while not self._is_unwanted():
                one = one or self._waiting() or self._new()
                with self._lock:
                    task = self._task
                    if task is None or one.task == task:
                        self._spare = one
                        return
                if not self._is_prepared(one, task):
                    one.end()
                    one = None
        except CancelledError:
            pass
        except (AbcStudioError, OSError) as error:
            # The next answer tries again, and tells the person.
            log.warning("No process for lessons can be made ready: %s", error)
        if one is not None:
            one.end()

    def _is_prepared(self, one: OneRun, task: CheckTask) -> bool:
        """Prepare a process; return whether that was done, and not given up for another task.

        Raises:
            LessonError: The check is broken or has no end, or the process has ended.
            CancelledError: No process is wanted any more.
        """
        with stopping(self._is_unwanted):
            one.warm_up()
        began = time.monotonic()

        def is_over() -> bool:
            is_late = time.monotonic() - began > _PATIENCE_SECONDS
            return self._is_unwanted() or (is_late and self._task != task)

        try:
            with stopping(is_over):
                one.prepare(task, new_seed())
        except CancelledError:
            return False
        except LessonError as error:
            if error.message_id == "lesson.check_time":
                # The person has waited once: the next answer is told so at once.
                with self._lock:
                    self._endless = task, error
            raise
        return True

    def _is_unwanted(self) -> bool:
        return self._is_closed or self._is_cool

    def _new(self) -> OneRun:
        return OneRun(self._limits, self._libraries, self._check_seconds)

    def _raise_endless(self, task: CheckTask) -> None:
        """Raise what a check was stopped for while it was made ready; once, it may be mended."""
        with self._lock:
            endless, self._endless = self._endless, None
        if endless is not None and endless[0] == task:
            raise endless[1]
