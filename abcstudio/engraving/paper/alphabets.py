"""How titles are sorted in the languages of tunebooks: one row a language in each table.

A book holds titles of several languages, so all rows hold for every title.
"""

import unicodedata

_ARTICLES = {
    "en": ("the ", "an ", "a "),
}
"""Words at the start of a title that do not count."""

# The highest character, repeated, puts a letter behind all words that begin with the one before it.
_LAST = "\uffff"
_LETTERS = {
    "uk": {"ґ": "г" + _LAST, "є": "е" + _LAST, "і": "и" + _LAST, "ї": "и" + 2 * _LAST,
           "й": "и" + 3 * _LAST},
}  # fmt: skip
"""Letters of their own place in the alphabet, which would else be sorted as an accented letter."""

_OWN_PLACES = {letter: place for row in _LETTERS.values() for letter, place in row.items()}


def sort_key(title: str) -> str:
    """Return what a title is sorted by: its article, accents and capitals do not count."""
    lowered = title.casefold().strip()
    for articles in _ARTICLES.values():
        for article in articles:
            lowered = lowered.removeprefix(article)
    spelled = "".join(_OWN_PLACES.get(letter, letter) for letter in lowered)
    decomposed = unicodedata.normalize("NFKD", spelled)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lstrip("'\"“„«([ ")
