"""The options that say which takes of the history are meant."""

import argparse
import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from abcstudio.cli.numbers import whole_number_between
from abcstudio.composing.history.take_orders import NEWEST, ORDERS
from abcstudio.paths import bundled_newness, bundled_tunebook, melodies_file
from abcstudio.recipes.takes.chosen import TakesMeant, days_ago

if TYPE_CHECKING:
    from abcstudio.recipes.newness.known_melodies import KnownMelodies

MAX_NUMBER = 999_999_999
MAX_DAYS = 10_000

_DAYS = re.compile(r"(\d{1,5})d", re.ASCII)

take_number = whole_number_between(1, MAX_NUMBER)
"""What reads the number of a take."""


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which takes are meant."""
    parser.add_argument("--starred", action="store_true", help="only those with a star")
    parser.add_argument("--since", type=day, metavar="DAY",
                        help="only those of a day and later: 2026-11-27, or 7d for seven days "
                        "back")  # fmt: skip
    parser.add_argument("--sort", choices=ORDERS, default=NEWEST, metavar="BY",
                        help=f"{', '.join(ORDERS)}: the first of it first ({NEWEST})")  # fmt: skip
    parser.add_argument("--best", type=whole_number_between(1, MAX_NUMBER), metavar="N",
                        help="only the first so many (all)")  # fmt: skip


def day(text: str) -> date:
    """Return the day of an argument such as 2026-11-27 or 7d."""
    match = _DAYS.fullmatch(text)
    if match is not None and int(match[1]) <= MAX_DAYS:
        return days_ago(int(match[1]))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day such as 2026-11-27 or 7d") from None


def choice_of(options: argparse.Namespace) -> TakesMeant:
    """Return which takes the options mean."""
    return TakesMeant(
        numbers=tuple(getattr(options, "numbers", ())),
        starred=options.starred,
        since=options.since,
        order=options.sort,
        most=options.best,
    )


def newer_than(text: str) -> int | None:
    """Return of how many of a hundred known tunes a text's tune is newer, None if too short."""
    return _known().newer_than(text)


@lru_cache(maxsize=1)
def _known() -> "KnownMelodies":
    # NumPy takes a while to import.
    from abcstudio.recipes.newness.known_melodies import KnownMelodies

    return KnownMelodies.load(bundled_tunebook(), melodies_file(), bundled_newness())
