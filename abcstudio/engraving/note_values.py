"""Durations as note heads, flags and dots can show them."""

from fractions import Fraction
from functools import lru_cache

from abcstudio.notation.note_values import note_values

LONGEST = 4
SHORTEST_DIVISION = 256
_QUARTER = Fraction(1, 4)
_NAMES = {Fraction(4): "long", Fraction(2): "breve"}

WrittenValues = tuple[tuple[str, int, Fraction], ...]


def written_values(duration: Fraction) -> WrittenValues:
    """Return MEI's `dur`, the dots and the length of the notes that, tied, last as long as asked.

    What is finer than a 256th note cannot be written and is left out, but one note there always is;
    what is longer than 32 longs is cut.
    """
    return _written_values(duration.numerator, duration.denominator)


def has_flags(duration: Fraction) -> bool:
    """Whether all notes that a duration is written with are shorter than a quarter."""
    return _has_flags(duration.numerator, duration.denominator)


# Whole numbers as keys: to hash a fraction takes longer than all the rest.
@lru_cache(maxsize=4096)
def _has_flags(numerator: int, denominator: int) -> bool:
    return all(length < _QUARTER for _, _, length in _written_values(numerator, denominator))


@lru_cache(maxsize=4096)
def _written_values(numerator: int, denominator: int) -> WrittenValues:
    values = note_values(numerator, denominator, LONGEST, SHORTEST_DIVISION)
    if not values:
        return ((str(SHORTEST_DIVISION), 0, Fraction(numerator, denominator)),)
    return tuple((duration_name(base), dots, length) for base, dots, length in values)


def duration_name(base: Fraction) -> str:
    """Return MEI's name of an undotted duration, a power of two."""
    return _NAMES.get(base) or str(base.denominator)
