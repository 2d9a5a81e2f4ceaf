"""Pairs of letters of many titles: which titles share most of them with a typed one."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# A title longer than that is compared by its beginning.
MOST_LETTERS = 96
_LETTER_BITS = 16


class TitleGrams:
    """The titles in which each pair of neighbouring letters stands.

    Attributes:
        lengths: How many letters each title has, without spaces.
    """

    def __init__(self, titles: Sequence[str]) -> None:
        text = "".join(f" {title[:MOST_LETTERS]} " for title in titles)
        letters = _letters(text)
        sizes = np.array([min(len(title), MOST_LETTERS) + 2 for title in titles], np.int64)
        owners = np.repeat(np.arange(len(titles), dtype=np.int32), sizes)
        is_inside = owners[:-1] == owners[1:] if len(owners) else np.zeros(0, bool)
        pairs = _pairs(letters)[is_inside]
        owners = owners[:-1][is_inside]
        order = np.argsort(pairs, kind="stable")
        self._owners = owners[order]
        self._pairs, self._starts = np.unique(pairs[order], return_index=True)
        self._ends = np.append(self._starts[1:], len(pairs))
        self.lengths = sizes - 2

    def nearest(self, typed: str, count: int) -> NDArray[np.int64]:
        """Return titles that share most pairs with a typed one, rare pairs before common ones."""
        asked = np.unique(_pairs(_letters(f" {typed[:MOST_LETTERS]} ")))
        places = np.searchsorted(self._pairs, asked)
        known = [int(at) for at, pair in zip(places, asked, strict=True) if self._is_at(at, pair)]
        if not known:
            return np.zeros(0, np.int64)
        total = len(self.lengths)
        owners = [self._owners[self._starts[at] : self._ends[at]] for at in known]
        weights = [np.full(len(some), np.log(1 + total / len(some))) for some in owners]
        shared = np.bincount(np.concatenate(owners), np.concatenate(weights), minlength=total)
        found = np.flatnonzero(shared)
        # Of titles that share the same the shortest says the least beside.
        order = np.lexsort((self.lengths[found], -shared[found]))
        return found[order[:count]]

    def _is_at(self, place: int, pair: int) -> bool:
        return place < len(self._pairs) and self._pairs[place] == pair


def _letters(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _pairs(letters: NDArray[np.uint32]) -> NDArray[np.uint64]:
    wide = letters.astype(np.uint64)
    return (wide[:-1] << np.uint64(2 * _LETTER_BITS)) | wide[1:]
