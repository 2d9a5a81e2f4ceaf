"""Long loops that end when they are asked to."""

import time
from collections.abc import Callable, Iterable, Iterator
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


def stop_if(should_stop: ShouldStop) -> None:
    """Ask once.

    Raises:
        CancelledError: `should_stop` said so.
    """
    if should_stop():
        raise CancelledError


def stoppable(items: Iterable[Item], should_stop: ShouldStop) -> Iterator[Item]:
    """Yield items one after the other, and ask now and then whether to stop.

    Raises:
        CancelledError: `should_stop`, asked before the first of each some hundred items, said so.
    """
    if should_stop is bool:
        # That is how no one asks: the loop is as fast as without.
        return iter(items)
    return _asking(items, should_stop)


def _asking(items: Iterable[Item], should_stop: ShouldStop) -> Iterator[Item]:
    left = iter(items)
    # Handed on in tuples: an item costs half of what it costs when each is counted.
    while True:
        stop_if(should_stop)
        some = tuple(islice(left, ITEMS_A_TURN))
        if not some:
            return
        yield from some


def in_turns(items: Iterable[Item], should_stop: ShouldStop) -> Iterator[Item]:
    """Yield items; every few milliseconds let other threads work, and ask whether to stop.

    Raises:
        CancelledError: `should_stop` said so.
    """
    turn_began = time.monotonic()
    for item in items:
        if time.monotonic() - turn_began > _TURN_SECONDS:
            if should_stop():
                raise CancelledError
            time.sleep(_REST_SECONDS)
            turn_began = time.monotonic()
        yield item
