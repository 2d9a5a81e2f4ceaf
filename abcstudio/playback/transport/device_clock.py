"""When a sound device's frames are heard, though it pulls them unevenly.

A device plays at an even pace, but its thread pulls when it is scheduled: late, or several blocks
at once. What follows the sound (the cursor, notes sent to a MIDI port) must not
stumble with it, so the moments are led through a second-order delay-locked loop: F. Adriaensen,
"Using a DLL to filter time", Linux Audio Conference 2005.
"""

import math

from abcstudio.playback.sound.tones import FRAME_RATE

_BANDWIDTH_HERTZ = 1.0
# Of a device that pulls seldom, one moment says little about the others.
_LARGEST_ANGLE = 0.25
LOST_SECONDS = 0.05
"""A device that pulls so much too soon or too late, and by more than a block, began anew."""


class DeviceClock:
    """Tells for each block that is pulled when the device begins to play it."""

    def __init__(self) -> None:
        self._next = -math.inf
        self._pace = 1 / FRAME_RATE

    def begin_of(self, pulled_at: float, count: int) -> float:
        """Return when the device begins with the frames that it asked for, by an even clock.

        Args:
            pulled_at: When it asked, in seconds.
            count: For how many frames.
        """
        error = pulled_at - self._next
        if abs(error) > max(LOST_SECONDS, count / FRAME_RATE):
            begin, self._pace = pulled_at, 1 / FRAME_RATE
        else:
            # Of the loop's coefficients: critically damped, b = sqrt(2) w and c = w^2.
            angle = min(_LARGEST_ANGLE, 2 * math.pi * _BANDWIDTH_HERTZ * count * self._pace)
            begin = self._next + math.sqrt(2) * angle * error
            self._pace += angle**2 * error / count
        self._next = begin + count * self._pace
        return begin
