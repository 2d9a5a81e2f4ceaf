"""Note lengths such as `3/2`, `/`, `//` and `/4` (ABC 2.1, 4.3)."""

import re
from fractions import Fraction
from functools import lru_cache

from abcstudio.notation.limits import MAX_DENOMINATOR, MAX_NUMBER_DIGITS


@lru_cache(maxsize=4096)
def length_of(written: str) -> Fraction | None:
    """Return the factor that a length multiplies the unit note length by; None for nonsense."""
    if not written:
        return Fraction(1)
    numerator_text, slash, rest = written.partition("/")
    denominator_text = rest.lstrip("/")
    if len(numerator_text) > MAX_NUMBER_DIGITS or len(denominator_text) > MAX_NUMBER_DIGITS:
        return None
    slashes = len(slash) + len(rest) - len(denominator_text)
    if slashes > MAX_NUMBER_DIGITS * 2:
        return None
    numerator = int(numerator_text or "1")
    # `/4` is a quarter; each bare slash, and each slash before the last of `//4`, halves.
    denominator = int(denominator_text or "2") * 2 ** max(0, slashes - 1) if slashes else 1
    if numerator == 0 or denominator == 0:
        return None
    length = Fraction(numerator, denominator)
    # Many odd denominators would make the sum of a tune's lengths as long as the tune.
    return length if length.denominator <= MAX_DENOMINATOR else None


@lru_cache(maxsize=1 << 15)
def fraction(numerator: int, denominator: int) -> Fraction:
    """Return a fraction, from memory where it can."""
    return Fraction(numerator, denominator)


def total(left: Fraction, right: Fraction) -> Fraction:
    """Return a sum, quicker than `+` where it comes from memory."""
    top, bottom = left.as_integer_ratio()
    more, size = right.as_integer_ratio()
    return fraction(top * size + more * bottom, bottom * size)


def difference(left: Fraction, right: Fraction) -> Fraction:
    """Return a difference, quicker than `-` where it comes from memory."""
    top, bottom = left.as_integer_ratio()
    less, size = right.as_integer_ratio()
    return fraction(top * size - less * bottom, bottom * size)


@lru_cache(maxsize=16384)
def product(left: Fraction, right: Fraction) -> Fraction:
    """Return a product; tunes use few different lengths, so most come from memory."""
    return left * right


def is_nonsense(written: str) -> bool:
    """Whether a length that `length_of` refuses has a zero; the others are too long or too fine."""
    return any(not number.strip("0") for number in re.findall(r"\d+", written))
