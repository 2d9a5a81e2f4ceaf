"""How well a command fits what is typed: whole words before beginnings before letters."""

from dataclasses import dataclass
from enum import IntEnum, auto

from abcstudio.notation.values.alphabets import folded
from abcstudio.ui.controls.fuzzy import WordFit, fuzzy_score, word_fit

Rank = tuple[int, bool, bool, int]
"""Less is better: the kind of the fit, whether the command is off, whether it is of another page,
how its letters fit."""


class _Kind(IntEnum):
    """Which words fit, and how, the best first."""

    WHOLE = auto()
    SYNONYM = auto()
    BEGINNING = auto()
    BEGINNING_OF_SYNONYM = auto()
    STEM = auto()
    INSIDE = auto()
    SENTENCE = auto()
    ENGLISH = auto()
    SCATTERED = auto()
    SCATTERED_ENGLISH = auto()


_BY_OTHER_WORDS = (_Kind.SYNONYM, _Kind.BEGINNING_OF_SYNONYM, _Kind.SENTENCE)
_BY_ENGLISH = (_Kind.ENGLISH, _Kind.SCATTERED_ENGLISH)


_OWN = {
    WordFit.WHOLE: _Kind.WHOLE,
    WordFit.BEGINNING: _Kind.BEGINNING,
    WordFit.STEM: _Kind.STEM,
    WordFit.INSIDE: _Kind.INSIDE,
}
_SYNONYM = {
    WordFit.WHOLE: _Kind.SYNONYM,
    WordFit.BEGINNING: _Kind.BEGINNING_OF_SYNONYM,
    WordFit.STEM: _Kind.STEM,
}


@dataclass(frozen=True, slots=True)
class CommandWords:
    """The words that a command is found by.

    Attributes:
        own: What its menu says.
        sentence: What its tooltip says.
        english: Its menu's words in English: a person may know them, or type on a Latin layout.
        synonyms: Other words for what it does.
    """

    own: str
    sentence: str
    english: str
    synonyms: str


def rank_of(words: CommandWords, typed: str, *, is_on: bool, is_here: bool) -> Rank | None:
    """Return how well a command fits what is typed, None where it does not fit at all.

    Args:
        words: The command's.
        typed: A few words or letters.
        is_on: Whether it can be done now.
        is_here: Whether it is one of the page in front, or of all pages.
    """
    kind = _kind_of(words, typed)
    if kind is None:
        return None
    text = words.english if kind in _BY_ENGLISH else words.own
    letters = 0 if kind in _BY_OTHER_WORDS else fuzzy_score(typed, text)
    return kind, not is_on, not is_here, -(letters or 0)


def _kind_of(words: CommandWords, typed: str) -> _Kind | None:
    own = word_fit(typed, words.own)
    other = word_fit(typed, f"{words.own} {words.synonyms} {words.english}")
    kinds = [_OWN[own]] if own is not None else []
    if other in _SYNONYM:
        kinds.append(_SYNONYM[other])
    if word_fit(typed, words.sentence) is not None or folded(typed) in folded(words.sentence):
        kinds.append(_Kind.SENTENCE)
    if word_fit(typed, words.english) is not None:
        kinds.append(_Kind.ENGLISH)
    if fuzzy_score(typed, words.own) is not None:
        kinds.append(_Kind.SCATTERED)
    if fuzzy_score(typed, words.english) is not None:
        kinds.append(_Kind.SCATTERED_ENGLISH)
    return min(kinds, default=None)
