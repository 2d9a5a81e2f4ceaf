"""How few notes must be changed to find a query at each place of all tunes: the quick, coarse look.

The intervals of the query are compared with those of the tunes, so the key plays no part; lengths
are left to `alignment.py`. A note that is wrong, missing or added costs 1, at the query's ends too;
an interval that differs for good costs 2. All places are worked on at once, a byte each.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Costs = NDArray[np.uint8]

# Works on so many places at a time as the processor's nearest memory holds.
_BLOCK = 1 << 15
_NEVER = 100


def cheapest_ends(
    intervals: NDArray[np.int8], pitches: Sequence[int], stop_if_asked: Callable[[], None]
) -> Costs:
    """Return for each note of the tunes what it costs that the query ends there.

    Args:
        intervals: From each note of the tunes to the next.
        pitches: Those of the query, two or more.
        stop_if_asked: Called now and then.
    """
    query = np.clip(np.diff(np.array(pitches, np.int16)), -60, 60).astype(np.int8)
    result = np.empty(len(intervals), np.uint8)
    margin = 2 * len(pitches)
    for start in range(0, len(intervals), _BLOCK):
        stop_if_asked()
        first = max(start - margin, 0)
        costs = _block(intervals[first : start + _BLOCK], query)
        result[start : start + _BLOCK] = costs[start - first :]
    return result


def _block(intervals: NDArray[np.int8], query: NDArray[np.int8]) -> Costs:
    count = len(intervals)
    # Where two notes in a row lead; across the end of a line nowhere.
    double = intervals[:-1] + intervals[1:]
    double[(intervals[:-1] == 127) | (intervals[1:] == 127)] = 127
    scratch = np.empty(count, np.uint8)
    before: Costs = np.zeros(count, np.uint8)
    earlier: Costs = before
    best = np.full(count, _NEVER, np.uint8)
    for place in range(len(query)):
        # What it costs that the query's note `place + 1` is each note.
        here = np.full(count, min(place + 1, _NEVER), np.uint8)
        _extend(here[1:], before[:-1], intervals[:-1] != query[place], penalty=2, scratch=scratch)
        _extend(
            here[2:], before[:-2], double[: count - 2] != query[place], always=1, scratch=scratch
        )
        if place:
            both = int(query[place - 1]) + int(query[place])
            _extend(here[2:], earlier[:-2], double[: count - 2] != both, always=1, scratch=scratch)
            _extend(here[1:], earlier[:-1], intervals[:-1] != both, always=1, scratch=scratch)
        left_out = len(query) - 1 - place
        if left_out <= 2:
            np.minimum(best, here + np.uint8(left_out), out=best)
        earlier, before = before, here
    return best


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
