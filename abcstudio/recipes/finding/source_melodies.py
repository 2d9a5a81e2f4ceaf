"""The melodies of a source of tunes, and where in them a few notes stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.melody_index.index import SHORTEST_QUERY, Match, MelodyIndex, kept_index
from abcstudio.corpus.melody_index.melody import LineNote, melodies_of
from abcstudio.corpus.tune import Tune
from abcstudio.messages import Phrase
from abcstudio.notation.measures.places import ScorePlaces
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span
from abcstudio.notation.stopping import ShouldStop
from abcstudio.recipes.finding.finding_words import likeness_words, pitch_words, place_words
from abcstudio.recipes.finding.melody_query import MelodyQuery

MOST_PLACES = 20
"""So many tunes are listed."""

# Where more than three notes of ten differ it is another melody.
_LEAST_SCORE = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """Where a melody stands in a tune.

    Attributes:
        tune: The tune.
        notes: The first characters of its notes there, in its text.
        measures: The first and the last measure; a pickup is 0.
        transposition: By how many semitones the tune lies above what was looked for.
        score: 1 for what is literally there, less for each note that differs.
        likeness: How near that is, in words.
        place: Which measures, in words.
        pitch: How much higher or lower the tune has it, in words.
    """

    tune: Tune
    notes: tuple[int, ...]
    measures: tuple[int, int]
    transposition: int
    score: float
    likeness: Phrase
    place: Phrase
    pitch: Phrase

    @property
    def ends(self) -> tuple[int, int]:
        """The first characters of the first and the last note."""
        return self.notes[0], self.notes[-1]


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
        progress: Callable[[int, int], object] = lambda _done, _of: None,
        should_stop: ShouldStop = bool,
    ) -> "SourceMelodies":
        """Take the index of tunes from a file, which is written where it does not fit them.

        Raises:
            CancelledError: `should_stop` said so.
        """
        return cls(tunes, kept_index(kept, tunes, progress, should_stop))

    def find(
        self, query: MelodyQuery, limit: int = MOST_PLACES, should_stop: ShouldStop = bool
    ) -> tuple[FoundPlace, ...]:
        """Return where a melody stands, the likest place first, each tune once.

        Raises:
            CancelledError: `should_stop` said so.
        """
        matches = self.index.search(query.line, limit, should_stop)
        near = (match for match in matches if match.score >= _LEAST_SCORE)
        found = (self._place(match, len(query.line)) for match in near)
        return tuple(place for place in found if place is not None)

    def _place(self, match: Match, asked: int) -> FoundPlace | None:
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
            measures=measures,
            transposition=match.transposition,
            score=match.score,
            likeness=likeness_words(match.score, asked),
            place=place_words(measures),
            pitch=pitch_words(match.transposition),
        )


def missing_notes(query: MelodyQuery) -> int:
    """Return how many notes a melody lacks to be looked for, 0 for none."""
    return max(SHORTEST_QUERY - len(query.notes), 0)


def _span(notes: Sequence[LineNote]) -> Span:
    return Span(notes[0].span.start, notes[-1].span.end)
