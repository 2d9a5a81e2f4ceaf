"""A picture of typed code's values, made plain and kept within bounds."""

import math
from collections.abc import Mapping
from typing import Any

MOST_ITEMS = 20_000
"""Numbers, words and lists in a picture; of one that holds more nothing is drawn."""

_MOST_DEPTH = 8
_LONGEST = 200


def plain_picture(picture: Any) -> Any:
    """Return a picture as data that JSON holds, numbers that are none as None.

    Raises:
        ValueError: It holds more than can be drawn.
    """
    left = [MOST_ITEMS]

    def plain(value: Any, depth: int) -> Any:
        left[0] -= 1
        if left[0] < 0 or depth > _MOST_DEPTH:
            raise ValueError("too much")
        if isinstance(value, Mapping):
            return {str(key)[:_LONGEST]: plain(each, depth + 1) for key, each in value.items()}
        if isinstance(value, list | tuple):
            return [plain(each, depth + 1) for each in value]
        if isinstance(value, bool) or value is None:
            return value
        if isinstance(value, int | float):
            number = float(value)
            return number if math.isfinite(number) else None
        return str(value)[:_LONGEST]

    return plain(picture, 0)
