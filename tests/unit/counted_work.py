"""Work counted instead of timed: a busy machine takes longer for it, but makes no more calls."""

import sys
from collections.abc import Callable
from itertools import pairwise
from types import FrameType

from abcstudio.stopping import stopping


class CallCounter:
    """Counts the calls of functions, Python's and C's, that this thread makes meanwhile."""

    def __init__(self) -> None:
        self.calls = 0

    def __enter__(self) -> "CallCounter":
        sys.setprofile(self._count)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _count(self, _frame: FrameType, event: str, _argument: object) -> None:
        if event in ("call", "c_call"):
            self.calls += 1


def most_calls_between_questions(work: Callable[[], object]) -> int:
    """Return the most calls that work makes without asking whether to stop."""
    asked_at = [0]
    with CallCounter() as counter:

        def should_stop() -> bool:
            asked_at.append(counter.calls)
            return False

        with stopping(should_stop):
            work()
        asked_at.append(counter.calls)
    return max(after - before for before, after in pairwise(asked_at))


def calls_in(work: Callable[[], object]) -> int:
    """Return how many calls a piece of work makes."""
    with CallCounter() as counter:
        work()
    return counter.calls
