"""The melodies of a source of tunes, and where in them a few notes stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from abcstudio.corpus.hearing.pitches import HeardPitches
from abcstudio.corpus.melody_index.asked_melody import SHORTEST_QUERY
from abcstudio.corpus.melody_index.index import MelodyIndex, Progress, kept_index
from abcstudio.corpus.melody_index.match import KnownPlace, Match
from abcstudio.corpus.melody_index.melody import LineNote, lines_of, melodies_of
from abcstudio.corpus.melody_index.shared_runs import RunFinder
from abcstudio.corpus.title_index.title_index import TitleIndex
from abcstudio.corpus.tune import Tune
from abcstudio.notation.measures.places import ScorePlaces
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span
from abcstudio.recipes.finding.found_place import (
    FoundPlace,
    likeness_words,
    pitch_words,
    place_words,
)
from abcstudio.recipes.finding.melody_query import MelodyQuery
from abcstudio.recipes.finding.read_as import QueryReading
from abcstudio.recipes.finding.recordings import FoundRecording, RecordingFinder
from abcstudio.recipes.finding.relatives import RelativeFinder
from abcstudio.recipes.finding.selected_melody import AskedPlace

# Where more than three notes of ten differ it is another melody, whatever the lengths are.
_MOST_WRONG = 0.3
# A tune with at most this many wrong notes is what was typed; no typing mistakes are assumed.
_NEARLY = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A match and the reading that it matches.

    Attributes:
        match: The match.
        reading: The reading.
        are_octaves_wrong: The tune has the notes in other octaves than typed.
    """

    match: Match
    reading: QueryReading
    are_octaves_wrong: bool


def hits(
    index: MelodyIndex, query: MelodyQuery, limit: int, *, known: KnownPlace | None
) -> tuple[Hit, ...]:
    """Return the best hit of each tune, in any reading, the best first."""
    found = list[Hit]()
    for way in query.ways:
        is_there = any(hit.match.wrong_notes <= _NEARLY for hit in found)
        if way.is_guess and (is_there or known is not None):
            continue
        found += [
            Hit(match, way.each[match.variant], are_octaves_wrong=way.is_guess)
            for match in index.find(way.melody, limit, known=known)
            if match.wrong_notes <= _MOST_WRONG * way.melody.note_count
        ]
    found.sort(key=lambda hit: hit.match.rank)
    likest: dict[int, Hit] = {}
    for hit in found:
        likest.setdefault(hit.match.tune, hit)
    return tuple(likest.values())[:limit]


MOST_PLACES = 20
"""So many tunes are listed."""


class SourceMelodies:
    """The tunes of a source by their melodies.

    Attributes:
        tunes: The tunes, in the order of the index.
        index: Finds a few notes in them.
    """

    def __init__(self, tunes: Sequence[Tune], index: MelodyIndex) -> None:
        self.tunes, self.index = tunes, index

    @classmethod
    def load(
        cls,
        tunes: Sequence[Tune],
        kept: Path,
        progress: Progress = lambda _done, _of: None,
    ) -> "SourceMelodies":
        """Take the index of tunes from a file, which is written where it does not fit them."""
        return cls(tunes, kept_index(kept, tunes, progress))

    @cached_property
    def titles(self) -> TitleIndex:
        """Finds titles in the tunes; made when it is first asked for."""
        return TitleIndex(self.tunes)

    def find(
        self, query: MelodyQuery, limit: int = MOST_PLACES, *, asked: AskedPlace | None = None
    ) -> tuple[FoundPlace, ...]:
        """Return where a melody stands, the likest place first, each tune once.

        Args:
            query: The melody.
            limit: How many places.
            asked: Where it was selected, which is no answer; another place in that tune is.
        """
        own = frozenset[int]()
        known: KnownPlace | None = None
        if asked is not None:
            own, melody = self._same_as(asked.tune), asked.melody
            known = KnownPlace(own, melody.line, melody.first_note, melody.last_note)
        likest = hits(self.index, query, limit, known=known)
        found = (self._place(hit, is_own=hit.match.tune in own) for hit in likest)
        return tuple(place for place in found if place is not None)

    def relatives(
        self,
        tune: Tune,
        limit: int = MOST_PLACES,
        progress: Progress = lambda _done, _of: None,
        *,
        compared: Progress = lambda _done, _of: None,
    ) -> tuple[FoundPlace, ...]:
        """Return the tunes that go most like a tune, the nearest first, but for itself.

        `progress` and `compared` are those of `RelativeFinder.find`.
        """
        return tuple(self._relatives.find(tune, limit, progress, compared=compared))

    def find_recording(self, heard: HeardPitches, limit: int = MOST_PLACES) -> FoundRecording:
        """Return the tunes that a recording may be, the likeliest first."""
        return self._recordings.find(heard, limit)

    def _same_as(self, tune: Tune) -> frozenset[int]:
        """Return the places of tunes that are this one: as text, or by title and notes."""
        text = tune.text.strip()
        alike = [
            place
            for place, other in enumerate(self.tunes)
            if other.title == tune.title or other.text == text
        ]
        notes = lines_of(tune.text, tune.file_header) if alike else ()
        return frozenset(
            place
            for place in alike
            if self.tunes[place].text == text
            or lines_of(self.tunes[place].text, self.tunes[place].file_header) == notes
        )

    @cached_property
    def _recordings(self) -> RecordingFinder:
        return RecordingFinder(self.tunes, self.index.notes)

    @cached_property
    def _relatives(self) -> RelativeFinder:
        return RelativeFinder(self.tunes, RunFinder(self.index.notes, len(self.tunes)))

    def _place(self, hit: Hit, *, is_own: bool) -> FoundPlace | None:
        match = hit.match
        tune = self.tunes[match.tune]
        score = parse(tune.text, tune.file_header)
        melodies = melodies_of(score)
        melody = melodies[match.line] if match.line < len(melodies) else ()
        there = melody[match.first_note : match.last_note + 1]
        if not there:
            return None
        measures = there[0].measure, there[-1].measure
        return FoundPlace(
            tune=tune,
            notes=ScorePlaces(score).touched(_span(there)),
            ends=(there[0].span.start, there[-1].span.start),
            measures=measures,
            transposition=match.transposition,
            score=match.score,
            likeness=likeness_words(match, hit.reading, are_octaves_wrong=hit.are_octaves_wrong),
            place=place_words(measures),
            pitch=pitch_words(match.transposition, hit.reading.kind),
            is_own=is_own,
            reading=hit.reading,
        )


def missing_notes(query: MelodyQuery) -> int:
    """Return how many notes a melody lacks to be looked for, 0 for none."""
    most = max((way.melody.note_count for way in query.ways), default=0)
    return max(SHORTEST_QUERY - most, 0)


def _span(notes: Sequence[LineNote]) -> Span:
    return Span(notes[0].span.start, notes[-1].span.end)
