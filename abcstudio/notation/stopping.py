"""Long loops that end when they are asked to."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from abcstudio.errors import CancelledError

ShouldStop = Callable[[], bool]
Item = TypeVar("Item")
ITEMS_A_TURN = 200
"""Signs, elements or measures between two questions: some milliseconds."""


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
