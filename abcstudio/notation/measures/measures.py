"""A voice cut into measures, with what each should last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import zip_longest

from abcstudio.notation.meter import Meter
from abcstudio.notation.score import (
    BarLine,
    Chord,
    Element,
    MeterChange,
    PartLabel,
    Rest,
    VariantEnding,
    Voice,
)
from abcstudio.notation.spans import Span
from abcstudio.notation.values.lengths import difference, total
from abcstudio.stopping import stoppable

_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What stands between two bar lines.

    Attributes:
        number: From 1; a pickup at the start is 0, and the second half of a measure that a repeat
            or double bar cuts in two has its first half's number.
        elements: All but the bar lines.
        left: The bar line before it; None at the start.
        right: The bar line after it; None where the text ends without one.
        onset: From the start of the voice, as written.
        duration: What its notes and rests add up to.
        expected: What the meter in force asks for; 0 in free meter.
        is_pickup: Shorter than the meter at the start of the tune or of a section. The tune's first
            measure lasts half as long at most, or the end of a section completes it.
        meter: The one in force.
        begins_part: The label of a part stands before its music, or at its onset in another voice.
    """

    number: int
    elements: tuple[Element, ...]
    left: BarLine | None
    right: BarLine | None
    onset: Fraction
    duration: Fraction
    expected: Fraction
    is_pickup: bool
    meter: Meter
    begins_part: bool = False

    @property
    def span(self) -> Span:
        """From its first note or rest to its last."""
        timed = [element for element in self.elements if isinstance(element, (Chord, Rest))]
        if timed:
            return Span(timed[0].span.start, timed[-1].span.end)
        first = self.elements[0].span
        return Span(first.start, self.elements[-1].span.end)

    @property
    def starts_section(self) -> bool:
        """Whether it is the first of the tune or of a part, or follows a repeat or double bar."""
        return self.left is None or is_section_bar(self.left) or self.begins_part

    @property
    def ends_section(self) -> bool:
        """Whether it is the last of the tune or stands before a repeat or double bar."""
        return self.right is None or is_section_bar(self.right)

    @property
    def ending(self) -> VariantEnding | None:
        """The variant ending that begins in it, if any."""
        for element in self.elements:
            if isinstance(element, VariantEnding):
                return element
        return None


def is_section_bar(bar_line: BarLine) -> bool:
    """Whether a bar line is more than a plain one and so may cut a measure in two."""
    return bool(
        bar_line.closes_repeat
        or bar_line.opens_repeat
        or bar_line.style in ("double", "thin-thick", "thick-thin")
    )


def _begins_part(elements: Iterable[Element]) -> bool:
    for element in elements:
        if isinstance(element, PartLabel):
            return True
        if isinstance(element, (Chord, Rest)):
            return False
    return False


def split_measures(
    voice: Voice,
    meter: Meter,
    parts: frozenset[Fraction] = frozenset(),
) -> tuple[Measure, ...]:
    """Return the measures of a voice.

    Args:
        voice: Any voice.
        meter: The one at its start.
        parts: Onsets at which a part begins though its label may stand in another voice.
    """
    cutter = _Cutter(meter, parts)
    for element in stoppable(voice.elements):
        if isinstance(element, BarLine):
            cutter.cut(element)
        else:
            cutter.take(element)
    cutter.cut(None)
    return tuple(_with_first_judged(cutter.measures))


class _Cutter:
    def __init__(self, meter: Meter, parts: frozenset[Fraction]) -> None:
        self._parts = parts
        self.measures: list[Measure] = []
        self._meter = meter
        self._expected = meter.measure_duration
        self._elements: list[Element] = []
        self._left: BarLine | None = None
        self._onset = _NOTHING
        self._last: Chord | Rest | None = None
        self._number = 0
        self._has_music = False
        self._has_ending = False

    def take(self, element: Element) -> None:
        if isinstance(element, (Chord, Rest)):
            self._has_music = True
            self._last = element
        elif isinstance(element, MeterChange):
            self._meter = element.meter
            self._expected = element.meter.measure_duration
        elif isinstance(element, VariantEnding):
            self._has_ending = True
        self._elements.append(element)

    def cut(self, bar_line: BarLine | None) -> None:
        if not self._has_music:
            # Two bar lines with no music between them: what stands there begins the next measure.
            if bar_line is not None:
                if self.measures and bar_line.closes_repeat:
                    self._close_last(bar_line)
                self._left = (
                    _merged(self._left, bar_line) if self.measures or self._left else bar_line
                )
            elif self._elements and self.measures:
                self._append_to_last()
            return
        assert self._last is not None
        end = total(self._last.onset, self._last.duration)
        duration = difference(end, self._onset)
        begins_part = self._onset in self._parts or _begins_part(self._elements)
        is_pickup = self._is_pickup(duration, begins_part)
        if not (is_pickup and (not self.measures or self._completes_last(duration))):
            self._number += 1
        self.measures.append(
            Measure(
                number=self._number,
                elements=tuple(self._elements),
                left=self._left,
                right=bar_line,
                onset=self._onset,
                duration=duration,
                expected=self._expected,
                is_pickup=is_pickup,
                meter=self._meter,
                begins_part=begins_part,
            )
        )
        if isinstance(self._last, Rest) and self._last.duration == duration:
            # A rest over several measures counts as so many.
            self._number += max(0, self._last.measures - 1)
        self._elements = []
        self._left = bar_line
        self._onset = end
        self._has_music = self._has_ending = False

    def _is_pickup(self, duration: Fraction, begins_part: bool) -> bool:
        left = self._left
        starts_section = left is None or not self.measures or is_section_bar(left) or begins_part
        return starts_section and not self._has_ending and duration < self._expected

    def _completes_last(self, duration: Fraction) -> bool:
        last = self.measures[-1]
        return last.duration < last.expected and last.duration + duration <= last.expected

    def _close_last(self, bar_line: BarLine) -> None:
        """Let the last measure end with `| :|` as it would with `:|`."""
        last = self.measures[-1]
        if last.right is not None and not is_section_bar(last.right):
            self.measures[-1] = replace(last, right=_merged(last.right, bar_line))

    def _append_to_last(self) -> None:
        last = self.measures[-1]
        self.measures[-1] = replace(last, elements=(*last.elements, *self._elements))


def _with_first_judged(measures: list[Measure]) -> Iterator[Measure]:
    """Yield measures of which the first counts as number 1 unless it is a pickup by usage."""
    is_short = bool(measures) and measures[0].is_pickup and measures[0].right is not None
    if not is_short or _is_usual_pickup(measures):
        yield from measures
        return
    first, *others = measures
    yield replace(first, number=1, is_pickup=False)
    for measure in stoppable(others):
        yield replace(measure, number=measure.number + 1)


def _is_usual_pickup(measures: list[Measure]) -> bool:
    """Whether the first measure lasts half a measure at most, or a section's end completes it."""
    length = measures[0].duration
    if 2 * length <= measures[0].expected:
        return True
    pairs = zip_longest(measures[1:], measures[2:])
    for measure, after in stoppable(pairs):
        ends = after is None or bool(after.ending) or after.begins_part or measure.ends_section
        if ends and measure.duration + length == measure.expected:
            return True
    return False


def _merged(first: BarLine | None, second: BarLine) -> BarLine:
    """Return two bar lines with nothing between them as one."""
    if first is None:
        return second
    return BarLine(
        Span(first.span.start, second.span.end),
        second.style if is_section_bar(second) else first.style,
        first.closes_repeat or second.closes_repeat,
        first.opens_repeat or second.opens_repeat,
        first.fermatas + second.fermatas,
    )
