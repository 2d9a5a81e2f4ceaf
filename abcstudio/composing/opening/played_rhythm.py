"""When keys were struck, as lengths in eighth notes: simple ones, in one even tempo."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import log

# What each length in eighths must fit better than the others to be chosen.
_COSTS = {
    Fraction(1, 2): 0.03,
    Fraction(1): 0.0,
    Fraction(3, 2): 0.03,
    Fraction(2): 0.01,
    Fraction(3): 0.02,
    Fraction(4): 0.02,
    Fraction(6): 0.05,
    Fraction(8): 0.05,
}
_SHORTEST, _LONGEST, _STEP = 0.08, 0.9, 1.02
_USUAL, _PULL = 0.22, 0.02
_TOGETHER = 0.045
# A key is let go a little before its note ends.
_HELD_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class PlayedNote:
    """A key that was struck: its MIDI number, and the seconds at which it went down and came up.

    `end` is None while it is held down.
    """

    pitch: int
    onset: float
    end: float | None = None


def melody_of(notes: Sequence[PlayedNote]) -> tuple[PlayedNote, ...]:
    """Return one note after another: of those struck together the highest."""
    found: list[PlayedNote] = []
    for note in sorted(notes, key=lambda one: one.onset):
        if found and note.onset - found[-1].onset < _TOGETHER:
            found[-1] = max(found[-1], note, key=lambda one: one.pitch)
        else:
            found.append(note)
    return tuple(found)


def eighths_of(melody: Sequence[PlayedNote]) -> tuple[Fraction, ...]:
    """Return how many eighth notes each note of a melody lasts, up to the next one.

    Even notes are eighths, whatever their tempo. The last note lasts as long as its key was down.
    """
    if not melody:
        return ()
    gaps = [after.onset - note.onset for note, after in pairwise(melody)]
    eighth = _eighth(gaps) if gaps else _USUAL
    last = melody[-1]
    held = eighth if last.end is None else max(eighth, (last.end - last.onset) / _HELD_SHARE)
    return tuple(_nearest(gap, eighth)[1] for gap in (*gaps, held))


def _eighth(gaps: Sequence[float]) -> float:
    """Return the seconds of an eighth note that fit the times between notes best."""
    candidates: list[float] = []
    seconds = _SHORTEST
    while seconds < _LONGEST:
        candidates.append(seconds)
        seconds *= _STEP
    return min(
        candidates,
        key=lambda one: sum(_nearest(gap, one)[0] for gap in gaps) + _PULL * log(one / _USUAL) ** 2,
    )


def _nearest(gap: float, eighth: float) -> tuple[float, Fraction]:
    """Return the length that a time stands for, and how badly it fits."""
    return min(
        (log(max(gap, 0.001) / (eighth * float(length))) ** 2 + cost, length)
        for length, cost in _COSTS.items()
    )
