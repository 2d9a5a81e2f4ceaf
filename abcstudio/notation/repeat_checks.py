"""Repeats and endings that do not close, or close without having been opened."""

from abcstudio.messages import Phrase
from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.measures import Measure, is_section_bar
from abcstudio.notation.score import BarLine
from abcstudio.notation.spans import Span


def check_repeats(measures: tuple[Measure, ...], log: DiagnosticLog) -> None:
    """Report repeats of a voice that are never closed, or that go back to an unmarked place."""
    opened: BarLine | None = None
    in_ending = False
    back_to: Phrase | None = Phrase("notation.repeat-from-start")
    for place, measure in enumerate(measures):
        left, right = measure.left, measure.right
        if left is not None and left.opens_repeat:
            if opened is not None and opened is not left and not in_ending:
                _report_open(opened, log)
            opened, in_ending = left, False
        in_ending = in_ending or measure.ending is not None
        if right is None:
            break
        if right.closes_repeat and opened is None and back_to is not None:
            log.hint("repeat-assumed", right.span.start, right.span.end, place=back_to)
            # Further endings of the section go back to the same place.
            back_to = None
        if _ends_section(measures, place, in_ending or opened is None):
            opened, in_ending = None, False
            # Readers differ after a double bar: many go back to the start of the tune.
            sign = "repeat" if right.closes_repeat else "bar"
            back_to = Phrase(f"notation.repeat-from-{sign}", {"number": measure.number + 1})
    if opened is not None and not in_ending:
        _report_open(opened, log)


def _ends_section(measures: tuple[Measure, ...], place: int, at_double_bar: bool) -> bool:
    """Whether the bar line after a measure ends what is repeated, no ending of it comes next."""
    right = measures[place].right
    if right is None or not is_section_bar(right):
        return False
    following = measures[place + 1].ending if place + 1 < len(measures) else None
    if right.closes_repeat:
        return following is None or 1 in following.passes
    return at_double_bar and (following is None or 1 not in following.passes)


def _report_open(bar_line: BarLine, log: DiagnosticLog) -> None:
    log.warn("repeat-not-closed", bar_line.span.start, bar_line.span.end)


def check_endings(measures: tuple[Measure, ...], log: DiagnosticLog) -> None:
    """Report variant endings of a voice that come out of order or are never closed."""
    last_closing = max(
        (place for place, measure in enumerate(measures) if _closes(measure.right)), default=-1
    )
    next_pass = 1
    for place, measure in enumerate(measures):
        if measure.left is not None and measure.left.opens_repeat:
            next_pass = 1
        ending = measure.ending
        if ending is None:
            continue
        first = ending.passes[0]
        span = ending.span
        if first > next_pass:
            log.warn("ending-without-first", span.start, span.end, number=first)
        next_pass = max(ending.passes[-1] + 1, next_pass)
        if place > last_closing and first == 1:
            end = measures[-1].span.end
            fix = Fix("notation.fix-close-repeat", Span(end, end), " :|")
            log.warn("ending-not-closed", span.start, span.end, fix)


def _closes(bar_line: BarLine | None) -> bool:
    return bar_line is not None and is_section_bar(bar_line)
