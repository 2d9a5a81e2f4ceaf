"""Which measures of a tune stand in known tunes, too, and how much that says.

Shared measures in a row are a run. It counts by its measures and by how rare it is: each of them as
one where a single tune has the run, as half a one where as many have it as the square root of all.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from abcstudio.corpus.melody_index.melody import LineNote
from abcstudio.corpus.melody_index.notes import Notes
from abcstudio.corpus.melody_index.seeds import SEED_NOTES, Chains, SeedIndex
from abcstudio.corpus.melody_index.shared_measures import Asked, Matrix, Measures, shared_measures


def without_turns(melody: Sequence[LineNote]) -> tuple[tuple[LineNote, ...], tuple[int, ...]]:
    """Return a melody without turns, and which note of the full one each note is.

    A turn leaves a note for another and comes back to it within a measure, or says it again in its
    stead, the first two of its three notes shorter than most notes of the melody, such as `A/B/A`,
    `(3ABA` or `A/A/A` for `A2`.
    """
    lengths = [note.length for note in melody]
    usual = max(set(lengths), key=lengths.count, default=0)
    notes: list[LineNote] = []
    places: list[int] = []
    place = 0
    while place < len(melody):
        three = melody[place : place + 3]
        note = three[0]
        places.append(place)
        if _is_turn(three, usual):
            note = note._replace(length=sum(one.length for one in three))
            place += 2
        notes.append(note)
        place += 1
    return tuple(notes), tuple(places)


def _is_turn(three: Sequence[LineNote], usual: int) -> bool:
    return (
        len(three) == 3
        and three[0].pitch == three[2].pitch
        and three[0].measure == three[2].measure
        and max(three[0].length, three[1].length) < usual
    )


LONGEST_TUNE = 2000
"""Of a longer tune so many notes are compared."""

SAME_TUNE = 0.5
"""A tune that has that share of another one's measures is taken for the same tune."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRun:
    """Measures in a row that a known tune has, too.

    Attributes:
        tune: The known tune, by its place in the index.
        line: Which of its voices that have notes, from 0.
        measures: The numbers of the first and the last one.
        notes: The first and the last note of them in the tune that was asked about.
        known_notes: About which notes of the known tune these are.
        length: How many measures they last, one that is not full by its part.
        holders: How many known tunes have all of them.
        weight: The length, less where many tunes have them.
    """

    tune: int
    line: int
    measures: tuple[int, int]
    notes: tuple[int, int]
    known_notes: tuple[int, int]
    length: float
    holders: int
    weight: float

    def overlaps(self, other: "SharedRun") -> bool:
        """Whether the two have notes of the tune that was asked about in common."""
        return self.notes[0] <= other.notes[1] and other.notes[0] <= self.notes[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A known tune that has measures of another one.

    Attributes:
        tune: The known tune, by its place in the index.
        share: How much of the other tune it has, 0 to 1.
        score: The measures that it has, each by how rare it is.
    """

    tune: int
    share: float
    score: float

    @property
    def is_same_tune(self) -> bool:
        """Whether so much is shared that the two are one tune."""
        return self.share >= SAME_TUNE


class RunFinder:
    """Finds in known tunes the measures of another one."""

    def __init__(self, notes: Notes, tune_count: int) -> None:
        self._notes = notes
        self._tune_count = max(tune_count, 2)
        self._seeds = SeedIndex(notes)

    def runs(
        self, melody: Sequence[LineNote], measure_length: int, without: frozenset[int]
    ) -> tuple[SharedRun, ...]:
        """Return the runs of a tune, the weightiest first; those with one tune do not overlap.

        Args:
            melody: The notes of one voice.
            measure_length: How long a full measure is, in the unit of the notes.
            without: Known tunes that do not count.
        """
        melody = melody[:LONGEST_TUNE]
        found = self._runs(melody, measure_length, without)
        plain, places = without_turns(melody)
        if len(plain) < len(melody):
            found += [
                replace(run, notes=(places[run.notes[0]], places[run.notes[1]]))
                for run in self._runs(plain, measure_length, without)
            ]
        return _apart(found)

    def _runs(
        self, melody: Sequence[LineNote], measure_length: int, without: frozenset[int]
    ) -> list[SharedRun]:
        if len(melody) < SEED_NOTES:
            return []
        chains = self._seeds.chains([note.pitch for note in melody], without)
        if not len(chains.lines):
            return []
        asked = Asked.of_melody(melody, measure_length)
        measures = asked.measures
        shared = shared_measures(self._notes, chains, asked)
        return self._weighed(chains, shared, measures)

    def relatives(
        self, melody: Sequence[LineNote], measure_length: int, without: frozenset[int]
    ) -> tuple[Relative, ...]:
        """Return the tunes that have most of a tune, the nearest first.

        The arguments are those of `runs`. Where its measures stand plays no part.
        """
        if not melody:
            return ()
        return self.relatives_of(Asked.of_melody(melody[:LONGEST_TUNE], measure_length), without)

    def relatives_of(self, asked: Asked, without: frozenset[int]) -> tuple[Relative, ...]:
        """Return the same of a melody as it is asked about; it has notes."""
        chains = self._seeds.chains(asked.pitches, without)
        if len(asked.pitches) < SEED_NOTES or not len(chains.lines):
            return ()
        measures = asked.measures
        shared = shared_measures(self._notes, chains, asked)
        tunes, place = np.unique(self._notes.tunes[chains.lines], return_inverse=True)
        held = np.zeros((len(tunes), len(measures.sizes)), bool)
        np.logical_or.at(held, place, shared)
        rarity = np.log(self._tune_count / np.maximum(held.sum(axis=0), 1)) * measures.parts
        shares = held @ measures.parts / measures.parts.sum()
        scores = held @ rarity
        found = [
            Relative(tune=int(tune), share=float(share), score=float(score))
            for tune, share, score in zip(tunes, shares, scores, strict=True)
            if score > 0
        ]
        return tuple(sorted(found, key=lambda one: (-one.score, one.tune)))

    def _weighed(self, chains: Chains, shared: Matrix, measures: Measures) -> list[SharedRun]:
        tunes = self._notes.tunes[chains.lines].tolist()
        home = measures.group_of[chains.firsts].tolist()
        spans: dict[tuple[int, int], set[int]] = {}
        best: dict[tuple[int, int, int], int] = {}
        for chain, first, last in _runs_of(shared):
            if first - 1 <= home[chain] <= last:
                spans.setdefault((first, last), set()).add(tunes[chain])
                best.setdefault((first, last, tunes[chain]), chain)
        rarities = {span: self._rarity(span, spans) for span in spans}
        return [
            self._run((first, last), chain, chains, measures, rarities[first, last])
            for (first, last, _), chain in best.items()
        ]

    def _rarity(self, span: tuple[int, int], spans: dict[tuple[int, int], set[int]]) -> int:
        holders: set[int] = set()
        for (first, last), tunes in spans.items():
            if first <= span[0] and span[1] <= last:
                holders |= tunes
        return len(holders)

    def _run(
        self,
        span: tuple[int, int],
        chain: int,
        chains: Chains,
        measures: Measures,
        holders: int,
    ) -> SharedRun:
        first_note = int(measures.starts[span[0]])
        last_note = int(measures.ends[span[1]]) - 1
        line = int(chains.lines[chain])
        begin, end = (int(self._notes.starts[each]) for each in (line, line + 1))
        known = [
            min(max(int(chains.diagonals[chain]) + note, begin), end - 1) - begin
            for note in (first_note, last_note)
        ]
        length = float(measures.parts[span[0] : span[1] + 1].sum())
        tune = int(self._notes.tunes[line])
        return SharedRun(
            tune=tune,
            line=line - int(np.searchsorted(self._notes.tunes, tune)),
            measures=(measures.numbers[span[0]], measures.numbers[span[1]]),
            notes=(first_note, last_note),
            known_notes=(known[0], known[1]),
            length=length,
            holders=holders,
            weight=length * max(0.0, 1 - math.log(holders) / math.log(self._tune_count)),
        )


def _apart(runs: Sequence[SharedRun]) -> tuple[SharedRun, ...]:
    """Return the weightiest of the runs that overlap in a known tune, in the order of weight."""
    found: dict[int, list[SharedRun]] = {}
    for run in sorted(runs, key=_order):
        others = found.setdefault(run.tune, [])
        if not any(run.overlaps(other) for other in others):
            others.append(run)
    return tuple(sorted((run for those in found.values() for run in those), key=_order))


def _order(run: SharedRun) -> tuple[float, int, tuple[int, int]]:
    return -run.weight, run.tune, run.notes


def _runs_of(matrix: Matrix) -> Iterator[tuple[int, int, int]]:
    """Yield the row and the first and last place of each run of places that are so."""
    framed = np.zeros((matrix.shape[0], matrix.shape[1] + 2), np.int8)
    framed[:, 1:-1] = matrix
    edges = np.diff(framed, axis=1)
    rows, firsts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1] - 1
    yield from zip(rows.tolist(), firsts.tolist(), ends.tolist(), strict=True)
