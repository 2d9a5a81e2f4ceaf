"""A query laid note by note over the places that the sieve found, with its rhythm.

All places are worked on at once, each in all ways to read the query and at a few tempos: the query
may be written in another unit note length, or without lengths. What a place costs and why are one
number: a sum of costs is the sum of what it counts, and the least of some is one comparison.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.asked_melody import AskedMelody
from abcstudio.corpus.melody_index.melody import STEPS_A_DOUBLING
from abcstudio.corpus.melody_index.notes import Notes
from abcstudio.corpus.melody_index.steps import StepComparison, StepRanges, compared

NOTE = 20
"""What a wrong, missing or added note costs."""

ANY_LENGTH = 64
"""So many lengths differ, or more, where no tempo fits."""

# A note said twice for one that is held, or the other way round.
_REPEATED = 12
_NEVER = 2000

# So many notes more than the query a place may have, and so many more or less on the way there.
_ROOM = 3
_BAND = 2 * _ROOM + 1

# One number holds, from the right: where the query begins, wrong lengths, wrong notes, the cost.
_LENGTHS_AT, _NOTES_AT, _COST_AT = 5, 12, 19
_START, _COUNT = (1 << _LENGTHS_AT) - 1, (1 << 7) - 1
_WRONG_NOTE = 1 << _NOTES_AT
_TOO_MUCH = _NEVER << _COST_AT >> 1

_Packed = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class _Rhythm:
    """What lengths count.

    Attributes:
        wrong: What a length costs that differs.
        slip: What it costs where it is half as long again as that of the tune: a triplet that was
            typed without its sign, or a dot too many.
        none: What it costs that no tempo fits, so that lengths do not count.
    """

    wrong: int
    slip: int
    none: int


# Known for certain, lengths say nearly as much as notes, typed ones less; equal ones that were
# typed may not be meant at all.
_MEANT = _Rhythm(wrong=14, slip=5, none=40)
_TYPED = _Rhythm(wrong=8, slip=5, none=30)
_EQUAL = _Rhythm(wrong=1, slip=1, none=2)
_HALF_AGAIN = round(STEPS_A_DOUBLING * math.log2(3 / 2))
_TEMPOS = {0: 0, STEPS_A_DOUBLING: 0, -STEPS_A_DOUBLING: 0,
           2 * STEPS_A_DOUBLING: 2, -2 * STEPS_A_DOUBLING: 2}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alignments:
    """How a query lies over places, one number a place.

    Attributes:
        costs: What must be changed, a note as `NOTE`.
        wrong_notes: How many notes differ.
        wrong_lengths: How many lengths differ of those that are the same note.
        firsts: The note of the tunes on which the query's first matching note lies.
        first_asked: Which note of the query that is.
    """

    costs: NDArray[np.int64]
    wrong_notes: NDArray[np.int64]
    wrong_lengths: NDArray[np.int64]
    firsts: NDArray[np.int64]
    first_asked: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Readings:
    """How the notes of a query are read at each place.

    Attributes:
        ranges: The ways to read it, as the steps between its notes.
        chosen: Which of them holds at each place.
        comparison: What of a step counts.
    """

    ranges: Sequence[StepRanges]
    chosen: NDArray[np.int64]
    comparison: StepComparison


def align(
    notes: Notes,
    ends: NDArray[np.int64],
    asked: AskedMelody,
    readings: Readings,
) -> Alignments:
    """Lay a query over the places that end with some notes.

    Args:
        notes: Those of all tunes.
        ends: The last note of each place.
        asked: The query, for its lengths.
        readings: How its notes are read at each place.
    """
    return _Table(notes, ends, asked, readings).result()


class _Table:
    """The table of one alignment, a row for each note of the query.

    A row has a cell for each of the notes of a place on which the query's note may lie; the cell's
    array has the tempos by the places.
    """

    def __init__(
        self,
        notes: Notes,
        ends: NDArray[np.int64],
        asked: AskedMelody,
        readings: Readings,
    ) -> None:
        self._singles = _bounds([one.single for one in readings.ranges], readings.chosen)
        self._doubles = _bounds([one.double for one in readings.ranges], readings.chosen)
        self._count = len(self._singles) + 1
        self._ends = ends
        self._lengths = asked.lengths[: self._count]
        width = self._count + _BAND - 1
        begins = notes.starts[notes.line_at(ends)].astype(np.int64)
        places = ends - self._count - _ROOM + 1 + np.arange(width)[:, None]
        self._outside = (places < begins) | (places > ends)
        self._places = np.clip(places, begins, ends)
        pitches = notes.pitches[self._places].astype(np.int16)
        self._single = compared(_steps(pitches, 1), readings.comparison)
        self._double = compared(_steps(pitches, 2), readings.comparison)
        self._rhythm = _rhythm_of(asked)
        self._note_lengths = notes.lengths[self._places].astype(np.int16)
        tempos = [*_TEMPOS] if self._lengths else []
        self._tempos = np.array(tempos, np.int16)[:, None]
        # The last one is none at all.
        self._shape = len(tempos) + 1, len(ends)

    def result(self) -> Alignments:
        best = np.full(self._shape, _NEVER << _COST_AT, np.int32)
        rows: list[_Packed] = []
        for place in range(self._count):
            rows.append(self._row(rows, place))
            left_out = self._count - 1 - place
            # The query's note that lies on the place's last one.
            if left_out < _ROOM:
                cell = rows[-1][_ROOM + left_out]
                np.minimum(best, cell + np.int32(left_out * _wrong(NOTE)), out=best)
        best += self._penalties()
        tempo = best.argmin(axis=0)
        each = np.arange(len(self._ends))
        return self._unpacked(best[tempo, each], tempo == self._shape[0] - 1)

    def _unpacked(self, packed: _Packed, any_tempo: NDArray[np.bool_]) -> Alignments:
        offset, first_asked = (packed & _START) % 8, (packed & _START) // 8
        wrong_lengths = (packed >> _LENGTHS_AT) & _COUNT
        if self._lengths:
            wrong_lengths = np.where(any_tempo, ANY_LENGTH, wrong_lengths)
        return Alignments(
            costs=(packed >> _COST_AT).astype(np.int64),
            wrong_notes=((packed >> _NOTES_AT) & _COUNT).astype(np.int64),
            wrong_lengths=wrong_lengths.astype(np.int64),
            firsts=self._places[first_asked + offset, np.arange(len(self._ends))],
            first_asked=first_asked.astype(np.int64),
        )

    def _penalties(self) -> _Packed:
        tempos = [*_TEMPOS.values(), self._rhythm.none] if self._lengths else [0]
        return np.array(tempos, np.int32)[:, None] << _COST_AT

    def _row(self, rows: Sequence[_Packed], place: int) -> _Packed:
        """Return what it costs that the query's note is each note that it may be."""
        here = self._begun(place)
        notes = slice(place, place + _BAND)
        single, double = self._single[notes, None], self._double[notes, None]
        if place:
            step, before = self._singles[place - 1], rows[place - 1]
            # From here on in another key: as two wrong notes.
            _reach(here, before, _differs(single, step) * np.int32(2 * _wrong(NOTE)))
            skipped = np.where(single == 0, _wrong(_REPEATED), _wrong(NOTE)).astype(np.int32)
            skipped[_differs(double, step)] = _TOO_MUCH
            _reach(here[1:], before[:-1], skipped[1:])
        if place > 1:
            both, earlier = self._doubles[place - 2], rows[place - 2]
            again = (self._singles[place - 2] == 0).all(axis=0)
            extra = np.where(again, _wrong(_REPEATED), _wrong(NOTE))
            added = np.where(_differs(single, both), np.int32(_TOO_MUCH), extra)
            _reach(here[:-1], earlier[1:], added[:-1])
            other = np.where(_differs(double, both), np.int32(_TOO_MUCH), _wrong(NOTE))
            _reach(here, earlier, other)
        here += self._wrong_lengths(place)
        here[self._outside[notes, None].repeat(self._shape[0], axis=1)] = _TOO_MUCH
        return np.minimum(here, np.int32(_TOO_MUCH), out=here)

    def _begun(self, place: int) -> _Packed:
        """Return what it costs to begin the query with one of its notes."""
        if place >= _ROOM:
            return np.full((_BAND, *self._shape), _TOO_MUCH, np.int32)
        starts = np.arange(_BAND, dtype=np.int32) + 8 * place + place * _wrong(NOTE)
        return np.broadcast_to(starts[:, None, None], (_BAND, *self._shape)).copy()

    def _wrong_lengths(self, place: int) -> _Packed:
        wrong = np.zeros((_BAND, *self._shape), np.int32)
        if self._lengths:
            there = self._note_lengths[place : place + _BAND, None]
            longer = self._lengths[place] + self._tempos - there
            wrong[:, :-1] = (longer != 0) * _wrong_length(self._rhythm.wrong)
            wrong[:, :-1][longer == _HALF_AGAIN] = _wrong_length(self._rhythm.slip)
        return wrong


def _rhythm_of(asked: AskedMelody) -> _Rhythm:
    if not asked.has_rhythm:
        return _EQUAL
    return _MEANT if asked.are_lengths_meant else _TYPED


def _wrong(cost: int) -> np.int32:
    """Return what one wrong note adds."""
    return np.int32((cost << _COST_AT) + _WRONG_NOTE)


def _wrong_length(cost: int) -> np.int32:
    """Return what one wrong length adds."""
    return np.int32((cost << _COST_AT) + (1 << _LENGTHS_AT))


def _steps(pitches: NDArray[np.int16], back: int) -> NDArray[np.int16]:
    steps = np.zeros_like(pitches)
    steps[back:] = pitches[back:] - pitches[:-back]
    return steps


def _bounds(
    ranges: Sequence[Sequence[tuple[int, int]]], chosen: NDArray[np.int64]
) -> NDArray[np.int16]:
    """Return for each step its lowest and its highest at each place."""
    bounds = np.array(ranges, np.int16).reshape(len(ranges), -1, 2)
    return bounds[chosen].transpose(1, 2, 0)


def _differs(steps: NDArray[np.int16], bounds: NDArray[np.int16]) -> NDArray[np.bool_]:
    differs: NDArray[np.bool_] = (steps < bounds[0]) | (steps > bounds[1])
    return differs


def _reach(target: _Packed, source: _Packed, more: NDArray[np.int32]) -> None:
    """Let cells be reached from others where that is cheaper."""
    np.minimum(target, source + more, out=target)
