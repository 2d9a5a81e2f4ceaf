"""A small room: early echoes and eight decaying combs, at half the frame rate."""

import numpy as np
from numpy.typing import NDArray

WET = 0.16
_DECAY = 0.78
_DAMPING = 0.5
# In frames at half the rate; mutually prime, so that echoes never coincide.
_LEFT_COMBS = (557, 641, 701, 809)
_RIGHT_COMBS = (577, 619, 733, 787)
_EARLY = ((0, 0.7), (97, 0.5), (211, -0.42), (347, 0.36), (463, -0.3), (593, 0.24))
_Frames = NDArray[np.float32]


def add_reverb(mix: _Frames) -> None:
    """Add the room's answer to a stereo mix (2, frames) in place."""
    length = mix.shape[1] // 2 * 2
    if length < 4 * max(_LEFT_COMBS):
        return
    halved = (
        mix[0, 0:length:2] + mix[0, 1:length:2] + mix[1, 0:length:2] + mix[1, 1:length:2]
    ) * np.float32(0.25)
    diffused = np.zeros_like(halved)
    for delay, gain in _EARLY:
        diffused[delay:] += halved[: len(halved) - delay] * np.float32(gain)
    # Walls swallow the treble.
    diffused[1:] = diffused[1:] * np.float32(1 - _DAMPING) + diffused[:-1] * np.float32(_DAMPING)
    for channel, combs in enumerate((_LEFT_COMBS, _RIGHT_COMBS)):
        wet = np.zeros_like(diffused)
        for delay in combs:
            wet += _comb(diffused, delay)
        wet *= np.float32(WET)
        mix[channel, 0:length:2] += wet
        between = wet.copy()
        between[:-1] += wet[1:]
        between[:-1] *= np.float32(0.5)
        mix[channel, 1:length:2] += between


def _comb(frames: _Frames, delay: int) -> _Frames:
    """Return frames with their echoes: each row is one delay long and hears the row before it."""
    rows = -(-len(frames) // delay)
    padded = np.zeros(rows * delay, np.float32)
    padded[: len(frames)] = frames
    echoes = padded.reshape(rows, delay)
    gain = np.float32(_DECAY)
    heard = np.empty(delay, np.float32)
    for row in range(1, rows):
        np.multiply(echoes[row - 1], gain, out=heard)
        echoes[row] += heard
    return padded[: len(frames)]
