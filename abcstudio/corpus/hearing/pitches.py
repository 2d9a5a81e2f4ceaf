"""Which semitones sound in a recording, a hundred times a second.

What is heard at a pitch is the sum of its harmonics in the spectrum, compressed, less what lies
around them: noise and breath. It is read at steps of a fifth of a semitone, so that an instrument
that is tuned higher or lower is heard at its own semitones. What sounds all the time, a drone,
counts little.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.hearing.wav_reading import RecordedSound

Levels = NDArray[np.float32]

LOWEST, HIGHEST = 48, 100
"""The semitones that are told apart, by their MIDI numbers."""

FRAMES_A_SECOND = 100

_FINE = 5
_HARMONICS = 8
_DECAY = 0.85
_RATE = 11_025
_WINDOW_SECONDS = 0.075
_TRANSFORM = 4096
# Of the loudest that is heard around it, so much counts as sound.
_FAINT = 0.03
_DRONE = 0.7
_SURROUNDINGS = 12 * _FINE


@dataclass(frozen=True, slots=True, eq=False)
class HeardPitches:
    """What was heard, frame after frame.

    Attributes:
        levels: How strongly each semitone sounds, from `LOWEST` on, 1 the strongest of a frame.
        loudness: How loud each frame is, 0 where nothing sounds.
        tuning: By how much of a semitone all is higher than 440 Hz would have it.
    """

    levels: Levels
    loudness: Levels
    tuning: float

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.levels) / FRAMES_A_SECOND


def pitches_of(sound: RecordedSound) -> HeardPitches:
    """Return what sounds in a recording."""
    frames, rate = _slower(sound)
    spectrum, loudness = _spectrum(frames, rate)
    fine = _harmonic_sums(_on_semitones(spectrum, rate))
    tuning = _tuning(fine, loudness)
    levels = _semitones(fine, tuning)
    levels = _without_drones(levels, loudness)
    strongest = levels.max(axis=1, keepdims=True)
    levels /= np.maximum(strongest, 1e-9)
    return HeardPitches(levels, loudness, tuning / _FINE)


def _slower(sound: RecordedSound) -> tuple[Levels, float]:
    """Return a recording with no more frames than are needed."""
    step = max(sound.rate // _RATE, 1)
    if step == 1:
        return sound.frames, float(sound.rate)
    taps = np.arange(-8 * step, 8 * step + 1)
    low_pass = np.sinc(taps / step) * np.hanning(len(taps))
    low_pass = (low_pass / low_pass.sum()).astype(np.float32)
    size = len(sound.frames) + len(taps)
    size = 1 << (size - 1).bit_length()
    product = np.fft.rfft(sound.frames, size) * np.fft.rfft(low_pass, size)
    smooth = np.fft.irfft(product, size)[8 * step : 8 * step + len(sound.frames)]
    return smooth[::step].astype(np.float32), sound.rate / step


def _spectrum(frames: Levels, rate: float) -> tuple[Levels, Levels]:
    """Return the magnitudes of each frame's frequencies, and how loud it is."""
    width = min(int(_WINDOW_SECONDS * rate), _TRANSFORM)
    count = max(int(len(frames) / rate * FRAMES_A_SECOND), 1)
    padded = np.concatenate(
        [np.zeros(width // 2, np.float32), frames, np.zeros(width + 1, np.float32)]
    )
    starts = (np.arange(count) * rate / FRAMES_A_SECOND).astype(np.int64)
    windows = np.lib.stride_tricks.sliding_window_view(padded, width)[starts]
    shaped = windows * np.hanning(width).astype(np.float32)
    loudness = np.sqrt(np.mean(shaped**2, axis=1))
    magnitudes = np.abs(np.fft.rfft(shaped, _TRANSFORM, axis=1)).astype(np.float32)
    loud = np.quantile(loudness, 0.95)
    loudness = np.where(loudness < _FAINT * loud, 0, loudness / max(loud, 1e-9))
    return magnitudes, np.minimum(loudness, 1).astype(np.float32)


def _on_semitones(spectrum: Levels, rate: float) -> Levels:
    """Return the spectrum by pitch, compressed, less what lies around each place."""
    top = HIGHEST + 12 * np.log2(_HARMONICS)
    pitches = LOWEST - 0.5 + np.arange(int((top - LOWEST + 1) * _FINE)) / _FINE
    bins = 440 * 2 ** ((pitches - 69) / 12) / rate * _TRANSFORM
    bins = bins[bins < spectrum.shape[1] - 2]
    below = bins.astype(np.int64)
    part = (bins - below).astype(np.float32)
    root = np.sqrt(spectrum)
    levels = root[:, below] * (1 - part) + root[:, below + 1] * part
    sums = np.cumsum(np.pad(levels, ((0, 0), (1, 0))), axis=1, dtype=np.float64)
    places = np.arange(levels.shape[1])
    first = np.maximum(places - _SURROUNDINGS // 2, 0)
    last = np.minimum(places + _SURROUNDINGS // 2 + 1, levels.shape[1])
    around = (sums[:, last] - sums[:, first]) / (last - first)
    return np.asarray(np.maximum(levels - around, 0), np.float32)


def _harmonic_sums(levels: Levels) -> Levels:
    """Return for each fine pitch the sum of its harmonics."""
    count = (HIGHEST - LOWEST + 1) * _FINE
    sums = np.zeros((len(levels), count), np.float32)
    for harmonic in range(1, _HARMONICS + 1):
        start = round(12 * _FINE * np.log2(harmonic))
        there = levels[:, start : start + count]
        sums[:, : there.shape[1]] += np.float32(_DECAY ** (harmonic - 1)) * there
    return sums


def _tuning(fine: Levels, loudness: Levels) -> float:
    """Return by how many fine steps the strongest pitches lie beside semitones."""
    best = fine.argmax(axis=1)
    weights = loudness * fine.max(axis=1)
    angles = 2 * np.pi * (best - _FINE / 2) / _FINE
    mean = np.sum(weights * np.exp(1j * angles))
    return float(np.angle(mean) * _FINE / (2 * np.pi))


def _semitones(fine: Levels, tuning: float) -> Levels:
    """Return the strongest fine pitch near each semitone."""
    middle = np.arange(HIGHEST - LOWEST + 1) * _FINE + _FINE / 2 + tuning
    near = [
        fine[:, np.clip(np.rint(middle + step).astype(np.int64), 0, fine.shape[1] - 1)]
        for step in (-1, 0, 1)
    ]
    return np.maximum(np.maximum(near[0], near[1]), near[2])


def _without_drones(levels: Levels, loudness: Levels) -> Levels:
    sounding = loudness > 0
    if not sounding.any():
        return levels
    usual = np.median(levels[sounding], axis=0)
    return np.maximum(levels - np.float32(_DRONE) * usual, 0)
