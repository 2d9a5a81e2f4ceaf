"""What is typed above a table of tunes, as terms: `M:6/8 K:Dor -reel "the kesh" measures:>32`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from abcstudio.notation.values.alphabets import folded


class TuneColumn(StrEnum):
    """What a term may be about."""

    ANY = ""
    NUMBER = "number"
    TITLE = "title"
    RHYTHM = "rhythm"
    METER = "meter"
    KEY = "key"
    ORIGIN = "origin"
    FILE = "file"
    MEASURES = "measures"
    CHARACTERS = "characters"
    RANGE = "range"
    FORM = "form"
    HAS = "has"
    MARK = "is"
    TAG = "tag"


_LETTERS = {
    "x": TuneColumn.NUMBER,
    "t": TuneColumn.TITLE,
    "r": TuneColumn.RHYTHM,
    "m": TuneColumn.METER,
    "k": TuneColumn.KEY,
    "b": TuneColumn.ORIGIN,
    "s": TuneColumn.ORIGIN,
    "o": TuneColumn.ORIGIN,
    "f": TuneColumn.FILE,
    "p": TuneColumn.FORM,
}
_NAMES = {column.value: column for column in TuneColumn if column} | _LETTERS

NUMBERS = frozenset(
    {TuneColumn.NUMBER, TuneColumn.MEASURES, TuneColumn.CHARACTERS, TuneColumn.RANGE}
)
MELODIES = frozenset({TuneColumn.RANGE, TuneColumn.FORM})
"""Columns that are known only when the melodies are read."""
MARKS = frozenset({TuneColumn.MARK, TuneColumn.TAG})
"""Columns that a person fills."""
GROUPINGS = (
    TuneColumn.RHYTHM,
    TuneColumn.METER,
    TuneColumn.KEY,
    TuneColumn.ORIGIN,
    TuneColumn.FILE,
)
"""What tunes can be grouped by."""
_OF_MANY = frozenset(
    {TuneColumn.ANY, TuneColumn.TITLE, TuneColumn.HAS, TuneColumn.MARK, TuneColumn.TAG}
)

_TERM = re.compile(
    r'(?P<out>-)?(?:(?P<name>[A-Za-z]+):)?(?P<exact>=)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>\S*))'
)
_SPAN = re.compile(r"(?P<low>\d{1,9})(?:-|–|\.\.)(?P<high>\d{0,9})\Z")
_COMPARED = re.compile(r"(?P<sign>[<>]=?)?(?P<number>\d{1,9})\Z")
_MOST = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing that a tune must have.

    Attributes:
        text: As it was typed.
        column: What it is about.
        value: In lower case, unless it is exact or part of the music.
        is_exact: The column says this and no more.
        is_out: A tune must not have it.
        numbers: The least and the highest number that fit, for a column of numbers.
    """

    text: str
    column: TuneColumn = TuneColumn.ANY
    value: str = ""
    is_exact: bool = False
    is_out: bool = False
    numbers: tuple[int, int] | None = None

    @classmethod
    def exact(cls, column: TuneColumn, value: str) -> "Term":
        """Return the term that asks for one value of a column."""
        return cls(text=term_text(column, value), column=column, value=value, is_exact=True)


@lru_cache(maxsize=256)
def read_query(words: str) -> tuple[Term, ...]:
    """Return the terms of a search line; a term that is not typed to its end asks for nothing."""
    found = (_term(match) for match in _TERM.finditer(words) if match[0].strip())
    return tuple(term for term in found if term is not None)


def term_text(column: TuneColumn, value: str) -> str:
    """Return how to type that a column says just this; "" for what cannot be typed."""
    if re.search(r'["\n]', value):
        return ""
    letters = (letter.upper() for letter, one in _LETTERS.items() if one is column)
    name = next(letters, column.value)
    spelled = f'"{value}"' if re.search(r"\s", value) else value
    sign = "" if column in NUMBERS | MARKS | {TuneColumn.HAS} else "="
    return f"{name}:{sign}{spelled}"


def toggled(words: str, term: str) -> str:
    """Return a search line that asks for a term too, or no more where it asked for it.

    A tune has one value in most columns, so the term takes the place of another of its column.
    """
    asked = read_query(words)
    (added,) = read_query(term)
    rest = [one for one in asked if one.text != term]
    if len(rest) < len(asked):
        return _line(rest)
    is_one_of_many = added.column in _OF_MANY
    return _line(
        [*(one for one in rest if is_one_of_many or one.column is not added.column), added]
    )


def without(words: str, term: Term) -> str:
    """Return a search line without one of its terms."""
    return _line([one for one in read_query(words) if one.text != term.text])


def _line(terms: Iterable[Term]) -> str:
    return " ".join(term.text for term in terms)


def _term(match: re.Match[str]) -> Term | None:
    name, is_exact = match["name"], match["exact"] is not None
    value = match["quoted"] if match["quoted"] is not None else match["plain"]
    column = _NAMES.get(name.casefold()) if name else TuneColumn.ANY
    # In music a small letter is another note.
    if not is_exact and column is not TuneColumn.HAS:
        value = folded(value)
    term = Term(text=match[0], value=value, is_exact=is_exact, is_out=match["out"] is not None)
    if column is None:
        # No column is called so: the whole is a word of a title.
        return replace(term, value=f"{name}:{value}".casefold())
    if not value and not is_exact:
        return None
    if column in NUMBERS:
        numbers = _numbers(value)
        return None if numbers is None else replace(term, column=column, numbers=numbers)
    return replace(term, column=column)


def _numbers(value: str) -> tuple[int, int] | None:
    if span := _SPAN.match(value):
        return int(span["low"]), int(span["high"] or _MOST)
    compared = _COMPARED.match(value)
    if compared is None:
        return None
    number = int(compared["number"])
    return {
        None: (number, number),
        "<": (0, number - 1),
        "<=": (0, number),
        ">": (number + 1, _MOST),
        ">=": (number, _MOST),
    }[compared["sign"]]
