"""The tunes that share most with another one, and what they share."""

from collections import Counter
from collections.abc import Iterable, Sequence

from abcstudio.corpus.melody_index.index import Progress
from abcstudio.corpus.melody_index.melody import LineNote, full_measure, melodies_of
from abcstudio.corpus.melody_index.outline_likeness import alike_notes, alike_tunes
from abcstudio.corpus.melody_index.outlines import MelodyOutline, Outlines, outline_of
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
# Three of a hundred tunes that have nothing to do with another one go so much like it.
_LEAST_ALIKE = 0.22
# What literally stands there decides between tunes that go equally like one.
_LITERALLY = 0.1


class RelativeFinder:
    """Finds the relatives of tunes among others."""

    def __init__(self, tunes: Sequence[Tune], runs: RunFinder) -> None:
        self._tunes = tunes
        self._runs = runs
        self._kept_outlines: Outlines | None = None

    def find(
        self,
        tune: Tune,
        limit: int,
        progress: Progress = lambda _done, _of: None,
        should_stop: ShouldStop = bool,
    ) -> list[FoundPlace]:
        """Return the tunes that go most like a tune, but for itself, the nearest first.

        A relative has some of its measures, in any key, or goes like it in another mode, with other
        notes between or in measures of another length. The first time all tunes are read for that.

        Raises:
            CancelledError: `should_stop` said so.
        """
        score = parse(tune.text, tune.file_header)
        melody = next(iter(melodies_of(score)), ())
        itself = frozenset(
            place for place, other in enumerate(self._tunes) if other.text == tune.text
        )
        asked = melody, full_measure(score), itself
        literally = {
            one.tune: one for one in self._runs.relatives(*asked) if one.share >= _LEAST_SHARE
        }
        outlines, outline = self._outlines(progress, should_stop), outline_of(tune)
        stop_if(should_stop)
        alike = {
            one.tune: one.score
            for one in alike_tunes(outlines, outline, itself, should_stop)
            if one.score >= _LEAST_ALIKE
        }
        shared: dict[int, list[SharedRun]] = {}
        for run in self._runs.runs(*asked) if literally else ():
            shared.setdefault(run.tune, []).append(run)
        stop_if(should_stop)
        nearness = {
            place: alike.get(place, 0.0)
            + (_LITERALLY * literally[place].share if place in literally else 0.0)
            for place in {*alike, *(literally.keys() & shared.keys())}
        }
        nearest = sorted(nearness, key=lambda place: (-nearness[place], place))[:limit]
        found: list[FoundPlace] = []
        for place in nearest:
            stop_if(should_stop)
            relative = literally.get(place) if place in shared else None
            if relative is not None and (relative.is_same_tune or place not in alike):
                found.append(self._place(relative, score, melody, shared[place]))
            else:
                found.append(self._alike_place(place, score, melody, outline))
        return found

    def _outlines(self, progress: Progress, should_stop: ShouldStop) -> Outlines:
        if self._kept_outlines is None:
            self._kept_outlines = Outlines.of_tunes(self._tunes, progress, should_stop)
        return self._kept_outlines

    def _alike_place(
        self, place: int, score: Score, melody: Sequence[LineNote], outline: MelodyOutline
    ) -> FoundPlace:
        tune = self._tunes[place]
        other = parse(tune.text, tune.file_header)
        theirs = melodies_of(other)[0]
        alike = alike_notes(outline, outline_of(tune))
        first, last = (theirs[note] for note in alike.stretch)
        measures = first.measure, last.measure
        steps = Counter(theirs[there].pitch - melody[own].pitch for own, there in alike.pairs)
        transposition = steps.most_common(1)[0][0] if steps else 0
        return FoundPlace(
            tune=tune,
            notes=_touched(other, (theirs[there] for _, there in alike.pairs)),
            own_notes=_touched(score, (melody[own] for own, _ in alike.pairs)),
            ends=(first.span.start, last.span.start),
            measures=measures,
            transposition=transposition,
            score=alike.share,
            likeness=Phrase("finding.alike", {"share": round(100 * alike.share)}),
            place=place_words(measures),
            pitch=pitch_words(transposition),
        )

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


def _touched(score: Score, notes: Iterable[LineNote]) -> tuple[int, ...]:
    places = ScorePlaces(score)
    spans = {note.span for note in notes}
    return tuple(sorted({place for span in spans for place in places.touched(span)}))
