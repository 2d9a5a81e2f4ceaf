"""How titles are sorted in the languages of tunebooks: one row a language in each table.

A book holds titles of several languages, so all rows hold for every title.
"""

import re
import unicodedata

_ARTICLES = {
    "en": "the|an|a",
}
"""Words at the start of a title that do not count."""

_QUOTES = r"['\"“”„«»(\[\s]*"
_START = re.compile(f"{_QUOTES}(?:(?:{'|'.join(_ARTICLES.values())}) )?{_QUOTES}")

# The highest character, repeated, puts a letter behind all words that begin with the one before it.
_LAST = "\uffff"
_LETTERS = {
    "uk": {"ґ": "г" + _LAST, "є": "е" + _LAST, "і": "и" + _LAST, "ї": "и" + 2 * _LAST,
           "й": "и" + 3 * _LAST},
}  # fmt: skip
"""Letters of their own place in the alphabet, which would else be sorted as an accented letter."""

_OWN_PLACES = {letter: place for row in _LETTERS.values() for letter, place in row.items()}


# ' on a keyboard, ’ in print, ʼ in Unicode's letters, and what people take for them.
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ‘`′"), "'")


def folded(text: str) -> str:
    """Return a text in which capitals and the kind of an apostrophe do not count, for searching."""
    return text.casefold().translate(_APOSTROPHES)


def letter_key(text: str) -> str:
    """Return what a text is sorted by: each letter at its place in its own alphabet."""
    lowered = folded(text)
    return lowered if lowered.isascii() else _decomposed(lowered)


def sort_key(title: str) -> str:
    """Return what a title is sorted by: its article, quotes, accents and capitals do not count."""
    lowered = folded(title)
    match = _START.match(lowered)
    rest = lowered if match is None else lowered[match.end() :] or lowered
    return rest if rest.isascii() else _decomposed(rest)


def _decomposed(lowered: str) -> str:
    spelled = "".join(_OWN_PLACES.get(letter, letter) for letter in lowered)
    decomposed = unicodedata.normalize("NFKD", spelled)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
