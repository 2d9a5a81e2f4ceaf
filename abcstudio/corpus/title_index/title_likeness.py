"""How many letters a typed title differs from each of some others, wherever it begins in them.

A letter that is missing, wrong or too many costs 1, and so do two that have changed places. The
typed title may begin at any word of the other one and end before its end.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Costs = NDArray[np.float32]

_FAR = 1e3
# What a letter of the other title that was not typed costs: all of them less than one that differs.
_UNTYPED = 0.004
# What it costs to end within a word where a letter differs: of a short title little is left then.
_BROKEN = 1.0


def letters_apart(typed: str, titles: Sequence[str]) -> tuple[Costs, Costs]:
    """Return how many letters differ, and how far each title is from the typed one.

    Args:
        typed: A plain title.
        titles: Plain titles. Spaces count in none of them.
    """
    own = [ord(letter) for letter in typed if letter != " "]
    others, words, lengths = _table(titles)
    place = np.arange(others.shape[1] + 1, dtype=np.float32)
    row = _with_untyped(np.where(words, np.float32(0), np.float32(_FAR)), place)
    before = row
    for at, letter in enumerate(own):
        is_other = (others != letter).astype(np.float32)
        new = row + 1
        np.minimum(new[:, 1:], row[:, :-1] + is_other, out=new[:, 1:])
        if at:
            swapped = (others[:, :-1] == letter) & (others[:, 1:] == own[at - 1])
            np.minimum(new[:, 2:], np.where(swapped, before[:, :-2] + 1, _FAR), out=new[:, 2:])
        before, row = row, _with_untyped(new, place)
    row[place[None, :] > lengths[:, None]] = _FAR
    is_end = words | (place[None, :] == lengths[:, None])
    rest = np.abs(lengths[:, None] - len(own)) + lengths[:, None] - place[None, :]
    ranked = row + rest.astype(np.float32) * _UNTYPED + ((row > 0) & ~is_end) * _BROKEN
    best = ranked.argmin(axis=1)[:, None]
    taken = np.take_along_axis
    return taken(row, best, 1)[:, 0], taken(ranked, best, 1)[:, 0]


def _with_untyped(row: Costs, place: NDArray[np.float32]) -> Costs:
    """Return the costs with letters of the other titles left out."""
    return np.minimum.accumulate(row - place, axis=1) + place


def _table(
    titles: Sequence[str],
) -> tuple[NDArray[np.uint32], NDArray[np.bool_], NDArray[np.int64]]:
    """Return the letters of titles as rows, where in them words begin, and how long they are."""
    packed = [title.replace(" ", "") for title in titles]
    width = max(map(len, packed), default=0)
    letters = np.zeros((len(titles), width), np.uint32)
    begins = np.zeros((len(titles), width + 1), bool)
    for at, (title, letters_of) in enumerate(zip(titles, packed, strict=True)):
        letters[at, : len(letters_of)] = [ord(letter) for letter in letters_of]
        start = 0
        for word in title.split(" "):
            begins[at, start] = True
            start += len(word)
    return letters, begins, np.array([len(one) for one in packed])
