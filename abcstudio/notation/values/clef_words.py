"""Clefs and other properties of a staff, in `K:` and `V:` fields (ABC 2.1, 4.6)."""

import re
from collections.abc import Iterator

from abcstudio.notation.score import Clef

_WORD = re.compile(
    r'(?P<name>[A-Za-z]+)\s*=\s*(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))|(?P<word>\S+)'
)
_CLEF = re.compile(
    r"(?P<name>treble|alto|tenor|baritone|bass|mezzosoprano|soprano|perc|none|auto|[GCFP])(?P<line>[1-5])?"
    r"(?P<octave>[+^\-_](?:8|15|22))?",
    re.IGNORECASE,
)
_NAMED = {
    "treble": ("G", 2), "alto": ("C", 3), "tenor": ("C", 4), "baritone": ("F", 3), "bass": ("F", 4),
    "mezzosoprano": ("C", 2), "soprano": ("C", 1), "perc": ("perc", 3), "p": ("perc", 3),
    "none": ("none", 2), "auto": ("G", 2),
    "g": ("G", 2), "c": ("C", 3), "f": ("F", 4),
}  # fmt: skip
_OCTAVES = {"8": 1, "15": 2, "22": 3}


def staff_words(value: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield name, value and place of each `name=value` of a field; bare words have the name ""."""
    for match in _WORD.finditer(value):
        if match["word"] is not None:
            yield "", match["word"], match.start(), match.end()
        else:
            content = match["quoted"] if match["quoted"] is not None else match["bare"]
            yield match["name"].lower(), content, match.start(), match.end()


def parse_clef(word: str) -> Clef | None:
    """Return the clef that a word such as "bass" or "treble-8" names; None for another word."""
    match = _CLEF.fullmatch(word.strip('"'))
    if not match:
        return None
    shape, line = _NAMED[match["name"].lower()]
    octave = match["octave"]
    shift = 0
    if octave:
        shift = _OCTAVES[octave[1:]] * (1 if octave[0] in "+^" else -1)
    return Clef(shape, int(match["line"] or line), shift)


def small_int(text: str, limit: int) -> int | None:
    """Return a number from -limit to limit; None for anything else."""
    if not re.fullmatch(r"[+-]?\d{1,3}", text, re.ASCII):
        return None
    number = int(text)
    return number if -limit <= number <= limit else None
