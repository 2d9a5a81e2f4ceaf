"""From what is measured of a tune to one number a criterion: how many real tunes are odder."""

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from abcstudio.composing.jury.figures import Figures

LEVELS = (0.001, 0.0025, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, *(n / 20 for n in range(2, 21)))
"""The shares of real tunes whose scores a scale knows."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """What a figure adds to the odds, by the band that it lies in.

    Attributes:
        edges: Where bands end, ascending.
        weights: One more than edges: the log odds of a real tune, about 0 in the typical band.
        usual: The band in which most real tunes lie.
    """

    edges: tuple[float, ...]
    weights: tuple[float, ...]
    usual: int

    def weight(self, figure: float) -> float:
        """Return what a figure adds."""
        return self.weights[self.band(figure)]

    def band(self, figure: float) -> int:
        """Return the number of the band of a figure."""
        return bisect_right(self.edges, figure)


@dataclass(frozen=True, slots=True)
class Kind:
    """How real tunes differ from tunes that are worse in one way.

    Attributes:
        share: How much the way counts among all.
        constant: The log odds where every figure lies in its typical band.
        weighings: By the name of the figure.
    """

    share: float
    constant: float
    weighings: Mapping[str, Weighing]

    def odds(self, figures: Figures) -> float:
        """Return the log odds that the figures are a real tune's; what is missing adds nothing."""
        return self.constant + sum(
            one.weight(figures[name]) for name, one in self.weighings.items() if name in figures
        )

    def against(self, figures: Figures) -> float:
        """Return the odds that the figures are those of a tune worse in this way."""
        return self.share * math.exp(-self.odds(figures))


@dataclass(frozen=True, slots=True)
class Scale:
    """How the figures of one criterion become a number.

    Attributes:
        kinds: The ways in which tunes are worse, by name.
        scores: The scores of real tunes at each of `LEVELS`.
    """

    kinds: Mapping[str, Kind]
    scores: Sequence[float]

    def score(self, figures: Figures) -> float:
        """Return the log odds that the figures are a real tune's, not one's worse in any way."""
        return round(-math.log(sum(one.against(figures) for one in self.kinds.values())), 6)

    def value(self, figures: Figures) -> float:
        """Return the share of real tunes that are odder, 0 to 1."""
        score = self.score(figures)
        place = bisect_right(self.scores, score)
        if not place:
            return LEVELS[0] * math.exp(max(score - self.scores[0], -50.0))
        if place == len(self.scores):
            return 1.0
        low, high = self.scores[place - 1], self.scores[place]
        part = (score - low) / (high - low)
        return LEVELS[place - 1] + part * (LEVELS[place] - LEVELS[place - 1])

    def oddest(self, figures: Figures) -> tuple[str, bool]:
        """Return the figure that speaks most against a tune, and whether it is too high."""
        weighings = max(self.kinds.values(), key=lambda kind: kind.against(figures)).weighings
        name = min(
            (name for name in weighings if name in figures),
            key=lambda name: weighings[name].weight(figures[name]),
            default="",
        )
        if not name:
            return "", False
        one = weighings[name]
        return name, one.band(figures[name]) >= one.usual
