"""True peaks: how far sound goes between its frames (ITU-R BS.1770-4, annex 2)."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

OVERSAMPLING = 4
HALF = 12
"""How many frames before a place and after it take part in what lies between."""

_KAISER_BETA = 8.0
_Frames = NDArray[np.float32]


def peaks_between(frames: _Frames) -> _Frames:
    """Return how far each frame, or what lies between it and the next, is from zero.

    Args:
        frames: (frames, 2); the first and last `HALF` get no answer.
    """
    count = len(frames) - 2 * HALF
    peaks: _Frames = np.abs(frames[HALF : HALF + count]).max(axis=1, initial=0)
    for phase in range(1, OVERSAMPLING):
        for channel in range(frames.shape[1]):
            between = np.convolve(frames[:, channel], _kernel(phase), "valid")
            np.maximum(peaks, np.abs(between[1 : count + 1]), out=peaks)
    return peaks


@lru_cache(maxsize=OVERSAMPLING)
def _kernel(phase: int) -> _Frames:
    """Return the weights for a place so many quarters of a frame later, the last frame first."""
    distance = np.arange(1 - HALF, HALF + 1) - phase / OVERSAMPLING
    window = np.i0(_KAISER_BETA * np.sqrt(np.clip(1 - (distance / HALF) ** 2, 0, 1)))
    weights = np.sinc(distance) * window
    kernel: _Frames = (weights[::-1] / weights.sum()).astype(np.float32)
    return kernel


class TruePeakMeter:
    """Takes blocks one after the other.

    Attributes:
        peak: The farthest from zero so far.
    """

    def __init__(self) -> None:
        self.peak = 0.0
        self._past = np.zeros((2 * HALF, 2), np.float32)

    def add(self, block: _Frames) -> None:
        """Take the next frames (frames, 2); silence at the end, for what goes beyond the last."""
        frames = np.concatenate((self._past, block))
        self._past = frames[-2 * HALF :]
        self.peak = max(self.peak, float(peaks_between(frames).max(initial=0)))
