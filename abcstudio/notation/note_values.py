"""Durations as the note values that, tied, last as long: a power of two and its dots."""

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

_MAX_DOTS = 3
_MAX_VALUES = 32


class NoteValue(NamedTuple):
    """One note head: its undotted value, its dots, and how long it lasts with them."""

    base: Fraction
    dots: int
    duration: Fraction


# Whole numbers as keys: to hash a fraction takes longer than all the rest.
@lru_cache(maxsize=4096)
def note_values(
    numerator: int, denominator: int, longest: int, shortest: int
) -> tuple[NoteValue, ...]:
    """Return the note values of a duration of `numerator/denominator` whole notes.

    What is finer than 1/`shortest` of a whole note is left out, what is longer than 32 notes of
    `longest` whole notes is cut; so the tuple may be empty.
    """
    smallest = Fraction(1, shortest)
    values: list[NoteValue] = []
    left = Fraction(numerator * shortest // denominator, shortest)
    while left > 0 and len(values) < _MAX_VALUES:
        base = Fraction(longest)
        while base > left:
            base /= 2
        dots, length = 0, base
        while dots < _MAX_DOTS and length + base / 2 ** (dots + 1) <= left:
            if base / 2 ** (dots + 1) < smallest:
                break
            dots += 1
            length += base / 2**dots
        values.append(NoteValue(base, dots, length))
        left -= length
    return tuple(values)
