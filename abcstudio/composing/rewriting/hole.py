"""A hole in a tune: the music of some measures, which is to be composed anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from abcstudio.composing.clock.notes import tie_over_bar
from abcstudio.composing.clock.states import (
    WHOLE_NOTE,
    WITHIN_LINE,
    Body,
    MeasureState,
    Part,
)
from abcstudio.composing.rewriting.stretches import music_stretches
from abcstudio.errors import RewritingError
from abcstudio.notation.lexing.lexer import MUSIC
from abcstudio.notation.measures.measure_checks import doubtful_measures
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.score import Chord, Rest, Score, Voice
from abcstudio.notation.spans import Span
from abcstudio.notation.values.meter_field import parse_unit_note_length

_SWUNG = "hornpipe"
_SUNG = ("w", "s")


@dataclass(frozen=True, slots=True, kw_only=True)
class HoleStretch:
    """A part of a hole without a bar line, a field or the end of a line in it.

    Attributes:
        place: Where it stands in the tune's text.
        start: The clock's state at its start; no more time is left in it than the stretch lasts.
        goes_on: Nothing but a plain bar line parts it from the next one: a tie may cross that.
        opened, closed: How many slurs begin in it that end behind it, and end in it that began
            before it.
    """

    place: Span
    start: Body
    goes_on: bool = False
    opened: int = 0
    closed: int = 0

    def moved(self, by: int) -> "HoleStretch":
        """Return it so many characters later."""
        return replace(self, place=Span(self.place.start + by, self.place.end + by))


@dataclass(frozen=True, slots=True)
class Hole:
    """Some measures of a tune, of which the music is to be composed anew.

    Attributes:
        text: The tune.
        stretches: In the order of the text; what stands between them is kept.
    """

    text: str
    stretches: tuple[HoleStretch, ...]

    @property
    def music(self) -> tuple[str, ...]:
        """What stands in the stretches now."""
        return tuple(stretch.place.of(self.text) for stretch in self.stretches)

    def filled(self, music: Sequence[str]) -> str:
        """Return the tune with other music in the stretches; slurs across their edges stay."""
        pieces, place = [], 0
        for stretch, piece in zip(self.stretches, music, strict=True):
            slurred = "(" * stretch.opened + piece + ")" * stretch.closed
            pieces += [self.text[place : stretch.place.start], slurred]
            place = stretch.place.end
        return "".join([*pieces, self.text[place:]])

    def moved(self, text: str, by: int) -> "Hole":
        """Return the same hole in another text, in which it stands so many characters later."""
        return Hole(text, tuple(one.moved(by) for one in self.stretches))


def hole_of(score: Score, first: int, last: int, *, keeps_rhythm: bool = False) -> Hole:
    """Return the hole that some measures of a tune are.

    Args:
        score: The tune.
        first: The number of the first measure; 0 is the pickup at the start.
        last: The number of the last one.
        keeps_rhythm: Only pitches are to change: words and slurs stay where they are.

    Raises:
        RewritingError: They cannot be composed anew; the sentence says why.
    """
    voice = _only_voice(score)
    measures = split_measures(voice, score.meter)
    chosen = _chosen(measures, first, last)
    is_sung = any(
        field.letter in _SUNG and field.span.start > chosen[0].span.start
        for field in score.body_fields
    )
    if is_sung and not keeps_rhythm:
        raise RewritingError("rewriting.words")
    stretches = tuple(_Cutter(score, voice, measures, chosen).stretches())
    if not stretches:
        raise RewritingError("rewriting.cannot_fill")
    if keeps_rhythm:
        stretches = tuple(replace(one, opened=0, closed=0) for one in stretches)
    return Hole(score.text, stretches)


def _only_voice(score: Score) -> Voice:
    voices = [
        voice
        for voice in score.voices
        if any(isinstance(element, Chord | Rest) for element in voice.elements)
    ]
    if not voices:
        raise RewritingError("rewriting.no_measures")
    if len(voices) > 1:
        raise RewritingError("rewriting.voices")
    return voices[0]


def _chosen(measures: tuple[Measure, ...], first: int, last: int) -> tuple[Measure, ...]:
    if first > last:
        raise RewritingError("rewriting.empty_range", first=first, last=last)
    lowest, highest = measures[0].number, measures[-1].number
    for wanted in (first, last):
        if not lowest <= wanted <= highest:
            raise RewritingError(
                "rewriting.no_such_measure", wanted=wanted, first=lowest, last=highest
            )
    chosen = tuple(measure for measure in measures if first <= measure.number <= last)
    if any(measure.meter.is_free for measure in chosen):
        raise RewritingError("rewriting.no_meter")
    if not chosen or any(rest.measures for rest in _timed(chosen) if isinstance(rest, Rest)):
        raise RewritingError("rewriting.rest_of_measures")
    return chosen


def _timed(measures: Sequence[Measure]) -> list[Chord | Rest]:
    return [one for each in measures for one in each.elements if isinstance(one, Chord | Rest)]


class _Cutter:
    """Cuts chosen measures into stretches."""

    def __init__(
        self, score: Score, voice: Voice, measures: tuple[Measure, ...], chosen: tuple[Measure, ...]
    ) -> None:
        self._score, self._chosen = score, chosen
        self._timed = [one for one in voice.elements if isinstance(one, Chord | Rest)]
        self._doubtful = [measures[place] for place in doubtful_measures(measures)]

    def stretches(self) -> Iterator[HoleStretch]:
        """Yield them, those without time aside."""
        text = self._score.text
        left, right = self._chosen[0].left, self._chosen[-1].right
        begin = left.span.end if left is not None else max(
            (field.span.end for field in self._score.fields), default=0
        )  # fmt: skip
        end = right.span.start if right is not None else len(text)
        places = [one for one in music_stretches(text, Span(begin, end)) if self._inside(one)]
        for number, place in enumerate(places):
            following = places[number + 1] if number + 1 < len(places) else None
            yield self._stretch(place, following)

    def _inside(self, place: Span) -> list[Chord | Rest]:
        return [one for one in self._timed if place.start <= one.span.start < place.end]

    def _stretch(self, place: Span, following: Span | None) -> HoleStretch:
        inside = self._inside(place)
        measure = self._measure_of(inside[0])
        ticks = WHOLE_NOTE * self._lasts(measure, place, inside)
        unit = WHOLE_NOTE * self._unit(place.start)
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
        )  # fmt: skip

    def _measure_of(self, element: Chord | Rest) -> Measure:
        return next(one for one in self._chosen if any(element is each for each in one.elements))

    def _lasts(self, measure: Measure, place: Span, inside: list[Chord | Rest]) -> Fraction:
        """Return how long a stretch is to last: as now, or what sets its measure right."""
        duration = sum((one.duration for one in inside), Fraction(0))
        is_last = _timed([measure])[-1].span.start < place.end
        if is_last and any(measure is one for one in self._doubtful):
            duration += measure.expected - measure.duration
        return duration

    def _unit(self, place: int) -> Fraction:
        """Return the unit note length in force."""
        changes = [
            parse_unit_note_length(field.value)
            for field in self._score.body_fields
            if field.letter == "L" and field.span.start < place
        ]
        return next((one for one in reversed(changes) if one), self._score.unit_note_length)

    def _tie_into(self, element: Chord | Rest) -> str:
        """Return the letter and marks of the kept note that is tied to the first one."""
        place = next(at for at, one in enumerate(self._timed) if one is element)
        before = self._timed[place - 1] if place else None
        if not isinstance(before, Chord) or before.onset >= self._chosen[0].onset:
            return ""
        if not any(note.tied for note in before.notes):
            return ""
        if len(before.notes) > 1:
            raise RewritingError("rewriting.tied_chord")
        return tie_over_bar(_pitch_of(self._score.text, before))

    def _goes_on(self, place: Span, following: Span | None) -> bool:
        """Return whether nothing but a plain bar line parts a stretch from the next one."""
        if following is None:
            return False
        between = Span(place.end, following.start).of(self._score.text)
        return between.strip(" ") == "|"


def _pitch_of(text: str, chord: Chord) -> str:
    match = MUSIC.match(text, chord.notes[0].span.start)
    return match["letter"] + match["marks"] if match and match["letter"] else ""


def _slurs(inside: list[Chord | Rest]) -> tuple[int, int]:
    """Return how many slurs lead out of some notes, and how many into them."""
    depth = closed = 0
    for one in inside:
        depth += one.slur_starts - one.slur_ends
        closed = max(closed, -depth)
    return depth + closed, closed
