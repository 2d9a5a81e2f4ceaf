"""Which measures are too short or too long, with pickups and measures cut by repeats understood."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from abcstudio.messages import Phrase
from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.measures.measure_fixes import MeasureFixes
from abcstudio.notation.measures.measures import Measure
from abcstudio.notation.score import Chord, LineBreak, Rest, VariantEnding
from abcstudio.notation.spans import Span
from abcstudio.stopping import stoppable

_LENGTH_MESSAGES = {
    1: ("whole", "wholes"), 2: ("half", "halves"), 4: ("quarter", "quarters"),
    8: ("eighth", "eighths"), 16: ("sixteenth", "sixteenths"),
    32: ("thirty-second", "thirty-seconds"),
}  # fmt: skip
_MOST_FIXED = 30


def check_measures(measures: tuple[Measure, ...], log: DiagnosticLog, *, text: str = "") -> None:
    """Report the measures of a voice whose notes do not add up to the meter.

    Args:
        measures: Those of the voice.
        log: Where to report.
        text: The tune, for fixes; without it none is looked for.
    """
    fixes = MeasureFixes(text, measures)
    doubtful = [*doubtful_measures(measures)]
    # Where many are wrong it is the tune, not a measure.
    may_fix = bool(text) and len(doubtful) <= _MOST_FIXED
    for index in doubtful:
        measure = measures[index]
        if _report_missing_bar_line(measure, log):
            continue
        is_alone = may_fix and _leaves_others(measures, index, doubtful)
        _report(measure, fixes.of(measure) if is_alone else (), log)


def _leaves_others(measures: tuple[Measure, ...], index: int, doubtful: list[int]) -> bool:
    """Whether no other measure would be doubtful if this one were full: it may explain others."""
    full = replace(measures[index], duration=measures[index].expected)
    changed = (*measures[:index], full, *measures[index + 1 :])
    return {*doubtful_measures(changed)} < {*doubtful}


def doubtful_measures(measures: tuple[Measure, ...]) -> Iterator[int]:
    """Yield the places of measures that last neither as the meter asks nor as their place allows.

    Pickups, rests of whole measures and measures that a repeat cuts in two are as they should be.
    """
    sections = _Sections(measures)
    for index, measure in enumerate(stoppable(measures)):
        if measure.expected == 0 or measure.duration == measure.expected:
            continue
        if measure.duration < measure.expected and sections.explains(index):
            continue
        if not (_is_whole_rest(measure) or sections.complete_ending(index)):
            yield index


class _Sections:
    """What stands at the borders of the sections, where measures may be incomplete."""

    def __init__(self, measures: tuple[Measure, ...]) -> None:
        self._measures = measures
        self._pickup_of: list[Fraction] = []
        pickup = Fraction(0)
        self.parts_before_endings: set[Fraction] = set()
        self.pickups: set[Fraction] = set()
        for place, measure in enumerate(stoppable(measures)):
            if measure.ending is not None:
                if place:
                    self.parts_before_endings.add(measures[place - 1].duration)
                if before := _before_ending(measure):
                    self.parts_before_endings.add(before)
            elif measure.starts_section or place == 0:
                pickup = measure.duration if measure.is_pickup else Fraction(0)
                if measure.is_pickup:
                    self.pickups.add(measure.duration)
            self._pickup_of.append(pickup)

    def explains(self, index: int) -> bool:
        """Whether a short measure is a pickup, or makes one full measure with what it leads to."""
        measure = self._measures[index]
        missing = measure.expected - measure.duration
        if measure.is_pickup:
            return True
        following = self._measures[index + 1] if index + 1 < len(self._measures) else None
        leads_on = following is not None and not (following.ending or following.begins_part)
        if leads_on and not measure.ends_section:
            return False
        known = {self._pickup_of[index]}
        if following is not None:
            known |= {following.duration, self._pickup_of[index + 1]}
        if measure.right is None or measure.right.closes_repeat or index + 1 == len(self._measures):
            # The end of a repeat or of the tune leads to a pickup that may stand anywhere before.
            known |= self.pickups
        return missing in known

    def complete_ending(self, index: int) -> bool:
        """Whether an ending fills up the part of a measure that stands before the first one.

        In 2/4, `|1 d2:|2 d||` may leave room for the pickup of the next section.
        """
        measure = self._measures[index]
        if measure.ending is None:
            return False
        missing = measure.expected - measure.duration
        following = self._measures[index + 1] if index + 1 < len(self._measures) else None
        room = {Fraction(0), *self.pickups}
        if following is not None and following.is_pickup:
            room.add(following.duration)
        return any(missing - pickup in self.parts_before_endings for pickup in room)


def _before_ending(measure: Measure) -> Fraction:
    """Return how much of a measure stands before the ending that begins inside it."""
    before = Fraction(0)
    for element in measure.elements:
        if isinstance(element, VariantEnding):
            return before
        if isinstance(element, (Chord, Rest)):
            before += element.duration
    return Fraction(0)


def _is_whole_rest(measure: Measure) -> bool:
    """Whether a measure holds nothing but a rest for whole measures."""
    timed = [element for element in measure.elements if isinstance(element, (Chord, Rest))]
    return len(timed) == 1 and isinstance(timed[0], Rest) and timed[0].measures > 0


def _report_missing_bar_line(measure: Measure, log: DiagnosticLog) -> bool:
    """Report a measure that is full where its line ends; False when that is not what is wrong."""
    end = 0
    length = Fraction(0)
    for element in stoppable(measure.elements):
        if isinstance(element, (Chord, Rest)):
            length += element.duration
            end = element.span.end
        elif isinstance(element, LineBreak) and length == measure.expected < measure.duration:
            place = Span(end, end)
            fix = None
            if measure.duration == 2 * measure.expected:
                fix = Fix("notation.fix-add-bar-line", place, " |")
            start = measure.span.start
            log.warn("bar-line-missing", start, end, fix, number=measure.number)
            return True
    return False


def _report(measure: Measure, fixes: tuple[Fix, ...], log: DiagnosticLog) -> None:
    difference = abs(measure.expected - measure.duration)
    code = "measure-short" if measure.duration < measure.expected else "measure-long"
    found, expected = lengths_of(measure)
    span: Span = measure.span
    log.warn(
        code, span.start, span.end, *fixes,
        number=measure.number,
        amount=describe_length(difference),
        found=found,
        expected=expected,
        meter=measure.meter.written,
    )  # fmt: skip


def lengths_of(measure: Measure) -> tuple[Phrase, str]:
    """Return how long a measure is and should be, in equal notes: "7 eighth notes", "8"."""
    unit = max(measure.expected.denominator, measure.duration.denominator)
    if unit & (unit - 1):
        unit = measure.expected.denominator
    unit = max(unit, measure.meter.beat_unit)
    found, expected = measure.duration * unit, measure.expected * unit
    if unit in _LENGTH_MESSAGES and found.denominator == expected.denominator == 1:
        return _counted(found.numerator, unit), str(expected)
    length = _over(measure.duration, unit)
    return Phrase("notation.length-fraction", {"length": length}), _over(measure.expected, unit)


def describe_length(length: Fraction) -> Phrase:
    """Return a length in words: "one eighth note", "3 sixteenth notes", else as a fraction."""
    if length.denominator not in _LENGTH_MESSAGES:
        return Phrase("notation.length-fraction", {"length": length})
    return _counted(length.numerator, length.denominator)


def _counted(count: int, unit: int) -> Phrase:
    one, many = _LENGTH_MESSAGES[unit]
    if count == 1:
        return Phrase(f"notation.length-{one}")
    return Phrase(f"notation.length-{many}", {"count": count})


def _over(length: Fraction, unit: int) -> str:
    """Return a length counted in notes of one size, for example "7/64"."""
    count = length * unit
    return f"{count.numerator}/{unit}" if count.denominator == 1 else str(length)
