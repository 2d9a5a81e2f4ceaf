"""Long loops that end when they are asked to."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from abcstudio.errors import CancelledError

Item = TypeVar("Item")
_ITEMS_A_TURN = 500


def stoppable(items: Iterable[Item], should_stop: Callable[[], bool]) -> Iterator[Item]:
    """Yield items one after the other, and ask now and then whether to stop.

    Raises:
        CancelledError: `should_stop`, asked before the first of each some hundred items, said so.
    """
    for count, item in enumerate(items):
        if count % _ITEMS_A_TURN == 0 and should_stop():
            raise CancelledError
        yield item
