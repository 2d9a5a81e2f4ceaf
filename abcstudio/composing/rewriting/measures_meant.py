"""Where the measures stand that a person means, and those that change with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from abcstudio.composing.rewriting.phrases import phrase_of
from abcstudio.errors import RewritingError
from abcstudio.notation.editing.staying_signs import sign_start
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.score import Chord, Rest, Score
from abcstudio.notation.spans import Span


class Halves(NamedTuple):
    """Which halves of the first and the last of some measures are left out.

    Attributes:
        skips_first: Of the first measure all but its last half.
        skips_last: Of the last measure all but its first half.
    """

    skips_first: bool = False
    skips_last: bool = False

    def of(self, measures: Sequence[Measure], first: int, last: int) -> tuple[Measure, ...]:
        """Return the measures with the numbers from the first to the last, those halves left out.

        Args:
            measures: Of one voice.
            first: The number of the first one.
            last: That of the last one.
        """
        chosen = [one for one in measures if first <= one.number <= last]
        if self.skips_first:
            chosen = chosen[sum(one.number == first for one in chosen) - 1 :]
        if self.skips_last:
            chosen = chosen[: len(chosen) - sum(one.number == last for one in chosen) + 1]
        return tuple(chosen)


BOTH = Halves()


def halves_of(measures: Sequence[Measure], touched: Sequence[Measure]) -> Halves:
    """Return which halves are left out where only some measures are meant.

    Args:
        measures: Of one voice.
        touched: Those that are meant, at least one; they follow each other.
    """
    first, last = touched[0], touched[-1]
    return Halves(
        skips_first=touched[0] is not _of_number(measures, first.number)[0],
        skips_last=touched[-1] is not _of_number(measures, last.number)[-1],
    )


def _of_number(measures: Sequence[Measure], number: int) -> list[Measure]:
    return [one for one in measures if one.number == number]


@dataclass(frozen=True, slots=True)
class MeantMeasures:
    """Some measures of a tune that follow each other.

    Attributes:
        first, last: Their numbers, as `hole_of` counts; 0 is the pickup at the start.
        place: From the signs of the first note or rest of the first one to the end of the last one.
        halves: What of the first and the last one is not meant.
    """

    first: int
    last: int
    place: Span
    halves: Halves = BOTH


def measures_at(score: Score, selection: Span) -> MeantMeasures:
    """Return the measures whose music a selection touches, or else the one at its start.

    Of a measure that a repeat cuts in two the halves are meant that are touched; by a caret, both.

    Raises:
        RewritingError: It stands before the music.
    """
    measures = list(_with_music(score))
    touched = [one for one in measures if _touches(one.span, selection)]
    halves = halves_of(measures, touched) if touched and selection.start < selection.end else BOTH
    if not touched:
        touched = [one for one in measures if _begin_of(one) <= selection.start][-1:]
    if not touched:
        raise RewritingError("rewriting.no_measure_here")
    first, last = touched[0].number, touched[-1].number
    return MeantMeasures(first, last, place_of(score, first, last, halves), halves)


def caret_in_music(score: Score, caret: int) -> int:
    """Return a caret's place, or the first measure behind the pickup where it is before all music.

    There it stands in a tune that was not touched yet.
    """
    measures = list(_with_music(score))
    if not measures or any(_begin_of(one) <= caret for one in measures):
        return caret
    return _music_start(score, next((one for one in measures if one.number), measures[0]))


def phrase_at(score: Score, place: int) -> MeantMeasures:
    """Return the measures of the phrase that a place of the text is in.

    Raises:
        RewritingError: It stands before the music.
    """
    number = measures_at(score, Span(place, place)).last
    for voice in score.voices:
        measures = split_measures(voice, score.meter)
        at = [found for found, one in enumerate(measures) if one.number == number]
        if at:
            first, last = (measures[found].number for found in phrase_of(measures, at[-1]))
            return MeantMeasures(first, last, place_of(score, first, last))
    raise RewritingError("rewriting.no_measure_here")


def note_at(score: Score, place: int) -> int:
    """Return which note or rest of its measure stands at or behind a place of the text, from 1."""
    number = measures_at(score, Span(place, place)).first
    timed = [
        one for each in _with_music(score) if each.number == number
        for one in each.elements if isinstance(one, Chord | Rest)
    ]  # fmt: skip
    return 1 + sum(one.span.end <= place for one in timed)


def place_of(score: Score, first: int, last: int, halves: Halves = BOTH) -> Span:
    """Return where the music of measures stands, by the numbers of the first and the last."""
    meant = halves.of(list(_with_music(score)), first, last)
    start = min(_music_start(score, one) for one in meant)
    return Span(start, max(one.span.end for one in meant))


def _music_start(score: Score, measure: Measure) -> int:
    """Return where a measure's music begins, with the chord symbol of its first note."""
    first = min(
        (one for one in measure.elements if isinstance(one, Chord | Rest)),
        key=lambda one: one.span.start,
    )
    return sign_start(score.text, first, 0 if measure.left is None else measure.left.span.end)


def changed_measures(before: Score, now: Score) -> tuple[Span, ...]:
    """Return where the measures stand now that have other text than before.

    Both have the same number of measures.
    """
    pairs = zip(_with_music(before), _with_music(now), strict=False)
    return tuple(
        new.span for old, new in pairs if old.span.of(before.text) != new.span.of(now.text)
    )


def _with_music(score: Score) -> Iterator[Measure]:
    for voice in score.voices:
        for measure in split_measures(voice, score.meter):
            if any(isinstance(one, Chord | Rest) for one in measure.elements):
                yield measure


def _touches(music: Span, selection: Span) -> bool:
    return music.start < selection.end and selection.start < music.end


def _begin_of(measure: Measure) -> int:
    """Return where a caret begins to stand in a measure."""
    return measure.span.start if measure.left is None else measure.left.span.end
