"""How often the guard stepped in while a take was sampled, and how hard."""

import math
from dataclasses import dataclass

from abcstudio.composing.guard.take_costs import TakeCosts

TOUCHED = math.log(0.99)
"""Below this a mask counts as having touched a character: a hundredth was left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardReport:
    """What the guard did to one take.

    Attributes:
        characters: How many were sampled.
        touched: At how many of them more than a hundredth of the probability was masked.
        least_log_kept: The logarithm of the least probability that a mask left.
        log_kept: The sum of the logarithms of what the masks left.
        taken_back: How often the take went back to a bar line, where it had left what may be.
        costs: What each wish cost; None where that was not told apart.
    """

    characters: int = 0
    touched: int = 0
    least_log_kept: float = 0.0
    log_kept: float = 0.0
    taken_back: int = 0
    costs: TakeCosts | None = None

    @property
    def stepped_in(self) -> int:
        """How often the guard stepped in: left characters out, or took the take back."""
        return self.touched + self.taken_back
