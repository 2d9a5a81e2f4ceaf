"""What the player needs of its device, of what it plays, and of what follows it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.loop import Loop
from abcstudio.playback.sound.metronome import Click
from abcstudio.playback.sound.sound_stream import Stretch

Frames = NDArray[np.int16]


class Output(Protocol):
    """A device that pulls frames while it is started."""

    latency_seconds: float

    def start(self) -> None:
        """Begin to pull."""

    def stop(self) -> None:
        """Cease to pull."""

    def close(self) -> None:
        """Give the device back."""

    def is_connected(self) -> bool:
        """Return whether the device is still there."""


OpenOutput = Callable[[Callable[[Frames], None]], Output]


class Stream(Protocol):
    """What is played; see `SoundStream`."""

    duration: float
    place: float
    speed: float
    loop: Loop | None
    passes: int
    stop: float
    gains: Mapping[int, float]

    @property
    def is_over(self) -> bool:
        """Whether only silence would follow."""

    def copy(self) -> Self:
        """Return a stream that goes on from here on its own."""

    def take_over(self, other: Self, place_of: Callable[[float], float]) -> None:
        """Go on as another stream of the same music would have gone on."""

    def set_speed(self, speed: float) -> None:
        """Go on faster or slower."""

    def go_to(self, place: float) -> None:
        """Go on at another place."""

    def count_in(self, clicks: Iterable[Click], seconds: float) -> None:
        """Let clicks sound before the music goes on."""

    def silence(self) -> None:
        """Forget what sounds."""

    def render(self, count: int) -> tuple[NDArray[np.float32], list[Stretch]]:
        """Return the next frames (2, count) and where they stand."""


class Listener(Protocol):
    """Receives what is heard when; see `MidiOutput`."""

    def heard(self, heard_at: float, stretch: Stretch) -> None:
        """Take note of a stretch that the device was given."""

    def silence(self) -> None:
        """Take note that nothing more is heard, from now on."""
