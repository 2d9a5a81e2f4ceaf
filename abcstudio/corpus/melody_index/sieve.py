"""How few notes must be changed to find a query at each place of all tunes: the quick, coarse look.

The steps of the query are compared with those of the tunes, so the key plays no part; lengths are
left to `alignment.py`. A note that is wrong, missing or added costs 1, at the query's ends too; a
step that differs for good costs 2. All places are worked on at once, a byte each.
"""

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.notes import Notes
from abcstudio.corpus.melody_index.steps import StepComparison, StepRanges, compared
from abcstudio.stopping import stop_if_asked

Costs = NDArray[np.uint8]

# Works on so many places at a time as the processor's near memory holds.
_BLOCK = 1 << 17
# All bits of a cost: "or" makes any cost this one. There is room above it for what is added.
_NEVER = 127
_STEP_WRONG = 2
_LEFT_OUT = 2


def cheapest_ends(
    notes: Notes,
    query: StepRanges,
    comparison: StepComparison,
) -> Costs:
    """Return for each note of the tunes what it costs that the query ends there.

    Args:
        notes: The notes of the tunes.
        query: The steps between the notes of the query, one or more.
        comparison: What of a step counts.
    """
    result = np.empty(len(notes), np.uint8)
    margin = 2 * (len(query.single) + 1)
    for start in range(0, len(notes), _BLOCK):
        stop_if_asked()
        first = max(start - margin, 0)
        block = slice(first, start + _BLOCK)
        steps = _Steps(notes.intervals[block], notes.double_intervals[block], comparison)
        costs = _block(steps, query)
        result[start : start + _BLOCK] = costs[start - first :]
    return result


def _block(steps: "_Steps", query: StepRanges) -> Costs:
    count = len(steps)
    best = np.full(count, _NEVER, np.uint8)
    before: Costs = np.zeros(count, np.uint8)
    earlier, here, other = (np.full(count, _NEVER, np.uint8) for _ in range(3))
    edge = len(query.single) + 2
    for place, step in enumerate(query.single):
        # What it costs that the query's note `place + 1` is each note: with one of the tune passed
        # over or, from the query's last but one, with one of the query, or one of each.
        here[:2] = _NEVER
        np.bitwise_or(before[:-2], steps.double(step), out=here[2:])
        if place:
            both = query.double[place - 1]
            np.bitwise_or(earlier[:-2], steps.double(both), out=other[2:])
            np.minimum(here[2:], other[2:], out=here[2:])
            np.bitwise_or(earlier[:-1], steps.single(both), out=other[1:])
            np.minimum(here[1:], other[1:], out=here[1:])
        here += np.uint8(1)
        np.add(before[:-1], steps.penalty(step), out=other[1:])
        np.minimum(here[1:], other[1:], out=here[1:])
        if place < _LEFT_OUT:
            np.minimum(here, np.uint8(place + 1), out=here)
        # Elsewhere two for each note is the most.
        np.minimum(here[:edge], _NEVER, out=here[:edge])
        left_out = len(query.single) - 1 - place
        if left_out <= _LEFT_OUT:
            np.minimum(best, np.add(here, np.uint8(left_out), out=other), out=best)
        earlier, before, here = before, here, earlier
    return best


class _Steps:
    """Compares the steps of a block with allowed ranges; each comparison is made once."""

    def __init__(
        self, single: NDArray[np.int8], double: NDArray[np.int8], comparison: StepComparison
    ) -> None:
        self._single = compared(single, comparison)[:-1]
        self._double = compared(double, comparison)[:-2]
        self._known: dict[tuple[str, tuple[int, int]], Costs] = {}

    def __len__(self) -> int:
        return len(self._single) + 1

    def single(self, allowed: tuple[int, int]) -> Costs:
        """Return `_NEVER` where the step to the next note differs, else 0."""
        return self._cached("single", self._single, allowed, _NEVER)

    def double(self, allowed: tuple[int, int]) -> Costs:
        """Return `_NEVER` where the step to the next note but one differs, else 0."""
        return self._cached("double", self._double, allowed, _NEVER)

    def penalty(self, allowed: tuple[int, int]) -> Costs:
        """Return what the step to the next note costs."""
        return self._cached("penalty", self._single, allowed, _STEP_WRONG)

    def _cached(
        self, kind: str, steps: NDArray[np.int8], allowed: tuple[int, int], cost: int
    ) -> Costs:
        key = kind, allowed
        if key not in self._known:
            self._known[key] = _differs(steps, allowed).view(np.uint8) * np.uint8(cost)
        return self._known[key]


def _differs(steps: NDArray[np.int8], allowed: tuple[int, int]) -> NDArray[np.bool_]:
    low, high = allowed
    if low == high:
        other: NDArray[np.bool_] = steps != low
        return other
    # One comparison for both ends: what lies below becomes large.
    above: NDArray[np.uint8] = (steps - np.int8(low)).view(np.uint8)
    differs: NDArray[np.bool_] = above > np.uint8(high - low)
    return differs
