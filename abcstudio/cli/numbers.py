"""Numbers among the arguments, and what is said about those that are none or out of range."""

import argparse
import re
from collections.abc import Callable
from fractions import Fraction

_TEMPO = re.compile(r"(?:(\d{1,3})/([1-9]\d{0,2})=)?(\d{1,6}(?:\.\d{1,6})?)")


def number_between(low: float, high: float) -> Callable[[str], float]:
    """Return what reads an argument that is a number from `low` to `high`."""

    def number(text: str) -> float:
        return _within(float, text, low, high, "a number")

    return number


def whole_number_between(low: int, high: int) -> Callable[[str], int]:
    """Return what reads an argument that is a whole number from `low` to `high`."""

    def number(text: str) -> int:
        return int(_within(int, text, low, high, "a whole number"))

    return number


def tempo_between(low: float, high: float) -> Callable[[str], float]:
    """Return what reads a tempo as quarter notes a minute: 120, or a beat and its number, 3/8=110.

    The limits are in quarter notes a minute too.
    """

    def tempo(text: str) -> float:
        match = _TEMPO.fullmatch(text)
        if match is not None:
            beat = float(Fraction(int(match[1]), int(match[2]))) if match[1] else 0.25
            quarters = 4 * beat * float(match[3])
            if low <= quarters <= high:
                return quarters
        raise argparse.ArgumentTypeError(
            f"'{text}' is not a tempo between {low:g} and {high:g} quarter notes a minute,"
            " such as 120 or 3/8=110"
        )

    return tempo


def _within(read: Callable[[str], float], text: str, low: float, high: float, kind: str) -> float:
    try:
        number = read(text)
        if low <= number <= high:
            return number
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"'{text}' is not {kind} between {low:g} and {high:g}")
