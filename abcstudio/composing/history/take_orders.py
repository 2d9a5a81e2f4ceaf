"""The orders in which takes are listed."""

from collections.abc import Iterable

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.history.take_facts import TakeFacts
from abcstudio.composing.jury.criteria import CRITERIA

NEWEST, SCORE, NEWNESS, RIGHT = "newest", "score", "newness", "right"
ORDERS = (NEWEST, SCORE, NEWNESS, *CRITERIA, RIGHT)
"""The latest first; by the jury's score, how new they are, one of its numbers, right measures."""


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
    return (0.0, -_value(order, facts), -number)


def in_order(order: str, takes: Iterable[RememberedTake]) -> list[RememberedTake]:
    """Return takes in one of `ORDERS`."""
    return sorted(takes, key=lambda take: order_key(order, take.number, take.facts))


def _value(order: str, facts: TakeFacts) -> float:
    if order == RIGHT:
        return facts.right / facts.measures if facts.measures else -1.0
    if order == NEWNESS:
        return facts.newer
    value: float = facts.marks.data[order]
    return value
