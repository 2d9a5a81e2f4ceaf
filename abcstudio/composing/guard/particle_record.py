"""What a guard did to each particle, kept side by side."""

import numpy as np
from numpy.typing import NDArray

from abcstudio.composing.guard.guard_report import TOUCHED, GuardReport

Indexes = NDArray[np.intp]
Reals = NDArray[np.float64]


class ParticleRecord:
    """A `GuardReport` for each of some particles."""

    def __init__(self, particles: int) -> None:
        self._characters = np.zeros(particles, dtype=np.intp)
        self._touched = np.zeros(particles, dtype=np.intp)
        self._resampled = np.zeros(particles, dtype=np.intp)
        self._log_kept = np.zeros(particles)
        self._least = np.zeros(particles)

    def add(self, particles: Indexes, log_kept: Reals) -> None:
        """Count one more character, given the logarithms of the probabilities that were kept."""
        self._characters[particles] += 1
        self._touched[particles] += log_kept < TOUCHED
        self._log_kept[particles] += log_kept
        self._least[particles] = np.minimum(self._least[particles], log_kept)

    def go_on_from(self, sources: list[int]) -> None:
        """Let particles go on from others."""
        self._characters = self._characters[sources]
        self._touched = self._touched[sources]
        self._log_kept, self._least = self._log_kept[sources], self._least[sources]
        moved = np.array(sources) != np.arange(len(sources))
        self._resampled = self._resampled[sources] + moved

    def report(self, particle: int) -> GuardReport:
        """Return what was done to one of them."""
        return GuardReport(
            characters=int(self._characters[particle]),
            touched=int(self._touched[particle]),
            least_log_kept=float(self._least[particle]),
            log_kept=float(self._log_kept[particle]),
            resampled=int(self._resampled[particle]),
        )
