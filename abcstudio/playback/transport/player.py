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

import logging
import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.loop import SHORTEST_LOOP_SECONDS, Loop
from abcstudio.playback.sound.limiter import Limiter
from abcstudio.playback.sound.live_notes import LiveNotes
from abcstudio.playback.sound.metronome import Click
from abcstudio.playback.sound.sound_stream import Stretch
from abcstudio.playback.sound.tones import FRAME_RATE
from abcstudio.playback.sound.wav_file import pcm16
from abcstudio.playback.transport.device_clock import DeviceClock
from abcstudio.playback.transport.player_state import PlayerState

BLOCK_FRAMES = 512
AHEAD_BLOCKS = 32
"""How much is made ahead: a third of a second, for when the other threads have much to do."""

FADE_FRAMES = 256
_KEPT_BLOCKS = 64
_WAIT_SECONDS, _BREATH_SECONDS = 0.02, 0.0005
_SAME_SECONDS = 1e-3
_CLOSE_SECONDS, _LOST_CLOSE_SECONDS = 0.5, 0.25
_Frames = NDArray[np.int16]

log = logging.getLogger(__name__)


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


@dataclass(frozen=True, slots=True)
class _Ready:
    """A block made ahead, and the state from which it can be made otherwise."""

    before: Stream
    gain_before: float
    frames: _Frames
    stretches: list[Stretch]


@dataclass(frozen=True, slots=True)
class _Heard:
    """Frames handed to the device, and when their first is heard."""

    heard_at: float
    stretch: Stretch

    def moved(self, place_of: Callable[[float], float]) -> "_Heard":
        """Return the same frames, with their place in another stream."""
        return _Heard(self.heard_at, _moved(self.stretch, place_of))


def _moved(stretch: Stretch, place_of: Callable[[float], float]) -> Stretch:
    return stretch._replace(place=place_of(stretch.place))


class Listener(Protocol):
    """Receives what is heard when; see `MidiOutput`."""

    def heard(self, heard_at: float, stretch: Stretch) -> None:
        """Take note of a stretch that the device was given."""

    def silence(self) -> None:
        """Take note that nothing more is heard, from now on."""


class Player:
    """Plays a stream through an output, which is opened at the first need.

    Places are those of the stream: seconds of the music at its written tempo.

    Attributes:
        live: Notes that sound beside the stream, whatever the transport does.
        late_blocks: How many blocks the device had to wait for since the last start.
        listener: Receives what is heard when, in the device's thread.
        is_mute: Nothing is heard, though everything goes on.
    """

    def __init__(
        self,
        open_output: OpenOutput,
        clock: Callable[[], float] = time.monotonic,
        ahead_blocks: int = AHEAD_BLOCKS,
    ) -> None:
        self._open_output = open_output
        self._clock = clock
        self._ahead_blocks = ahead_blocks
        self.live = LiveNotes()
        self.late_blocks = 0
        self.listener: Listener | None = None
        self.is_mute = False
        self._making = threading.RLock()
        self._changed = threading.Condition()
        self._opening = threading.Lock()
        self._output: Output | None = None
        self._stream: Stream | None = None
        self._ready: deque[_Ready] = deque()
        self._used = 0
        self._limiter = Limiter()
        self._gains: Mapping[int, float] = {}
        self._maker: threading.Thread | None = None
        self._state = PlayerState.STOPPED
        self._volume = 1.0
        self._volume_reached = 1.0
        self._leaving: _Frames | None = None
        self._heard: deque[_Heard] = deque(maxlen=_KEPT_BLOCKS)
        self._pulled_at = 0.0
        self._device_clock = DeviceClock()

    @property
    def state(self) -> PlayerState:
        """What the transport does; it stops by itself where the stream ends."""
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
    def duration(self) -> float:
        """The place where the stream's last note ends."""
        return self._stream.duration if self._stream is not None else 0.0

    @property
    def position(self) -> float:
        """The place that is heard now."""
        block = self._heard_now()
        if block is None:
            return self.place
        place, speed, length = block.stretch
        passed = max(0.0, min(self._clock() - block.heard_at, length / FRAME_RATE))
        return place + passed * speed

    @property
    def stands_still(self) -> bool:
        """Whether the music does not go on in what is heard now: it is counted in, or rings out."""
        block = self._heard_now()
        return self._state is PlayerState.PLAYING and block is not None and not block.stretch.speed

    def _heard_now(self) -> _Heard | None:
        """Return what is heard now, else what will be heard first."""
        with self._changed:
            heard = tuple(self._heard)
        now = self._clock()
        return next((b for b in reversed(heard) if b.heard_at <= now), heard[0] if heard else None)

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
                self._heard = deque(
                    (each.moved(place_of) for each in self._heard), maxlen=_KEPT_BLOCKS
                )
                for block in self._ready:
                    block.stretches[:] = [_moved(each, place_of) for each in block.stretches]
            if self._state is PlayerState.PLAYING and not self._ready:
                self._make()

    def play(self) -> None:
        """Play on from where the transport stands.

        Raises:
            SoundError: The output cannot be opened.
        """
        self.open()
        with self._making:
            if self._stream is None:
                return
            if not self._ready:
                self._make()
            self._state = PlayerState.PLAYING
            self._pulled_at = self._clock()
            self.late_blocks = 0
            self._start_maker()
        if self._output is not None:
            self._output.start()

    def pause(self) -> None:
        """Fall silent and keep the place: the one that was heard last."""
        heard = self.position
        with self._making:
            if self._state is PlayerState.PLAYING:
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
            if self._state is PlayerState.PLAYING:

                def apply(stream: Stream) -> None:
                    stream.go_to(place)
                    stream.passes = 0

                self._change(apply)
                with self._changed:
                    self._heard.clear()
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

    def set_volume(self, volume: float) -> None:
        """Set the loudness, from 0 to 1."""
        self._volume = max(0.0, min(1.0, volume)) ** 2

    def close(self) -> None:
        """Fall silent and give the device back; playing again opens it anew."""
        self.stop()
        self.live.clear()
        self.close_output()
        maker = self._maker
        if maker is not None:
            maker.join()

    def close_output(self) -> None:
        """Give the device back and keep the place.

        A device that was taken away may never let itself be closed: it is left behind then.
        """
        output, self._output = self._output, None
        if output is not None:
            closer = threading.Thread(target=output.close, name="sound-close", daemon=True)
            # Some devices can be opened once only: the next one waits for this one to be closed.
            patience = _CLOSE_SECONDS if output.is_connected() else _LOST_CLOSE_SECONDS
            closer.start()
            closer.join(patience)
            if closer.is_alive():
                log.info("The sound device is not closed yet")

    def rest(self) -> None:
        """Let the device sleep while nothing is played."""
        is_playing = self._state is PlayerState.PLAYING or not self.live.is_silent
        if self._output is not None and not is_playing:
            self._output.stop()

    def fill(self, buffer: _Frames) -> None:
        """Write the next frames into the device's buffer (frames, 2)."""
        now = self._pulled_at = self._clock()
        written = self._fill_from_stream(buffer, self._device_clock.begin_of(now, len(buffer)))
        buffer[written:] = 0
        with self._changed:
            self._fade_leaving(buffer)
            self._changed.notify()
        if self.is_mute:
            buffer[:] = 0
        self.live.mix(buffer)
        self._apply_volume(buffer)

    def _fill_from_stream(self, buffer: _Frames, begin: float) -> int:
        begin += self._output.latency_seconds if self._output else 0.0
        written = 0
        while written < len(buffer) and self._has_block():
            with self._changed:
                # It may have been paused since: then nothing more may be told to be heard.
                if not self._ready or self._state is not PlayerState.PLAYING:
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
            if self._state is not PlayerState.PLAYING or self._ready:
                return self._state is PlayerState.PLAYING
        with self._making:
            if self._state is not PlayerState.PLAYING or self._ready:
                return self._state is PlayerState.PLAYING
            if self._make():
                self.late_blocks += 1
                return True
            self._state = PlayerState.STOPPED
            self._back_to_start()
            return False

    def _note_heard(self, stretches: list[Stretch], length: int, heard_at: float) -> None:
        """Note when the next frames of a block, from the first unused one on, are heard."""
        first, last = self._used, self._used + length
        start = 0
        for place, speed, count in stretches:
            begin, end = max(first, start), min(last, start + count)
            if begin < end:
                stretch = Stretch(place + (begin - start) * speed / FRAME_RATE, speed, end - begin)
                moment = heard_at + (begin - first) / FRAME_RATE
                self._heard.append(_Heard(moment, stretch))
                if self.listener is not None:
                    self.listener.heard(moment, stretch)
            start += count

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

    def _start_maker(self) -> None:
        with self._changed:
            if self._ahead_blocks and self._maker is None:
                self._maker = threading.Thread(target=self._make_ahead, name="sound", daemon=True)
                self._maker.start()

    def _make_ahead(self) -> None:
        """Make blocks ahead of the device while there is something to play."""
        try:
            while not self._maker_is_done():
                with self._making:
                    is_wanted = len(self._ready) < self._ahead_blocks
                    is_made = self._state is PlayerState.PLAYING and is_wanted and self._make()
                if is_made:
                    # Lets a thread that waits for the stream in between.
                    time.sleep(_BREATH_SECONDS)
                else:
                    with self._changed:
                        self._changed.wait(_WAIT_SECONDS)
        except Exception:
            # The next start begins a new thread.
            with self._changed:
                self._maker = None
            raise

    def _maker_is_done(self) -> bool:
        """Return whether the thread ends now."""
        with self._changed:
            if self._state is PlayerState.PLAYING:
                return False
            self._maker = None
            return True

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
            if self._state is PlayerState.PLAYING and not self._ready:
                self._make()

    def _forget(self) -> None:
        with self._changed:
            self._ready.clear()
            self._used = 0
            self._limiter.gain = 1.0
            self._heard.clear()

    def _stand_at(self, place: float) -> None:
        """Wait in silence at a place."""
        self._rewind()
        self._forget()
        if self.listener is not None:
            self.listener.silence()
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
        if self._state is not PlayerState.PLAYING or not (self._ready or self._make()):
            return
        with self._changed:
            if self._ready:
                self._leaving = self._ready[0].frames[self._used : self._used + FADE_FRAMES]

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


def _is_same_part(one: Loop | None, other: Loop | None) -> bool:
    """Return whether two loops repeat the same part, as far as one can hear."""
    if one is None or other is None:
        return one is other
    ends = ((one.start, other.start), (one.end, other.end))
    return all(abs(before - after) < _SAME_SECONDS for before, after in ends)
