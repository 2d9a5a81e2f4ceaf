"""Small sums over numbers that the criteria share."""

import math
from collections.abc import Iterable, Sequence

Figures = dict[str, float]
"""What a criterion measures of a tune, by name; what cannot be measured is left out."""


def mean(numbers: Iterable[float]) -> float:
    """Return the mean, 0 of nothing."""
    kept = list(numbers)
    return sum(kept) / len(kept) if kept else 0.0


def share(wanted: int, of: int) -> float:
    """Return a share from 0 to 1, 0 of nothing."""
    return wanted / of if of else 0.0


def spread(numbers: Sequence[float]) -> float:
    """Return the standard deviation."""
    middle = mean(numbers)
    return math.sqrt(mean((one - middle) ** 2 for one in numbers))


def highest(numbers: Sequence[float], place: int = 0) -> float:
    """Return the highest number, or the one at a place from there; 0 where there is none."""
    ordered = sorted(numbers, reverse=True)
    return ordered[place] if place < len(ordered) else 0.0
