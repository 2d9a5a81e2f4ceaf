"""Cancellation of long work: the context that work runs in says whether it is to stop.

Where work begins, `stopping` sets what is asked; whatever runs in that block asks it. A thread that
the work starts asks nothing, unless it is started with a copy of the context. A generator must not
set what is asked across a `yield`: its caller would ask it, too.
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
"""Signs, elements or measures between two questions: some milliseconds."""

# How long one thread works at a stretch; the window draws in the pauses.
_TURN_SECONDS = 0.004
_REST_SECONDS = 0.0002


def never() -> bool:
    """Answer that the work is not to stop."""
    return False


_asked: ContextVar[ShouldStop] = ContextVar("should_stop", default=never)


@contextmanager
def stopping(should_stop: ShouldStop) -> Iterator[None]:
    """Let the block ask `should_stop` and nothing else; with `never` it cannot be stopped."""
    before = _asked.set(should_stop)
    try:
        yield
    finally:
        _asked.reset(before)


@contextmanager
def stopping_also(should_stop: ShouldStop) -> Iterator[None]:
    """Let the block stop where `should_stop` says so, or what was asked before."""
    outer = _asked.get()
    with stopping(lambda: outer() or should_stop()):
        yield


def should_stop_now() -> ShouldStop:
    """Return what is asked here, for work that asks it elsewhere."""
    return _asked.get()


def asked_to_stop() -> bool:
    """Return whether to stop, for work that ends tidily and keeps what it has."""
    return _asked.get()()


def stop_if_asked() -> None:
    """Ask once.

    Raises:
        CancelledError: The work is to stop.
    """
    if _asked.get()():
        raise CancelledError


def stoppable(items: Iterable[Item]) -> Iterator[Item]:
    """Yield items one after the other, and ask now and then whether to stop.

    Raises:
        CancelledError: The work is to stop; asked before the first of each some hundred items.
    """
    if _asked.get() is never:
        # The loop is as fast as without.
        return iter(items)
    return _asking(items)


def _asking(items: Iterable[Item]) -> Iterator[Item]:
    left = iter(items)
    # Handed on in tuples: an item costs half of what it costs when each is counted.
    while True:
        stop_if_asked()
        some = tuple(islice(left, ITEMS_A_TURN))
        if not some:
            return
        yield from some


def in_turns(items: Iterable[Item]) -> Iterator[Item]:
    """Yield items; every few milliseconds let other threads work, and ask whether to stop.

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
