"""How loud music is to the ear: LUFS, as ITU-R BS.1770 reckons them."""

import math
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from abcstudio.errors import CancelledError
from abcstudio.playback.sound.sound_stream import SoundStream
from abcstudio.playback.sound.tones import FRAME_RATE

TARGET_LUFS = -20.0
"""What takes are levelled to: the mean of tunes on the instruments in the box."""

_MOST_SECONDS = 40.0
_MOST_GAIN = 4.0
_BLOCK = int(0.4 * FRAME_RATE)
_OFFSET = -0.691
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = 10.0


def level_gain(stream: SoundStream, should_stop: Callable[[], bool] = bool) -> float:
    """Return what makes a stream as loud as others are meant to be; 1 for silence.

    Args:
        stream: At its beginning; it stays there. Of a long one the beginning speaks for all.
        should_stop: Asked now and then.

    Raises:
        CancelledError: `should_stop` said so.
    """
    heard = loudness(stream, should_stop)
    if heard <= _ABSOLUTE_GATE:
        return 1.0
    return min(_MOST_GAIN, max(1 / _MOST_GAIN, 10 ** ((TARGET_LUFS - heard) / 20)))


def loudness(stream: SoundStream, should_stop: Callable[[], bool] = bool) -> float:
    """Return how loud a stream is in LUFS, pauses left out; -70 at least.

    Raises:
        CancelledError: `should_stop` said so.
    """
    copied = stream.copy()
    seconds = min(stream.duration, _MOST_SECONDS)
    found = []
    for _ in range(math.ceil(seconds * FRAME_RATE / _BLOCK)):
        if should_stop():
            raise CancelledError
        found.append(_power(copied.render(_BLOCK)[0]))
    powers = np.array(found)
    heard = powers[powers > _power_of(_ABSOLUTE_GATE)]
    if not heard.size:
        return _ABSOLUTE_GATE
    gate = float(heard.mean()) / 10 ** (_RELATIVE_GATE / 10)
    return _OFFSET + 10 * math.log10(float(heard[heard > gate].mean()))


def _power_of(lufs: float) -> float:
    power: float = 10 ** ((lufs - _OFFSET) / 10)
    return power


def _power(frames: NDArray[np.float32]) -> float:
    """Return the weighted power of a block (2, frames), both sides added."""
    spectrum = np.fft.rfft(frames)
    energy = np.square(spectrum.real) + np.square(spectrum.imag)
    return 2 * float((energy @ _weights()).sum()) / _BLOCK**2


@lru_cache(maxsize=1)
def _weights() -> NDArray[np.float64]:
    """Return how much the power at each frequency of a block counts: the K weighting."""
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(_BLOCK))
    # For 44,100 Hz: a shelf for the head, which lifts what is high, and a cut of what is low.
    shelf = _answer(turn, (1.530841, -2.650980, 1.169079), (-1.663655, 0.712595))
    cut = _answer(turn, (1.0, -2.0, 1.0), (-1.989170, 0.989199))
    weights: NDArray[np.float64] = np.abs(shelf * cut) ** 2
    return weights


def _answer(
    turn: NDArray[np.complex128], upper: tuple[float, float, float], lower: tuple[float, float]
) -> NDArray[np.complex128]:
    first, second, third = upper
    return (first + second * turn + third * turn**2) / (1 + lower[0] * turn + lower[1] * turn**2)
