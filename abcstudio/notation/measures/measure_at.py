"""What stands at a place of a tune's text: which element, in which measure, on which beat."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from abcstudio.messages import Phrase
from abcstudio.notation.measures.measure_checks import (
    doubtful_measures,
    lengths_of,
)
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import (
    BarLine,
    Chord,
    Element,
    LineBreak,
    Rest,
    Score,
    Tuplet,
    Voice,
)
from abcstudio.stopping import stoppable

_BEAT_PARTS = {
    Fraction(1, 2): "½", Fraction(1, 3): "⅓", Fraction(2, 3): "⅔", Fraction(1, 4): "¼",
    Fraction(3, 4): "¾", Fraction(1, 6): "⅙", Fraction(5, 6): "⅚", Fraction(1, 8): "⅛",
    Fraction(3, 8): "⅜", Fraction(5, 8): "⅝", Fraction(7, 8): "⅞",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurePlace:
    """A measure and a place in it.

    Attributes:
        count: How many measures the voice has.
        last_number: The number of the last measure that it stands for: a rest may last several.
        beat: From 1 on, 1½ between the first and the second; None in free meter and on a bar line.
        is_doubtful: Its length is neither the meter's nor explained by where it stands.
        passes: Of the variant ending that it belongs to, () outside endings.
        voice: The voice that it belongs to.
        has_others: There are other voices besides.
    """

    measure: Measure
    count: int
    last_number: int
    beat: Fraction | None
    is_doubtful: bool
    passes: tuple[int, ...]
    voice: Voice
    has_others: bool

    @property
    def number(self) -> int:
        """Its number, 0 for a pickup at the start."""
        return _number(self.measure)


@dataclass(frozen=True, slots=True)
class _Measures:
    """The measures of one voice with what holds in each."""

    voice: Voice
    measures: tuple[Measure, ...]
    passes: tuple[tuple[int, ...], ...]
    doubtful: frozenset[int]

    @classmethod
    def of(cls, voice: Voice, meter: Meter) -> "_Measures":
        """Cut a voice."""
        measures = split_measures(voice, meter)
        passes: list[tuple[int, ...]] = []
        inside: tuple[int, ...] = ()
        for measure in measures:
            if measure.ending is not None:
                inside = measure.ending.passes
            passes.append(inside)
            if measure.ends_section:
                inside = ()
        doubtful = frozenset(doubtful_measures(measures))
        return cls(voice, measures, tuple(passes), doubtful)


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """An element with the characters that belong to it, marks before it included.

    Attributes:
        index: Of its measure among those of its voice.
        is_tuplet_start: It is the first of its tuplet.
    """

    start: int
    end: int
    element: Element
    voice_index: int
    index: int
    is_tuplet_start: bool = False


class MeasurePlaces:
    """A score's elements by their places in its text; made once for a score, then asked often."""

    def __init__(self, score: Score) -> None:
        """Find them.

        Args:
            score: Any score.
        """
        self.score = score
        self._rows = [_Measures.of(voice, score.meter) for voice in score.voices]
        self._main_voices = sum(voice.overlay_of is None for voice in score.voices)
        found: dict[tuple[int, int, type[Element]], Located] = {}
        for voice_index, row in enumerate(self._rows):
            for located in stoppable(_located(row, voice_index)):
                # Overlays repeat the bar lines of the voice that they stand over.
                key = (located.start, located.end, type(located.element))
                found.setdefault(key, located)
        self._located = sorted(found.values(), key=lambda one: (one.start, one.end))
        self._starts = [one.start for one in self._located]
        self._header_end = max((field.span.end for field in score.fields), default=0)

    def element_at(self, offset: int) -> Located | None:
        """Return what a place of the text belongs to, else its neighbour in the same line."""
        if self._is_in_header(offset):
            return None
        text = self.score.text
        before, after = self._neighbours(offset)
        if before is not None and offset < before.end:
            return before
        if before is not None and before.end == offset and not isinstance(before.element, BarLine):
            return before
        if after is not None and "\n" not in text[offset : after.start]:
            return after
        if before is not None and "\n" not in text[before.end : offset]:
            return before
        return None

    def measure_at(self, offset: int) -> MeasurePlace | None:
        """Return the measure at a place of the text; None in the header and without music."""
        located = self.element_at(offset)
        if located is None and not self._is_in_header(offset):
            before, after = self._neighbours(offset)
            located = before or after
        return self.measure_of(located) if located is not None else None

    def measure_of(self, located: Located) -> MeasurePlace | None:
        """Return the measure of an element, and where in it the element stands."""
        row = self._rows[located.voice_index]
        if not row.measures:
            return None
        measure = row.measures[located.index]
        last = row.measures[-1]
        return MeasurePlace(
            measure=measure,
            count=_last_number(last),
            last_number=_last_number(measure),
            beat=_beat(measure, located.element),
            is_doubtful=located.index in row.doubtful,
            passes=row.passes[located.index],
            voice=row.voice,
            has_others=self._main_voices > 1 or row.voice.overlay_of is not None,
        )

    def _is_in_header(self, offset: int) -> bool:
        return offset < self._header_end

    def _neighbours(self, offset: int) -> tuple[Located | None, Located | None]:
        """Return the last element that begins at a place or before it, and the first after."""
        place = bisect_right(self._starts, offset)
        before = self._located[place - 1] if place else None
        return before, self._located[place] if place < len(self._located) else None


def measure_head(place: MeasurePlace) -> tuple[Phrase, ...]:
    """Return the words for where a place is: voice, measure, ending, beat."""
    parts: list[Phrase] = []
    voice = place.voice
    if voice.overlay_of is not None:
        parts.append(Phrase("place.overlay"))
    elif place.has_others and (voice.name or voice.voice_id):
        parts.append(Phrase("place.voice", {"name": voice.name or voice.voice_id}))
    parts.append(_which_measure(place))
    if place.passes:
        parts.append(Phrase("place.ending", {"passes": " ".join(map(str, place.passes))}))
    if place.beat is not None:
        parts.append(Phrase("place.beat", {"beat": beat_text(place.beat)}))
    return tuple(parts)


def measure_state(place: MeasurePlace) -> Phrase:
    """Return the words for how long a measure is against its meter."""
    measure = place.measure
    found, expected = lengths_of(measure)
    if measure.expected == 0 or place.number == 0:
        return Phrase("place.length", {"found": found})
    if measure.duration == measure.expected or place.last_number > place.number:
        return Phrase("place.full")
    state = "place.wrong" if place.is_doubtful else "place.part"
    return Phrase(state, {"found": found, "expected": expected})


def beat_text(beat: Fraction) -> str:
    """Return a beat as musicians count it: "2", "2½", "1⅔", "3 5/16"."""
    whole, part = divmod(beat, 1)
    if part == 0:
        return str(whole)
    return f"{whole}{_BEAT_PARTS[part]}" if part in _BEAT_PARTS else f"{whole} {part}"


def _which_measure(place: MeasurePlace) -> Phrase:
    if place.number == 0:
        return Phrase("place.pickup")
    if place.last_number > place.number:
        what = {"first": place.number, "last": place.last_number}
        return Phrase("place.measures", what)
    if place.is_doubtful:
        return Phrase("place.measure", {"number": place.number})
    return Phrase("place.measure-of", {"number": place.number, "count": place.count})


def _last_number(measure: Measure) -> int:
    timed = [element for element in measure.elements if isinstance(element, (Chord, Rest))]
    if len(timed) == 1 and isinstance(timed[0], Rest):
        return _number(measure) + max(0, timed[0].measures - 1)
    return _number(measure)


def _number(measure: Measure) -> int:
    """Return a measure's number; the first one is no pickup before a bar line ends it."""
    return max(1, measure.number) if measure.right is None else measure.number


def _beat(measure: Measure, element: Element) -> Fraction | None:
    """Return the beat on which an element begins; a pickup ends with its measure.

    What no bar line ends yet is still being written, and is counted from its beginning.
    """
    meter = measure.meter
    if not isinstance(element, (Chord, Rest)) or meter.is_free:
        return None
    position = element.onset - measure.onset
    if measure.is_pickup and measure.right is not None:
        position += measure.expected - measure.duration
    length = Fraction(3 if meter.is_compound else 1, meter.beat_unit)
    return position / length + 1


def _located(row: _Measures, voice_index: int) -> Iterator[Located]:
    """Yield the elements of a voice that stand somewhere, and the syllables sung to them."""
    index_of = {
        id(element): index
        for index, measure in enumerate(row.measures)
        for element in measure.elements
    }
    index = 0
    tuplet: Tuplet | None = None
    for element in row.voice.elements:
        # A bar line belongs to the measure that it closes.
        index = index_of.get(id(element), index)
        located = partial(Located, element=element, voice_index=voice_index, index=index)
        span = element.span
        if not isinstance(element, (Chord, Rest)):
            if not isinstance(element, LineBreak) and span.start < span.end:
                yield located(start=span.start, end=span.end)
            continue
        begins = element.tuplet is not None and element.tuplet is not tuplet
        tuplet = element.tuplet
        if span.start == span.end:
            continue
        start = _start_with_marks(element)
        if begins and tuplet is not None:
            start = min(start, tuplet.span.start)
        yield located(start=start, end=span.end, is_tuplet_start=begins)
        for syllable in element.syllables:
            words = syllable.span
            yield located(start=words.start, end=words.end, is_tuplet_start=begins)


def _start_with_marks(element: Chord | Rest) -> int:
    """Return where an element begins with its decorations, symbols and grace notes."""
    starts = [element.span.start]
    for marks in (element.decorations, element.chord_symbols, element.annotations):
        starts += [mark.span.start for mark in marks if mark.span.start < mark.span.end]
    if element.grace_notes is not None:
        starts.append(element.grace_notes.span.start)
    return min(starts)
