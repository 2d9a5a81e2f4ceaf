"""The sound of a performance from any place on, at any speed, block after block.

Places are seconds of the performance at its written tempo: the speed changes how soon they come,
not what they are called. So a tempo changes between two frames, and what sounds goes on sounding.

Over 400 lines: what sounds at once is one state, and every part of a block is made from it.
"""

import copy
import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.loop import Loop
from abcstudio.playback.sound.drum_kit import CLICK_KEYS, CLICK_LEVELS, drum_frames
from abcstudio.playback.sound.metronome import Click
from abcstudio.playback.sound.reverb import Reverb
from abcstudio.playback.sound.tones import FRAME_RATE, Tone

TAIL_SECONDS = 1.5
METRONOME, COUNT_IN = -1, -2
"""The tracks of the metronome's clicks, and of those before the music."""

_HIT_SECONDS = 60.0
CUT_FRAMES = 512
"""How long a note takes to fall silent where a jump cuts it."""

_RELEASE_DECIBEL = 60.0
# A finger on a string that is to be plucked again: it takes the ring away before.
_DAMPED_FRAMES = int(0.3 * FRAME_RATE)
_DAMPED_BEFORE_SECONDS = 0.03
# Frames are counted: what lies within a thousandth of one is meant to lie on it.
_NEAR = 1e-3
_SAME_SECONDS = 1e-6
# A note that is nearly over where a jump leads to is not begun again.
_WORTHWHILE_SECONDS = 0.06
_Frames = NDArray[np.float32]


class StreamNote(NamedTuple):
    """A note to sound.

    Attributes:
        begin: Its place.
        end: Where it is let go.
        preset: Bank and program of the font; None is a hit of our own drum kit.
        level: How loud it is, without its track's gain.
        track: The index of its track.
    """

    begin: float
    end: float
    preset: tuple[int, int] | None
    pitch: float
    velocity: int
    level: float
    track: int


class Stretch(NamedTuple):
    """So many frames from a place on at one speed."""

    place: float
    speed: float
    length: int


class ToneSource(Protocol):
    """Makes tones; see `Tones`."""

    def of(
        self, program: int, pitch: float, velocity: int, frame_count: int, bank: int = 0
    ) -> list[Tone]:
        """Return the tones that sound together for one note."""


@dataclass(slots=True, kw_only=True)
class _Voice:
    """A tone of a note on its way.

    Attributes:
        delay: Frames until it begins.
        place: Its next frame.
        released_at: The frame from which on it dies away, -1 while it is held.
        release_frames: How long that takes.
        gain: Of its track, as it was last applied.
        level: What an earlier fall has left of it.
        struck_again_in: Frames until the same key is struck again, -1 where it is not.
    """

    note: StreamNote
    number: int
    tone: Tone
    gain: float
    delay: int = 0
    place: int = 0
    released_at: int = -1
    release_frames: int = 0
    level: float = 1.0
    struck_again_in: int = -1

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes."""
        if self.released_at >= 0:
            return self.place >= self.released_at + self.release_frames
        return self.note.preset is None and self.place >= len(self.tone.frames)

    @property
    def has_begun(self) -> bool:
        """Whether any of it has been heard."""
        return self.place > 0

    def let_go(self, frames: int = 0) -> None:
        """Die away from here on, as the tone does by itself or within so many frames."""
        if self.released_at >= 0:
            if not frames:
                return
            # It falls on from where it has fallen to.
            fallen = min(self.place - self.released_at, self.release_frames - 1)
            self.level *= float(release(self.release_frames)[fallen])
        self.released_at = self.place
        self.release_frames = frames or self.tone.release_frames


class SoundStream:
    """Frames of one performance.

    Attributes:
        duration: The place where its last note ends.
        place: Of the next frame.
        speed: 2 is twice as fast as written.
        loop: What is repeated, None for nothing.
        passes: How often the loop has been gone through.
        stop: The place where the music ends although the tune goes on; up to it nothing is
            repeated.
        gains: How loud each track is, 1 where it is not named.
    """

    def __init__(
        self,
        tones: ToneSource,
        notes: Sequence[StreamNote],
        duration: float,
        reverb: Reverb | None = None,
    ) -> None:
        self._tones = tones
        self._notes = sorted(notes, key=lambda note: note.begin)
        self._begins = [note.begin for note in self._notes]
        self._damped = _damped(self._notes)
        self.duration = duration
        self.place = 0.0
        self.speed = 1.0
        self.loop: Loop | None = None
        self.passes = 0
        self.stop = math.inf
        self.gains: Mapping[int, float] = {}
        self._next = 0
        # Frames of counting in before the music goes on.
        self._waiting = 0
        # Frames since the music was stopped before its end.
        self._rung = 0
        self._voices: list[_Voice] = []
        self._reverb = reverb

    @property
    def notes(self) -> Sequence[StreamNote]:
        """The notes, in the order in which they begin."""
        return self._notes

    @property
    def is_over(self) -> bool:
        """Whether only silence would follow."""
        is_through = self.place >= self.duration + TAIL_SECONDS * self.speed
        is_looped = self._next_loop is not None
        return not is_looped and (is_through or self._rung >= TAIL_SECONDS * FRAME_RATE)

    @property
    def _next_loop(self) -> Loop | None:
        """The loop whose end comes next."""
        loop = self.loop
        if loop is None or self.stop < math.inf or self.place >= loop.end:
            return None
        return None if loop.times and self.passes >= loop.times else loop

    def copy(self) -> "SoundStream":
        """Return a stream that goes on from here on its own."""
        other = copy.copy(self)
        other._voices = [copy.copy(voice) for voice in self._voices]
        other._reverb = self._reverb and self._reverb.copy()
        return other

    def go_to(self, place: float) -> None:
        """Go on at another place; what sounds is cut, what sounds there begins."""
        self._let_go(CUT_FRAMES)
        self._waiting = self._rung = 0
        self._jump(max(0.0, place))

    def set_speed(self, speed: float) -> None:
        """Go on faster or slower, counting in too."""
        ratio = self.speed / speed
        self._waiting = round(self._waiting * ratio)
        for voice in self._voices:
            if not voice.has_begun:
                voice.delay = round(voice.delay * ratio)
        self.speed = speed

    def take_over(self, other: "SoundStream", place_of: Callable[[float], float]) -> None:
        """Go on as another stream of the same music would have gone on.

        What sounds in both goes on sounding, what sounds in the other alone is cut.

        Args:
            other: It is not used any more.
            place_of: Gives the place in this stream for one in the other.
        """
        self.place = min(place_of(other.place), self.duration)
        self.stop = place_of(other.stop) if other.stop < math.inf else math.inf
        self.speed, self.passes = other.speed, other.passes
        self._waiting, self._rung, self._reverb = other._waiting, other._rung, other._reverb
        if other.loop is not None:
            start, end = place_of(other.loop.start), place_of(other.loop.end)
            self.loop = other.loop._replace(start=start, end=min(end, self.duration))
        self._next = bisect_left(self._begins, self.place - _NEAR / FRAME_RATE)
        held = self._held()
        for voice in other._voices:
            note = voice.note
            if note.preset is not None and voice.released_at < 0:
                same = note._replace(begin=place_of(note.begin))
                found = next((each for each in held if _is_same(each, same)), None)
                if found is None:
                    voice.let_go(CUT_FRAMES)
                else:
                    voice.note = found
            self._voices.append(voice)
        carried = [voice.note for voice in self._voices]
        self._begin_within(note for note in held if note not in carried)

    def count_in(self, clicks: Iterable[Click], seconds: float) -> None:
        """Let clicks sound before the music goes on.

        Args:
            clicks: Their onsets are seconds at the written tempo, like all places.
            seconds: How long the music waits.
        """
        self._waiting = round(seconds / self.speed * FRAME_RATE)
        for click in clicks:
            note = click_note(click, self.place)._replace(track=COUNT_IN)
            self._begin(note, round(click.onset / self.speed * FRAME_RATE), 0.0)

    def silence(self) -> None:
        """Forget what sounds, the room's echo too."""
        self._waiting = 0
        self._voices = []
        self._reverb = self._reverb and Reverb()

    def render(self, count: int) -> tuple[_Frames, list[Stretch]]:
        """Return the next frames (2, count), an even number, and where they stand."""
        mix = np.zeros((2, count), np.float32)
        stretches = []
        done = 0
        while done < count:
            step = self.speed / FRAME_RATE
            length = count - done
            if self._waiting:
                length = min(length, self._waiting)
                self._waiting -= length
                self._sound(mix[:, done : done + length], step)
                stretches.append(Stretch(self.place, 0.0, length))
                done += length
                continue
            if self.place >= self.stop:
                self._sound(mix[:, done:], step)
                # What is heard is the echo of the last note.
                stretches.append(Stretch(self.stop - step, 0.0, length))
                self._rung += length
                break
            loop = self._next_loop
            end = loop.end if loop is not None else self.stop
            is_before = self.place < end
            if is_before and end < math.inf:
                to_end = math.ceil((end - self.place) / step - _NEAR)
                length = min(length, max(1, to_end))
            self._mix(mix[:, done : done + length], step, end)
            stretches.append(Stretch(self.place, self.speed, length))
            self.place += length * step
            done += length
            if is_before and self.place >= end - _NEAR * step:
                if loop is not None:
                    self._go_round(loop)
                else:
                    self.place = end
                    self._let_go()
        if self._reverb is not None:
            self._reverb.add_to(mix)
        return mix, stretches

    def _go_round(self, loop: Loop) -> None:
        self.passes += 1
        if loop.times and self.passes >= loop.times:
            return
        over = max(0.0, self.place - loop.end)
        if loop.speed_step:
            self.speed = min(max(loop.most_speed, self.speed), self.speed + loop.speed_step)
        self._let_go()
        self._jump(loop.start + over)

    def _let_go(self, frames: int = 0) -> None:
        self._voices = [voice for voice in self._voices if voice.has_begun]
        for voice in self._voices:
            voice.let_go(frames)

    def _jump(self, place: float) -> None:
        self.place = place
        self._next = bisect_left(self._begins, place - _NEAR / FRAME_RATE)
        self._begin_within(self._held())

    def _begin_within(self, notes: Iterable[StreamNote]) -> None:
        """Begin notes that are held at the place, unless they are nearly over."""
        for note in notes:
            if note.end > self.place + _WORTHWHILE_SECONDS:
                self._begin(note, 0, note.end - self.place)

    def _held(self) -> list[StreamNote]:
        """Return the notes that have begun and are not to end before the next frame."""
        begun = self._notes[: self._next]
        return [note for note in begun if note.preset is not None and note.end > self.place]

    def _mix(self, mix: _Frames, step: float, limit: float) -> None:
        """Add the notes of a stretch to its part of the mix."""
        count = mix.shape[1]
        stop = min(self.place + count * step, limit)
        while self._next < len(self._notes):
            note = self._notes[self._next]
            delay = _nearest((note.begin - self.place) / step)
            if note.begin >= stop - _NEAR * step:
                break
            self._next += 1
            self._begin(note, max(0, delay), note.end - note.begin)
        self._sound(mix, step)

    def _sound(self, mix: _Frames, step: float) -> None:
        """Add what sounds in a stretch to its part of the mix."""
        for voice in self._voices:
            self._add(mix, voice, step)
        self._voices = [voice for voice in self._voices if not voice.is_over]

    def _begin(self, note: StreamNote, delay: int, seconds: float) -> None:
        gain = self.gains.get(note.track, 1.0)
        if note.preset is None:
            hit = drum_frames(int(note.pitch))
            tones = [Tone(hit, 1.0, 1.0, len(hit))]
        else:
            tones = self._tones_of(note.preset, note, math.ceil(seconds / self.speed * FRAME_RATE))
            self._strike_again(note, delay)
        self._voices += [
            _Voice(note=note, number=n, tone=tone, gain=gain, delay=delay)
            for n, tone in enumerate(tones)
        ]

    def _strike_again(self, note: StreamNote, delay: int) -> None:
        """Let what still rings of a key end where it is struck again.

        A string sounds once. The two would also weaken each other, by up to 5 dB on the harp.
        """
        key = (note.track, note.preset, note.pitch)
        for voice in self._voices:
            earlier = voice.note
            if (earlier.track, earlier.preset, earlier.pitch) == key and voice.struck_again_in < 0:
                voice.struck_again_in = delay

    def _tones_of(self, preset: tuple[int, int], note: StreamNote, held: int) -> list[Tone]:
        bank, program = preset
        return self._tones.of(program, note.pitch, note.velocity, held, bank=bank)

    def _add(self, mix: _Frames, voice: _Voice, step: float) -> None:
        """Add what a voice sounds in a stretch to the mix."""
        at, count = voice.struck_again_in, mix.shape[1]
        if at >= count or at < 0:
            voice.struck_again_in = max(-1, at - count)
            self._add_stretch(mix, voice, step)
            return
        voice.struck_again_in = -1
        self._add_stretch(mix[:, :at], voice, step)
        if voice.released_at >= 0:
            voice.let_go(CUT_FRAMES)
        self._add_stretch(mix[:, at:], voice, step, at)

    def _add_stretch(self, mix: _Frames, voice: _Voice, step: float, first: int = 0) -> None:
        """Add what a voice sounds from a frame of the stretch on."""
        count = mix.shape[1]
        if voice.delay >= count:
            voice.delay -= count
            return
        at, voice.delay = voice.delay, 0
        if voice.released_at < 0:
            held = _nearest((voice.note.end - self.place) / step) - first - at
            body = max(0 if voice.has_begun else 1, min(held, count - at))
            self._add_part(mix[:, at : at + body], voice, body)
            at += body
            if held <= body:
                is_long = voice.tone.release_frames > _DAMPED_FRAMES
                voice.let_go(_DAMPED_FRAMES if is_long and voice.note in self._damped else 0)
        if at < count and voice.released_at >= 0:
            left = voice.released_at + voice.release_frames - voice.place
            self._add_part(mix[:, at:], voice, min(count - at, left))

    def _add_part(self, mix: _Frames, voice: _Voice, count: int) -> None:
        """Add the next frames of a voice."""
        if count <= 0:
            return
        first, voice.place = voice.place, voice.place + count
        gain = self.gains.get(voice.note.track, 1.0)
        before, voice.gain = voice.gain, gain
        if not (gain or before):
            return
        preset = voice.note.preset
        if voice.place > len(voice.tone.frames) and preset is not None:
            # Let go later than it was meant to be when it began: the tempo fell.
            voice.tone = self._tones_of(preset, voice.note, voice.place)[voice.number]
        frames = voice.tone.frames[first : voice.place]
        if voice.released_at >= 0:
            done = first - voice.released_at
            frames = frames * release(voice.release_frames)[done : done + len(frames)]
        if gain != before:
            frames = frames * np.linspace(before, gain, len(frames), dtype=np.float32)
            gain = 1.0
        for channel, side in enumerate((voice.tone.left, voice.tone.right)):
            level = np.float32(voice.note.level * voice.level * side * gain)
            if level:
                mix[channel, : len(frames)] += frames * level


def _damped(notes: Sequence[StreamNote]) -> set[StreamNote]:
    """Return the notes, all in order, that end just before their key is struck again."""
    latest: dict[tuple[int, tuple[int, int] | None, float], StreamNote] = {}
    found = set()
    for note in notes:
        key = (note.track, note.preset, note.pitch)
        before = latest.get(key)
        if before is not None and 0 <= note.begin - before.end <= _DAMPED_BEFORE_SECONDS:
            found.add(before)
        latest[key] = note
    return found


def _is_same(one: StreamNote, other: StreamNote) -> bool:
    """Return whether two notes are the same but for when they end."""
    is_then = abs(one.begin - other.begin) < _SAME_SECONDS
    return is_then and one[2:] == other[2:]


def _nearest(frames: float) -> int:
    """Return the nearest whole number; a half is rounded down, however it has been reckoned."""
    return math.ceil(frames - 0.5 - _NEAR)


def click_note(click: Click, place: float) -> StreamNote:
    """Return a click of the metronome at a place."""
    key, level = CLICK_KEYS[click.is_first], CLICK_LEVELS[click.is_first]
    return StreamNote(place, place + _HIT_SECONDS, None, key, 127, level, METRONOME)


@lru_cache(maxsize=256)
def release(length: int) -> _Frames:
    """Return the fall of a tone that is let go, down to silence."""
    fall = np.linspace(1, 0, length, dtype=np.float32)
    decibel = np.linspace(0, -_RELEASE_DECIBEL / 20, length, dtype=np.float32)
    fallen: _Frames = fall * np.power(np.float32(10), decibel)
    fallen.flags.writeable = False
    return fallen
