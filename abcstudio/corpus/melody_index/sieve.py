"""How few notes must be changed to find a query at each place of all tunes: the quick, coarse look.

The steps of the query are compared with those of the tunes, so the key plays no part; lengths are
left to `alignment.py`. A note that is wrong, missing or added costs 1, at the query's ends too; a
step that differs for good costs 2. All places are worked on at once, a byte each.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.notes import NO_INTERVAL
from abcstudio.corpus.melody_index.steps import StepComparison, StepRanges, compared

Costs = NDArray[np.uint8]

# Works on so many places at a time as the processor's nearest memory holds.
_BLOCK = 1 << 15
_NEVER = 100


def cheapest_ends(
    intervals: NDArray[np.int8],
    query: StepRanges,
    comparison: StepComparison,
    stop_if_asked: Callable[[], None],
) -> Costs:
    """Return for each note of the tunes what it costs that the query ends there.

    Args:
        intervals: From each note of the tunes to the next.
        query: The steps between the notes of the query, one or more.
        comparison: What of a step counts.
        stop_if_asked: Called now and then.
    """
    result = np.empty(len(intervals), np.uint8)
    margin = 2 * (len(query.single) + 1)
    for start in range(0, len(intervals), _BLOCK):
        stop_if_asked()
        first = max(start - margin, 0)
        costs = _block(intervals[first : start + _BLOCK], query, comparison)
        result[start : start + _BLOCK] = costs[start - first :]
    return result


def _block(intervals: NDArray[np.int8], query: StepRanges, comparison: StepComparison) -> Costs:
    count = len(intervals)
    # Where two notes in a row lead; across the end of a line nowhere.
    double = intervals[:-1] + intervals[1:]
    double[(intervals[:-1] == NO_INTERVAL) | (intervals[1:] == NO_INTERVAL)] = NO_INTERVAL
    double = compared(double, comparison)[: max(count - 2, 0)]
    single = compared(intervals, comparison)[: max(count - 1, 0)]
    scratch = np.empty(count, np.uint8)
    before: Costs = np.zeros(count, np.uint8)
    earlier: Costs = before
    best = np.full(count, _NEVER, np.uint8)
    for place, step in enumerate(query.single):
        # What it costs that the query's note `place + 1` is each note.
        here = np.full(count, min(place + 1, _NEVER), np.uint8)
        _extend(here[1:], before[:-1], _differs(single, step), penalty=2, scratch=scratch)
        _extend(here[2:], before[:-2], _differs(double, step), always=1, scratch=scratch)
        if place:
            both = query.double[place - 1]
            _extend(here[2:], earlier[:-2], _differs(double, both), always=1, scratch=scratch)
            _extend(here[1:], earlier[:-1], _differs(single, both), always=1, scratch=scratch)
        left_out = len(query.single) - 1 - place
        if left_out <= 2:
            np.minimum(best, here + np.uint8(left_out), out=best)
        earlier, before = before, here
    return best


def _differs(steps: NDArray[np.int8], allowed: tuple[int, int]) -> NDArray[np.bool_]:
    low, high = allowed
    if low == high:
        other: NDArray[np.bool_] = steps != low
        return other
    # One comparison for both ends: what lies below becomes large.
    above: NDArray[np.uint8] = (steps - np.int8(low)).view(np.uint8)
    differs: NDArray[np.bool_] = above > np.uint8(high - low)
    return differs


def _extend(
    target: Costs,
    source: Costs,
    differs: NDArray[np.bool_],
    *,
    scratch: Costs,
    penalty: int = _NEVER,
    always: int = 0,
) -> None:
    """Let places be reached from others, for more where something differs."""
    costs = scratch[: len(target)]
    np.multiply(differs.view(np.uint8), np.uint8(penalty), out=costs)
    costs += source
    if always:
        costs += np.uint8(always)
    np.minimum(target, costs, out=target)
