"""Numbers among the arguments, and what is said about those that are none or out of range."""

import argparse
import re
from collections.abc import Callable
from fractions import Fraction

from abcstudio.learning.config import LARGEST_SEED, TrainingConfig, hyper_parameters
from abcstudio.typed_numbers import AmbiguousNumberError, typed_number

MAX_THREADS = 1024
MAX_SECONDS = 366 * 24 * 3600
_TEMPO = re.compile(r"(?:(\d{1,3})/([1-9]\d{0,2})=)?(\d{1,6}(?:[.,]\d{1,6})?)")


def number_between(low: float, high: float) -> Callable[[str], float]:
    """Return what reads an argument that is a number from `low` to `high`, 0.5 or 0,5."""

    def number(text: str) -> float:
        return _within(_unambiguous, text, low, high, "a number")

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
            quarters = 4 * beat * _unambiguous(match[3])
            if low <= quarters <= high:
                return quarters
        raise argparse.ArgumentTypeError(
            f"'{text}' is not a tempo between {low:g} and {high:g} quarter notes a minute,"
            " such as 120 or 3/8=110"
        )

    return tempo


def value_of(name: str) -> Callable[[str], float]:
    """Return what reads an argument that is the value of a hyper-parameter, in its range."""
    parameter = hyper_parameters()[name]
    assert parameter.minimum is not None
    assert parameter.maximum is not None
    if isinstance(getattr(TrainingConfig(), name), int):
        return whole_number_between(int(parameter.minimum), int(parameter.maximum))
    return number_between(parameter.minimum, parameter.maximum)


rng_seed = whole_number_between(0, LARGEST_SEED)
"""What reads an argument that decides what is drawn by chance."""


def _within(read: Callable[[str], float], text: str, low: float, high: float, kind: str) -> float:
    try:
        number = read(text)
        if low <= number <= high:
            return number
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(
        f"'{text}' is not {kind} between {_plain(low)} and {_plain(high)}"
    )


def _unambiguous(text: str) -> float:
    """Return the number that was typed.

    Raises:
        argparse.ArgumentTypeError: It may be two numbers.
        ValueError: It is none.
    """
    try:
        return typed_number(text)
    except AmbiguousNumberError as error:
        raise argparse.ArgumentTypeError(
            f"'{text}' may be read in two ways: write {error.small} or {error.large}"
        ) from None


def _plain(number: float) -> str:
    """Return a bound as a person writes it: no exponent."""
    return f"{number:.5f}".rstrip("0").rstrip(".")
