"""The tunes that share most with another one, and what they share."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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
from abcstudio.recipes.finding.found_place import FoundPlace, pitch_words, place_words
from abcstudio.stopping import stop_if_asked

# Of a tune that shares less a cadence is the same, as of many.
_LEAST_SHARE = 0.15
# Three of a hundred tunes that have nothing to do with another one go so much like it.
_LEAST_ALIKE = 0.22
# What literally stands there decides between tunes that go equally like one.
_LITERALLY = 0.1


@dataclass(frozen=True, slots=True)
class _Asked:
    """A tune whose relatives are looked for.

    Attributes:
        melody: The notes of its first voice that has some.
        outline: How it goes, measure by measure.
        itself: The places of known tunes with the same text.
    """

    score: Score
    melody: Sequence[LineNote]
    outline: MelodyOutline
    itself: frozenset[int]

    @classmethod
    def of(cls, tune: Tune, known: Sequence[Tune]) -> "_Asked":
        score = parse(tune.text, tune.file_header)
        melody = next(iter(melodies_of(score)), ())
        itself = frozenset(place for place, other in enumerate(known) if other.text == tune.text)
        return cls(score, melody, outline_of(tune), itself)


@dataclass(frozen=True, slots=True)
class _Kin:
    """The relatives of a tune, by their places.

    Attributes:
        literally: Those with enough of its measures.
        runs: Where its measures stand, the weightiest first.
        alike: How far tunes go like it, those that do enough.
    """

    literally: Mapping[int, Relative]
    runs: Mapping[int, Sequence[SharedRun]]
    alike: Mapping[int, float]

    def nearest(self, limit: int) -> list[int]:
        """Return the places of the nearest ones."""
        places = {*self.alike, *(self.literally.keys() & self.runs.keys())}
        nearness = {place: self._nearness(place) for place in places}
        return sorted(nearness, key=lambda place: (-nearness[place], place))[:limit]

    def _nearness(self, place: int) -> float:
        literally = self.literally.get(place)
        share = 0.0 if literally is None else literally.share
        return self.alike.get(place, 0.0) + _LITERALLY * share


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
        *,
        compared: Progress = lambda _done, _of: None,
    ) -> list[FoundPlace]:
        """Return the tunes that go most like a tune, but for itself, the nearest first.

        A relative has some of its measures, in any key, or goes like it in another mode, with other
        notes between or in measures of another length. The first time all tunes are read for that,
        which `progress` is told of; then each is compared, which `compared` is told of.
        """
        asked = _Asked.of(tune, self._tunes)
        outlines = self._outlines(progress)
        kin = self._kin(asked, outlines, compared)
        found: list[FoundPlace] = []
        for place in kin.nearest(limit):
            stop_if_asked()
            found.append(self._found(place, asked, kin))
        return found

    def _kin(self, asked: _Asked, outlines: Outlines, compared: Progress) -> _Kin:
        """Return the tunes that have measures of a tune, and those that go like it."""
        stop_if_asked()
        melody = asked.melody, full_measure(asked.score), asked.itself
        literally = {
            one.tune: one for one in self._runs.relatives(*melody) if one.share >= _LEAST_SHARE
        }
        stop_if_asked()
        near = alike_tunes(outlines, asked.outline, asked.itself, progress=compared)
        alike = {one.tune: one.score for one in near if one.score >= _LEAST_ALIKE}
        runs: dict[int, list[SharedRun]] = {}
        for run in self._runs.runs(*melody) if literally else ():
            runs.setdefault(run.tune, []).append(run)
        stop_if_asked()
        return _Kin(literally, runs, alike)

    def _found(self, place: int, asked: _Asked, kin: _Kin) -> FoundPlace:
        """Return which measures of a tune a relative has, or in which notes it goes like it."""
        relative = kin.literally.get(place) if place in kin.runs else None
        if relative is not None and (relative.is_same_tune or place not in kin.alike):
            return self._place(relative, asked, kin.runs[place])
        return self._alike_place(place, asked)

    def _outlines(self, progress: Progress) -> Outlines:
        if self._kept_outlines is None:
            self._kept_outlines = Outlines.of_tunes(self._tunes, progress)
        return self._kept_outlines

    def _alike_place(self, place: int, asked: _Asked) -> FoundPlace:
        tune = self._tunes[place]
        other = parse(tune.text, tune.file_header)
        theirs = melodies_of(other)[0]
        alike = alike_notes(asked.outline, outline_of(tune))
        first, last = (theirs[note] for note in alike.stretch)
        measures = first.measure, last.measure
        steps = Counter(theirs[there].pitch - asked.melody[own].pitch for own, there in alike.pairs)
        transposition = steps.most_common(1)[0][0] if steps else 0
        return FoundPlace(
            tune=tune,
            notes=_touched(other, (theirs[there] for _, there in alike.pairs)),
            own_notes=_touched(asked.score, (asked.melody[own] for own, _ in alike.pairs)),
            ends=(first.span.start, last.span.start),
            measures=measures,
            transposition=transposition,
            score=alike.share,
            likeness=Phrase("finding.alike", {"share": round(100 * alike.share)}),
            place=place_words(measures),
            pitch=pitch_words(transposition),
        )

    def _place(self, relative: Relative, asked: _Asked, runs: Sequence[SharedRun]) -> FoundPlace:
        tune = self._tunes[relative.tune]
        other = parse(tune.text, tune.file_header)
        lines, places, own_places = melodies_of(other), ScorePlaces(other), ScorePlaces(asked.score)
        own: set[int] = set()
        theirs: set[int] = set()
        for run in runs:
            own.update(own_places.touched(_span(asked.melody, run.notes)))
            theirs.update(places.touched(_span(lines[run.line], run.known_notes)))
        best = runs[0]
        here = asked.melody[best.notes[0] : best.notes[1] + 1]
        there = lines[best.line][best.known_notes[0] : best.known_notes[1] + 1]
        measures = there[0].measure, there[-1].measure
        # Some notes may be others, the first one, too.
        steps = Counter(two.pitch - one.pitch for one, two in zip(here, there, strict=False))
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
