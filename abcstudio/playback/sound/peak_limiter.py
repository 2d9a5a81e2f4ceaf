"""A limiter that sees peaks coming: gain falls before them and rises slowly after."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from abcstudio.playback.sound.tones import FRAME_RATE

PEAK = 10 ** (-0.5 / 20)
"""The loudest that anything gets: half a decibel below full scale."""

_FALL_FRAMES = 64
_LIMITER_RISE = 1.01


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
        self.gain = min(wanted, before * _LIMITER_RISE, 1.0)
        if before == self.gain == 1.0:
            return
        gains = np.full(mix.shape[1], self.gain, np.float32)
        length = min(_FALL_FRAMES if self.gain < before else len(gains), len(gains))
        gains[:length] = np.linspace(before, self.gain, length, dtype=np.float32)
        mix *= gains
        np.clip(mix, -PEAK, PEAK, out=mix)


_AHEAD = int(0.005 * FRAME_RATE)
"""How many frames before a peak the gain begins to fall."""

_RISE = 20.0 / FRAME_RATE
"""Decibels that it rises by in a frame."""

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


def limited(blocks: Iterable[_Frames], gain: float, peak: float) -> Iterator[_Frames]:
    """Yield blocks (frames, 2) louder by a gain, but softer where they would go beyond a peak.

    Args:
        blocks: As many frames come out as went in.
        gain: For all of it.
        peak: The farthest from zero that sound gets, between its frames too.
    """
    limiter = _Limiter(gain, peak)
    for block in blocks:
        yield limiter.add(block)
    yield limiter.rest()


class _Limiter:
    """The frames that wait until it is known what follows them, and the gain before them."""

    def __init__(self, gain: float, peak: float) -> None:
        self._gain, self._peak = np.float32(gain), peak
        self._frames = np.zeros((HALF, 2), np.float32)
        # Decibels asked for by frames that are still ahead; those that were given of late.
        self._asked = np.zeros(0)
        self._given = np.zeros(0)

    def add(self, block: _Frames) -> _Frames:
        """Take frames, and return those of before that are ready."""
        self._frames = np.concatenate((self._frames, block * self._gain))
        known = len(self._frames) - 2 * HALF - len(self._asked)
        if known > 0:
            peaks = peaks_between(self._frames[len(self._asked) :])
            asked = -20 * np.log10(np.maximum(peaks / self._peak, 1.0))
            self._asked = np.concatenate((self._asked, asked))
        count = len(self._asked) - _AHEAD + 1
        return self._out(count) if count > 0 else block[:0]

    def rest(self) -> _Frames:
        """Return the frames that are left."""
        left = len(self._frames) - HALF
        silence = np.zeros((HALF + _AHEAD, 2), np.float32)
        return self.add(silence)[:left]

    def _out(self, count: int) -> _Frames:
        """Return the next frames, each as soft as any one within reach asks for."""
        ahead = sliding_window_view(self._asked, _AHEAD)[:count].min(axis=1)
        if not len(self._given):
            # A peak at the very beginning: it is soft from there on.
            self._given = np.full(_AHEAD - 1, ahead[0])
        rise = _RISE * np.arange(1, count + 1)
        fallen = np.minimum.accumulate(np.append(self._given[-1], ahead - rise))[1:] + rise
        given = np.concatenate((self._given, np.minimum(fallen, 0.0)))
        sums = np.cumsum(np.append(0.0, given))
        decibel = (sums[_AHEAD:] - sums[:-_AHEAD]) / _AHEAD
        frames = self._frames[HALF : HALF + count] * (10 ** (decibel / 20))[:, None]
        self._frames, self._asked = self._frames[count:], self._asked[count:]
        self._given = given[-(_AHEAD - 1) :]
        softened: _Frames = frames.astype(np.float32)
        return softened
