"""Measures that a repeat cuts in two: one half belongs to the part that ends, one to the next."""

from collections.abc import Sequence
from typing import NamedTuple

from abcstudio.notation.measures.measures import Measure


class Halves(NamedTuple):
    """Which halves of the first and the last of some measures are left out.

    Attributes:
        skips_first: Of the first measure all but its last half.
        skips_last: Of the last measure all but its first half.
    """

    skips_first: bool = False
    skips_last: bool = False

    def of(self, measures: Sequence[Measure], first: int, last: int) -> tuple[Measure, ...]:
        """Return the measures with the numbers from the first to the last, those halves left out.

        Args:
            measures: Of one voice.
            first: The number of the first one.
            last: That of the last one.
        """
        chosen = [one for one in measures if first <= one.number <= last]
        if self.skips_first:
            chosen = chosen[sum(one.number == first for one in chosen) - 1 :]
        if self.skips_last:
            chosen = chosen[: len(chosen) - sum(one.number == last for one in chosen) + 1]
        return tuple(chosen)


BOTH = Halves()


def halves_of(measures: Sequence[Measure], touched: Sequence[Measure]) -> Halves:
    """Return which halves are left out where only some measures are meant.

    Args:
        measures: Of one voice.
        touched: Those that are meant, at least one; they follow each other.
    """
    first, last = touched[0], touched[-1]
    return Halves(
        skips_first=touched[0] is not _of_number(measures, first.number)[0],
        skips_last=touched[-1] is not _of_number(measures, last.number)[-1],
    )


def _of_number(measures: Sequence[Measure], number: int) -> list[Measure]:
    return [one for one in measures if one.number == number]
