"""Repeats and endings that do not close, or go back over the label of a part."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from abcstudio.messages import Phrase
from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.measures.measures import Measure, is_section_bar
from abcstudio.notation.measures.sections import sections_of
from abcstudio.notation.score import BarLine, Element, VariantEnding, Voice
from abcstudio.notation.spans import Span
from abcstudio.stopping import stoppable

_LONGEST_BAR_LINE = 3


def check_repeats(
    voice: Voice, measures: tuple[Measure, ...], log: DiagnosticLog, *, has_order: bool
) -> None:
    """Report repeats of a voice that are never closed, or that go back further than it looks.

    That a repeat without `|:` goes back to the latest double bar, end of a repeat or start is said
    by the standard (ABC 2.1, 4.8), so it is reported only where the label of a part stands between.

    Args:
        voice: Any voice.
        measures: Its measures.
        log: Where to report.
        has_order: Its parts are played in an order, each with repeats of its own.
    """
    _RepeatChecker(voice, measures, log, has_order).check()


class _RepeatChecker:
    """Goes through the measures of a voice and remembers which repeat is open."""

    def __init__(
        self, voice: Voice, measures: tuple[Measure, ...], log: DiagnosticLog, has_order: bool
    ) -> None:
        self._elements = voice.elements
        self._has_order = has_order
        self._passed_part = False
        self._measures = measures
        self._log = log
        self._starts_section = False
        self._opened: BarLine | None = None
        self._section_end: BarLine | None = None
        self._in_ending = False
        self._back_to: Phrase | None = Phrase("notation.repeat-from-start")
        self._back_to_bar: BarLine | None = None

    def check(self) -> None:
        """Report what is found."""
        for place, measure in enumerate(stoppable(self._measures)):
            self._open(measure.left)
            if measure.begins_part and place and not self._starts_section:
                self._passed_part = True
            self._starts_section = False
            self._in_ending = self._in_ending or measure.ending is not None
            if measure.right is None:
                break
            self._close(place, measure.right)
        if self._opened is not None and not self._in_ending:
            self._report_open(self._opened, self._section_end)
        last = self._measures[-1].right if self._measures else None
        if last is not None and last.opens_repeat:
            self._report_open(last, None)

    def _open(self, left: BarLine | None) -> None:
        if left is None or not left.opens_repeat:
            return
        opened = self._opened
        if opened is not None and opened is not left and not self._in_ending:
            self._report_open(opened, self._section_end or left)
        if opened is not left:
            self._section_end = None
        self._opened, self._in_ending = left, False

    def _close(self, place: int, right: BarLine) -> None:
        is_assumed = self._passed_part and not self._has_order and self._opened is None
        if right.closes_repeat and is_assumed and self._back_to is not None:
            fix = self._opening_fix()
            span = right.span
            self._log.hint("repeat-assumed", span.start, span.end, fix, place=self._back_to)
            # Further endings of the section go back to the same place.
            self._back_to = None
        if is_section_bar(right) and self._section_end is None:
            self._section_end = right
        if self._ends_section(place):
            self._opened, self._in_ending = None, False
            self._starts_section, self._passed_part = True, False
            sign = "repeat" if right.closes_repeat else "bar"
            number = self._measures[place].number + 1
            self._back_to = Phrase(f"notation.repeat-from-{sign}", {"number": number})
            self._back_to_bar = right

    def _ends_section(self, place: int) -> bool:
        """Whether the bar line after a measure ends what is repeated, no ending of it next."""
        measures = self._measures
        right = measures[place].right
        if right is None or not is_section_bar(right):
            return False
        following = measures[place + 1].ending if place + 1 < len(measures) else None
        if right.closes_repeat:
            return following is None or 1 in following.passes
        at_double_bar = self._in_ending or self._opened is None
        return at_double_bar and (following is None or 1 not in following.passes)

    def _opening_fix(self) -> Fix | None:
        """Return the fix that opens a repeat where it goes back to; at the start no bar line is."""
        bar_line = self._back_to_bar
        if bar_line is None or bar_line.closes_repeat > 1:
            return None
        opened = "::" if bar_line.closes_repeat else "|:"
        return _rewritten("notation.fix-open-repeat", bar_line, opened)

    def _report_open(self, bar_line: BarLine, next_section: BarLine | None) -> None:
        """Report a repeat that is never closed; it could be where its section ends."""
        bar_line = self._opening_sign(bar_line)
        fix: Fix | None
        last = self._measures[-1]
        if bar_line.span.start >= last.span.end:
            closed = ":|" if bar_line.closes_repeat else "|]"
            fix = _rewritten("notation.fix-end-tune", bar_line, closed)
        elif next_section is not None:
            closed = "::" if next_section.opens_repeat else ":|"
            fix = _rewritten("notation.fix-close-repeat", next_section, closed)
        elif last.right is None:
            place = Span(last.span.end, last.span.end)
            fix = Fix("notation.fix-close-repeat", place, " :|")
        else:
            fix = _rewritten("notation.fix-close-repeat", last.right, ":|")
        self._log.warn("repeat-not-closed", bar_line.span.start, bar_line.span.end, fix)

    def _opening_sign(self, bar_line: BarLine) -> BarLine:
        """Return the `|:` among bar lines that stand together, as at the end of a line and below.

        A measure takes them for one.
        """
        span, signs = bar_line.span, self._opening_signs
        place = bisect_right(signs, span.end, key=lambda sign: sign.span.end) - 1
        if place >= 0 and signs[place].span.start >= span.start:
            return signs[place]
        return bar_line

    @cached_property
    def _opening_signs(self) -> list[BarLine]:
        """The bar lines that open a repeat; to go through all elements for each was quadratic."""
        bar_lines = (each for each in self._elements if isinstance(each, BarLine))
        return [each for each in bar_lines if each.opens_repeat]


def _rewritten(message_id: str, bar_line: BarLine, written: str) -> Fix | None:
    """Return the fix that writes a bar line in another way; None where it is not in one piece."""
    span = bar_line.span
    return Fix(message_id, span, written) if span.end - span.start <= _LONGEST_BAR_LINE else None


def check_endings(
    voice: Voice, measures: tuple[Measure, ...], log: DiagnosticLog, *, has_order: bool
) -> None:
    """Report variant endings of a voice that come out of order or are never closed.

    The arguments are those of `check_repeats`.
    """
    if not has_order:
        _check_passes(voice.elements, log)
    last_closing = max(
        (place for place, measure in enumerate(measures) if _closes(measure.right)), default=-1
    )
    next_pass = 1
    is_opened = False
    for place, measure in enumerate(stoppable(measures)):
        if measure.left is not None and measure.left.opens_repeat:
            next_pass = 1
            is_opened = place > last_closing
        ending = measure.ending
        if ending is None:
            continue
        first = ending.passes[0]
        span = ending.span
        if first > next_pass:
            log.warn("ending-without-first", span.start, span.end, number=first)
        next_pass = max(ending.passes[-1] + 1, next_pass)
        if place > last_closing and first == 1 and not _is_followed(measures, place):
            end = measures[-1].span.end
            # Closed without having been opened, it would go back to a place that is only assumed.
            fix = Fix("notation.fix-close-repeat", Span(end, end), " :|") if is_opened else None
            log.warn("ending-not-closed", span.start, span.end, fix)


def _is_followed(measures: tuple[Measure, ...], place: int) -> bool:
    """Whether another ending comes after the one that begins in a measure."""
    return any(measure.ending is not None for measure in measures[place + 1 :])


def _check_passes(elements: Sequence[Element], log: DiagnosticLog) -> None:
    """Report endings for several passes where nothing leads back for a second one.

    In an order of parts a part with such endings has another one each time (ABC 2.1, 4.10).
    """
    for section, stop in sections_of(elements, 0, len(elements)):
        if section.repeats or len(section.endings) < 2:
            continue
        places = [
            place
            for place in range(section.start, stop)
            if isinstance(elements[place], VariantEnding)
        ]
        first, second = places[0], places[1]
        bar_lines = [each for each in elements[first:second] if isinstance(each, BarLine)]
        fix = _rewritten("notation.fix-close-repeat", bar_lines[-1], ":|") if bar_lines else None
        span = elements[first].span
        log.warn("ending-not-closed", span.start, span.end, fix)


def _closes(bar_line: BarLine | None) -> bool:
    return bar_line is not None and is_section_bar(bar_line)
