"""Numbers among the arguments, and what is said about those that are none or out of range."""

import argparse
from collections.abc import Callable


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


def _within(read: Callable[[str], float], text: str, low: float, high: float, kind: str) -> float:
    try:
        number = read(text)
        if low <= number <= high:
            return number
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"'{text}' is not {kind} between {low:g} and {high:g}")
