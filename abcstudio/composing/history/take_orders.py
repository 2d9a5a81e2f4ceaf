"""The orders in which takes are listed."""

from collections.abc import Iterable

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.history.take_facts import TakeFacts

NEWEST, SCORE, NEWNESS = "newest", "score", "newness"
ORDERS = (NEWEST, SCORE, NEWNESS)
"""The latest first; by the jury's score; by how new they are."""


def order_key(order: str, number: int, facts: TakeFacts | None) -> tuple[float, ...]:
    """Return what the takes of an order rise by; those of which nothing is known come last.

    Args:
        order: One of `ORDERS`.
        number: The take's; among equals the newest comes first.
        facts: What is known of it.
    """
    if order == NEWEST:
        return (-number,)
    if facts is None:
        return (1.0, 0.0, -number)
    value = facts.newer if order == NEWNESS else facts.marks.score
    return (0.0, -value, -number)


def in_order(order: str, takes: Iterable[RememberedTake]) -> list[RememberedTake]:
    """Return takes in one of `ORDERS`."""
    return sorted(takes, key=lambda take: order_key(order, take.number, take.facts))
