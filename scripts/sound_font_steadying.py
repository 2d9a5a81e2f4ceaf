"""Recordings of held notes made steady: a flat pitch, a loop of whole periods, one leading reed.

A recording that sinks while it sounds is out of tune wherever it is let go, and a loop that holds
no whole number of periods pulls each partial to another pitch.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.sound.resampling import BEFORE, TAPS, interpolated

LOOP_GUARD_FRAMES = 8
_PARTIALS = 4
_SMOOTH_SECONDS = 0.12
_FADE_SECONDS = 0.06
_MOST_CENTS = 80.0
_REED_CENTS = 35.0
_REED_GAIN = 0.4
_Frames = NDArray[np.float64]


@dataclass(frozen=True)
class Held:
    """The recording of a note: its channels, as long as each other, looped alike.

    Attributes:
        channels: Up to the end of the loop.
        loop_start: The loop's first frame.
    """

    channels: tuple[_Frames, ...]
    loop_start: int
    rate: int
    hertz: float


def steadied(held: Held, longest: float = 0.0) -> Held:
    """Return a recording at a flat pitch, its loop made of whole periods.

    Args:
        held: As recorded; `hertz` is what it should be.
        longest: After so many seconds it is in its loop; 0 leaves its length.
    """
    places = _flat_places(held)
    start = int(np.searchsorted(places, held.loop_start))
    if longest:
        places = places[: int(longest * held.rate)]
        start = min(start, len(places) // 2)
    channels = tuple(_at(channel, places) for channel in held.channels)
    return _looped(replace(held, channels=channels, loop_start=start))


def one_reed_leads(held: Held) -> Held:
    """Return a recording of two reeds whose lower one is the louder in each partial.

    Which one is louder differs from partial to partial, so that no pitch would be heard as the
    note's: now the upper one beats above it.
    """
    count = len(held.channels[0])
    spectra = [np.fft.rfft(channel) for channel in held.channels]
    hertz = np.fft.rfftfreq(count, 1 / held.rate)
    power = np.sum([np.abs(spectrum) ** 2 for spectrum in spectra], axis=0)
    gains = np.ones(len(hertz))
    most = min(8, int(0.45 * held.rate / held.hertz))
    for partial in range(1, most + 1):
        cents = 1200 * np.log2(np.maximum(hertz, 1.0) / (partial * held.hertz))
        middle = _middle(cents, power)
        lower = (cents > middle - _REED_CENTS) & (cents < middle)
        upper = (cents >= middle) & (cents < middle + _REED_CENTS)
        if power[upper].max(initial=0.0) > _REED_GAIN**2 * power[lower].max(initial=0.0):
            ratio = np.sqrt(power[lower].max(initial=0.0) / power[upper].max(initial=1e-9))
            gains[upper] = min(1.0, float(ratio) * _REED_GAIN)
    channels = tuple(np.fft.irfft(spectrum * gains, count) for spectrum in spectra)
    return replace(held, channels=channels)


def _middle(cents: _Frames, power: _Frames) -> float:
    """Return what lies between the reeds: the middle of the two strongest lines apart."""
    near = np.abs(cents) < _REED_CENTS
    first = float(cents[near][np.argmax(power[near])])
    other = near & (np.abs(cents - first) > 8)
    second = float(cents[other][np.argmax(power[other])])
    return (first + second) / 2


def _flat_places(held: Held) -> _Frames:
    """Return the places in a recording whose frames, one after the other, have a flat pitch."""
    count = len(held.channels[0])
    turned, weights = np.zeros(count - 1), np.zeros(count - 1)
    most = max(1, min(_PARTIALS, int(0.45 * held.rate / held.hertz)))
    for channel in held.channels:
        for partial in range(1, most + 1):
            wave = near_partial(channel, partial * held.hertz, held.rate, held.hertz * 0.07)
            steps = np.conj(wave[:-1]) * wave[1:]
            level = np.sqrt(np.abs(steps))
            turned += np.angle(steps) / partial * level
            weights += level
    width = int(_SMOOTH_SECONDS * held.rate)
    window = np.hanning(width + 2)[1:-1]
    sharp = np.convolve(turned, window, "same") / np.convolve(weights, window, "same")
    ratio = 1 + sharp * held.rate / (2 * np.pi * held.hertz)
    limit = 2 ** (_MOST_CENTS / 1200)
    whole = np.concatenate(([0.0], np.cumsum(np.clip(ratio, 1 / limit, limit))))
    return np.interp(np.arange(int(whole[-1])), whole, np.arange(count))


def near_partial(frames: _Frames, hertz: float, rate: int, width: float) -> NDArray[np.complex128]:
    """Return a partial turned down to zero, what is farther from it than some hertz left out."""
    count = 1 << (2 * len(frames) - 1).bit_length()
    turned = frames * np.exp(-2j * np.pi * hertz / rate * np.arange(len(frames)))
    away = np.fft.fftfreq(count, 1 / rate)
    spectrum = np.fft.fft(turned, count) * np.exp(-0.5 * (away / width) ** 2)
    near: NDArray[np.complex128] = np.fft.ifft(spectrum)[: len(frames)]
    return near


def _at(frames: _Frames, places: _Frames) -> _Frames:
    padded = np.concatenate((np.zeros(BEFORE), frames, np.zeros(TAPS))).astype(np.float32)
    return interpolated(padded, places + BEFORE, 1.0).astype(np.float64)


def _looped(held: Held) -> Held:
    """Return a recording whose loop is a whole number of periods, faded into its beginning."""
    end = len(held.channels[0]) - 1
    period = held.rate / held.hertz
    length = round(max(1, int((end - held.loop_start) / period)) * period)
    start = end - length
    fade = min(int(_FADE_SECONDS * held.rate), length // 2, start)
    rising = np.linspace(0.0, 1.0, fade)
    channels = []
    for channel in held.channels:
        done = channel[:end].copy()
        done[end - fade :] *= 1 - rising
        done[end - fade :] += rising * channel[start - fade : start]
        channels.append(done)
    return replace(held, channels=tuple(channels), loop_start=start)
