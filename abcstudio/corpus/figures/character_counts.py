"""How often each character stands in each of many texts."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from abcstudio.stopping import in_turns

_MOST = np.iinfo(np.uint16).max


class CharacterCounts:
    """A row a text, a column a character.

    Attributes:
        characters: The columns, in ascending order.
        counts: How often, (texts, characters).
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Count."""
        found: set[str] = set()
        for text in in_turns(texts):
            found.update(text)
        self.characters = "".join(sorted(found))
        width = len(self.characters)
        self.counts = np.empty((len(texts), width), np.uint16)
        numbers = np.zeros(ord(self.characters[-1]) + 1 if found else 1, np.int64)
        numbers[[ord(character) for character in self.characters]] = np.arange(width)
        for row, codes in enumerate(_codes(in_turns(texts))):
            counts = np.bincount(numbers[codes], minlength=width)
            self.counts[row] = np.minimum(counts, _MOST)

    def of(self, rows: NDArray[np.bool_]) -> list[tuple[str, int]]:
        """Return the characters of some texts with their counts, in ascending order."""
        sums = self.counts[rows].sum(axis=0)
        counted = zip(self.characters, sums.tolist(), strict=True)
        return [(character, count) for character, count in counted if count]


def _codes(texts: Iterable[str]) -> Iterator[NDArray[np.uint32]]:
    for text in texts:
        # One odd half of a character may stand in a file.
        yield np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
