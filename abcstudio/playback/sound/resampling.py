"""A recording at another pitch: its value between its frames, by a windowed sinc.

Sixteen frames take part in each value. A cubic through four leaves mirror images of the low
partials near the top of what can be heard, 60 dB below them; here they are below 90 dB.
Source: J. O. Smith, "Digital Audio Resampling" (windowed-sinc interpolation).
"""

import math
from functools import lru_cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

TAPS = 16
BEFORE = TAPS // 2 - 1
"""How many frames before a place take part in its value; as many and one more come after it."""

_PHASES = 2048
_KAISER_BETA = 9.0
_STEPS_PER_OCTAVE = 12
_NEAR = 1e-9
# In pieces that stay in the processor's cache.
_PIECE = 8192
_Frames = NDArray[np.float32]


def interpolated(recorded: _Frames, places: NDArray[np.float64], step: float) -> _Frames:
    """Return a recording between its frames.

    Args:
        recorded: The frames, at least `TAPS`.
        places: Where, with `BEFORE` frames before each and as many and one after; what lies
            beyond the end is taken from there.
        step: How far two places are apart: above 1 the highest partials are left out, which would
            come back mirrored.
    """
    rows = sliding_window_view(recorded, TAPS)
    steps_up = math.ceil(_STEPS_PER_OCTAVE * math.log2(step) - _NEAR)
    kernel = _kernel(max(0, steps_up))
    values = np.empty(len(places), np.float32)
    for start in range(0, len(places), _PIECE):
        piece = places[start : start + _PIECE]
        whole = piece.astype(np.int32)
        phase = ((piece - whole) * _PHASES + 0.5).astype(np.int32)
        first = np.clip(whole - BEFORE, 0, len(rows) - 1)
        np.einsum("ij,ij->i", rows[first], kernel[phase], out=values[start : start + _PIECE])
    return values


@lru_cache(maxsize=32)
def _kernel(steps_up: int) -> _Frames:
    """Return the weights of the frames (phases + 1, TAPS) for a pitch so many steps higher."""
    cutoff = 2 ** (-steps_up / _STEPS_PER_OCTAVE)
    distance = np.arange(TAPS) - BEFORE - np.arange(_PHASES + 1)[:, None] / _PHASES
    inside = np.clip(1 - (distance / (TAPS // 2)) ** 2, 0, 1)
    weights = np.sinc(cutoff * distance) * np.i0(_KAISER_BETA * np.sqrt(inside))
    kernel: _Frames = (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)
    kernel.flags.writeable = False
    return kernel
