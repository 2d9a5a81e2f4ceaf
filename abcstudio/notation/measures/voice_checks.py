"""Whether the voices of a tune have notes, and end together."""

from collections.abc import Sequence
from fractions import Fraction

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.measures.measure_checks import describe_length
from abcstudio.notation.measures.measures import Measure
from abcstudio.notation.score import Chord, Voice
from abcstudio.notation.spans import Span
from abcstudio.stopping import stoppable


def check_notes(voices: Sequence[Voice], place: int, log: DiagnosticLog) -> None:
    """Report that no voice has a note, at the place where notes would begin."""
    for voice in voices:
        if any(isinstance(each, Chord) for each in stoppable(voice.elements)):
            return
    log.warn("no-notes", place, place)


def check_voice_lengths(
    rows: Sequence[tuple[Voice, tuple[Measure, ...]]], log: DiagnosticLog
) -> None:
    """Report, once a tune, the voice that ends earliest, where measures do not say so already.

    Args:
        rows: Every voice that is no overlay, with its measures; parts are not played in an order.
        log: Where to report, with what was found in the measures.
    """
    sounding = [(voice, measures) for voice, measures in rows if measures]
    if len(sounding) < 2:
        return
    longest, _ = max(sounding, key=lambda row: _end_of(row[1]))
    end = max(_end_of(measures) for _, measures in sounding)
    shortest, measures = min(sounding, key=lambda row: _end_of(row[1]))
    last = measures[-1]
    missing = end - _end_of(measures)
    if not missing or (missing < last.expected and _has_odd_measure(log)):
        return
    span = Span(last.span.start, last.span.end)
    log.hint(
        "voice-shorter", span.start, span.end,
        name=shortest.voice_id or "1",
        amount=describe_length(missing),
        other=longest.voice_id or "1",
    )  # fmt: skip


def _has_odd_measure(log: DiagnosticLog) -> bool:
    return any(found.code in ("measure-short", "measure-long") for found in log.found)


def _end_of(measures: tuple[Measure, ...]) -> Fraction:
    last = measures[-1]
    return last.onset + last.duration
