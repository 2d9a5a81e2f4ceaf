"""Durations as note heads, flags and dots can show them."""

from fractions import Fraction
from functools import lru_cache

LONGEST = Fraction(4)
SHORTEST_DIVISION = 256
_QUARTER = Fraction(1, 4)
_NAMES = {Fraction(4): "long", Fraction(2): "breve"}
_MAX_DOTS = 3
_MAX_VALUES = 32

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
    duration = Fraction(numerator, denominator)
    values: list[tuple[str, int, Fraction]] = []
    left = Fraction(int(duration * SHORTEST_DIVISION), SHORTEST_DIVISION)
    while left > 0 and len(values) < _MAX_VALUES:
        base = LONGEST
        while base > left:
            base /= 2
        dots = 0
        length = base
        while dots < _MAX_DOTS and length + base / 2 ** (dots + 1) <= left:
            if base / 2 ** (dots + 1) < Fraction(1, SHORTEST_DIVISION):
                break
            dots += 1
            length += base / 2**dots
        values.append((duration_name(base), dots, length))
        left -= length
    return tuple(values) or ((str(SHORTEST_DIVISION), 0, duration),)


def duration_name(base: Fraction) -> str:
    """Return MEI's name of an undotted duration, a power of two."""
    return _NAMES.get(base) or str(base.denominator)
