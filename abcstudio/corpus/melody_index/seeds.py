"""Where tunes have the same five notes in a row, in any key: longer likenesses grow from these."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.notes import NO_INTERVAL, Notes

SEED_NOTES = 5

# Where more tunes than that have it, five notes say nothing.
_COMMON = 2000
# One note between two seeds may differ.
_WIDEST_GAP = SEED_NOTES + 1
_MOST_CHAINS = 1500
_PLACE_BITS, _ALL_PLACES = np.uint64(32), np.uint64(2**32 - 1)


@dataclass(frozen=True, slots=True)
class Chains:
    """Rows of seeds that follow each other alike in a query and in a tune, the rarest first.

    Attributes:
        diagonals: Where in all notes the query would begin.
        transpositions: By how many semitones the tune lies above the query.
        lines: The lines of music.
        firsts: The query's note with which each begins.
    """

    diagonals: NDArray[np.int64]
    transpositions: NDArray[np.int64]
    lines: NDArray[np.int64]
    firsts: NDArray[np.int64]


class SeedIndex:
    """All runs of five notes, in the order of their intervals, then of their places."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        # Each with its place below it: to be sorted where it is, with no room for an order.
        pairs = _keys(notes.intervals).astype(np.uint64)
        pairs <<= _PLACE_BITS
        pairs |= np.arange(len(pairs), dtype=np.uint32)
        pairs = pairs[_within_lines(notes.intervals)]
        pairs.sort()
        self._places = (pairs & _ALL_PLACES).astype(np.int32)
        pairs >>= _PLACE_BITS
        self._keys = pairs.astype(np.uint32)

    def chains(self, pitches: Sequence[int] | NDArray[np.int16], without: frozenset[int]) -> Chains:
        """Return where runs of a query stand in tunes, but for some of these."""
        notes = self._notes
        query = np.array(pitches, np.int16)
        places, found, rarity = self._hits(query)
        if without:
            others = ~np.isin(notes.tunes[notes.line_at(found)], np.array([*without]))
            places, found, rarity = places[others], found[others], rarity[others]
        diagonals, lines = found - places, notes.line_at(found)
        keys = notes.pitches[found].astype(np.int64) - query[places]
        order = np.lexsort((places, keys, diagonals))
        places, diagonals, lines, keys = places[order], diagonals[order], lines[order], keys[order]
        rarity = rarity[order]
        if not len(places):
            return Chains(diagonals, keys, lines, places)
        begins = np.ones(len(places), bool)
        begins[1:] = (
            (np.diff(diagonals) != 0)
            | (np.diff(keys) != 0)
            | (np.diff(lines) != 0)
            | (np.diff(places) > _WIDEST_GAP)
        )
        starts = np.flatnonzero(begins)
        weights = np.add.reduceat(rarity, starts)
        best = starts[np.argsort(-weights, kind="stable")[:_MOST_CHAINS]]
        return Chains(diagonals[best], keys[best], lines[best], places[best])

    def _hits(
        self, query: NDArray[np.int16]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Return the query's places, the notes that they are found at, and how rare each is."""
        intervals = np.clip(np.diff(query), -60, 60).astype(np.int8)
        keys = _keys(np.append(intervals, np.int8(0)))
        left = np.searchsorted(self._keys, keys, side="left")
        counts = np.searchsorted(self._keys, keys, side="right") - left
        counts[counts > _COMMON] = 0
        places = np.repeat(np.arange(len(keys)), counts)
        first = np.repeat(np.cumsum(counts) - counts, counts)
        found = self._places[np.repeat(left, counts) + np.arange(len(places)) - first]
        rarity = np.log(max(len(self._keys), 2) / np.maximum(counts, 1))
        return places, found.astype(np.int64), np.repeat(rarity, counts)


def _within_lines(intervals: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Return from which notes on five of one line of music stand."""
    count = max(len(intervals) - SEED_NOTES + 1, 0)
    are_inside = np.ones(count, np.bool_)
    for place in range(SEED_NOTES - 1):
        are_inside &= intervals[place : place + count] != NO_INTERVAL
    return are_inside


def _keys(intervals: NDArray[np.int8]) -> NDArray[np.uint32]:
    """Return the four intervals from each note on as one number."""
    count = max(len(intervals) - SEED_NOTES + 1, 0)
    keys = np.zeros((count, 4), np.int8)
    for place in range(SEED_NOTES - 1):
        keys[:, place] = intervals[place : place + count]
    return keys.view(np.uint32)[:, 0] if count else np.empty(0, np.uint32)
