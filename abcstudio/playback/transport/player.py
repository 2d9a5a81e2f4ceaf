"""The transport: play, pause, stop, seek, loop and change of tempo over a stream of sound.

The device's thread pulls frames through `fill`, a thread of the player makes them a little ahead;
every other method belongs to the thread that owns the player. A change takes effect at the next
frame that the device is given: what had been made ahead is dropped, and the stream goes on from the
state that it had there.

Two locks, always taken in this order: `_making` for work on the stream, which may take some
milliseconds, and `_changed` for what is made already, which takes microseconds; so the device waits
for the stream only where nothing is made ahead.

Over 400 lines: what is made ahead, what the device pulls and what a change drops are one state
under these locks, and are easier to trust in one place.
"""

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from abcstudio.playback.loop import SHORTEST_LOOP_SECONDS, Loop
from abcstudio.playback.sound.live_notes import LiveNotes
from abcstudio.playback.sound.metronome import Click
from abcstudio.playback.sound.peak_limiter import Limiter
from abcstudio.playback.sound.sound_stream import Stretch
from abcstudio.playback.sound.tones import FRAME_RATE
from abcstudio.playback.sound.wav_file import pcm16
from abcstudio.playback.transport.device_output import DeviceOutput
from abcstudio.playback.transport.heard_stretches import (
    HeardStretches,
    moved_stretch,
    stretches_between,
)
from abcstudio.playback.transport.maker_thread import MakerThread
from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.playback.transport.roles import Frames, Listener, OpenOutput, Stream

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


BLOCK_FRAMES = 512
AHEAD_BLOCKS = 32
"""How much is made ahead: a third of a second, for when the other threads have much to do."""

FADE_FRAMES = 256
_SAME_SECONDS = 1e-3


@dataclass(frozen=True, slots=True)
class _Ready:
    """A block made ahead, and the state from which it can be made otherwise."""

    before: Stream
    gain_before: float
    frames: Frames
    stretches: list[Stretch]


class Player:
    """Plays a stream through an output, which is opened at the first need.

    Places are those of the stream: seconds of the music at its written tempo.

    Attributes:
        device: Pulls the frames.
        heard: What it was given last.
        maker: Makes frames ahead of it.
        live: Notes that sound beside the stream, whatever the transport does.
        late_blocks: How many blocks the device had to wait for since the last start.
    """

    def __init__(
        self,
        open_output: OpenOutput,
        clock: Callable[[], float] = time.monotonic,
        ahead_blocks: int = AHEAD_BLOCKS,
    ) -> None:
        self._clock = clock
        self._ahead_blocks = ahead_blocks
        self.live = LiveNotes()
        self.late_blocks = 0
        self._listener: Listener | None = None
        self._is_mute = False
        self._making = threading.RLock()
        self._changed = threading.Condition()
        self.device = DeviceOutput(open_output, self.fill)
        self._stream: Stream | None = None
        self._ready: deque[_Ready] = deque()
        self._used = 0
        self._limiter = Limiter()
        self._gains: Mapping[int, float] = {}
        self.maker = MakerThread(self._changed, self._is_playing, self._make_ahead)
        self._state = PlayerState.STOPPED
        self._volume = VolumeRamp()
        self._fade = FadeOut()
        self.heard = HeardStretches(self._changed)
        self._pulled_at = 0.0
        self._device_clock = DeviceClock()

    @property
    def state(self) -> PlayerState:
        """The state of the transport; at the end of the stream it is stopped."""
        return self._state

    @property
    def place(self) -> float:
        """The place of the next frame that the device will be given."""
        with self._changed:
            if self._ready:
                place, speed, _ = self._ready[0].stretches[0]
                return place + self._used * speed / FRAME_RATE
            return self._stream.place if self._stream is not None else 0.0

    @property
    def speed(self) -> float:
        """The speed of the next frame that the device will be given; a loop may change it."""
        with self._changed:
            # While it counts in, nothing goes on: that is no speed.
            if self._ready and self._ready[0].stretches[0].speed:
                return self._ready[0].stretches[0].speed
            return self._stream.speed if self._stream is not None else 1.0

    @property
    def position(self) -> float:
        """The place that is heard now."""
        heard = self.heard.at(self._clock())
        return self.place if heard is None else heard.place_at(self._clock())

    @property
    def stands_still(self) -> bool:
        """Whether the music does not go on in what is heard now: it is counted in, or rings out."""
        heard = self.heard.at(self._clock())
        return self._is_playing() and heard is not None and not heard.stretch.speed

    @property
    def silent_seconds(self) -> float:
        """How long the device has not pulled while it should; grows when it was unplugged."""
        return self._clock() - self._pulled_at if self._is_playing() else 0.0

    def load(self, stream: Stream) -> None:
        """Take another stream and stop at its start."""
        with self._making:
            self._leave()
            self._state = PlayerState.STOPPED
            stream.gains = self._gains
            self._stream = stream
            self._forget()

    def exchange(
        self, stream: Stream, place_of: Callable[[float], float] = lambda place: place
    ) -> None:
        """Go on with another stream of the same music, as the one before went.

        Args:
            stream: It goes on where the other one stands, with its speed, loop, end and gains.
            place_of: Gives the place in this stream for one in the other.
        """
        with self._making:
            self._rewind()
            old, self._stream = self._stream, stream
            stream.gains = self._gains
            if old is not None:
                stream.take_over(old, place_of)
            with self._changed:
                self.heard.move(place_of)
                for block in self._ready:
                    block.stretches[:] = [moved_stretch(each, place_of) for each in block.stretches]
            if self._is_playing() and not self._ready:
                self._make()

    def play(self) -> None:
        """Play on from where the transport stands.

        Raises:
            SoundError: The output cannot be opened.
        """
        self.device.open()
        with self._making:
            if self._stream is None:
                return
            if not self._ready:
                self._make()
            self._state = PlayerState.PLAYING
            self._pulled_at = self._clock()
            self.late_blocks = 0
            if self._ahead_blocks:
                self.maker.start()
        self.device.start()

    def pause(self) -> None:
        """Fall silent and keep the place: the one that was heard last."""
        heard = self.position
        with self._making:
            if self._is_playing():
                self._leave()
                self._state = PlayerState.PAUSED
                self._stand_at(heard)

    def stop(self) -> None:
        """Fall silent and go back to the start, or to the start of the loop."""
        with self._making:
            self._leave()
            self._state = PlayerState.STOPPED
            self._back_to_start()

    def seek(self, place: float) -> None:
        """Go to a place."""
        with self._making:
            if self._stream is None:
                return
            place = max(0.0, min(place, self._stream.duration))
            if self._is_playing():

                def apply(stream: Stream) -> None:
                    stream.go_to(place)
                    stream.passes = 0

                self._change(apply)
                with self._changed:
                    self.heard.clear()
            else:
                self._stand_at(place)
                self._stream.passes = 0

    def set_loop(self, loop: Loop | None) -> None:
        """Repeat a part, exact to the sample; None plays through."""

        def apply(stream: Stream) -> None:
            before, stream.loop = stream.loop, None
            if loop is not None:
                start, end = max(0.0, loop.start), min(loop.end, stream.duration)
                if end - start >= SHORTEST_LOOP_SECONDS:
                    stream.loop = loop._replace(start=start, end=end)
            if not _is_same_part(before, stream.loop):
                stream.passes = 0

        self._change(apply)

    def set_stop(self, place: float | None) -> None:
        """End the music at a place before the tune's end, this once."""

        def apply(stream: Stream) -> None:
            stream.stop = math.inf if place is None else place

        self._change(apply)

    def count_in(self, clicks: Iterable[Click], seconds: float) -> None:
        """Let clicks sound before the music goes on; the arguments are those of the stream's."""
        self._change(lambda stream: stream.count_in(clicks, seconds))

    def set_speed(self, speed: float) -> None:
        """Play faster or slower from the next frame on; the pitch stays."""

        def apply(stream: Stream) -> None:
            stream.set_speed(speed)

        self._change(apply)

    def set_gains(self, gains: Mapping[int, float]) -> None:
        """Play tracks louder or softer, 0 for silence."""
        self._gains = dict(gains)

        def apply(stream: Stream) -> None:
            stream.gains = self._gains

        self._change(apply)

    def send_to(self, listener: Listener | None, *, is_heard: bool) -> None:
        """Send what is played to a listener as well, or to none.

        Args:
            listener: Receives what is heard when, in the device's thread.
            is_heard: Whether it is heard on the device too; everything goes on without that.
        """
        with self._changed:
            former, self._listener = self._listener, listener
            self._is_mute = not is_heard
        # The device's thread tells it nothing more: no note begins after its silence.
        if former is not None and former is not listener:
            former.silence()

    def set_volume(self, volume: float) -> None:
        """Set the loudness, from 0 to 1."""
        self._volume.set(volume)

    def close(self) -> None:
        """Fall silent and give the device back; playing again opens it anew."""
        self.stop()
        self.live.clear()
        self.device.close()
        self.maker.join()

    def rest(self) -> None:
        """Pause the device while nothing is played."""
        if not self._is_playing() and self.live.is_silent:
            self.device.sleep()

    def fill(self, buffer: Frames) -> None:
        """Write the next frames into the device's buffer (frames, 2)."""
        now = self._pulled_at = self._clock()
        written = self._fill_from_stream(buffer, self._device_clock.begin_of(now, len(buffer)))
        buffer[written:] = 0
        with self._changed:
            self._fade.apply(buffer)
            self._changed.notify()
        if self._is_mute:
            buffer[:] = 0
        self.live.mix(buffer)
        self._volume.apply(buffer)

    def _fill_from_stream(self, buffer: Frames, begin: float) -> int:
        begin += self.device.latency_seconds
        written = 0
        while written < len(buffer) and self._has_block():
            with self._changed:
                # It may have been paused since: then no further block may count as heard.
                if not self._ready or not self._is_playing():
                    break
                block = self._ready[0]
                length = min(len(buffer) - written, BLOCK_FRAMES - self._used)
                buffer[written : written + length] = block.frames[self._used : self._used + length]
                self._note_heard(block.stretches, length, begin + written / FRAME_RATE)
                self._used += length
                written += length
                if self._used == BLOCK_FRAMES:
                    self._ready.popleft()
                    self._used = 0
        return written

    def _has_block(self) -> bool:
        """Return whether there is something to play; make it where nothing is made ahead."""
        with self._changed:
            if not self._is_playing() or self._ready:
                return self._is_playing()
        with self._making:
            if not self._is_playing() or self._ready:
                return self._is_playing()
            if self._make():
                self.late_blocks += 1
                return True
            self._state = PlayerState.STOPPED
            self._back_to_start()
            return False

    def _note_heard(self, stretches: list[Stretch], length: int, heard_at: float) -> None:
        """Note when the next frames of a block, from the first unused one on, are heard."""
        for seconds, stretch in stretches_between(stretches, self._used, self._used + length):
            self.heard.add(heard_at + seconds, stretch)
            if self._listener is not None:
                self._listener.heard(heard_at + seconds, stretch)

    def _make(self) -> bool:
        """Make one more block; return whether there was something to make."""
        stream = self._stream
        if stream is None or stream.is_over:
            return False
        before, gain_before = stream.copy(), self._limiter.gain
        mix, stretches = stream.render(BLOCK_FRAMES)
        self._limiter.apply(mix)
        block = _Ready(before, gain_before, pcm16(mix.T), stretches)
        with self._changed:
            self._ready.append(block)
        return True

    def _make_ahead(self) -> bool:
        """Make one more block where one is wanted; return whether it was made."""
        with self._making:
            is_wanted = len(self._ready) < self._ahead_blocks
            return self._is_playing() and is_wanted and self._make()

    def _is_playing(self) -> bool:
        return self._state is PlayerState.PLAYING

    def _rewind(self) -> None:
        """Drop what was made ahead; the stream stands where the device will go on."""
        with self._changed:
            keep = 1 if self._used else 0
            if len(self._ready) > keep:
                first = self._ready[keep]
                self._stream, self._limiter.gain = first.before, first.gain_before
                while len(self._ready) > keep:
                    self._ready.pop()

    def _change(self, apply: Callable[[Stream], None]) -> None:
        """Change the stream from the next frame on."""
        with self._making:
            self._rewind()
            if self._stream is None:
                return
            apply(self._stream)
            if self._is_playing() and not self._ready:
                self._make()

    def _forget(self) -> None:
        with self._changed:
            self._ready.clear()
            self._used = 0
            self._limiter.gain = 1.0
            self.heard.clear()

    def _stand_at(self, place: float) -> None:
        """Wait in silence at a place."""
        self._rewind()
        self._forget()
        if (listener := self._listener) is not None:
            listener.silence()
        if self._stream is not None:
            self._stream.silence()
            self._stream.go_to(place)

    def _back_to_start(self) -> None:
        self._rewind()
        stream = self._stream
        if stream is not None:
            stream.stop, stream.passes = math.inf, 0
            self._stand_at(stream.loop.start if stream.loop else 0.0)

    def _leave(self) -> None:
        """Keep what would have come next, to fade it out: a jump must not click."""
        if not self._is_playing() or not (self._ready or self._make()):
            return
        with self._changed:
            if self._ready:
                self._fade.keep(self._ready[0].frames[self._used : self._used + FADE_FRAMES])


def _is_same_part(one: Loop | None, other: Loop | None) -> bool:
    """Return whether two loops repeat the same part, as far as one can hear."""
    if one is None or other is None:
        return one is other
    ends = ((one.start, other.start), (one.end, other.end))
    return all(abs(before - after) < _SAME_SECONDS for before, after in ends)
