"""Values of `M:` and `L:` fields (ABC 2.1, 3.1.6 and 3.1.7)."""

import re
from fractions import Fraction

from abcstudio.notation.limits import MAX_NUMBER_DIGITS
from abcstudio.notation.meter import Meter

COMMON_TIME = Meter((4,), 4, "C")
CUT_TIME = Meter((2,), 2, "C|")
FREE_METER = Meter((), 4)

_SIMPLE = re.compile(r"\(?\s*(\d+(?:\s*\+\s*\d+)*)\s*\)?\s*/\s*(\d+)")
_LENGTH = re.compile(r"(\d+)\s*/\s*(\d+)|(\d+)")
_LONGEST = 200
_MAX_BEATS = 128
_MAX_BEAT_UNIT = 256


def parse_meter(value: str) -> Meter | None:
    """Return the meter of an `M:` value; None when it makes no sense."""
    written = value.strip()
    if len(written) > _LONGEST:
        return None
    if written.lower() in ("", "none", "free"):
        return FREE_METER
    if written.lower() in ("c|", "cut"):
        return CUT_TIME
    if written.lower() == "c":
        return COMMON_TIME
    terms = _SIMPLE.findall(written)
    if not terms or _SIMPLE.sub("", written).replace("+", "").strip():
        return None
    return _sum_of(terms)


def _sum_of(terms: list[tuple[str, str]]) -> Meter | None:
    """Return `2/4+3/8` as one meter over the smallest beat unit."""
    if any(len(text) > MAX_NUMBER_DIGITS for term in terms for text in term[1:]):
        return None
    units = [int(unit) for _, unit in terms]
    beat_unit = max(units)
    if not 1 <= beat_unit <= _MAX_BEAT_UNIT or any(unit == 0 or beat_unit % unit for unit in units):
        return None
    beats: list[int] = []
    for (numbers, _), unit in zip(terms, units, strict=True):
        for number in numbers.split("+"):
            if len(number.strip()) > MAX_NUMBER_DIGITS:
                return None
            beats.append(int(number) * (beat_unit // unit))
    if not 1 <= sum(beats) <= _MAX_BEATS or min(beats) < 1:
        return None
    return Meter(tuple(beats), beat_unit)


def parse_unit_note_length(value: str) -> Fraction | None:
    """Return the length of an `L:` value in whole notes; None when it makes no sense."""
    match = _LENGTH.fullmatch(value.strip())
    if not match or len(match[0]) > 2 * MAX_NUMBER_DIGITS:
        return None
    numerator, denominator = int(match[1] or match[3]), int(match[2] or "1")
    if not 1 <= numerator <= denominator <= 1024:
        return None
    return Fraction(numerator, denominator)
