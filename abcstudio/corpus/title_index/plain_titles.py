"""Titles without what people spell differently: accents, apostrophes, articles, Mac, O'."""

import re
import unicodedata

_APOSTROPHES = "'’‘ʼ`´′‛ʻ＇"
_QUOTES = '"“”„«»″'
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"}
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_QUOTES, " ")
    | dict.fromkeys("&+", " and ")
)
_MAC = re.compile(r"\b(?:ma?c *|m')(?=[^\W\d_]{2})")
_OF_FAMILY = re.compile(r"\bo[' ]+(?=[^\W\d_]{2})")
_OWN_S = re.compile(r" s\b")
_GAPS = re.compile(r"[\W_]+")
_ARTICLES = frozenset({"the", "a", "an"})


def plain_title(title: str) -> str:
    """Return a title in small letters and single spaces, as every spelling of it gives it."""
    words = title.casefold().translate(_LETTERS)
    if not words.isascii():
        words = "".join(c for c in unicodedata.normalize("NFKD", words) if c.isprintable())
        words = "".join(c for c in words if not unicodedata.combining(c))
    words = _OF_FAMILY.sub("o", _MAC.sub("mc", words)).replace("'", "")
    return _without_articles(_OWN_S.sub("s", _GAPS.sub(" ", words)).strip())


def _without_articles(words: str) -> str:
    """Return words without an article in front or behind, unless nothing else is there."""
    first, _, rest = words.partition(" ")
    if rest and first in _ARTICLES:
        words = rest
    rest, _, last = words.rpartition(" ")
    return rest if rest and last == "the" else words
