"""Durations as MusicXML writes them: divisions of a quarter, note types, time modifications."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from abcstudio.notation.note_values import note_values
from abcstudio.notation.score import Chord, Element, Rest, TimedElement

MAX_DIVISIONS = 1_000_000
"""Divisions of a quarter; where a tune would need more, places are rounded to these."""

_LONGEST, _SHORTEST = 8, 1024
NAMED_VALUES = {
    Fraction(8): "maxima", Fraction(4): "long", Fraction(2): "breve", Fraction(1): "whole",
    Fraction(1, 2): "half", Fraction(1, 4): "quarter", Fraction(1, 8): "eighth",
    Fraction(1, 16): "16th", Fraction(1, 32): "32nd", Fraction(1, 64): "64th",
    Fraction(1, 128): "128th", Fraction(1, 256): "256th", Fraction(1, 512): "512th",
    Fraction(1, 1024): "1024th",
}  # fmt: skip
"""MusicXML's names of the undotted note values."""

_QUARTER = Fraction(1, 4)


class WrittenPart(NamedTuple):
    """One of the notes that, tied, last as long as asked.

    Attributes:
        type: MusicXML's name of the note value; "" where none fits and only the duration tells.
        duration: As it sounds, in whole notes.
        flags: Of the note head: 1 for an eighth.
    """

    type: str
    dots: int
    duration: Fraction
    flags: int


class WrittenDuration(NamedTuple):
    """A duration as notes: `actual` of them in the time of `normal` (1 and 1 outside tuplets)."""

    parts: tuple[WrittenPart, ...]
    actual: int
    normal: int


def written(duration: Fraction, element: TimedElement) -> WrittenDuration:
    """Return how to write a note of an element that lasts `duration` whole notes."""
    actual, normal = _modification(element)
    return _written(duration.numerator, duration.denominator, actual, normal)


def _modification(element: TimedElement) -> tuple[int, int]:
    tuplet = element.tuplet
    if tuplet is not None and element.duration * tuplet.p == element.notated_duration * tuplet.q:
        return tuplet.p, tuplet.q
    if element.notated_duration <= 0 or element.duration == element.notated_duration:
        return 1, 1
    ratio = element.duration / element.notated_duration
    return ratio.denominator, ratio.numerator


@lru_cache(maxsize=4096)
def _written(numerator: int, denominator: int, actual: int, normal: int) -> WrittenDuration:
    duration = Fraction(numerator, denominator)
    notated = duration * actual / normal
    odd = notated.denominator
    while odd % 2 == 0:
        odd //= 2
    if odd > 1:
        # Two thirds of an eighth is an eighth of a triplet, though no bracket says so.
        halves = 1 << (odd.bit_length() - 1)
        notated = notated * odd / halves
        actual, normal = actual * odd, normal * halves
    values = note_values(notated.numerator, notated.denominator, _LONGEST, _SHORTEST)
    if sum((value.duration for value in values), Fraction(0)) != notated:
        return WrittenDuration((WrittenPart("", 0, duration, 0),), 1, 1)
    scale = Fraction(normal, actual)
    parts = tuple(
        WrittenPart(NAMED_VALUES[base], dots, length * scale, flags_of(base))
        for base, dots, length in values
    )
    return WrittenDuration(parts, actual, normal)


def flags_of(base: Fraction) -> int:
    """Return the flags of an undotted value."""
    return 0 if base >= _QUARTER else base.denominator.bit_length() - 3


def type_of(base: Fraction) -> str:
    """Return MusicXML's name of an undotted value."""
    return NAMED_VALUES[base]


class Clock:
    """Counts time in divisions; places are rounded, never lengths, so that sums stay right."""

    def __init__(self, elements: Iterable[Element]) -> None:
        needed = 1
        for element in elements:
            if not isinstance(element, Chord | Rest):
                continue
            needed = lcm(needed, *_denominators(element))
            if needed > MAX_DIVISIONS:
                needed = MAX_DIVISIONS
                break
        self.divisions = needed

    def place(self, time: Fraction) -> int:
        """Return a time since the start of a measure, in whole notes, in divisions."""
        return round(4 * self.divisions * time)


def _denominators(element: Chord | Rest) -> set[int]:
    durations = {element.duration}
    if isinstance(element, Chord):
        durations.update(note.duration for note in element.notes)
    return {
        (4 * part.duration).denominator
        for duration in durations
        for part in written(duration, element).parts
    } | {(4 * duration).denominator for duration in durations}
