"""How loud music is to the ear: LUFS, as ITU-R BS.1770 reckons them."""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.sound.loudness_meter import ABSOLUTE_GATE, gated, k_weighting
from abcstudio.playback.sound.sound_stream import SoundStream
from abcstudio.playback.sound.tones import FRAME_RATE
from abcstudio.stopping import stop_if_asked

TARGET_LUFS = -20.0
"""What takes are levelled to: the mean of tunes on the instruments in the box."""

_MOST_SECONDS = 40.0
_MOST_GAIN = 4.0
_BLOCK = int(0.4 * FRAME_RATE)


def level_gain(stream: SoundStream) -> float:
    """Return what makes a stream as loud as others are meant to be; 1 for silence.

    Args:
        stream: At its beginning; it stays there. Of a long one the beginning speaks for all.
    """
    heard = loudness(stream)
    if heard <= ABSOLUTE_GATE:
        return 1.0
    return min(_MOST_GAIN, max(1 / _MOST_GAIN, 10 ** ((TARGET_LUFS - heard) / 20)))


def loudness(stream: SoundStream) -> float:
    """Return how loud a stream is in LUFS, pauses left out; -70 at least."""
    copied = stream.copy()
    seconds = min(stream.duration, _MOST_SECONDS)
    found = []
    for _ in range(math.ceil(seconds * FRAME_RATE / _BLOCK)):
        stop_if_asked()
        found.append(_power(copied.render(_BLOCK)[0]))
    return gated(np.array(found))


def _power(frames: NDArray[np.float32]) -> float:
    """Return the weighted power of a block (2, frames), both sides added."""
    spectrum = np.fft.rfft(frames)
    energy = np.square(spectrum.real) + np.square(spectrum.imag)
    return 2 * float((energy @ _weights()).sum()) / _BLOCK**2


@lru_cache(maxsize=1)
def _weights() -> NDArray[np.float64]:
    """Return how much the power at each frequency of a block counts: the K weighting."""
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(_BLOCK))
    weights: NDArray[np.float64] = np.abs(k_weighting(turn)) ** 2
    return weights
