"""Search of the notes of many tunes for a melody: a coarse look, then each likely place."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.alignment import NOTE, Alignments, Readings, align
from abcstudio.corpus.melody_index.asked_melody import (
    LONGEST_QUERY,
    AskedMelody,
    groups_of,
)
from abcstudio.corpus.melody_index.match import KnownPlace, Match
from abcstudio.corpus.melody_index.notes import Notes
from abcstudio.corpus.melody_index.sieve import cheapest_ends
from abcstudio.corpus.melody_index.steps import StepComparison, StepRanges, step_ranges
from abcstudio.stopping import stop_if_asked

_SOME_PLACES, _MOST_PLACES = 200, 1200
# So many are laid out in each way to read the query.
_LIKELY_PLACES = 150
# A tune begins within so many notes of its first one: after a pickup.
_PICKUP = 4
# How much less likely another place is than a beginning, and another key than that of the query,
# with `NOTE` for a wrong note. A tune has one beginning and a hundred other places, one key of
# twelve, and people type how it begins. What was cut from a tune is from anywhere in it.
_TYPED_ELSEWHERE, _TYPED_TRANSPOSED = 15, 8
_CUT_ELSEWHERE, _CUT_TRANSPOSED = 10, 1
_OCTAVE = 12


@dataclass(frozen=True, slots=True)
class _Found:
    """The likely places, one number a place.

    Attributes:
        ends: The last note of each.
        variants: Which way to read the query fits best.
        transpositions: By how many semitones the tune lies above it.
        ranks: What differs, and what makes the place less likely.
        laid: How the query lies over it.
    """

    ends: NDArray[np.int64]
    variants: NDArray[np.int64]
    transpositions: NDArray[np.int64]
    ranks: NDArray[np.float64]
    laid: Alignments


class MelodySearch:
    """Looks for one melody."""

    def __init__(self, notes: Notes, asked: AskedMelody) -> None:
        self._notes = notes
        self._asked = asked
        self._variants = [variant.pitches[:LONGEST_QUERY] for variant in asked.variants]
        self._most = asked.note_count * NOTE

    def matches(self, known: KnownPlace | None = None) -> Iterator[Match]:
        """Yield the tunes that have it, the likest first, each once."""
        found = self._found(self._likely_ends())
        stop_if_asked()
        lines = self._notes.line_at(found.ends)
        met: set[int] = set()
        # The same rank: the tune that stands first.
        for place in np.lexsort((found.ends, found.ranks)).tolist():
            tune = int(self._notes.tunes[lines[place]])
            if tune in met or 2 * found.laid.costs[place] > self._most:
                continue
            match = self._match(found, place, int(lines[place]))
            if known is None or not known.touches(match):
                met.add(tune)
                yield match

    def _likely_ends(self) -> NDArray[np.int64]:
        comparison, ranges = self._widest()
        costs = cheapest_ends(self._notes, ranges, comparison)
        ends = self._cheapest_places(costs)
        stop_if_asked()
        if len(self._variants) == 1:
            return ends
        laid = align(self._notes, ends, self._asked, _same(ranges, len(ends), comparison))
        ranks = laid.costs + self._elsewhere(laid.costs) * ~self._are_starts(laid.firsts)
        return ends[np.argsort(ranks, kind="stable")[:_LIKELY_PLACES]]

    def _widest(self) -> tuple[StepComparison, StepRanges]:
        """Return the steps of all ways to read the query together, and what of them counts."""
        groups = groups_of(self._asked.variants)
        comparison = (
            StepComparison.OCTAVELESS if StepComparison.OCTAVELESS in groups else next(iter(groups))
        )
        return comparison, step_ranges(self._variants, comparison)

    def _found(self, ends: NDArray[np.int64]) -> _Found:
        """Return how each place fits in the way to read the query that fits it best."""
        parts = [
            self._laid(ends, comparison, places)
            for comparison, places in groups_of(self._asked.variants).items()
        ]
        count = len(ends)
        ranks = np.concatenate([part.ranks for part in parts]).reshape(len(self._variants), count)
        best = ranks.argmin(axis=0) * count + np.arange(count)
        laid = [part.laid for part in parts]

        def chosen(*each: NDArray[np.int64]) -> NDArray[np.int64]:
            together: NDArray[np.int64] = np.concatenate(each)[best]
            return together

        return _Found(
            ends=ends,
            variants=chosen(*(part.variants for part in parts)),
            transpositions=chosen(*(part.transpositions for part in parts)),
            ranks=ranks.reshape(-1)[best],
            laid=Alignments(
                costs=chosen(*(one.costs for one in laid)),
                wrong_notes=chosen(*(one.wrong_notes for one in laid)),
                wrong_lengths=chosen(*(one.wrong_lengths for one in laid)),
                firsts=chosen(*(one.firsts for one in laid)),
                first_asked=chosen(*(one.first_asked for one in laid)),
            ),
        )

    def _laid(
        self, ends: NDArray[np.int64], comparison: StepComparison, variants: list[int]
    ) -> _Found:
        """Return how each of some ways to read the query fits each place."""
        ranges = [step_ranges([self._variants[one]], comparison) for one in variants]
        chosen = np.repeat(np.arange(len(variants)), len(ends))
        every = np.tile(ends, len(variants))
        laid = align(self._notes, every, self._asked, Readings(ranges, chosen, comparison))
        which = np.array(variants)[chosen]
        pitches = np.array(self._variants)[which, laid.first_asked]
        transpositions = self._notes.pitches[laid.firsts].astype(np.int64) - pitches
        if comparison is StepComparison.CONTOUR:
            transpositions[:] = 0
        elif comparison is StepComparison.OCTAVELESS:
            transpositions = (transpositions + _OCTAVE // 2) % _OCTAVE - _OCTAVE // 2
        ranks = laid.costs + self._unlikely(laid.costs, which, laid.firsts, transpositions)
        return _Found(every, which, transpositions, ranks, laid)

    def _unlikely(
        self,
        costs: NDArray[np.int64],
        variants: NDArray[np.int64],
        firsts: NDArray[np.int64],
        transpositions: NDArray[np.int64],
    ) -> NDArray[np.float64]:
        penalties = np.array([one.penalty for one in self._asked.variants]) * NOTE / 100
        absolute = np.array([one.is_absolute for one in self._asked.variants])
        transposed = _TYPED_TRANSPOSED if self._asked.is_typed else _CUT_TRANSPOSED
        unlikely: NDArray[np.float64] = (
            penalties[variants]
            + self._elsewhere(costs) * ~self._are_starts(firsts)
            + transposed * (absolute[variants] & (transpositions != 0))
        )
        return unlikely

    def _elsewhere(self, costs: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how much less likely places of some costs are elsewhere than at the beginning."""
        if self._asked.is_typed:
            return np.full_like(costs, _TYPED_ELSEWHERE)
        # What is there note for note stands first.
        return np.where(costs == 0, 1, _CUT_ELSEWHERE)

    def _are_starts(self, firsts: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return which notes stand at the beginning of their line."""
        starts = self._notes.starts[self._notes.line_at(firsts)]
        are_starts: NDArray[np.bool_] = firsts - starts <= _PICKUP
        return are_starts

    def _cheapest_places(self, costs: NDArray[np.uint8]) -> NDArray[np.int64]:
        """Return the places that cost least, those that cost one note more, and some others."""
        most = self._asked.note_count // 2
        # Counting all costs at once would take ten times as long as the few that are needed.
        count, limit = 0, most
        for cost in range(most + 1):
            had_some, count = count > 0, count + int(np.count_nonzero(costs == cost))
            if had_some and count >= _SOME_PLACES:
                limit = cost
                break
        places = np.flatnonzero(costs <= limit)
        if len(places) > _MOST_PLACES:
            firsts = np.maximum(places - self._asked.note_count + 1, 0)
            order = 2 * costs[places] + ~self._are_starts(firsts)
            places = places[np.argsort(order, kind="stable")[:_MOST_PLACES]]
        return places

    def _match(self, found: _Found, place: int, line: int) -> Match:
        start = int(self._notes.starts[line])
        laid, rank = found.laid, float(found.ranks[place]) / self._most
        return Match(
            tune=int(self._notes.tunes[line]),
            line=line - int(np.searchsorted(self._notes.tunes, self._notes.tunes[line])),
            first_note=int(laid.firsts[place]) - start,
            last_note=int(found.ends[place]) - start,
            transposition=int(found.transpositions[place]),
            score=1 - rank if laid.costs[place] else 1.0,
            rank=rank,
            variant=int(found.variants[place]),
            wrong_notes=int(laid.wrong_notes[place]),
            wrong_lengths=int(laid.wrong_lengths[place]),
        )


def _same(ranges: StepRanges, count: int, comparison: StepComparison) -> Readings:
    return Readings([ranges], np.zeros(count, np.int64), comparison)
