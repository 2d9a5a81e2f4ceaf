"""One index of the melodies of many tunes: where in them a few notes stand, and in which."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.alignment import NOTE, align
from abcstudio.corpus.melody_index.melody import Line, length_step, lines_of
from abcstudio.corpus.melody_index.notes import NoteCollector, Notes, packed
from abcstudio.corpus.melody_index.plain_tunes import PlainTunes
from abcstudio.corpus.melody_index.sieve import cheapest_ends
from abcstudio.corpus.melody_index.stored_index import fingerprint, load_notes, save_notes
from abcstudio.corpus.tune import Tune
from abcstudio.notation.stopping import ShouldStop, stop_if

log = logging.getLogger(__name__)

SHORTEST_QUERY = 4
"""Of fewer notes nothing is found."""

LONGEST_QUERY = 64
"""Of a longer query so many notes are looked for."""

_SOME_PLACES, _MOST_PLACES = 200, 1200
_A_REPORT = 200

Progress = Callable[[int, int], object]
"""Called with how many tunes are done, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where a query stands in a tune.

    Attributes:
        tune: The tune's place among those of the index.
        line: Which of its voices that have notes, from 0.
        first_note, last_note: The notes of that voice, as `melodies_of` counts them.
        transposition: By how many semitones the tune lies above the query.
        score: 1 for what is literally there, less for each note that differs.
    """

    tune: int
    line: int
    first_note: int
    last_note: int
    transposition: int
    score: float


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """Where a query is known to stand: no match is to touch these notes.

    Attributes:
        tunes: The places of the tune, which may be there several times.
        line: Which of its voices, from 0.
        first_note, last_note: The notes of that voice.
    """

    tunes: frozenset[int]
    line: int
    first_note: int
    last_note: int

    def touches(self, match: Match) -> bool:
        """Return whether a match has one of these notes."""
        is_there = match.tune in self.tunes and match.line == self.line
        return is_there and (
            match.first_note <= self.last_note and match.last_note >= self.first_note
        )


class MelodyIndex:
    """The melodies of tunes; see `stored_index.py` for how they are kept in a file."""

    def __init__(self, notes: Notes, tune_count: int) -> None:
        self.notes = notes
        self.tune_count = tune_count

    @classmethod
    def of_tunes(
        cls,
        tunes: Sequence[Tune],
        progress: Progress = lambda _done, _of: None,
        should_stop: ShouldStop = bool,
    ) -> "MelodyIndex":
        """Read tunes, in a second some ten thousand.

        Raises:
            CancelledError: `should_stop` said so.
        """
        collector, plain = NoteCollector(), PlainTunes()
        for first in range(0, len(tunes), _A_REPORT):
            progress(first, len(tunes))
            some = tunes[first : first + _A_REPORT]
            stop_if(should_stop)
            found = plain.read(["V:" if tune.file_header else tune.text for tune in some])
            pitches, steps = packed(found.pitches, found.lengths)
            starts = found.starts.tolist()
            for place, is_plain in enumerate(found.is_plain.tolist()):
                if is_plain:
                    start, end = starts[place], starts[place + 1]
                    collector.add_packed(first + place, pitches[start:end], steps[start:end])
                    continue
                stop_if(should_stop)
                for line in lines_of(some[place].text, some[place].file_header):
                    collector.add(first + place, line)
        progress(len(tunes), len(tunes))
        return cls(collector.notes(), len(tunes))

    def search(
        self,
        query: Line,
        limit: int = 20,
        should_stop: ShouldStop = bool,
        *,
        known: KnownPlace | None = None,
    ) -> tuple[Match, ...]:
        """Return the tunes that have a query, the likest first, each once.

        Args:
            query: Pitch and length of each note, in any key and unit note length.
            limit: How many tunes.
            should_stop: Asked many times a second.
            known: Where it is known to stand, which is passed over.

        Raises:
            CancelledError: `should_stop` said so.
        """
        query = query[:LONGEST_QUERY]
        if len(query) < SHORTEST_QUERY or not len(self.notes):
            return ()
        pitches = [pitch for pitch, _ in query]
        lengths = [length_step(length) for _, length in query]
        costs = cheapest_ends(self.notes.intervals, pitches, lambda: stop_if(should_stop))
        ends = _cheapest_places(costs, len(query))
        stop_if(should_stop)
        found = align(self.notes, ends, pitches, lengths)
        # The same cost: the tune that stands first.
        order = np.lexsort((ends, found.costs))
        lines = self.notes.line_at(ends)
        matches: dict[int, Match] = {}
        most = len(query) * NOTE
        for place in order:
            line, cost = int(lines[place]), int(found.costs[place])
            tune = int(self.notes.tunes[line])
            if tune in matches or 2 * cost > most:
                continue
            at = int(found.firsts[place]), int(ends[place])
            match = self._match(line, at, int(found.transpositions[place]), 1 - cost / most)
            if known is not None and known.touches(match):
                continue
            matches[tune] = match
            if len(matches) == limit:
                break
        return tuple(matches.values())

    def _match(self, line: int, place: tuple[int, int], transposition: int, score: float) -> Match:
        start = int(self.notes.starts[line])
        return Match(
            tune=int(self.notes.tunes[line]),
            line=self._voice(line),
            first_note=place[0] - start,
            last_note=place[1] - start,
            transposition=transposition,
            score=score,
        )

    def _voice(self, line: int) -> int:
        """Return which of its tune's lines one is."""
        return line - int(np.searchsorted(self.notes.tunes, self.notes.tunes[line]))


def kept_index(
    path: Path,
    tunes: Sequence[Tune],
    progress: Progress = lambda _done, _of: None,
    should_stop: ShouldStop = bool,
) -> MelodyIndex:
    """Return the index of tunes that a file keeps; else make it, and keep it there if possible.

    Raises:
        CancelledError: `should_stop` said so.
    """
    which = fingerprint(tunes)
    notes = load_notes(path, which)
    if notes is not None:
        return MelodyIndex(notes, len(tunes))
    index = MelodyIndex.of_tunes(tunes, progress, should_stop)
    try:
        save_notes(path, index.notes, which)
    except OSError as error:
        log.info("The melodies cannot be kept in %s: %s", path, error)
    return index


def _cheapest_places(costs: NDArray[np.uint8], query_length: int) -> NDArray[np.int64]:
    """Return the places that cost least, those that cost one note more, and some others."""
    most = query_length // 2
    # Counting all costs at once would take ten times as long as the few that are needed.
    count, limit = 0, most
    for cost in range(most + 1):
        had_some, count = count > 0, count + int(np.count_nonzero(costs == cost))
        if had_some and count >= _SOME_PLACES:
            limit = cost
            break
    places = np.flatnonzero(costs <= limit)
    if len(places) > _MOST_PLACES:
        cheapest = np.argsort(costs[places], kind="stable")[:_MOST_PLACES]
        places = places[cheapest]
    return places
