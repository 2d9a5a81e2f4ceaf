"""How much of what chance makes the tests try: a little each time, more where a person asks."""

import os
from collections.abc import Iterable
from typing import TypeVar

Case = TypeVar("Case")

_FACTOR = max(1, int(os.environ.get("ABCSTUDIO_THOROUGH", "1")))


def tries(few: int) -> int:
    """Return how many to try: `few`, or as many times that as `ABCSTUDIO_THOROUGH` says."""
    return few * _FACTOR


def some(few: Iterable[Case], others: Iterable[Case]) -> list[Case]:
    """Return a few cases, and the others too where `ABCSTUDIO_THOROUGH` asks for more."""
    return [*few, *(others if _FACTOR > 1 else ())]
