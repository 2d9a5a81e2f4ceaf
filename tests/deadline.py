"""Waiting for other threads and programs: the only place of the tests that reads a clock."""

import time
from collections.abc import Callable

_POLL_SECONDS = 0.005
_TURNS = 20


def until(condition: Callable[[], bool], seconds: float = 60.0, *, what: str) -> None:
    """Wait until a condition holds, and fail where it does not within a time.

    Args:
        condition: Asked again and again; what it raises ends the wait.
        seconds: Far more than a busy machine needs.
        what: Says in the failure what did not happen: "the window is up".
    """
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"{seconds:g} seconds were not enough until {what}"
        time.sleep(_POLL_SECONDS)


def let_others_run() -> None:
    """Give all other threads a turn, as a call does that leaves Python."""
    for _ in range(_TURNS):
        time.sleep(0)
