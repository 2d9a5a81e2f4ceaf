"""The reverberation of a small room: early echoes and eight decaying combs, at half the rate."""

import copy
from typing import Self

import numpy as np
from numpy.typing import NDArray

WET = 0.122
_DECAY = 0.67
_DAMPING = 0.5
# In frames at half the rate; mutually prime, so that echoes never coincide.
_COMBS = ((557, 641, 701, 809), (577, 619, 733, 787))
_EARLY = ((0, 0.7), (97, 0.5), (211, -0.42), (347, 0.36), (463, -0.3), (593, 0.24))
_LATEST = max(delay for delay, _ in _EARLY)
_TAPS = 8
# What halving the rate (6 frames) and doubling it (8) take.
_DELAY = 2 * _TAPS - 2
_Frames = NDArray[np.float32]


def _midway() -> tuple[np.float32, ...]:
    """Return the weights of four frames before a place midway between two, the farthest first.

    Those after it mirror them. A windowed sinc: what halving and doubling the rate mirrors is 60
    dB and more below the partials that an instrument is strong in.
    """
    distance = np.arange(_TAPS) - (_TAPS - 1) / 2
    weights = np.sinc(distance) * np.kaiser(_TAPS, 4)
    return tuple((weights / weights.sum())[: _TAPS // 2].astype(np.float32))


_MIDWAY = _midway()


class Reverb:
    """The room; its delay lines hold their frames from one block to the next."""

    def __init__(self) -> None:
        # What was heard last, before and after the early echoes; nothing in it is ever changed in
        # place, so that a copy may share it.
        self._heard: _Frames = np.zeros(_LATEST, np.float32)
        self._damped = np.float32(0)
        self._echoes = [[np.zeros(delay, np.float32) for delay in side] for side in _COMBS]
        self._dry = np.zeros((2, _DELAY), np.float32)
        self._odd = np.zeros(_TAPS - 1, np.float32)
        self._even = np.zeros(_TAPS // 2 - 1, np.float32)
        self._wet = [np.zeros(_TAPS - 1, np.float32) for _ in _COMBS]

    def copy(self) -> Self:
        """Return a room that goes on from here on its own."""
        other = copy.copy(self)
        other._echoes = [list(side) for side in self._echoes]
        other._wet = list(self._wet)
        return other

    def add_to(self, mix: _Frames) -> None:
        """Add the room's answer to a stereo mix (2, frames), an even number, in place.

        All of it comes 14 frames later, a third of a millisecond.
        """
        damped = self._damped_echoes(self._halved(mix))
        # The room answers so much later, and must not fall between the sound's own waves.
        line = np.concatenate((self._dry, mix), axis=1)
        self._dry = line[:, mix.shape[1] :].copy()
        mix[:] = line[:, : mix.shape[1]]
        for channel, delays in enumerate(_COMBS):
            wet = np.zeros_like(damped)
            for number, delay in enumerate(delays):
                wet += self._comb(damped, channel, number, delay)
            wet *= np.float32(WET)
            line = np.concatenate((self._wet[channel], wet))
            self._wet[channel] = line[len(wet) :].copy()
            mix[channel, 0::2] += line[_TAPS // 2 - 1 : _TAPS // 2 - 1 + len(wet)]
            mix[channel, 1::2] += _between(line)

    def _halved(self, mix: _Frames) -> _Frames:
        """Return a stereo mix in mono at half the rate."""
        mono = mix[0] + mix[1]
        even = np.concatenate((self._even, mono[0::2]))
        odd = np.concatenate((self._odd, mono[1::2]))
        count = len(mono) // 2
        self._even, self._odd = even[count:].copy(), odd[count:].copy()
        return (even[:count] + _between(odd)) * np.float32(0.25)

    def _damped_echoes(self, halved: _Frames) -> _Frames:
        """Return the early echoes, their treble swallowed by the walls."""
        line = np.concatenate((self._heard, halved))
        self._heard = line[len(line) - _LATEST :].copy()
        count = len(halved)
        early = np.zeros(count, np.float32)
        for delay, gain in _EARLY:
            early += line[_LATEST - delay : _LATEST - delay + count] * np.float32(gain)
        before = np.concatenate(([self._damped], early[:-1]))
        self._damped = early[-1]
        return early * np.float32(1 - _DAMPING) + before * np.float32(_DAMPING)

    def _comb(self, frames: _Frames, channel: int, number: int, delay: int) -> _Frames:
        """Return frames with their echoes: each stretch of one delay takes in the one before it."""
        line = np.concatenate((self._echoes[channel][number], frames))
        gain = np.float32(_DECAY)
        for start in range(delay, len(line), delay):
            stretch = line[start : start + delay]
            stretch += gain * line[start - delay : start - delay + len(stretch)]
        self._echoes[channel][number] = line[len(line) - delay :].copy()
        return line[delay:]


def _between(line: _Frames) -> _Frames:
    """Return the values midway between the frames of a line, from its fourth frame on."""
    count = len(line) - _TAPS + 1
    values = np.zeros(count, np.float32)
    for place, weight in enumerate(_MIDWAY):
        mirrored = _TAPS - 1 - place
        values += (line[place : place + count] + line[mirrored : mirrored + count]) * weight
    return values
