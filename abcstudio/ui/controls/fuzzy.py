"""How well a few typed letters fit a sentence."""

from abcstudio.notation.values.alphabets import folded

_WORD_START = 8
_IN_A_ROW = 5
_PLAIN = 1


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
