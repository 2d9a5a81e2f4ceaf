"""Texts that are tried for one measure within masks, of which one is taken.

Each is as likely as the masks make it, and weighs what they have left of its probability. With that
probability it is taken at once, which bends nothing; else, after some trials, one is taken by
weight.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from abcstudio.composing.guard.guard_report import TOUCHED, GuardReport

_MOST = 4
# Less than this weighs nothing.
_LEAST_LOG = -1e4


class Trials:
    """The trials of one measure of a take.

    Attributes:
        taken: The text that is written once more, as it has been chosen; "" before that.
    """

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._made = 0
        self._log_total = -math.inf
        self._chosen: tuple[str, Sequence[float]] = ("", ())
        self._log_kept: list[float] = []
        self.taken = ""

    def read(self, log_kept: float) -> None:
        """Take the logarithm of what a mask left."""
        if not self.taken:
            self._log_kept.append(max(log_kept, _LEAST_LOG))

    def ended(self, text: str) -> bool:
        """Return whether the trial that has come to its end is taken."""
        if self.taken:
            return True
        log_weight = sum(self._log_kept)
        if self._rng.random() < math.exp(log_weight):
            return True
        self._log_total = float(np.logaddexp(self._log_total, log_weight))
        if self._rng.random() < math.exp(log_weight - self._log_total):
            self._chosen = text, self._log_kept
        self._log_kept = []
        self._made += 1
        if self._made == _MOST:
            self.taken, kept = self._chosen
            self._log_kept = list(kept)
        return False

    def added_to(self, report: GuardReport) -> GuardReport:
        """Return a take's report with what masks did to the text that is taken."""
        return replace(
            report,
            touched=report.touched + sum(one < TOUCHED for one in self._log_kept),
            least_log_kept=min(report.least_log_kept, *self._log_kept),
            log_kept=report.log_kept + sum(self._log_kept),
        )
