"""Fermatas: all voices wait, as if the tempo were half as fast while the note is held."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from abcstudio.playback.performance import TempoMark

HOLD = 2
"""How many times as long a held note lasts."""


def held(
    marks: Sequence[TempoMark], intervals: Iterable[tuple[Fraction, Fraction]]
) -> tuple[TempoMark, ...]:
    """Return the tempo marks with slower ones while a note is held.

    Args:
        marks: In order; the first at the start.
        intervals: From when to when notes are held, in beats, of all voices in any order.
    """
    holds = _joined(intervals)
    if not holds:
        return tuple(marks)
    edges = {edge for hold in holds for edge in hold} | {mark.onset_beats for mark in marks}
    result: list[TempoMark] = []
    written, hold = 0, 0
    for edge in sorted(edges):
        while written + 1 < len(marks) and marks[written + 1].onset_beats <= edge:
            written += 1
        while hold < len(holds) and holds[hold][1] <= edge:
            hold += 1
        tempo = marks[written].quarters_per_minute
        if hold < len(holds) and holds[hold][0] <= edge:
            tempo /= HOLD
        if not result or result[-1].quarters_per_minute != tempo:
            result.append(TempoMark(edge, tempo))
    return tuple(result)


def _joined(
    intervals: Iterable[tuple[Fraction, Fraction]],
) -> list[tuple[Fraction, Fraction]]:
    """Return intervals in order, those that touch or overlap as one."""
    joined: list[tuple[Fraction, Fraction]] = []
    for start, stop in sorted(intervals):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        elif stop > start:
            joined.append((start, stop))
    return joined
