"""A drum kit made of sine waves and noise, for sound fonts without one (the one in the box).

Every hit is a tone that falls in pitch, noise, or both, dying away; the numbers say which. The
instruments are those of General MIDI's percussion map, keys 35 to 81, and the metronome of its
second edition, keys 33 and 34.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

FRAME_RATE = 44_100
_LEVEL = 0.5
_SILENT_AFTER = 6.9
"""Time constants until a hit is a thousandth of what it was."""


@dataclass(frozen=True, slots=True)
class _Drum:
    """What a hit is made of.

    Attributes:
        hertz: The pitch it falls to; 0 for noise alone.
        seconds: In which time it dies away to a third.
        noise: The share of noise, from 0 to 1.
        brightness: How often the noise is differentiated: 0 dull, 2 hissing.
        fall: How many times higher it begins.
    """

    hertz: float
    seconds: float
    noise: float = 0.0
    brightness: int = 0
    fall: float = 1.0


_BASS = _Drum(52, 0.09, 0.05, 0, 3.0)
_SNARE = _Drum(185, 0.06, 0.7, 1, 1.3)
_STICK = _Drum(900, 0.012, 0.3, 1)
_CLAP = _Drum(0, 0.04, 1.0, 1)
_CLOSED_HAT = _Drum(0, 0.018, 1.0, 2)
_OPEN_HAT = _Drum(0, 0.11, 1.0, 2)
_CRASH = _Drum(0, 0.35, 1.0, 2)
_RIDE = _Drum(3300, 0.16, 0.75, 2)
_TAMBOURINE = _Drum(0, 0.05, 1.0, 2)
_SHAKER = _Drum(0, 0.025, 1.0, 2)
_WOOD = _Drum(1050, 0.02)
METRONOME_CLICK, METRONOME_BELL = 33, 34
CLICK_KEYS = {True: METRONOME_BELL, False: METRONOME_CLICK}
"""What clicks, by whether a measure begins."""
CLICK_LEVELS = {True: 0.5, False: 0.5 * 10 ** (-4 / 20)}
"""How loud."""
_KIT = {
    # Above what a tune is strongest in, so that they are heard through it.
    METRONOME_CLICK: _Drum(1600, 0.018), METRONOME_BELL: _Drum(2000, 0.022),
    35: _BASS, 36: _BASS, 37: _STICK, 38: _SNARE, 39: _CLAP, 40: _SNARE,
    41: _Drum(82, 0.13, 0.05, 0, 1.6), 42: _CLOSED_HAT, 43: _Drum(98, 0.13, 0.05, 0, 1.6),
    44: _CLOSED_HAT, 45: _Drum(117, 0.12, 0.05, 0, 1.6), 46: _OPEN_HAT,
    47: _Drum(139, 0.12, 0.05, 0, 1.6), 48: _Drum(165, 0.11, 0.05, 0, 1.6), 49: _CRASH,
    50: _Drum(196, 0.1, 0.05, 0, 1.6), 51: _RIDE, 52: _CRASH, 53: _Drum(2200, 0.2, 0.2, 2),
    54: _TAMBOURINE, 55: _CRASH, 56: _Drum(560, 0.07, 0.1, 1), 57: _CRASH, 59: _RIDE,
    60: _Drum(440, 0.04, 0.1, 1, 1.2), 61: _Drum(300, 0.05, 0.1, 1, 1.2),
    62: _Drum(370, 0.02, 0.2, 1), 63: _Drum(330, 0.07, 0.1, 1, 1.2),
    64: _Drum(220, 0.09, 0.1, 1, 1.2), 65: _Drum(480, 0.09, 0.15, 1), 66: _Drum(330, 0.1, 0.15, 1),
    67: _Drum(1320, 0.1), 68: _Drum(880, 0.1), 69: _SHAKER, 70: _SHAKER, 73: _CLAP, 74: _CLAP,
    75: _Drum(2500, 0.02), 76: _WOOD, 77: _Drum(700, 0.025),
    80: _Drum(4900, 0.04), 81: _Drum(4900, 0.4),
}  # fmt: skip


@lru_cache(maxsize=128)
def drum_frames(instrument: int) -> NDArray[np.float32]:
    """Return one hit, mono and at most `_LEVEL` loud; always the same for the same instrument.

    Args:
        instrument: A key of General MIDI's percussion map; any other sounds as a wood block.
    """
    drum = _KIT.get(instrument, _WOOD)
    length = int(drum.seconds * _SILENT_AFTER * FRAME_RATE)
    times = np.arange(length) / FRAME_RATE
    decay = np.exp(-times / drum.seconds)
    frames = np.zeros(length)
    if drum.hertz:
        # The pitch falls five times as fast as the sound.
        glide = (drum.fall - 1) * drum.seconds / 5 * (1 - np.exp(-5 * times / drum.seconds))
        frames = (1 - drum.noise) * np.sin(2 * np.pi * drum.hertz * (times + glide))
    if drum.noise:
        noise = np.random.default_rng(instrument).standard_normal(length + drum.brightness)
        noise = np.diff(noise, drum.brightness)
        frames = frames + drum.noise * noise / (np.abs(noise).max() or 1)
    frames *= decay
    frames *= _LEVEL / (np.abs(frames).max() or 1)
    hit: NDArray[np.float32] = frames.astype(np.float32)
    hit.flags.writeable = False
    return hit
