"""Cooperative cancellation by a context variable.

Enter `stopping(should_stop)` where work begins; the functions below call it. A new thread does not
inherit it, unless it is started with a copy of the context. A generator must not hold `stopping`
across a `yield`: it would leak into the caller.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import TypeVar

from abcstudio.errors import CancelledError

ShouldStop = Callable[[], bool]
Item = TypeVar("Item")
ITEMS_A_TURN = 200
"""Characters, elements or measures between two checks: some milliseconds."""

# How long one thread works at a stretch; the window draws in the pauses.
_TURN_SECONDS = 0.004
_REST_SECONDS = 0.0002


def never() -> bool:
    """Return False: a `should_stop` that never cancels."""
    return False


_asked: ContextVar[ShouldStop] = ContextVar("should_stop", default=never)


@contextmanager
def stopping(should_stop: ShouldStop) -> Iterator[None]:
    """Make the block cancellable by `should_stop` only; with `never` it cannot be cancelled."""
    before = _asked.set(should_stop)
    try:
        yield
    finally:
        _asked.reset(before)


@contextmanager
def stopping_also(should_stop: ShouldStop) -> Iterator[None]:
    """Make the block cancellable by `should_stop` in addition to the enclosing one."""
    outer = _asked.get()
    with stopping(lambda: outer() or should_stop()):
        yield


def should_stop_now() -> ShouldStop:
    """Return the current `should_stop`, to call it in another context."""
    return _asked.get()


def asked_to_stop() -> bool:
    """Return whether to stop, for work that saves its results before it ends."""
    return _asked.get()()


def stop_if_asked() -> None:
    """Check once.

    Raises:
        CancelledError: The work is to stop.
    """
    if _asked.get()():
        raise CancelledError


def stoppable(items: Iterable[Item]) -> Iterator[Item]:
    """Yield items, and check every `ITEMS_A_TURN` whether to stop.

    Raises:
        CancelledError: The work is to stop.
    """
    if _asked.get() is never:
        # Not slower than a plain loop.
        return iter(items)
    return _asking(items)


def _asking(items: Iterable[Item]) -> Iterator[Item]:
    left = iter(items)
    # Slices into tuples: half the cost of counting each item.
    while True:
        stop_if_asked()
        some = tuple(islice(left, ITEMS_A_TURN))
        if not some:
            return
        yield from some


def in_turns(items: Iterable[Item]) -> Iterator[Item]:
    """Yield items; every few milliseconds yield to other threads and check whether to stop.

    Raises:
        CancelledError: The work is to stop.
    """
    turn_began = time.monotonic()
    for item in items:
        if time.monotonic() - turn_began > _TURN_SECONDS:
            stop_if_asked()
            time.sleep(_REST_SECONDS)
            turn_began = time.monotonic()
        yield item
