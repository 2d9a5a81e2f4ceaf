"""Notes that sound the moment they are asked for, beside whatever the transport plays."""

import threading
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.instruments import gain_of
from abcstudio.playback.sound.peak_limiter import Limiter
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.tones import FRAME_RATE, Tones
from abcstudio.playback.sound.wav_file import pcm16

MAX_NOTES = 24
"""Notes that sound at once; beyond that the oldest one is dropped."""

LONGEST_SECONDS = 4.0
"""How long a key that is held sounds."""

_LEVEL = 0.38
_RELEASE_DECIBEL = 60.0
_LARGEST = 32767
_Frames = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LiveTone:
    """One note, held for its longest.

    Attributes:
        frames: (frames, 2), from -1 to 1.
        release_frames: How long it takes to die away when the key is let go.
    """

    frames: _Frames
    release_frames: int


class LiveTones:
    """Makes the tones of one sound font, and keeps those that it made."""

    def __init__(self, sound_font: SoundFont) -> None:
        self._tones = Tones(sound_font)
        self._font_name = sound_font.name

    def of(self, program: int, pitch: float, velocity: int = 90) -> LiveTone:
        """Return a note of a preset; nothing sounds where the font has no such preset."""
        length = int(LONGEST_SECONDS * FRAME_RATE)
        made = np.zeros((length, 2), np.float32)
        level = _LEVEL * gain_of(program, self._font_name) * (velocity / 127) ** 2
        release = 1
        for tone in self._tones.of(program, pitch, velocity, length):
            part = tone.frames[:length]
            for channel, side in enumerate((tone.left, tone.right)):
                made[: len(part), channel] += part * np.float32(level * side)
            release = max(release, tone.release_frames)
        return LiveTone(made, release)


@dataclass(slots=True)
class _Voice:
    """A note on its way.

    Attributes:
        place: Its next frame.
        release_at: From which frame on it dies away.
    """

    pitch: float
    tone: LiveTone
    release_at: int
    place: int = field(default=0)

    @property
    def end(self) -> int:
        return min(self.release_at + self.tone.release_frames, len(self.tone.frames))

    def take(self, count: int) -> _Frames:
        """Return the next frames, fewer where it ends."""
        stop = min(self.place + count, self.end)
        frames = self.tone.frames[self.place : stop]
        if stop > self.release_at:
            since = np.arange(self.place, stop, dtype=np.float32) - self.release_at
            share = np.clip(since / (self.end - self.release_at), 0, 1)
            fall = (1 - share) * np.power(np.float32(10), share * (-_RELEASE_DECIBEL / 20))
            frames = frames * fall[:, None].astype(np.float32)
        self.place = stop
        return frames


class LiveNotes:
    """The notes that sound now. One thread begins and ends them, the device's thread mixes them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._voices: list[_Voice] = []
        self._limiter = Limiter()

    @property
    def is_silent(self) -> bool:
        """Whether nothing sounds."""
        return not self._voices

    def begin(self, pitch: float, tone: LiveTone, seconds: float = LONGEST_SECONDS) -> None:
        """Let a note sound until it is ended, or for so many seconds."""
        latest = max(1, len(tone.frames) - tone.release_frames)
        release_at = max(1, min(latest, int(seconds * FRAME_RATE)))
        with self._lock:
            self._let_go(pitch)
            self._voices.append(_Voice(pitch, tone, release_at))
            del self._voices[:-MAX_NOTES]

    def end(self, pitch: float) -> None:
        """Let a note die away, as when its key is let go."""
        with self._lock:
            self._let_go(pitch)

    def clear(self) -> None:
        """Fall silent."""
        with self._lock:
            self._voices.clear()

    def mix(self, buffer: NDArray[np.int16]) -> None:
        """Add what sounds to the device's frames (frames, 2)."""
        with self._lock:
            # The limiter comes back slowly: what plays beside them must not jump.
            if not self._voices and self._limiter.gain == 1.0:
                return
            sum_of_all = buffer.astype(np.float32) / np.float32(_LARGEST)
            for voice in self._voices:
                frames = voice.take(len(buffer))
                sum_of_all[: len(frames)] += frames
            self._voices = [voice for voice in self._voices if voice.place < voice.end]
            self._limiter.apply(sum_of_all.T)
            buffer[:] = pcm16(sum_of_all)

    def _let_go(self, pitch: float) -> None:
        for voice in self._voices:
            if voice.pitch == pitch:
                voice.release_at = max(1, min(voice.release_at, voice.place))
