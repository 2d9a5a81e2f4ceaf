"""Integrated loudness in LUFS (ITU-R BS.1770-4): K weighting, overlapping windows, two gates."""

import math

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.sound.tones import FRAME_RATE

_OFFSET = -0.691
ABSOLUTE_GATE = -70.0
"""Below it nothing is heard; it stands for silence."""

_RELATIVE_GATE = 10.0
_STEP = FRAME_RATE // 10
_STEPS_A_WINDOW = 4
# What the slower of the two filters, at 38 Hz, still answers after this is below 100 dB.
_MEMORY = 32_768
_Frames = NDArray[np.float32]


class LoudnessMeter:
    """Takes blocks one after the other."""

    def __init__(self) -> None:
        self._past: NDArray[np.float64] = np.zeros((_MEMORY, 2))
        self._powers = np.zeros(0)
        self._steps: list[float] = []

    def add(self, block: _Frames) -> None:
        """Take the next frames (frames, 2)."""
        if not len(block):
            return
        heard = np.concatenate((self._past, block.astype(np.float64)))
        self._past = heard[-_MEMORY:]
        spectrum = np.fft.rfft(heard, axis=0)
        turn = np.exp(-2j * np.pi * np.fft.rfftfreq(len(heard)))
        weighted = np.fft.irfft(spectrum * k_weighting(turn)[:, None], len(heard), axis=0)
        powers = np.square(weighted[_MEMORY:]).sum(axis=1)
        powers = np.concatenate((self._powers, powers))
        whole = len(powers) // _STEP * _STEP
        self._steps += powers[:whole].reshape(-1, _STEP).mean(axis=1).tolist()
        self._powers = powers[whole:]

    @property
    def lufs(self) -> float:
        """How loud it was, pauses left out; -70 at least."""
        steps = np.array(self._steps)
        if len(steps) < _STEPS_A_WINDOW:
            # Shorter than a window: all of it is one.
            return gated(np.array([self._mean_of_all()]))
        windows = np.convolve(steps, np.full(_STEPS_A_WINDOW, 1 / _STEPS_A_WINDOW), "valid")
        return gated(windows)

    def _mean_of_all(self) -> float:
        count = len(self._steps) * _STEP + len(self._powers)
        return (sum(self._steps) * _STEP + float(self._powers.sum())) / max(1, count)


def gated(powers: NDArray[np.float64]) -> float:
    """Return the loudness of windows by their weighted powers; -70 at least."""
    heard = powers[powers > 10 ** ((ABSOLUTE_GATE - _OFFSET) / 10)]
    if not heard.size:
        return ABSOLUTE_GATE
    gate = float(heard.mean()) / 10 ** (_RELATIVE_GATE / 10)
    return _OFFSET + 10 * math.log10(float(heard[heard > gate].mean()))


def k_weighting(turn: NDArray[np.complex128]) -> NDArray[np.complex128]:
    """Return the answer of the two filters at 44,100 Hz.

    Args:
        turn: By how much a frame later turns each frequency.
    """
    # A shelf for the head, which lifts what is high, and a cut of what is low.
    shelf = _answer(turn, (1.530841, -2.650980, 1.169079), (-1.663655, 0.712595))
    cut = _answer(turn, (1.0, -2.0, 1.0), (-1.989170, 0.989199))
    return shelf * cut


def _answer(
    turn: NDArray[np.complex128], upper: tuple[float, float, float], lower: tuple[float, float]
) -> NDArray[np.complex128]:
    first, second, third = upper
    return (first + second * turn + third * turn**2) / (1 + lower[0] * turn + lower[1] * turn**2)
