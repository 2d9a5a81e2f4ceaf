"""The stretches of sound that the device was given last, and when each is heard."""

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from abcstudio.playback.sound.sound_stream import Stretch
from abcstudio.playback.sound.tones import FRAME_RATE

_KEPT_STRETCHES = 64


@dataclass(frozen=True, slots=True)
class HeardStretch:
    """Frames handed to the device, and when their first is heard."""

    heard_at: float
    stretch: Stretch

    def place_at(self, moment: float) -> float:
        """Return the place that is heard at a moment, within the stretch."""
        place, speed, length = self.stretch
        passed = max(0.0, min(moment - self.heard_at, length / FRAME_RATE))
        return place + passed * speed


class HeardStretches:
    """The newest stretches; they are changed under the player's lock."""

    def __init__(self, lock: AbstractContextManager[object]) -> None:
        self._lock = lock
        self._stretches: deque[HeardStretch] = deque(maxlen=_KEPT_STRETCHES)

    @property
    def latest(self) -> tuple[HeardStretch, ...]:
        """The stretches, the newest last."""
        return tuple(self._stretches)

    def at(self, moment: float) -> HeardStretch | None:
        """Return what is heard at a moment, else what will be heard first."""
        with self._lock:
            stretches = self.latest
        begun = (each for each in reversed(stretches) if each.heard_at <= moment)
        return next(begun, stretches[0] if stretches else None)

    def add(self, heard_at: float, stretch: Stretch) -> None:
        """Note a stretch that the device was given."""
        self._stretches.append(HeardStretch(heard_at, stretch))

    def move(self, place_of: Callable[[float], float]) -> None:
        """Take the places in another stream for those in the one before."""
        moved = [HeardStretch(h.heard_at, moved_stretch(h.stretch, place_of)) for h in self.latest]
        self._stretches = deque(moved, maxlen=_KEPT_STRETCHES)

    def clear(self) -> None:
        """Forget all: the music went elsewhere."""
        self._stretches.clear()


def moved_stretch(stretch: Stretch, place_of: Callable[[float], float]) -> Stretch:
    """Return a stretch with its place in another stream."""
    return stretch._replace(place=place_of(stretch.place))


def stretches_between(
    stretches: Sequence[Stretch], first: int, last: int
) -> list[tuple[float, Stretch]]:
    """Return the stretches of a block within some of its frames.

    Args:
        stretches: Those of the whole block.
        first: The first frame.
        last: The frame after the last one.

    Returns:
        Each with the seconds from the first frame to its begin.
    """
    found = []
    start = 0
    for place, speed, count in stretches:
        begin, end = max(first, start), min(last, start + count)
        if begin < end:
            stretch = Stretch(place + (begin - start) * speed / FRAME_RATE, speed, end - begin)
            found.append(((begin - first) / FRAME_RATE, stretch))
        start += count
    return found
