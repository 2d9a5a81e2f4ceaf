"""Loudness normalisation of exports: -16 LUFS, true peaks at -1 dB at most."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.sound.loudness_meter import ABSOLUTE_GATE, LoudnessMeter
from abcstudio.playback.sound.peak_limiter import HALF, TruePeakMeter, limited

TARGET_LUFS = -16.0
TRUE_PEAK = 10 ** (-1.2 / 20)
"""Two tenths of a decibel below the limit, for meters that interpolate otherwise."""

LOSSY_TRUE_PEAK = 10 ** (-2.0 / 20)
"""Where a codec changes the wave, peaks come back up to a decibel higher."""

_NEAR_LU = 0.1
_MOST_ROUNDS = 4
_MOST_MAKE_UP = 2.0
_Frames = NDArray[np.float32]
_Sound = Callable[[], Iterable[_Frames]]
"""Makes a sound from its beginning, block after block (frames, 2)."""


class Level(NamedTuple):
    """How loud a sound is written.

    Attributes:
        limit: What peaks that would go beyond it are brought down to; None leaves them.
    """

    gain: float
    limit: float | None = None

    def applied(self, blocks: Iterable[_Frames]) -> Iterator[_Frames]:
        """Yield blocks at this level."""
        if self.limit is not None:
            yield from limited(blocks, self.gain, self.limit)
            return
        for block in blocks:
            yield block * np.float32(self.gain)


def export_level(sounds: Sequence[_Sound], most: float = TRUE_PEAK) -> Level:
    """Return the level that brings sounds to `TARGET_LUFS`, each of them and all together.

    Voices in files of their own add up to the tune, so nothing in them is limited: where their
    peaks would be too high they stay softer. Silence stays as it is.

    Args:
        sounds: They last equally long, and are made at most five times.
        most: The highest peak.
    """
    lufs, peak = _measured(sounds)
    if lufs <= ABSOLUTE_GATE:
        return Level(1.0)
    gain = 10 ** ((TARGET_LUFS - lufs) / 20)
    if gain * peak <= most:
        return Level(gain)
    if len(sounds) > 1:
        return Level(most / peak)
    return Level(_made_up(sounds[0], gain, most), most)


def _made_up(sound: _Sound, gain: float, most: float) -> float:
    """Return the gain that makes up for what the limiter takes."""
    loudest = _MOST_MAKE_UP * gain
    for _ in range(_MOST_ROUNDS):
        meter = LoudnessMeter()
        for block in limited(sound(), gain, most):
            meter.add(block)
        lacking = TARGET_LUFS - meter.lufs
        if abs(lacking) <= _NEAR_LU:
            break
        gain = min(loudest, gain * 10 ** (lacking / 20))
    return gain


def _measured(sounds: Sequence[_Sound]) -> tuple[float, float]:
    """Return the loudness of all sounds together, and the highest peak of them or of any."""
    together = LoudnessMeter()
    peaks = [TruePeakMeter() for _ in range(len(sounds) + 1)]
    for blocks in zip(*(sound() for sound in sounds), strict=True):
        total = np.sum(blocks, axis=0)
        together.add(total)
        for meter, block in zip(peaks, (total, *blocks), strict=True):
            meter.add(block)
    for meter in peaks:
        meter.add(np.zeros((HALF, 2), np.float32))
    return together.lufs, max(meter.peak for meter in peaks)
