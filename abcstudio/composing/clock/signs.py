"""The signs that the clock writes, each with the meaning that the reader gives it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from abcstudio.composing.clock.states import WHOLE_NOTE
from abcstudio.decoration_table import DECORATIONS
from abcstudio.notation.meter import Meter
from abcstudio.notation.values.bar_lines import read_bar_line
from abcstudio.notation.values.chord_kinds import knows_kind
from abcstudio.notation.values.decorations import SHORTHANDS
from abcstudio.notation.values.key_field import parse_key
from abcstudio.notation.values.lengths import length_of
from abcstudio.notation.values.meter_field import parse_meter, parse_unit_note_length

UPPER, LOWER = frozenset("CDEFGAB"), frozenset("cdefgab")
LETTERS = UPPER | LOWER


def prefixes(words: Iterable[str]) -> frozenset[str]:
    """Return all beginnings of some words, themselves included."""
    return frozenset(word[:size] for word in words for size in range(len(word) + 1))


class WordTrie:
    """Words that are written character by character."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        ways: dict[str, str] = {}
        for word in sorted(self._words):
            for size, character in enumerate(word):
                known = ways.get(word[:size], "")
                ways[word[:size]] = known if character in known else known + character
        self._ways = ways

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._words))

    def after(self, begun: str) -> str:
        """Return the characters that may come after the beginning of a word."""
        return self._ways.get(begun, "")

    def left(self, begun: str) -> int:
        """Return how many characters the shortest word with this beginning still needs."""
        words = [word for word in self._words if word.startswith(begun)]
        return min(map(len, words), default=len(begun)) - len(begun)


# Lengths are written in one way each: numerators before a slash are odd.
_WHOLE = [str(number) for number in (*range(2, 17), 18, 20, 21, 24, 32)]
_PARTS = [f"{number}{part}" for number in (3, 5, 7, 9, 11, 13, 15) for part in ("/", "/2")]
_FINER = [f"{number}/{part}" for number in (3, 5, 7) for part in (4, 8)]
LENGTHS = frozenset(["", "/", "//", "/2", "/4", "/8", *_WHOLE, *_PARTS, *_FINER])
LENGTH_PREFIXES = prefixes(LENGTHS)
LENGTHS_FROM = {
    begun: tuple(sorted(one for one in LENGTHS if one.startswith(begun)))
    for begun in LENGTH_PREFIXES
}
"""By what a length begins with, all that it may become."""


@lru_cache(maxsize=1024)
def scaled(unit: int, written: str) -> int | None:
    """Return so many ticks as a length makes of the unit note length; None for no length."""
    length = length_of(written) if written in LENGTHS else None
    if length is None or (unit * length).denominator != 1:
        return None
    return int(unit * length)


class BarMeaning(NamedTuple):
    """What a bar line does; `ending` is the one that begins right behind it, 0 for none."""

    closes: bool
    opens: bool
    ends_section: bool
    ends_tune: bool
    ending: int


def _bar(word: str) -> BarMeaning:
    written = word.rstrip("12")
    style, closes, opens = read_bar_line(written)
    ends = bool(closes or opens or style in ("double", "thin-thick", "thick-thin"))
    is_final = style == "thin-thick" or bool(closes and not opens)
    ending = int(word[len(written) :] or 0)
    return BarMeaning(bool(closes), bool(opens), ends, is_final, ending)


BARS = {word: _bar(word) for word in ("|", "||", "|]", "|:", ":|", "::", ":|:", "|1", ":|2")}

METERS = {
    value: meter
    for value in [
        "C",
        "C|",
        "2/2",
        "3/2",
        "4/2",
        "2/4",
        "3/4",
        "4/4",
        "5/4",
        "6/4",
        "7/4",
        "9/4",
        "3/8",
        "5/8",
        "6/8",
        "7/8",
        "9/8",
        "11/8",
        "12/8",
        "15/8",
        "6/16",
        "9/16",
        "12/16",
    ]
    if (meter := parse_meter(value)) is not None
}
SWING_METERS = frozenset({"C", "4/4", "2/4"})
"""Those in which any program plays swing."""
UNITS = {
    value: int(WHOLE_NOTE * length)
    for value in ("1/1", "1/2", "1/4", "1/8", "1/16", "1/32")
    if (length := parse_unit_note_length(value)) is not None
}
_TONICS = [letter + sign for letter in "CDEFGAB" for sign in ("", "#", "b")]
_MODES = ["", "m", "min", "maj", "dor", "mix", "phr", "lyd", "loc", "aeo", "ion"]
_MOST_SIGNS = 7
KEYS = {
    value: reading.key.tonic[0]
    for value in [tonic + mode for tonic in _TONICS for mode in _MODES]
    if (reading := parse_key(value)).key is not None and abs(reading.key.fifths) <= _MOST_SIGNS
}
"""The letter of the tonic of each value of `K:`."""

VALUES = {"M": WordTrie(METERS), "L": WordTrie(UNITS), "K": WordTrie(KEYS)}

ORNAMENTS = frozenset(SHORTHANDS)
PLAIN_ORNAMENTS = frozenset("~Tuv")
"""Those that no program lengthens or shortens a note for."""
NAMED_DECORATIONS = WordTrie(
    row.name for row in DECORATIONS if not row.at_end and row.played != "fermata"
)
CHORD_SYMBOLS = WordTrie(
    name
    for root in _TONICS
    for kind in ("", "m", "7", "m7", "maj7", "dim", "aug", "sus4", "6", "m6", "9")
    if knows_kind(name := root + kind)
)
WORDS = {'"': CHORD_SYMBOLS, "!": NAMED_DECORATIONS}
"""What may stand between two of these signs."""


def full_measure(meter: Meter) -> int:
    """Return how many ticks a full measure lasts."""
    return int(WHOLE_NOTE * meter.measure_duration)


def default_unit(meter: Meter) -> int:
    """Return the unit note length where no `L:` says it."""
    return int(WHOLE_NOTE * meter.default_unit_note_length)


def word_ways(token: str, text: str) -> str | None:
    """Return what may come next in a sign that holds a word; None in any other sign."""
    if token in WORDS:
        return WORDS[token].after(text) + (token if text in WORDS[token] else "")
    if token in ("field", "line"):
        values, value = VALUES[text[0]], text[2:]
        end = "]" if token == "field" else "\n"
        return ":" if len(text) == 1 else values.after(value) + (end if value in values else "")
    return None


FREE = "o"
"""Stands in a pattern where a note has its pitch; all other characters stand for themselves."""

_ACCIDENTALS = frozenset("^_=")
_MARKS = ",'"


def place_after(pattern: str, place: int, character: str) -> int | None:
    """Return the place in a pattern after one more character; None where it does not fit.

    Args:
        pattern: Lines of music, each ended; a blank line behind it ends the tune.
        place: How many of its characters are written.
        character: What comes.
    """
    if character in _MARKS and place and pattern[place - 1] == FREE:
        return place
    wanted = pattern[place : place + 1] or "\n"
    if wanted != FREE:
        return place + 1 if character == wanted else None
    if character in _ACCIDENTALS:
        return place
    return place + 1 if character in LETTERS else None


def ways_in(pattern: str, place: int, letters: str) -> str:
    """Return what may come at a place of a pattern, given the letters that a note may have."""
    wanted = pattern[place : place + 1] or "\n"
    return (letters if wanted == FREE else wanted) + _MARKS
