"""The fillings of a hole that were found so far, and the best of them."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from abcstudio.composing.rewriting.reading.hole_reading import HoleReading

# Of 192 fillings of each of 20 holes the best 8 stayed the same, and 8 to 9 characters a filling
# were read instead of 24.
_HEATS = (3, 6, 12)
"""So many characters behind the hole have been read in each."""

_STAYING = 2
"""Of so many that have come into a heat one stays."""

_LIKELY = 20
"""Likewise by how likely they are as a whole: the likeliest of all must not be lost."""

# By the kept text alone, fillings of 150 holes in held-out tunes were as likely as what real tunes
# have there (-24 nats; the likeliest as a whole -17), but one drawn from the left alone beat all
# eight in 3 % of the holes; with this share of their own likelihood in 1 %. That of long fillings
# varies more: over four measures half the share leaves the seam by 0.02 nats less surprising.
_OWN_SHARE = 0.1
SHORT = 2
"""So many stretches are a short hole."""

SEAM = 8
"""By so many characters behind a hole one hears whether a filling leads there: they count twice."""


@dataclass(frozen=True, slots=True)
class Filling:
    """Music for a hole.

    Attributes:
        music: Of each stretch.
        log_filling: The logarithm of the probability that the network gives it after what stands
            before the hole.
        log_after: That of each character behind the hole that was read, after the filling.

    How well the kept text goes on from it counts for more than how likely it is itself: what is far
    too likely goes in circles.
    """

    music: tuple[str, ...]
    log_filling: float
    log_after: tuple[float, ...]

    @property
    def log_likelihood(self) -> float:
        """The logarithm of the probability of both."""
        return self.log_filling + sum(self.log_after)

    @property
    def weight(self) -> float:
        """How good it is, for comparison with others of one hole."""
        share = _OWN_SHARE * SHORT / max(SHORT, len(self.music))
        return share * self.log_filling + sum(self.log_after) + sum(self.log_after[:SEAM])


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


# The best so far, of which the end is sampled again.
_BETTERED = 12
_STAY_FOR_EACH = 2


class FoundFillings:
    """Fillings that sound different, from each other and from what is there.

    Attributes:
        best: The best of them, so many as are wanted or all, best first.
    """

    def __init__(self, reading: HoleReading, count: int) -> None:
        """Begin.

        Args:
            reading: How the model reads the tune.
            count: How many are wanted.
        """
        self._reading, self._count = reading, count
        self._heats = Heats(reading.music, _STAY_FOR_EACH * count)
        self._found: dict[tuple[str, ...], Filling] = {}
        self.best: tuple[Filling, ...] = ()

    def stays(self, filling: Filling) -> bool:
        """Return whether a filling that has read some characters behind the hole reads on."""
        return self._heats.stays(filling)

    def add(self, fillings: Iterable[Filling]) -> None:
        """Take fillings that have read all; of those that only beam otherwise the likeliest."""
        for filling in fillings:
            sound = _sound(filling.music)
            known = self._found.get(sound)
            if known is None or filling.log_likelihood > known.log_likelihood:
                self._found[sound] = filling
        self._found.pop(_sound(self._reading.music), None)
        self.best = _best(self._found.values(), self._count)

    def begun(self, count: int) -> list[str]:
        """Return so many beginnings of the best, from which others are to go on.

        Half of them are all but the last stretch, with what is kept between, half are half of it.
        """
        joins = self._reading.joins
        kept = (len(joins) - 1, len(joins) // 2)
        best = _best(self._found.values(), _BETTERED)
        texts = [
            "".join(
                piece + join
                for piece, join in zip(one.music[:stretches], joins[:stretches], strict=True)
            )
            for stretches in kept
            for one in best
        ]
        return list(islice(cycle(texts), count))


def _best(found: Iterable[Filling], count: int) -> tuple[Filling, ...]:
    """Return so many of the best; of several, one is the likeliest.

    Of long ones with the same first half only the best is among them, where there are enough.
    """
    ordered = sorted(found, key=_badness)
    first_of = {_beginning(one): one for one in reversed(ordered)}
    firsts = [one for one in ordered if first_of[_beginning(one)] is one]
    others = [one for one in ordered if first_of[_beginning(one)] is not one]
    best = (firsts + others)[:count]
    likeliest = max(ordered, key=lambda one: one.log_likelihood, default=None)
    if count > 1 and likeliest is not None and likeliest not in best:
        best[-1] = likeliest
    return tuple(sorted(best, key=_badness))


def _badness(filling: Filling) -> float:
    return -filling.weight


def _beginning(filling: Filling) -> tuple[str, ...]:
    sound = _sound(filling.music)
    return sound[: len(sound) // 2] if len(sound) > SHORT else sound


def _sound(music: Sequence[str]) -> tuple[str, ...]:
    """Return music without the blanks, which only beam its notes."""
    return tuple(piece.replace(" ", "") for piece in music)
