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

HELD_SECOND = 1.3
"""How long a note is held whose pitch is measured: a second, and what comes before and after."""

_HELD_SECONDS = 0.6
_SETTLED_SECONDS = 0.2
_NEAR_SHARE = 0.12
_MUCH_LOUDER, _DIED_AWAY = 100.0, 0.03
_MEAN_COUNT, _BINS = 1 << 16, 1 << 12
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


def mean_cents(frames: _Frames, key: int) -> float:
    """Return how far above its key a held tone sounds on the average, in cents, by heterodyne.

    Its fundamental, or the next partial where that is twenty decibels louder, is turned down to
    zero; how fast it still turns is what it is off by.
    """
    first = int(_SETTLED_SECONDS * FRAME_RATE)
    heard = frames[first : first + FRAME_RATE]
    hertz = 440 * 2 ** ((key - 69) / 12)
    spectrum = np.fft.rfft(heard, _MEAN_COUNT, axis=0)
    waves = [_turned_down(spectrum, partial * hertz, hertz) for partial in (1, 2)]
    powers = [float((np.abs(wave) ** 2).sum()) for wave in waves]
    partial = 2 if powers[1] > _MUCH_LOUDER * powers[0] else 1
    wave = waves[partial - 1]
    steps = (np.conj(wave[:-1]) * wave[1:]).sum(axis=1)
    # What has died away tells nothing.
    level = np.sqrt(np.abs(steps))
    is_heard = level > _DIED_AWAY * level.max()
    turn = float(np.angle(steps)[is_heard].mean()) if is_heard.any() else 0.0
    middle = round(partial * hertz * _MEAN_COUNT / FRAME_RATE) * FRAME_RATE / _MEAN_COUNT
    found = middle + turn / (2 * math.pi) * _BINS * FRAME_RATE / _MEAN_COUNT
    return 1200 * math.log2(found / (partial * hertz))


def _turned_down(
    spectrum: NDArray[np.complex128], middle: float, hertz: float
) -> NDArray[np.complex128]:
    """Return what lies near a frequency, turned down to zero; its uncertain ends left out."""
    at = round(middle * _MEAN_COUNT / FRAME_RATE)
    bins = np.arange(-_BINS // 2, _BINS // 2)
    near = spectrum[np.clip(at + bins, 0, len(spectrum) - 1)]
    away = bins * FRAME_RATE / _MEAN_COUNT / (hertz * _NEAR_SHARE)
    near = near * np.exp(-0.5 * away**2)[:, None]
    wave: NDArray[np.complex128] = np.fft.ifft(np.fft.ifftshift(near, axes=0), axis=0)
    # What follows the second is silence.
    count = int(len(wave) * FRAME_RATE / _MEAN_COUNT)
    edge = count // 30
    return wave[edge : count - edge]
