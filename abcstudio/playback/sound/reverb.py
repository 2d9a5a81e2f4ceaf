"""The reverberation of a small room: echoes that favour no key, at half the rate.

Echoes make some pitches louder and others softer, for a held note meets its own. Three things keep
that small here. They come from all-pass filters (Schroeder, "Colorless artificial reverberation",
1961), which decay as combs do, but answer each pitch equally loudly. What they add on one side they
take away on the other, so that both together are as loud on each key; only in the treble, where a
note has many partials, do the sides answer alike. And the walls give back little bass.
"""

import copy
from typing import Self

import numpy as np
from numpy.typing import NDArray

_WET, _BASS_SWALLOWED, _TREBLE_SWALLOWED = 0.43, 0.75, 0.45
_FAR_LEVEL = np.float32(0.25)
# In frames at half the rate; mutually prime, so that echoes never coincide.
_FIRST = 139
_NEAR = ((239, 0.5), (379, 0.6))
_FAR = ((409, 0.66), (613, 0.53), (1013, 0.36))
_AT_ONCE = 8
_WALL_TAPS = 11
_TAPS = 8
# What halving the rate (6 frames) and doubling it (8) take.
_DELAY = 2 * _TAPS - 2
_Frames = NDArray[np.float32]


def _midway() -> _Frames:
    """Return the weights of the frames around a place midway between two.

    A windowed sinc: what halving and doubling the rate mirrors is 60 dB and more below the
    partials that an instrument is strong in.
    """
    distance = np.arange(_TAPS) - (_TAPS - 1) / 2
    weights = np.sinc(distance) * np.kaiser(_TAPS, 4)
    weighed: _Frames = (weights / weights.sum()).astype(np.float32)
    return weighed


_MIDWAY = _midway()


def _walls() -> _Frames:
    """Return the weights of the frames that make up what the walls give back of a sound.

    Little bass: a held low note, strong in its fundamental, would meet itself most.
    """
    weights = np.full(_WALL_TAPS, -_BASS_SWALLOWED / _WALL_TAPS)
    middle = _WALL_TAPS // 2
    weights[middle - 1 : middle + 2] += np.array([1, 2, 1]) * _TREBLE_SWALLOWED / 4
    weights[middle] += 1 - _TREBLE_SWALLOWED
    return (weights * _WET / 2).astype(np.float32)


_WALLS = _walls()


class _Echoes:
    """Echoes that decay and answer each pitch equally loudly.

    Nothing that it holds is ever changed in place, so that a copy may share it.
    """

    def __init__(self, delay: int, gain: float) -> None:
        self._delay = delay
        self._gain = np.float32(gain)
        # What some stretches of one delay take in of each other, and of the one before them.
        age = np.arange(1, _AT_ONCE + 1)[:, None] - np.arange(_AT_ONCE + 1)
        self._powers = np.where(age < 0, 0.0, gain ** np.maximum(age, 0)).astype(np.float32)
        self._latest: _Frames = np.zeros(delay, np.float32)

    def answer(self, frames: _Frames) -> _Frames:
        """Return the echoes of one or two channels."""
        delay, count = self._delay, frames.shape[-1]
        stretches = 1 - -count // delay
        line = np.zeros((*frames.shape[:-1], stretches * delay), np.float32)
        line[..., :delay] = self._latest
        line[..., delay : delay + count] = frames
        rows = line.reshape(*frames.shape[:-1], stretches, delay)
        for first in range(1, stretches, _AT_ONCE):
            part = rows[..., first - 1 : first + _AT_ONCE, :]
            new = part.shape[-2] - 1
            part[..., 1:, :] = self._powers[:new, : new + 1] @ part
        self._latest = line[..., count : count + delay].copy()
        return line[..., :count] - self._gain * line[..., delay : delay + count]


class Reverb:
    """The room; its delay lines hold their frames from one block to the next."""

    def __init__(self) -> None:
        self._before = np.zeros((2, _FIRST), np.float32)
        self._near = [_Echoes(delay, gain) for delay, gain in _NEAR]
        self._far = [_Echoes(delay, gain) for delay, gain in _FAR]
        self._last_far = np.zeros(1, np.float32)
        self._dry = np.zeros((2, _DELAY), np.float32)
        self._odd = np.zeros((2, _TAPS - 1), np.float32)
        self._even = np.zeros((2, _TAPS // 2 - 1), np.float32)
        self._wet = np.zeros((2, _TAPS - 1), np.float32)

    def copy(self) -> Self:
        """Return a room that goes on from here on its own."""
        other = copy.copy(self)
        other._near = [copy.copy(echoes) for echoes in self._near]
        other._far = [copy.copy(echoes) for echoes in self._far]
        return other

    def add_to(self, mix: _Frames) -> None:
        """Add the room's answer to a stereo mix (2, frames), an even number, in place.

        All of it comes 14 frames later, a third of a millisecond.
        """
        wet = self._answer(self._given_back(self._halved(mix)))
        # The room answers so much later, and must not fall between the sound's own waves.
        line = np.concatenate((self._dry, mix), axis=1)
        self._dry = line[:, mix.shape[1] :].copy()
        mix[:] = line[:, : mix.shape[1]]
        line = np.concatenate((self._wet, wet), axis=1)
        count = wet.shape[1]
        self._wet = line[:, count:].copy()
        mix[:, 0::2] += line[:, _TAPS // 2 - 1 : _TAPS // 2 - 1 + count]
        for channel in (0, 1):
            mix[channel, 1::2] += np.correlate(line[channel], _MIDWAY)

    def _halved(self, mix: _Frames) -> _Frames:
        """Return twice a stereo mix at half the rate."""
        even = np.concatenate((self._even, mix[:, 0::2]), axis=1)
        odd = np.concatenate((self._odd, mix[:, 1::2]), axis=1)
        count = mix.shape[1] // 2
        self._even, self._odd = even[:, count:].copy(), odd[:, count:].copy()
        for channel in (0, 1):
            even[channel, :count] += np.correlate(odd[channel], _MIDWAY)
        return even[:, :count]

    def _given_back(self, halved: _Frames) -> _Frames:
        """Return what comes back first, one side inverted."""
        count = halved.shape[1]
        line = np.concatenate((self._before, halved), axis=1)
        self._before = line[:, count:].copy()
        heard = line[:, : count + _WALL_TAPS - 1]
        return np.stack((np.correlate(heard[0], _WALLS), np.correlate(heard[1], -_WALLS)))

    def _answer(self, first: _Frames) -> _Frames:
        """Return all echoes of what comes back first."""
        wet = first
        for echoes in self._near:
            wet = echoes.answer(wet)
        far = self._far[0].answer(wet[0] - wet[1])
        line = np.concatenate((self._last_far, far))
        self._last_far = line[-1:].copy()
        treble = (line[1:] - line[:-1]) * _FAR_LEVEL
        for echoes in self._far[1:]:
            far = echoes.answer(far)
        far *= _FAR_LEVEL
        wet[0] += treble + far
        wet[1] += treble - far
        return wet
