"""Waiting: for a disk that is full, for a person who has paused the run. No torch."""

import time
from collections.abc import Callable

from abcstudio.errors import TrainingError
from abcstudio.messages import Phrase, system_reason
from abcstudio.stopping import asked_to_stop, should_stop_now

RETRY_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 3600.0
"""An unattended run ends then; its last checkpoint is there."""

_LOOK_SECONDS = 0.1


class Asking:
    """Asks whether to stop, and knows how long the answers let it wait.

    A person may pause a run: then the answer comes when it goes on.

    Attributes:
        waited_seconds: For all answers together.
    """

    def __init__(self) -> None:
        self._person = should_stop_now()
        self.waited_seconds = 0.0

    def ask(self) -> bool:
        """Return whether to stop."""
        began = time.perf_counter()
        answer = self._person()
        self.waited_seconds += time.perf_counter() - began
        return answer


def write_patiently(write: Callable[[], None], say: Callable[[Phrase], None]) -> None:
    """Write, and where that fails try again until it succeeds, saying what stands in the way.

    Args:
        write: Writes all or nothing, and may be called again.
        say: Called after every try that fails.

    Raises:
        TrainingError: It was stopped while it waited, or nothing has changed for an hour.
    """
    began = time.monotonic()
    while True:
        try:
            write()
        except OSError as error:
            path, reason = error.filename, system_reason(error)
            if asked_to_stop() or time.monotonic() - began > LONGEST_WAIT_SECONDS:
                raise TrainingError("training.unwritable", path=path, reason=reason) from error
            say(Phrase("training.paused", {"path": path, "reason": reason}))
        else:
            return
        _wait()


def _wait() -> None:
    until = time.monotonic() + RETRY_SECONDS
    while time.monotonic() < until and not asked_to_stop():
        time.sleep(min(_LOOK_SECONDS, RETRY_SECONDS))
