"""Cuts chosen measures into the stretches of a hole."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from abcstudio.composing.clock.notes import tie_over_bar
from abcstudio.composing.clock.states import (
    WHOLE_NOTE,
    WITHIN_LINE,
    Body,
    MeasureState,
    Part,
)
from abcstudio.composing.rewriting.hole import HoleStretch
from abcstudio.composing.rewriting.melody import written_pitch
from abcstudio.errors import RewritingError
from abcstudio.notation.editing.staying_signs import sign_start, staying_signs
from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.lexing.lines import Line, LineKind, scan_lines
from abcstudio.notation.measures.measure_checks import doubtful_measures
from abcstudio.notation.measures.measures import Measure
from abcstudio.notation.score import Chord, Rest, Score, Voice
from abcstudio.notation.spans import Span
from abcstudio.notation.values.meter_field import parse_unit_note_length

_CUTS = frozenset({"bar_line", "inline_field", "overlay"})
_BLANK = frozenset({"space", "continuation", "score_break", "unknown"})
_ENDS = frozenset({"note", "rest", "measure_rest", "chord_end", "tie", "slur_end", "broken_rhythm"})


def music_stretches(text: str, between: Span) -> Iterator[Span]:
    """Yield the stretches of music in a part of a tune's text.

    A stretch begins with the first sign of its first note and ends with its last note: what stands
    between that and a bar line, such as the number of an ending or `!fine!`, belongs to neither.
    """
    for line in scan_lines(text):
        is_inside = line.start < between.end and between.start < line.content_end
        if is_inside and line.kind is LineKind.MUSIC:
            yield from _of_line(text, line, between)


def _of_line(text: str, line: Line, between: Span) -> Iterator[Span]:
    start, end = -1, -1
    # From the start of the line: the digit of an ending is known by the bar line before it.
    for kind, match in music_matches(text, line.start, min(line.content_end, between.end)):
        if match.start() < between.start or kind in _BLANK:
            continue
        if kind in _CUTS:
            if end > start >= 0:
                yield Span(start, end)
            start = end = -1
        elif start >= 0 or kind != "variant_ending":
            start = match.start() if start < 0 else start
            end = match.end() if kind in _ENDS else end
    if end > start >= 0:
        yield Span(start, end)


_SWUNG = "hornpipe"


def timed_in(measures: Sequence[Measure]) -> list[Chord | Rest]:
    """Return the notes and rests of some measures."""
    return [one for each in measures for one in each.elements if isinstance(one, Chord | Rest)]


def unit_at(score: Score, place: int) -> Fraction:
    """Return the unit note length in force at a place of a tune's text."""
    changes = [
        parse_unit_note_length(field.value)
        for field in score.body_fields
        if field.letter == "L" and field.span.start < place
    ]
    return next((one for one in reversed(changes) if one), score.unit_note_length)


class HoleCutter:
    """Cuts what may change of chosen measures into stretches."""

    def __init__(
        self,
        score: Score,
        voice: Voice,
        measures: tuple[Measure, ...],
        chosen: Sequence[Measure],
        free: Sequence[Chord | Rest],
    ) -> None:
        """Make it.

        Args:
            score: The tune.
            voice: Its voice.
            measures: All of that.
            chosen: Some of them, one after the other.
            free: The notes and rests in them that may change, in their order.
        """
        self._score, self._chosen, self._free = score, chosen, free
        self._timed = [one for one in voice.elements if isinstance(one, Chord | Rest)]
        self._doubtful = [measures[place] for place in doubtful_measures(measures)]

    def places(self) -> list[Span]:
        """Return where the stretches stand, those without time aside."""
        return [
            place
            for run in self._runs()
            for place in music_stretches(self._score.text, Span(self._begin(run), self._end(run)))
            if self._inside(place)
        ]

    def _runs(self) -> list[list[Chord | Rest]]:
        """Return the notes and rests that may change, those that follow each other together."""
        free = {id(one) for one in self._free}
        groups = groupby(timed_in(self._chosen), key=lambda one: id(one) in free)
        return [list(group) for is_free, group in groups if is_free]

    def stretches(self) -> Iterator[HoleStretch]:
        """Yield them."""
        places = self.places()
        for number, place in enumerate(places):
            following = places[number + 1] if number + 1 < len(places) else None
            yield self._stretch(place, following)

    def _begin(self, run: Sequence[Chord | Rest]) -> int:
        before = _before(run[0], timed_in(self._chosen))
        if before is not None:
            return _behind(self._score.text, before)
        left = self._chosen[0].left
        if left is not None:
            return left.span.end
        return max((field.span.end for field in self._score.fields), default=0)

    def _end(self, run: Sequence[Chord | Rest]) -> int:
        after = _before(run[-1], timed_in(self._chosen)[::-1])
        if after is not None:
            return sign_start(self._score.text, after, run[-1].span.end)
        right = self._chosen[-1].right
        return right.span.start if right is not None else len(self._score.text)

    def _inside(self, place: Span) -> list[Chord | Rest]:
        return [one for one in self._free if place.start <= one.span.start < place.end]

    def _stretch(self, place: Span, following: Span | None) -> HoleStretch:
        inside = self._inside(place)
        measure = self._measure_of(inside[0])
        ticks = WHOLE_NOTE * self._lasts(measure, place, inside)
        unit = WHOLE_NOTE * unit_at(self._score, place.start)
        if ticks <= 0 or ticks.denominator != 1 or unit.denominator != 1:
            raise RewritingError("rewriting.cannot_fill")
        opened, closed = _slurs(inside)
        state = MeasureState(
            full=int(ticks),
            unit=int(unit),
            need=int(ticks),
            tie=self._tie_into(inside[0]),
            swing=any(_SWUNG in value for value in self._score.field_values("R")),
            is_compound=measure.meter.is_compound,
        )
        return HoleStretch(
            place=place,
            start=Body(
                token="", text="", line=WITHIN_LINE, pitch="", measure=state,
                part=Part(fresh=False),
            ),
            goes_on=self._goes_on(place, following),
            opened=opened,
            closed=closed,
            unaltered=self._unaltered(measure, inside[-1]),
            signs=staying_signs(self._score.text, inside, place),
        )  # fmt: skip

    def _measure_of(self, element: Chord | Rest) -> Measure:
        return next(one for one in self._chosen if any(element is each for each in one.elements))

    def _lasts(self, measure: Measure, place: Span, inside: list[Chord | Rest]) -> Fraction:
        """Return how long a stretch is to last: as now, or what sets its measure right."""
        duration = sum((one.duration for one in inside), Fraction(0))
        free = [one for one in self._free if any(one is each for each in measure.elements)]
        is_last = free[-1].span.start < place.end
        if is_last and any(measure is one for one in self._doubtful):
            duration += measure.expected - measure.duration
        return duration

    def _tie_into(self, element: Chord | Rest) -> str:
        """Return the letter and marks of the kept note that is tied to the first one."""
        before = _before(element, self._timed)
        if not isinstance(before, Chord) or before.onset >= self._chosen[0].onset:
            return ""
        if not any(note.tied for note in before.notes):
            return ""
        if len(before.notes) > 1:
            raise RewritingError("rewriting.tied_chord")
        return tie_over_bar(written_pitch(self._score.text, before.notes[0]))

    def _unaltered(self, measure: Measure, last: Chord | Rest) -> frozenset[str]:
        """Return the letters of the notes of a measure that stay behind one that may change."""
        free = {id(one) for one in self._free}
        letters = {
            note.pitch.step
            for one in timed_in([measure])
            if isinstance(one, Chord) and one.onset > last.onset and id(one) not in free
            for note in one.notes
        }
        return frozenset(letters | {letter.lower() for letter in letters})

    def _goes_on(self, place: Span, following: Span | None) -> bool:
        """Return whether nothing but a plain bar line parts a stretch from the next one."""
        if following is None:
            return False
        between = Span(place.end, following.start).of(self._score.text)
        return between.strip(" ") == "|"


def _before(element: Chord | Rest, order: Sequence[Chord | Rest]) -> Chord | Rest | None:
    """Return what comes before an element in some order."""
    place = next(at for at, one in enumerate(order) if one is element)
    return order[place - 1] if place else None


def _behind(text: str, element: Chord | Rest) -> int:
    """Return where a note or rest has ended, with the slurs that end there."""
    place = element.span.end
    while text[place : place + 1] == ")":
        place += 1
    return place


def _slurs(inside: list[Chord | Rest]) -> tuple[int, int]:
    """Return how many slurs lead out of some notes, and how many into them."""
    depth = closed = 0
    for one in inside:
        depth += one.slur_starts - one.slur_ends
        closed = max(closed, -depth)
    return depth + closed, closed
