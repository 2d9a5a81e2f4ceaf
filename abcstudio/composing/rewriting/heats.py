"""Heats: which of the fillings that are sampled side by side read on behind the hole."""

from bisect import bisect_left, insort
from collections import defaultdict

from abcstudio.composing.rewriting.filling import Filling

# Of 192 fillings of each of 20 holes the best 8 stayed the same, and 8 to 9 characters a filling
# were read instead of 24.
_HEATS = (3, 6, 12)
"""So many characters behind the hole have been read in each."""

_STAYING = 2
"""Of so many that have come into a heat one stays."""

_LIKELY = 20
"""Likewise by how likely they are as a whole: the likeliest of all must not be lost."""


class Heats:
    """Compares each filling with those that have read as much behind the hole before it."""

    def __init__(self, music: tuple[str, ...], fewest: int) -> None:
        """Begin.

        Args:
            music: What stands in the hole now; it does not read on.
            fewest: The best stay, if they are no more than so many.
        """
        self._heard = {music}
        self._fewest = fewest
        self._weights = defaultdict[int, list[float]](list)
        self._likelihoods = defaultdict[int, list[float]](list)

    def stays(self, filling: Filling) -> bool:
        """Return whether a filling reads on that has read some characters behind the hole.

        Of equal ones only the first does.
        """
        read = len(filling.log_after)
        if read == 1:
            is_new = filling.music not in self._heard
            self._heard.add(filling.music)
            return is_new
        if read not in _HEATS:
            return True
        better = _better(self._weights[read], filling.weight)
        likelier = _better(self._likelihoods[read], filling.log_likelihood)
        come = len(self._weights[read])
        return better < max(self._fewest, come // _STAYING) or likelier < come / _LIKELY


def _better(others: list[float], own: float) -> int:
    """Return how many are greater, and put it among them; the list is in rising order."""
    place = bisect_left(others, own)
    insort(others, own)
    return len(others) - 1 - place
