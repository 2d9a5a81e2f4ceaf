"""Whether it is settled which particle of a take is chosen, though some of them still run.

A weight never grows, so that of a particle that runs ends between what it is now and nothing. Both
questions that are asked of the weights, whether the take is resampled and which particle a random
number falls on, have the same answer for all weights in between as soon as they have it at all
extremes: the weights that give one answer are a convex set.
"""

from collections.abc import Sequence
from itertools import accumulate, product

_MARGIN = 1e-9
_MOST_RUNNING = 4


def settled(
    weights: Sequence[float], has_ended: list[bool], place: float, effective: float
) -> bool:
    """Return whether the particle that is chosen has ended, and will be the one.

    Args:
        weights: What the particles weigh.
        has_ended: Which of them have ended.
        place: The random number that chooses among them, in [0, 1).
        effective: On fewer particles than this the weight must not lie: the take is resampled then.
    """
    if not 0 < has_ended.count(False) <= _MOST_RUNNING:
        return False
    extremes = [
        (weight,) if ended else (weight, 0.0)
        for weight, ended in zip(weights, has_ended, strict=True)
    ]
    chosen = {_chosen(corner, place, effective) for corner in product(*extremes)}
    only = chosen.pop()
    return not chosen and only is not None and has_ended[only]


def _chosen(weights: Sequence[float], place: float, effective: float) -> int | None:
    """Return on which particle a number falls; None where it is close, or the take resampled."""
    total = sum(weights)
    if total <= 0.0 or total * total <= (effective + _MARGIN) * sum(one * one for one in weights):
        return None
    reached = place * total
    ends = list(accumulate(weights))
    if any(abs(end - reached) <= _MARGIN * total for end in ends[:-1]):
        return None
    return sum(end <= reached for end in ends[:-1])
