"""What an instrument sounds like, dry and in the room: how soon, loud, high and detached."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.sound.reverb import Reverb
from abcstudio.playback.sound.tones import FRAME_RATE, Tones

KEYS = range(62, 84)
"""D4 to B5, where tunes lie."""

EIGHTH_SECONDS = 0.141
"""What an eighth of a reel lasts."""

_HELD_SECONDS = 0.6
_VELOCITY = 80
_ENVELOPE_SECONDS = 0.005
_Frames = NDArray[np.float64]


def held_tone(tones: Tones, program: int, key: int, seconds: float = _HELD_SECONDS) -> _Frames:
    """Return a key held so long, dry: (frames, 2)."""
    count = int(seconds * FRAME_RATE)
    frames = np.zeros((count, 2))
    for tone in tones.of(program, float(key), _VELOCITY, count):
        heard = tone.frames[:count]
        frames[: len(heard), 0] += heard * tone.left
        frames[: len(heard), 1] += heard * tone.right
    return frames


def in_the_room(frames: _Frames) -> _Frames:
    """Return dry frames (frames, 2), an even number of them, as they are heard."""
    mix = np.ascontiguousarray(frames[: len(frames) // 2 * 2].T, np.float32)
    Reverb().add_to(mix)
    return mix.T.astype(np.float64)


def envelope(frames: _Frames, seconds: float = _ENVELOPE_SECONDS) -> _Frames:
    """Return the level of both channels around each frame."""
    width = int(seconds * FRAME_RATE)
    power = (frames**2).sum(axis=1)
    level: _Frames = np.sqrt(np.convolve(power, np.ones(width) / width, "same"))
    return level


def half_peak_ms(frames: _Frames) -> float:
    """Return when a tone first reaches half of its peak."""
    level = envelope(frames)
    return 1000 * float(np.argmax(level >= level.max() / 2)) / FRAME_RATE


def loudness(frames: _Frames) -> float:
    """Return the loudness of all frames (ITU-R BS.1770, ungated), in LUFS."""
    count = 2 * len(frames)
    gains = np.abs(_k_weighting(np.fft.rfftfreq(count, 1 / FRAME_RATE)))[:, None]
    weighted = np.fft.irfft(np.fft.rfft(frames, count, axis=0) * gains, count, axis=0)
    power = float((weighted**2).sum()) / len(frames)
    return -0.691 + 10 * math.log10(power + 1e-20)


def _k_weighting(hertz: NDArray[np.floating]) -> NDArray[np.complex128]:
    """Return the response of the two filters of BS.1770, by their prototypes."""
    s = 2j * np.pi * np.maximum(hertz, 1e-3)
    shelf, high_pass = 2 * np.pi * 1681.974, 2 * np.pi * 38.1355
    gain, quality = 10 ** (3.99984 / 20), 0.7071752
    one = s**2 * gain + s * shelf * gain**0.4996668 / quality + shelf**2
    one /= s**2 + s * shelf / quality + shelf**2
    response: NDArray[np.complex128] = (
        one * s**2 / (s**2 + s * high_pass / 0.5003270 + high_pass**2)
    )
    return response


def dips(frames: _Frames, seconds: Sequence[float]) -> list[float]:
    """Return by how many decibels the level falls before each of some moments."""
    level = envelope(frames)
    found = []
    for moment in seconds:
        at = int(moment * FRAME_RATE)
        near = level[at - int(0.03 * FRAME_RATE) : at + int(0.02 * FRAME_RATE)]
        before = level[at - int(0.1 * FRAME_RATE) : at - int(0.035 * FRAME_RATE)]
        found.append(float(20 * np.log10(near.min() / before.max())))
    return found


def cents_sharp(frames: _Frames, key: int) -> float:
    """Return how far above its key a tone sounds, in cents: where the power of its partials lies.

    The middle of what lies near each partial, so that vibrato and two reeds count by their mean.
    """
    heard = frames[int(0.04 * FRAME_RATE) :]
    windowed = heard * np.hanning(len(heard))[:, None]
    count = 1 << 18
    power = (np.abs(np.fft.rfft(windowed, count, axis=0)) ** 2).sum(axis=1)
    hertz = np.fft.rfftfreq(count, 1 / FRAME_RATE)
    nominal = 440 * 2 ** ((key - 69) / 12)
    sharp = 0.0
    for width in (60.0, 40.0, 40.0):
        found, weights = [], []
        for partial in range(1, 7):
            middle = partial * nominal * 2 ** (sharp / 1200)
            near = np.abs(1200 * np.log2(np.maximum(hertz, 1.0) / middle)) < width
            weight = float(power[near].sum())
            centre = float((power[near] * hertz[near]).sum()) / weight
            found.append(1200 * np.log2(centre / (partial * nominal)))
            weights.append(np.sqrt(weight))
        sharp = float(np.average(found, weights=weights))
    return sharp
