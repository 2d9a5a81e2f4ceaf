"""Names of decorations: which are known, what a shorthand or a misspelt one means."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from abcstudio.decoration_table import DECORATIONS
from abcstudio.notation.score import Decoration

SHORTHANDS = {row.sign: row.name for row in DECORATIONS if row.sign}
"""What a single character means before `U:` says otherwise."""

SYNONYMS = {name: row.name for row in DECORATIONS for name in row.also}

NAMES = frozenset(row.name for row in DECORATIONS)
"""Every name that is known, synonyms aside."""

NAVIGATION = frozenset(row.name for row in DECORATIONS if row.at_end)
"""Decorations that belong to the end of the music before them."""

FERMATAS = frozenset(row.name for row in DECORATIONS if row.played == "fermata")
"""Decorations that may stand over a bar line."""

_PLAYED = {row.name: row.played for row in DECORATIONS if row.played}
_LONGEST_NAME = 24
_PLAUSIBLE = re.compile(r"[^\s|!:\[\]{}\"]+")
_NOTE = r"[\^_=.~(]*[A-Ga-gzxy][,']*[\d/]*[-><)]*"
_MUSIC = re.compile(rf"(?:{_NOTE}){{3,}}")


def decoration_name(written: str) -> str:
    """Return the full name of what stands between two `!`; "" when it is not a known decoration."""
    name = written.strip().replace(" ", "")
    name = SYNONYMS.get(name, name)
    if name in NAMES:
        return name
    return name.lower() if name.lower() in NAMES else ""


def ways_of_playing(decorations: Iterable[Decoration]) -> tuple[str, ...]:
    """Return how decorations are played, in the words of the table."""
    return tuple([_PLAYED[mark.name] for mark in decorations if mark.name in _PLAYED])


def looks_like_decoration(written: str) -> bool:
    """Whether the text between two `!` is a decoration, known or not, rather than music.

    Between two line breaks of the old kind stand several notes, and mostly blanks or bar lines.
    """
    if decoration_name(written):
        return True
    is_word = len(written) <= _LONGEST_NAME and _PLAUSIBLE.fullmatch(written) is not None
    return is_word and _MUSIC.fullmatch(written) is None


@lru_cache(maxsize=256)
def similar_name(written: str) -> str:
    """Return the known decoration that an unknown name most likely means; "" for none."""
    short = written.strip()[:_LONGEST_NAME].lower()
    found = get_close_matches(short, NAMES, n=1, cutoff=0.75) if len(short) > 2 else []
    return found[0] if found else ""
