"""The order of parts of a header's `P:` field, such as `A2(BC)3.A` (ABC 2.1, 3.1.9)."""

import re

from abcstudio.notation.limits import MAX_NUMBER_DIGITS, MAX_PART_NESTING, MAX_PARTS

_PIECE = re.compile(r"([A-Za-z])|(\()|(\))|(\d+)|([\s.,;-]+)|(.)", re.DOTALL)


class PartOrderError(ValueError):
    """The order is no order, or too long; `args[0]` is the diagnostic's code."""


def expand_part_order(value: str) -> tuple[str, ...]:
    """Return the labels in the order they are played.

    Raises:
        PartOrderError: Unbalanced brackets, a stray character, or more than the limits allow.
    """
    stack: list[list[str]] = [[]]
    last: list[str] = []
    for match in _PIECE.finditer(value):
        letter, opening, closing, count, _space, stray = match.groups()
        if stray:
            raise PartOrderError("bad-part-order")
        if letter:
            last = [letter]
            stack[-1].append(letter)
        elif opening:
            if len(stack) > MAX_PART_NESTING:
                raise PartOrderError("limit-parts")
            stack.append([])
            last = []
        elif closing:
            last = _close_bracket(stack)
        elif count:
            _repeat(stack[-1], last, count)
            last = []
        if len(stack[-1]) > MAX_PARTS:
            raise PartOrderError("limit-parts")
    if len(stack) > 1:
        raise PartOrderError("bad-part-order")
    return tuple(stack[0])


def _close_bracket(stack: list[list[str]]) -> list[str]:
    """Add the labels of the innermost bracket to those around it, and return them."""
    if len(stack) == 1:
        raise PartOrderError("bad-part-order")
    labels = stack.pop()
    stack[-1].extend(labels)
    return labels


def _repeat(labels: list[str], last: list[str], count: str) -> None:
    """Play the latest piece `count` times in all; it already stands there once."""
    if len(count) > MAX_NUMBER_DIGITS or len(last) * int(count) > MAX_PARTS:
        raise PartOrderError("limit-parts")
    times = int(count)
    if not last or times == 0:
        raise PartOrderError("bad-part-order")
    labels.extend(last * (times - 1))
