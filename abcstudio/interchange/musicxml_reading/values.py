"""Numbers and words of MusicXML elements, whatever stands there."""

import re
from collections.abc import Mapping
from fractions import Fraction
from xml.etree.ElementTree import Element

from abcstudio.interchange.musicxml_durations import NAMED_VALUES

_INTEGER = re.compile(r"\s*([+-]?\d{1,9})(?:\.0*)?\s*", re.ASCII)
_DECIMAL = re.compile(r"\s*([+-]?\d{1,9}(?:\.\d{1,9})?)\s*", re.ASCII)
_MAX_WORDS = 1_000
_MOST_IN_TUPLET = 99
_VALUES: Mapping[str, Fraction] = {name: value for value, name in NAMED_VALUES.items()}
_PLAIN = (1, 1)


def integer(text: str | None, default: int = 0) -> int:
    """Return the integer that a text is, else the default."""
    match = _INTEGER.fullmatch(text or "")
    return int(match[1]) if match else default


def decimal_of(text: str | None) -> Fraction | None:
    """Return the number that a text is; None where it is none."""
    match = _DECIMAL.fullmatch(text or "")
    return Fraction(match[1]) if match else None


def child_integer(parent: Element, path: str, default: int = 0) -> int:
    """Return the integer in an element below another, else the default."""
    return integer(parent.findtext(path), default)


def words_of(text: str | None) -> str:
    """Return a text in one line without blanks around it, cut where it goes on too long."""
    return " ".join((text or "")[:_MAX_WORDS].split())


def child_words(parent: Element, path: str) -> str:
    """Return the words in an element below another, "" for none."""
    return words_of(parent.findtext(path))


def ratio_of(note: Element) -> tuple[int, int]:
    """Return how many notes stand in the time of how many, (1, 1) outside tuplets."""
    modification = note.find("time-modification")
    if modification is None:
        return _PLAIN
    actual = child_integer(modification, "actual-notes")
    normal = child_integer(modification, "normal-notes")
    if not (1 <= actual <= _MOST_IN_TUPLET and 1 <= normal <= _MOST_IN_TUPLET):
        return _PLAIN
    return actual, normal


def value_of(parent: Element, name: str = "type") -> Fraction | None:
    """Return the note value, dots included, that an element shows in whole notes."""
    value = _VALUES.get((parent.findtext(name) or "").strip())
    if value is None:
        return None
    dots = min(sum(child.tag in ("dot", f"{name}-dot") for child in parent), 4)
    return value * (2 - Fraction(1, 2**dots))
