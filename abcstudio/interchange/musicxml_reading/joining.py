"""Slurs, ties and long notes of a part, which join moments of different measures."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from abcstudio.interchange.musicxml_reading.lines import ReadLine
from abcstudio.interchange.musicxml_reading.records import Head, Moment, ReadMeasure
from abcstudio.interchange.musicxml_reading.remarks import Remarks
from abcstudio.notation.note_values import note_values

_LONGEST, _SHORTEST = 8, 1024


def join(lines: Sequence[ReadLine], measures: Sequence[ReadMeasure], remarks: Remarks) -> None:
    """Join what belongs together in the lines of a part; what cannot be is remarked."""
    _pair_slurs(lines, measures, remarks)
    for line in lines:
        _check_ties(line, measures, remarks)
        line.measures = [_whole_notes(measure) for measure in line.measures]


def _pair_slurs(
    lines: Sequence[ReadLine], measures: Sequence[ReadMeasure], remarks: Remarks
) -> None:
    """Count slurs whose two ends are in one line; ABC has no others."""
    open_slurs: dict[tuple[int, int], Moment] = {}
    for index, measure in enumerate(measures):
        ends = [
            (moment.onset, row, moment)
            for row, line in enumerate(lines)
            for moment in line.measures[index]
            if moment.slurs
        ]
        for _, row, moment in sorted(ends, key=lambda end: end[:2]):
            if _take_slurs(row, moment, open_slurs):
                remarks.note("slur", measure.number)


def _take_slurs(row: int, moment: Moment, open_slurs: dict[tuple[int, int], Moment]) -> bool:
    """Take the ends of slurs at a moment; return whether one comes from another line."""
    is_from_other = False
    stops = list(moment.slurs.get("stop", ()))
    starts = list(moment.slurs.get("start", ()))
    for number in moment.slurs.get("grace", ()):
        if number in stops and (row, number) not in open_slurs:
            stops.remove(number)  # From the grace notes to their note: ABC slurs these anyway.
        else:
            starts.append(number)
    for number in stops:
        start = open_slurs.pop((row, number), None)
        if start is not None and start is not moment:
            start.slur_starts += 1
            moment.slur_ends += 1
        elif start is None and any(other == number for _, other in open_slurs):
            is_from_other = True
    for number in starts:
        open_slurs[row, number] = moment
    return is_from_other


def _check_ties(line: ReadLine, measures: Sequence[ReadMeasure], remarks: Remarks) -> None:
    """Take ties away that lead to no note of the same line: ABC has none between voices."""
    last: Moment | None = None
    last_number = ""
    for measure, moments in zip(measures, line.measures, strict=True):
        for moment in moments:
            if last is not None and _drop_ties(last, moment.heads):
                remarks.note("tie", last_number)
            last, last_number = moment, measure.number
    if last is not None:
        _drop_ties(last, ())


def _drop_ties(moment: Moment, heads: Iterable[Head]) -> bool:
    """Take away what does not lead to one of the heads; return whether there was such a tie."""
    goals = {(head.pitch.step, head.pitch.octave, head.pitch.alter) for head in heads}
    dropped = False
    for head in moment.heads:
        pitch = head.pitch
        if head.is_tied and (pitch.step, pitch.octave, pitch.alter) not in goals:
            head.is_tied = False
            dropped = True
    return dropped


def _whole_notes(moments: list[Moment]) -> list[Moment]:
    """Return the moments of a measure, with notes that only ties could show as one note each."""
    joined: list[Moment] = []
    index = 0
    while index < len(moments):
        count = _tied_parts(moments, index)
        first = moments[index]
        if count > 1:
            last = moments[index + count - 1]
            first.length = sum((m.length for m in moments[index : index + count]), Fraction(0))
            first.taken = last.end - first.onset
            first.tuplet |= last.tuplet
            first.beam = None
            first.slur_ends += last.slur_ends
            first.is_sung_on |= last.is_sung_on
            for head, other in zip(first.heads, last.heads, strict=True):
                head.is_tied = other.is_tied
            first.decorations += last.decorations
        joined.append(first)
        index += count
    return joined


def _tied_parts(moments: Sequence[Moment], start: int) -> int:
    """Return how many moments from one on are the parts of one note: half and eighth are five.

    Only then are they one in ABC: notes that a single sign could show were tied on purpose.
    """
    first, count = moments[start], 1
    while start + count < len(moments) and _goes_on(
        moments[start + count - 1], moments[start + count], first
    ):
        count += 1
    while count > 1 and not _is_spelled(moments[start : start + count]):
        count -= 1
    return count


def _goes_on(one: Moment, other: Moment, first: Moment) -> bool:
    """Return whether a moment is only held, and nothing else stands at it."""
    is_bare = not (
        other.grace or other.chord_symbols or other.annotations or other.sung or other.slur_starts
        or other.decorations or one.slur_ends or "start" in other.tuplet
    )  # fmt: skip
    pitches = [head.pitch for head in one.heads]
    is_held = bool(pitches) and all(head.is_tied for head in one.heads)
    is_next = one.end == other.onset and other.ratio == first.ratio
    return is_bare and is_held and is_next and pitches == [head.pitch for head in other.heads]


def _is_spelled(parts: Sequence[Moment]) -> bool:
    actual, normal = parts[0].ratio
    lengths = [part.length * actual / normal for part in parts]
    total = sum(lengths, Fraction(0))
    values = note_values(total.numerator, total.denominator, _LONGEST, _SHORTEST)
    return [value.duration for value in values] == lengths
