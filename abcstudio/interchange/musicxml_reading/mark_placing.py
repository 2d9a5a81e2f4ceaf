"""Marks of a measure given to the notes that they stand at."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from abcstudio.interchange.musicxml_reading.direction_reader import ReadMark
from abcstudio.interchange.musicxml_reading.records import Moment, ReadMeasure
from abcstudio.interchange.musicxml_reading.remarks import Remarks


class PlacedMark(NamedTuple):
    """A mark with its time in the measure and the staff and voice that it belongs to."""

    mark: ReadMark
    onset: Fraction
    key: tuple[int, str]


def place_marks(marks: Iterable[PlacedMark], measure: ReadMeasure, remarks: Remarks) -> None:
    """Give the notes and rests of a measure their chord symbols, words and decorations."""
    for placed in marks:
        moments = measure.voices.get(placed.key)
        if moments is None:
            remarks.note("other_sign")
            continue
        kind, text, is_after = placed.mark
        moment = _before(moments, placed.onset) if is_after else _at(moments, placed.onset)
        if kind == "chord":
            moment = _for_chord(moments, moment, placed.onset, remarks)
            moment.chord_symbols.append(text)
        elif kind == "annotation":
            moment.annotations.append(text)
        elif text not in moment.decorations:
            moment.decorations.append(text)


def _at(moments: list[Moment], onset: Fraction) -> Moment:
    """Return the first moment from a time on, else the last before it."""
    return next((moment for moment in moments if moment.onset >= onset), moments[-1])


def _before(moments: list[Moment], onset: Fraction) -> Moment:
    """Return the last moment that begins before a time, else the first."""
    return next((moment for moment in reversed(moments) if moment.onset < onset), moments[0])


def _for_chord(moments: list[Moment], moment: Moment, onset: Fraction, remarks: Remarks) -> Moment:
    """Return where a chord symbol stands: a rest is cut there, a note is not."""
    if moment.onset == onset:
        return moment
    over = next((each for each in moments if each.onset < onset < each.end), None)
    if over is None or over.heads or over.ratio != (1, 1) or over.length != over.taken:
        remarks.note("chord_place")
        return moment if over is None else over
    length = onset - over.onset
    rest = replace(
        over,
        onset=onset,
        length=over.length - length,
        taken=over.taken - length,
        decorations=[],
        chord_symbols=[],
        annotations=[],
        fills_measure=False,
    )
    over.length = over.taken = length
    over.fills_measure = False
    moments.insert(moments.index(over) + 1, rest)
    return rest
