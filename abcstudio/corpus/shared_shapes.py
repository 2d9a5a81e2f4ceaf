"""How many shapes tunes have in common, pair by pair: of 60,000 tunes nine million shapes.

As objects of Python they would take two gigabytes. So each is one number of 64 bits here, and those
that are counted at a time are a few of all. Two different shapes have one number once in millions
of such corpora.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.stopping import in_turns

# A shape that this many tunes share says nothing about kinship.
_COMMON_SHAPE = 60
_PARTS = 32
# So many pairs wait before those that are the same are put together.
_MOST_WAITING = 4_000_000

_Numbers = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class SharedShapes:
    """Pairs of tunes that have shapes in common, in their order, the earlier tune first.

    Attributes:
        first: The earlier tune of each pair.
        second: The later one.
        shared: How many shapes both have.
        counts: How many shapes each tune has.
    """

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    shared: NDArray[np.int64]
    counts: NDArray[np.int64]

    @property
    def of_shorter(self) -> NDArray[np.float64]:
        """How much of the shorter tune's shapes the other one has, 0 to 1."""
        counts = self.counts
        return self.shared / np.minimum(counts[self.first], counts[self.second])

    @property
    def of_both(self) -> NDArray[np.float64]:
        """How much of all the shapes of two tunes both have, 0 to 1."""
        return self.shared / (self.counts[self.first] + self.counts[self.second] - self.shared)

    def pairs(self, chosen: NDArray[np.bool_]) -> list[tuple[int, int]]:
        """Return some of the pairs."""
        first, second = self.first[chosen].tolist(), self.second[chosen].tolist()
        return list(zip(first, second, strict=True))


def shared_shapes(contours: Sequence[tuple[int, ...]], steps: int) -> SharedShapes:
    """Return which tunes have shapes in common.

    Args:
        contours: The melodies as pitches at even steps.
        steps: How many of them make a shape.
    """
    weights = np.random.default_rng(0).integers(1, 2**63, steps - 1, dtype=np.uint64)
    found = [_shapes(each, weights) for each in in_turns(contours)]
    counts = np.array([len(each) for each in found], dtype=np.int64)
    shapes = np.concatenate([*found, np.zeros(0, dtype=np.uint64)])
    del found
    owners = np.repeat(np.arange(len(contours), dtype=np.uint32), counts)
    waiting = [(np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64))]
    for part in in_turns(range(_PARTS)):
        here = shapes % _PARTS == part
        codes = _pairs_in(shapes[here], owners[here], len(contours))
        waiting.append(np.unique(codes, return_counts=True))
        if sum(len(pairs) for pairs, _ in waiting) > _MOST_WAITING:
            waiting = [_together(waiting)]
    pairs, shared = _together(waiting)
    first, second = np.divmod(pairs.astype(np.int64), max(len(contours), 1))
    return SharedShapes(first, second, shared, counts)


def _shapes(steps: Sequence[int], weights: _Numbers) -> _Numbers:
    """Return a number for each different run of steps: its intervals, each with a weight."""
    intervals = np.diff(np.array(steps, dtype=np.int64)).astype(np.uint8).astype(np.uint64) + 1
    missing = max(len(weights) - len(intervals), 0)
    padded = np.concatenate([intervals, np.zeros(missing, dtype=np.uint64)])
    return np.unique(np.correlate(padded, weights, "valid"))


def _pairs_in(shapes: _Numbers, owners: NDArray[np.uint32], count: int) -> _Numbers:
    """Return the pairs of tunes that have a shape in common, as often as they have one."""
    # Those of one shape stay in the order of their tunes.
    order = np.argsort(shapes, kind="stable")
    shapes, owners = shapes[order], owners[order].astype(np.uint64)
    starts = np.flatnonzero(np.diff(shapes, prepend=~shapes[:1]))
    sizes = np.diff(starts, append=len(shapes))
    codes = [np.zeros(0, dtype=np.uint64)]
    for size in range(2, _COMMON_SHAPE + 1):
        rows = owners[starts[sizes == size][:, None] + np.arange(size)]
        earlier, later = np.triu_indices(size, 1)
        codes.append((rows[:, earlier] * np.uint64(count) + rows[:, later]).ravel())
    return np.concatenate(codes)


def _together(
    waiting: Sequence[tuple[_Numbers, NDArray[np.int64]]],
) -> tuple[_Numbers, NDArray[np.int64]]:
    """Return each pair once, with the sum of its counts."""
    codes = np.concatenate([pairs for pairs, _ in waiting])
    counts = np.concatenate([shared for _, shared in waiting])
    order = np.argsort(codes, kind="stable")
    codes, counts = codes[order], counts[order]
    starts = np.flatnonzero(np.diff(codes, prepend=~codes[:1]))
    return codes[starts], np.add.reduceat(counts, starts) if len(starts) else counts
