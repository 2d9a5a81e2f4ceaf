"""How new a tune is, as the panel shows it; worked out in the background."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from abcstudio.corpus.tune import Tune
from abcstudio.messages import Phrase
from abcstudio.notation.measures.places import ScorePlaces
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.workers.newness import known_melodies

if TYPE_CHECKING:
    from abcstudio.corpus.melody_index.shared_runs import SharedRun
    from abcstudio.recipes.newness.known_melodies import KnownMelodies

MOST_ROWS = 8
# A run that weighs less is idiom.
_LEAST_WEIGHT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class NewnessRow:
    """A shared run.

    Attributes:
        words: Which measures stand where in which known tune.
        place: Where they stand in the tune's text.
        notes: The first characters of their notes and rests there.
        known: The known tune.
        known_notes: The same of those in it.
    """

    words: Phrase
    place: Span
    notes: tuple[int, ...]
    known: Tune
    known_notes: tuple[int, ...]

    @property
    def known_ends(self) -> tuple[int, int]:
        """The first characters of the first and the last note in the known tune."""
        return self.known_notes[0], self.known_notes[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewnessLook:
    """What is shown of one tune.

    Attributes:
        verdict: How new it is.
        shares: For each collection the share of its tunes that it is newer than.
        rows: What it shares.
        title: Who has its title; None where no known tune has.
        is_too_short: There is too little of it to compare.
    """

    verdict: Phrase
    shares: tuple[tuple[str, float], ...]
    rows: tuple[NewnessRow, ...]
    title: Phrase | None
    is_too_short: bool


def look_at(score: Score, title: str) -> NewnessLook:
    """Return how new a tune is.

    Raises:
        AbcStudioError: They cannot be read.
    """
    # NumPy takes a while to import.
    from abcstudio.corpus.melody_index.newness import ALL
    from abcstudio.recipes.newness.newness_words import title_words, verdict_on

    known = known_melodies()
    newness = known.newness(score, title)
    weighty = [one for one in newness.runs if one.weight >= _LEAST_WEIGHT]
    rows = (_row(run, known, score) for run in weighty[:MOST_ROWS])
    return NewnessLook(
        verdict=verdict_on(newness),
        shares=tuple((name, share) for name, share in newness.newer_than.items() if name != ALL),
        rows=tuple(row for row in rows if row is not None),
        title=title_words(newness, known, title),
        is_too_short=newness.is_too_short,
    )


def _row(run: "SharedRun", known: "KnownMelodies", score: Score) -> NewnessRow | None:
    from abcstudio.corpus.melody_index.melody import place_of
    from abcstudio.recipes.newness.newness_words import row_words

    tune = known.tunes[run.tune]
    other = parse(tune.text, tune.file_header)
    place, there = place_of(score, 0, *run.notes), place_of(other, run.line, *run.known_notes)
    if place is None or there is None:
        return None
    return NewnessRow(
        words=row_words(run, known),
        place=place.span,
        notes=ScorePlaces(score).touched(place.span),
        known=tune,
        known_notes=ScorePlaces(other).touched(there.span),
    )
