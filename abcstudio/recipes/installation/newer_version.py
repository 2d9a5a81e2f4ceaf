"""Whether it is time to look for a newer version: by the calendar alone, no network is asked."""

from datetime import date

from abcstudio.recipes.installation.build import Build

DAYS = 90


def is_time_to_look(build: Build, told: str, today: date) -> bool:
    """Return whether neither the program nor the last reminder is younger than three months.

    Args:
        build: What runs; one that knows no day of its own is never old.
        told: The day of the last reminder, as 2026-11-28; "" for none.
        today: The day it is.
    """
    made = _day(build.day)
    if made is None:
        return False
    return (today - max(made, _day(told) or made)).days >= DAYS


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
