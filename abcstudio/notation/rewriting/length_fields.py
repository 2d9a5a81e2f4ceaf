"""The values of `M:` and `Q:` fields for notes of other lengths."""

import re
from fractions import Fraction

from abcstudio.notation.spans import Span
from abcstudio.notation.values.tempo_field import parse_tempo

_LOWER_NUMBER = re.compile(r"/\s*(\d{1,4})")
_SYMBOLS = {"c": (4, 4), "c|": (2, 2), "cut": (2, 2)}
_QUOTED = re.compile(r'"[^"]*"?')
_BEAT = re.compile(r"(\d{1,4})/(\d{1,4})")


def scaled_meter(value: str, by: Fraction) -> str:
    """Return an `M:` value whose beats are so many times as long; one that cannot be is as it was.

    The upper number stays: 6/8 doubled is 6/4, C halved is 4/8.
    """
    if by == 1:
        return value
    symbol = _SYMBOLS.get(value.strip().lower())
    if symbol is not None:
        value = value.replace(value.strip(), f"{symbol[0]}/{symbol[1]}")
    lower = [Fraction(int(match[1])) / by for match in _LOWER_NUMBER.finditer(value)]
    if any(number.denominator != 1 for number in lower):
        return value
    return _LOWER_NUMBER.sub(lambda match: f"/{int(match[1]) / by}", value)


def scaled_tempo(value: str, by: Fraction, unit: Fraction) -> str:
    """Return a `Q:` value that counts notes so many times as long, at the same speed.

    Old forms that count unit note lengths are written in the modern form, so that they do not
    change with `L:`; with `by` 1 all other values stay as they are.

    Args:
        value: As written.
        by: What the notes' lengths are multiplied by.
        unit: The unit note length that an old form counts in.
    """
    masked = _QUOTED.sub(lambda match: " " * len(match[0]), value)
    first, equals, rate = masked.partition("=")
    if equals and "/" in first and not first.strip().upper().startswith("C"):
        if by == 1:
            return value
        pieces: list[str] = []
        position = 0
        for match in _BEAT.finditer(first):
            beat = Fraction(int(match[1]), int(match[2]) or 1) * by
            pieces += (value[position : match.start()], f"{beat.numerator}/{beat.denominator}")
            position = match.end()
        return "".join((*pieces, value[position:]))
    reading = parse_tempo(value, unit, Span(0, 0))
    if reading is None or reading.tempo.beats_per_minute is None or (by == 1 and not equals):
        return value
    beat = reading.tempo.beat_duration * by
    number = rate.strip() if equals else masked.strip()
    return _with_number(value, masked, f"{beat.numerator}/{beat.denominator}={number}")


def _with_number(value: str, masked: str, written: str) -> str:
    """Put a tempo in the place of the old one, the texts beside it kept."""
    start = len(masked) - len(masked.lstrip())
    return value[:start] + written + value[start + len(masked.strip()) :]
