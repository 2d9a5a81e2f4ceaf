"""How well a few typed letters fit a sentence."""

import re
from enum import IntEnum

from abcstudio.notation.values.alphabets import folded

_WORD_START = 8
_IN_A_ROW = 5
_PLAIN = 1
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# "part" for "parts", «мелодію» for «мелодія»: an ending is two letters at most.
_STEM, _ENDING = 4, 2


class WordFit(IntEnum):
    """How typed words fit those of a text, the best first."""

    WHOLE = 0
    BEGINNING = 1
    STEM = 2
    INSIDE = 3


def word_fit(typed: str, text: str) -> WordFit | None:
    """Return how all of the typed words fit words of a text, in any order.

    None where one of them fits no word, however its letters are scattered over the text.
    """
    words = _WORD.findall(folded(text))
    each = [_best_fit(word, words) for word in _WORD.findall(folded(typed))]
    fits = [fit for fit in each if fit is not None]
    return max(fits) if fits and len(fits) == len(each) else None


def fuzzy_score(typed: str, text: str) -> int | None:
    """Return how well `typed` fits `text`, more is better; None where it does not fit at all.

    Every letter must occur, in order; spaces do not count. Letters at the start of a word and
    letters in a row fit better, and among equals the shorter text.
    """
    letters = "".join(folded(typed).split())
    hay = folded(text)
    if not letters:
        return 0
    best: int | None = None
    first = hay.find(letters[0])
    while first != -1:
        score = _score_from(letters, hay, first)
        if score is not None and (best is None or score > best):
            best = score
        first = hay.find(letters[0], first + 1)
    return None if best is None else best * 100 - len(hay)


def _best_fit(typed: str, words: list[str]) -> WordFit | None:
    fits = (_fit(typed, word) for word in words)
    return min((fit for fit in fits if fit is not None), default=None)


def _fit(typed: str, word: str) -> WordFit | None:
    if typed == word:
        return WordFit.WHOLE
    if word.startswith(typed):
        return WordFit.BEGINNING
    if _has_same_stem(typed, word):
        return WordFit.STEM
    return WordFit.INSIDE if typed in word else None


def _has_same_stem(one: str, other: str) -> bool:
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    stem = min(len(one), len(other)) if same is None else same
    return stem >= _STEM and max(len(one), len(other)) - stem <= _ENDING


def _score_from(letters: str, hay: str, first: int) -> int | None:
    """Return the score of one greedy walk that begins at `first`."""
    score = 0
    place = first
    for number, letter in enumerate(letters):
        found = first if number == 0 else hay.find(letter, place + 1)
        if found == -1:
            return None
        is_start = found == 0 or not hay[found - 1].isalnum()
        is_next = number > 0 and found == place + 1
        score += _WORD_START if is_start else _IN_A_ROW if is_next else _PLAIN
        place = found
    return score
