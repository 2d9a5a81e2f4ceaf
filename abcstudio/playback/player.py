"""The transport: play, pause, stop, seek, loop and change of tempo over rendered frames.

The device's thread pulls frames through `fill`; every other method belongs to the thread that owns
the player. What they share is kept under one lock, held for microseconds.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.live_notes import LiveNotes
from abcstudio.playback.tones import FRAME_RATE

FADE_FRAMES = 256
_KEPT_BLOCKS = 64
_Frames = NDArray[np.int16]


class PlayerState(StrEnum):
    """What the transport does."""

    STOPPED = "stopped"
    PLAYING = "playing"
    PAUSED = "paused"


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


OpenOutput = Callable[[Callable[[_Frames], None]], Output]


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of frames handed to the device, and when its first is heard."""

    heard_at: float
    frame: int
    length: int


class Player:
    """Plays frames through an output, which is opened at the first need.

    Attributes:
        live: Notes that sound beside the frames, whatever the transport does.
    """

    def __init__(
        self, open_output: OpenOutput, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._open_output = open_output
        self._clock = clock
        self.live = LiveNotes()
        self._lock = threading.Lock()
        self._opening = threading.Lock()
        self._output: Output | None = None
        self._frames: _Frames = np.zeros((0, 2), np.int16)
        self._frame = 0
        self._loop: tuple[int, int] | None = None
        self._state = PlayerState.STOPPED
        self._volume = 1.0
        self._volume_reached = 1.0
        self._leaving: _Frames | None = None
        self._blocks: deque[_Block] = deque(maxlen=_KEPT_BLOCKS)
        self._pulled_at = 0.0

    @property
    def state(self) -> PlayerState:
        """What the transport does; it stops by itself where the frames end."""
        return self._state

    @property
    def frame(self) -> int:
        """The next frame that the device will be given."""
        return self._frame

    @property
    def duration_seconds(self) -> float:
        """How long the frames last."""
        return len(self._frames) / FRAME_RATE

    @property
    def position_seconds(self) -> float:
        """What is heard now, in seconds from the start of the frames."""
        with self._lock:
            blocks, frame = tuple(self._blocks), self._frame
        now = self._clock()
        for block in reversed(blocks):
            if block.heard_at <= now:
                ahead = int((now - block.heard_at) * FRAME_RATE)
                return (block.frame + min(ahead, block.length)) / FRAME_RATE
        return (blocks[0].frame if blocks else frame) / FRAME_RATE

    @property
    def silent_seconds(self) -> float:
        """How long the device has not pulled while it should; grows when it was unplugged."""
        if self._state is not PlayerState.PLAYING:
            return 0.0
        return self._clock() - self._pulled_at

    def open(self) -> None:
        """Open the output, if that has not happened; may be called in any thread.

        Raises:
            SoundError: There is no device, or it cannot be opened.
        """
        with self._opening:
            if self._output is None:
                self._output = self._open_output(self.fill)

    def wake(self) -> None:
        """Let the device pull, so that live notes are heard; may be called in any thread.

        Raises:
            SoundError: There is no device, or it cannot be opened.
        """
        if not self.is_connected():
            self.close_output()
        self.open()
        output = self._output
        if output is not None:
            output.start()

    def is_connected(self) -> bool:
        """Return whether the output is open and there."""
        return self._output is not None and self._output.is_connected()

    def load(self, frames: _Frames) -> None:
        """Take other frames (frames, 2) and stop at their start."""
        with self._lock:
            self._leave()
            self._frames = frames
            self._frame = 0
            self._loop = None
            self._state = PlayerState.STOPPED
            self._blocks.clear()

    def replace(self, frames: _Frames, scale: float) -> None:
        """Go on with other frames of the same music: what stood at frame n stands at n * scale."""
        with self._lock:
            self._leave()
            self._frames = frames
            self._frame = min(round(self._frame * scale), len(frames))
            if self._loop is not None:
                start, end = (min(round(place * scale), len(frames)) for place in self._loop)
                self._loop = (start, end) if start < end else None
            self._blocks.clear()

    def play(self) -> None:
        """Play on from where the transport stands.

        Raises:
            SoundError: The output cannot be opened.
        """
        self.open()
        with self._lock:
            self._state = PlayerState.PLAYING
            self._pulled_at = self._clock()
        if self._output is not None:
            self._output.start()

    def pause(self) -> None:
        """Fall silent and keep the place: the one that was heard last."""
        heard = self.position_seconds
        with self._lock:
            if self._state is PlayerState.PLAYING:
                self._leave()
                self._frame = min(round(heard * FRAME_RATE), len(self._frames))
                self._state = PlayerState.PAUSED
                self._blocks.clear()

    def stop(self) -> None:
        """Fall silent and go back to the start, or to the start of the loop."""
        with self._lock:
            if self._state is PlayerState.PLAYING:
                self._leave()
            self._state = PlayerState.STOPPED
            self._frame = self._loop[0] if self._loop else 0
            self._blocks.clear()

    def seek(self, seconds: float) -> None:
        """Go to a place."""
        with self._lock:
            if self._state is PlayerState.PLAYING:
                self._leave()
            self._frame = max(0, min(round(seconds * FRAME_RATE), len(self._frames)))
            self._blocks.clear()

    def set_loop(self, start: float | None, end: float | None = None) -> None:
        """Play from `end` on at `start` again, sample-exact; None plays through.

        Args:
            start: In seconds.
            end: In seconds; None is the end of the frames.
        """
        with self._lock:
            self._loop = None
            if start is not None:
                first = max(0, round(start * FRAME_RATE))
                stop = len(self._frames) if end is None else round(end * FRAME_RATE)
                stop = min(stop, len(self._frames))
                self._loop = (first, stop) if first < stop else None

    def set_volume(self, volume: float) -> None:
        """Set the loudness, from 0 to 1."""
        self._volume = max(0.0, min(1.0, volume)) ** 2

    def close(self) -> None:
        """Fall silent and give the device back; playing again opens it anew."""
        self.stop()
        self.live.clear()
        self.close_output()

    def close_output(self) -> None:
        """Give the device back and keep the place."""
        output, self._output = self._output, None
        if output is not None:
            output.close()

    def rest(self) -> None:
        """Let the device sleep while nothing is played."""
        is_playing = self._state is PlayerState.PLAYING or not self.live.is_silent
        if self._output is not None and not is_playing:
            self._output.stop()

    def fill(self, buffer: _Frames) -> None:
        """Write the next frames into the device's buffer (frames, 2)."""
        with self._lock:
            now = self._clock()
            self._pulled_at = now
            written = (
                self._fill_from_sound(buffer, now) if self._state is PlayerState.PLAYING else 0
            )
            buffer[written:] = 0
            self._fade_leaving(buffer)
            self.live.mix(buffer)
            self._apply_volume(buffer)

    def _fill_from_sound(self, buffer: _Frames, now: float) -> int:
        latency = self._output.latency_seconds if self._output else 0.0
        written = 0
        while written < len(buffer):
            end = len(self._frames)
            if self._loop and self._frame < self._loop[1]:
                end = self._loop[1]
            length = min(len(buffer) - written, end - self._frame)
            if length > 0:
                buffer[written : written + length] = self._frames[
                    self._frame : self._frame + length
                ]
                heard_at = now + latency + written / FRAME_RATE
                self._blocks.append(_Block(heard_at, self._frame, length))
                self._frame += length
                written += length
            if self._frame >= end:
                if not self._loop:
                    self._state = PlayerState.STOPPED
                    self._frame = 0
                    break
                self._frame = self._loop[0]
        return written

    def _leave(self) -> None:
        """Keep what would have come next, to fade it out: a jump must not click."""
        if self._state is PlayerState.PLAYING:
            self._leaving = self._frames[self._frame : self._frame + FADE_FRAMES].copy()

    def _fade_leaving(self, buffer: _Frames) -> None:
        if self._leaving is None:
            return
        leaving, self._leaving = self._leaving, None
        length = min(len(leaving), len(buffer))
        if not length:
            return
        rise = np.linspace(0, 1, length, dtype=np.float32)[:, None]
        mixed = buffer[:length] * rise + leaving[:length] * (1 - rise)
        buffer[:length] = mixed.astype(np.int16)

    def _apply_volume(self, buffer: _Frames) -> None:
        if self._volume == self._volume_reached == 1.0:
            return
        ramp = np.linspace(self._volume_reached, self._volume, len(buffer), dtype=np.float32)
        buffer[:] = (buffer * ramp[:, None]).astype(np.int16)
        self._volume_reached = self._volume
