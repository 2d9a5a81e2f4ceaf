"""The limiter: what would clip is made softer for a while."""

import numpy as np
from numpy.typing import NDArray

PEAK = 10 ** (-0.5 / 20)
"""The loudest that anything gets: half a decibel below full scale."""

_FALL_FRAMES = 64
_RISE = 1.01


class Limiter:
    """Takes blocks one after the other.

    Attributes:
        gain: What the last block ended with.
    """

    def __init__(self) -> None:
        self.gain = 1.0

    def apply(self, mix: NDArray[np.float32]) -> None:
        """Make a block (2, frames) softer in place where it would be too loud; rise slowly."""
        peak = max(float(mix.max()), -float(mix.min()))
        before = self.gain
        wanted = PEAK / peak if peak > PEAK else 1.0
        self.gain = min(wanted, before * _RISE, 1.0)
        if before == self.gain == 1.0:
            return
        gains = np.full(mix.shape[1], self.gain, np.float32)
        length = min(_FALL_FRAMES if self.gain < before else len(gains), len(gains))
        gains[:length] = np.linspace(before, self.gain, length, dtype=np.float32)
        mix *= gains
        np.clip(mix, -PEAK, PEAK, out=mix)
