"""The tunes that share most with another one, and what they share."""

from collections import Counter
from collections.abc import Sequence

from abcstudio.corpus.melody_index.melody import LineNote, full_measure, melodies_of
from abcstudio.corpus.melody_index.shared_runs import Relative, RunFinder, SharedRun
from abcstudio.corpus.tune import Tune
from abcstudio.messages import Phrase
from abcstudio.notation.measures.places import ScorePlaces
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.notation.stopping import ShouldStop, stop_if
from abcstudio.recipes.finding.finding_words import pitch_words, place_words
from abcstudio.recipes.finding.found_place import FoundPlace

# Of a tune that shares less a cadence is the same, as of many.
_LEAST_SHARE = 0.15


class RelativeFinder:
    """Finds the relatives of tunes among others."""

    def __init__(self, tunes: Sequence[Tune], runs: RunFinder) -> None:
        self._tunes = tunes
        self._runs = runs

    def find(self, tune: Tune, limit: int, should_stop: ShouldStop = bool) -> list[FoundPlace]:
        """Return the tunes that share most with a tune, but for itself.

        Those that share the rarest measures are chosen; of these the one that shares most is first.

        Raises:
            CancelledError: `should_stop` said so.
        """
        score = parse(tune.text, tune.file_header)
        melody = next(iter(melodies_of(score)), ())
        itself = {place for place, other in enumerate(self._tunes) if other.text == tune.text}
        asked = melody, full_measure(score), frozenset(itself)
        near = [one for one in self._runs.relatives(*asked) if one.share >= _LEAST_SHARE][:limit]
        stop_if(should_stop)
        shared: dict[int, list[SharedRun]] = {}
        for run in self._runs.runs(*asked) if near else ():
            shared.setdefault(run.tune, []).append(run)
        stop_if(should_stop)
        near.sort(key=lambda one: -one.share)
        return [
            self._place(one, score, melody, shared[one.tune]) for one in near if one.tune in shared
        ]

    def _place(
        self, relative: Relative, score: Score, melody: Sequence[LineNote], runs: list[SharedRun]
    ) -> FoundPlace:
        tune = self._tunes[relative.tune]
        other = parse(tune.text, tune.file_header)
        lines, own_places, places = melodies_of(other), ScorePlaces(score), ScorePlaces(other)
        own: set[int] = set()
        theirs: set[int] = set()
        for run in runs:
            own.update(own_places.touched(_span(melody, run.notes)))
            theirs.update(places.touched(_span(lines[run.line], run.known_notes)))
        best = runs[0]
        asked = melody[best.notes[0] : best.notes[1] + 1]
        there = lines[best.line][best.known_notes[0] : best.known_notes[1] + 1]
        measures = there[0].measure, there[-1].measure
        # Some notes may be others, the first one, too.
        steps = Counter(two.pitch - one.pitch for one, two in zip(asked, there, strict=False))
        transposition = steps.most_common(1)[0][0]
        message_id = "finding.same_tune" if relative.is_same_tune else "finding.shares"
        return FoundPlace(
            tune=tune,
            notes=tuple(sorted(theirs)),
            own_notes=tuple(sorted(own)),
            ends=(there[0].span.start, there[-1].span.start),
            measures=measures,
            transposition=transposition,
            score=relative.share,
            likeness=Phrase(message_id, {"share": round(100 * relative.share)}),
            place=place_words(measures),
            pitch=pitch_words(transposition),
        )


def _span(notes: Sequence[LineNote], ends: tuple[int, int]) -> Span:
    return Span(notes[ends[0]].span.start, notes[ends[1]].span.end)
