"""Ramps in what the device is given: no change of it may click."""

import numpy as np

from abcstudio.playback.transport.roles import Frames


class VolumeRamp:
    """The loudness, led from the one before to the one that is set within one buffer."""

    def __init__(self) -> None:
        self._wanted = self._reached = 1.0

    def set(self, volume: float) -> None:
        """Set the loudness, from 0 to 1."""
        self._wanted = max(0.0, min(1.0, volume)) ** 2

    def apply(self, buffer: Frames) -> None:
        """Bring frames to the loudness."""
        if self._wanted == self._reached == 1.0:
            return
        ramp = np.linspace(self._reached, self._wanted, len(buffer), dtype=np.float32)
        buffer[:] = (buffer * ramp[:, None]).astype(np.int16)
        self._reached = self._wanted


class FadeOut:
    """What would have come next before a jump, faded out over what comes after it."""

    def __init__(self) -> None:
        self._leaving: Frames | None = None

    def keep(self, frames: Frames) -> None:
        """Take the frames that would have come next."""
        self._leaving = frames

    def apply(self, buffer: Frames) -> None:
        """Let what was kept end in the next frames."""
        if self._leaving is None:
            return
        leaving, self._leaving = self._leaving, None
        length = min(len(leaving), len(buffer))
        if not length:
            return
        rise = np.linspace(0, 1, length, dtype=np.float32)[:, None]
        mixed = buffer[:length] * rise + leaving[:length] * (1 - rise)
        buffer[:length] = mixed.astype(np.int16)
