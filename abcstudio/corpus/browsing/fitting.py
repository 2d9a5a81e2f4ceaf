"""Which words of a column are what a term asks for."""

from collections.abc import Callable

from abcstudio.corpus.browsing.query import Term, TuneColumn
from abcstudio.corpus.key_words import key_in_words, short_key
from abcstudio.notation.values.alphabets import folded

Fits = Callable[[str], bool]

_MODE_LETTERS = 3
"""So many letters of a mode are needed, or `K:D` would find what is dorian."""


def as_written(value: str) -> str:
    """Return what a word stands in, of most columns."""
    return folded(value)


def key_writings(written: str) -> str:
    """Return what a word stands in, of a key."""
    return f"{written} {short_key(written)} {key_in_words(written)}".casefold()


def fits_of(term: Term) -> Fits:
    """Return what tells whether a word of the term's column fits."""
    value = term.value
    if term.column is TuneColumn.KEY:
        return (lambda key: short_key(key) == value) if term.is_exact else _key_fits(value)
    if term.is_exact:
        return lambda word: folded(word) == folded(value)
    if term.column in (TuneColumn.METER, TuneColumn.FORM):
        return lambda word: word.casefold().startswith(value)
    return lambda word: value in folded(word)


def _key_fits(value: str) -> Fits:
    """Return whether a key begins so in one of its writings, or its mode does."""

    def fits(written: str) -> bool:
        words = key_in_words(written).casefold()
        mode = words.partition(" ")[2]
        if len(value) >= _MODE_LETTERS and mode.startswith(value):
            return True
        writings = (written.casefold(), short_key(written).casefold(), words)
        return any(one.startswith(value) for one in writings)

    return fits
