"""Durations as note heads, flags and dots can show them."""

from fractions import Fraction
from functools import lru_cache

LONGEST = Fraction(4)
SHORTEST_DIVISION = 256
_NAMES = {Fraction(4): "long", Fraction(2): "breve"}
_MAX_DOTS = 3
_MAX_VALUES = 32


@lru_cache(maxsize=4096)
def written_values(duration: Fraction) -> tuple[tuple[str, int, Fraction], ...]:
    """Return MEI's `dur`, the dots and the length of the notes that, tied, last as long as asked.

    What is finer than a 256th note cannot be written and is left out, but one note there always is;
    what is longer than 32 longs is cut.
    """
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
