"""A query laid note by note over the places that the sieve found, with its rhythm.

All places are worked on at once, and for each a few tempos: the query may be written in another
unit note length. The costs are whole numbers, ten for a note that is wrong, missing or added.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.melody import STEPS_A_DOUBLING
from abcstudio.corpus.melody_index.notes import Notes

NOTE = 10
"""What a wrong, missing or added note costs."""

_SHIFT = 2 * NOTE
# A note said twice for one that is held, or the other way round.
_REPEATED = 6
_WRONG_LENGTH = 7
_TEMPOS = {0: 0, STEPS_A_DOUBLING: 0, -STEPS_A_DOUBLING: 0,
           2 * STEPS_A_DOUBLING: 1, -2 * STEPS_A_DOUBLING: 1}  # fmt: skip
# So many notes more than the query a place may have.
_ROOM = 3
_NEVER = 10_000

_Numbers = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Alignments:
    """How a query lies over places, one number a place.

    Attributes:
        costs: What must be changed.
        firsts: The note of the tunes on which the query's first matching note lies.
        transpositions: By how many semitones the tune lies above the query.
    """

    costs: NDArray[np.int64]
    firsts: NDArray[np.int64]
    transpositions: NDArray[np.int64]


def align(
    notes: Notes, ends: NDArray[np.int64], pitches: Sequence[int], lengths: Sequence[int]
) -> Alignments:
    """Lay a query over the places that end with some notes.

    Args:
        notes: Those of all tunes.
        ends: The last note of each place.
        pitches: The query's MIDI numbers.
        lengths: The logarithms of its lengths.
    """
    return _Table(notes, ends, pitches, lengths).result()


class _Table:
    """The table of one alignment, row by row; `reached[k]` is the cost that ends at note `k`."""

    def __init__(
        self,
        notes: Notes,
        ends: NDArray[np.int64],
        pitches: Sequence[int],
        lengths: Sequence[int],
    ) -> None:
        self._query = [int(pitch) for pitch in pitches]
        self._lengths = [int(length) for length in lengths]
        self._width = len(self._query) + _ROOM
        self._ends = ends
        begins = notes.starts[notes.line_at(ends)].astype(np.int64)
        places = ends[None, :] - self._width + 1 + np.arange(self._width)[:, None]
        self._places = np.maximum(places, begins)
        self._outside = places < begins
        self._pitches = notes.pitches[self._places].astype(np.int16)
        self._note_lengths = notes.lengths[self._places].astype(np.int16)
        self._tempos = np.array([*_TEMPOS], np.int16)[:, None]
        self._shape = len(_TEMPOS), len(ends)

    def result(self) -> Alignments:
        rows: list[list[tuple[_Numbers, _Numbers]]] = []
        count, last = len(self._query), self._width - 1
        penalty = np.array([*_TEMPOS.values()], np.int16)[:, None]
        best = np.full(self._shape, _NEVER, np.int16)
        first = np.zeros(self._shape, np.int16)
        for place in range(count):
            rows.append([self._cell(rows, place, note) for note in range(self._width)])
            left_out = count - 1 - place
            if left_out <= 2:
                costs, firsts = rows[-1][last]
                costs = costs + np.int16(left_out * NOTE)
                _take(best, first, costs, firsts)
        best += penalty
        tempo = best.argmin(axis=0)
        each = np.arange(len(self._ends))
        packed = first[tempo, each]
        start, query_start = packed // 256, packed % 256
        transpositions = self._pitches[start, each] - np.array(self._query)[query_start]
        return Alignments(
            best[tempo, each].astype(np.int64),
            self._places[start, each],
            transpositions.astype(np.int64),
        )

    def _cell(
        self, rows: list[list[tuple[_Numbers, _Numbers]]], place: int, note: int
    ) -> tuple[_Numbers, _Numbers]:
        """Return the costs with the query's note on a note of the places, and what came first."""
        costs = np.full(self._shape, min(place, _ROOM) * NOTE if place <= 2 else _NEVER, np.int16)
        firsts = np.full(self._shape, note * 256 + place, np.int16)
        if place and note:
            step = self._step(note, 1) != self._query_step(place, 1)
            self._come(costs, firsts, rows[place - 1][note - 1], step * np.int16(_SHIFT))
        if place and note > 1:
            skipped = np.where(self._step(note, 1) == 0, _REPEATED, NOTE).astype(np.int16)
            differs = self._step(note, 2) != self._query_step(place, 1)
            self._come(costs, firsts, rows[place - 1][note - 2], np.where(differs, _NEVER, skipped))
        if place > 1 and note:
            extra = _REPEATED if self._query_step(place, 1) == 0 else NOTE
            differs = self._step(note, 1) != self._query_step(place, 2)
            self._come(costs, firsts, rows[place - 2][note - 1], np.where(differs, _NEVER, extra))
        if place > 1 and note > 1:
            differs = self._step(note, 2) != self._query_step(place, 2)
            more = self._wrong_length(place - 1, note - 1) + np.int16(NOTE)
            self._come(costs, firsts, rows[place - 2][note - 2], np.where(differs, _NEVER, more))
        costs += self._wrong_length(place, note)
        costs[:, self._outside[note]] = _NEVER
        np.minimum(costs, _NEVER, out=costs)
        return costs, firsts

    def _come(
        self,
        costs: _Numbers,
        firsts: _Numbers,
        source: tuple[_Numbers, _Numbers],
        more: NDArray[np.integer],
    ) -> None:
        _take(costs, firsts, source[0] + more.astype(np.int16), source[1])

    def _step(self, note: int, back: int) -> _Numbers:
        step: _Numbers = self._pitches[note] - self._pitches[note - back]
        return step

    def _query_step(self, place: int, back: int) -> int:
        return self._query[place] - self._query[place - back]

    def _wrong_length(self, place: int, note: int) -> _Numbers:
        differs = self._note_lengths[note] != self._lengths[place] + self._tempos
        costs: _Numbers = differs * np.int16(_WRONG_LENGTH)
        return costs


def _take(costs: _Numbers, firsts: _Numbers, others: _Numbers, their_firsts: _Numbers) -> None:
    """Take what is cheaper."""
    is_less = others < costs
    np.copyto(costs, others, where=is_less)
    np.copyto(firsts, their_firsts, where=is_less)
