"""A sampler: a performance and a sound font in, stereo frames out."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from abcstudio.errors import CancelledError
from abcstudio.playback.drum_kit import drum_frames
from abcstudio.playback.instruments import gain_of, nearest_program
from abcstudio.playback.performance import DRUM_CHANNEL, Performance, PerformedNote, Track
from abcstudio.playback.reverb import add_reverb
from abcstudio.playback.sound_font import SoundFont
from abcstudio.playback.tempo_map import TempoMap
from abcstudio.playback.tones import FRAME_RATE, Tone, Tones

__all__ = ["FRAME_RATE", "Synth"]

DRUM_BANK = 128
PEAK = 10 ** (-0.5 / 20)
TAIL_SECONDS = 1.5
_LEVEL = 0.35
_RELEASE_DECIBEL = 60.0
_NOTES_BETWEEN_STOPS = 64


class Synth:
    """Renders performances with one sound font; tones it made once are kept for the next."""

    def __init__(self, sound_font: SoundFont) -> None:
        self._font = sound_font
        self._tones = Tones(sound_font)
        self._releases: dict[int, NDArray[np.float32]] = {}

    def render(
        self,
        performance: Performance,
        program: int | None = None,
        *,
        speed: float = 1.0,
        gains: Mapping[int, float] | None = None,
        should_stop: Callable[[], bool] = bool,
    ) -> NDArray[np.float32]:
        """Return the sound of a performance: float32 (frames, 2) at 44,100 Hz, never above -0.5 dB.

        Args:
            performance: What to play.
            program: The preset for voices that name none; None takes the font's first.
            speed: 2 plays twice as fast.
            gains: How loud each voice is, 1 where it is not named, 0 for silence.
            should_stop: Asked now and then.

        Raises:
            CancelledError: `should_stop` said so.
        """
        times = TempoMap(performance.tempos, speed).seconds_at
        length = int((times(performance.duration_beats) + TAIL_SECONDS) * FRAME_RATE) + 1
        mix = np.zeros((2, length), np.float32)
        programs = [self._programs(track, program) for track in performance.tracks]
        for number, note in enumerate(performance.notes):
            if number % _NOTES_BETWEEN_STOPS == 0 and should_stop():
                raise CancelledError
            gain = (gains or {}).get(note.voice, 1.0)
            if gain <= 0:
                continue
            begin = round(times(note.onset_beats) * FRAME_RATE)
            stop = round(times(note.onset_beats + note.duration_beats) * FRAME_RATE)
            if performance.tracks[note.voice].channel == DRUM_CHANNEL:
                self._add_hit(mix, note, (begin, stop), gain)
            else:
                onsets, presets = programs[note.voice]
                preset = presets[bisect_right(onsets, note.onset_beats) - 1]
                tones = self._tones.of(
                    preset, float(note.pitch), note.velocity, max(1, stop - begin)
                )
                self._add(mix, note, tones, (begin, stop), gain * gain_of(preset))
        if should_stop():
            raise CancelledError
        add_reverb(mix)
        peak = max(float(mix.max(initial=0)), -float(mix.min(initial=0)))
        if peak > PEAK:
            mix *= np.float32(PEAK / peak)
        return np.ascontiguousarray(mix.T)  # (frames, 2)

    def _programs(self, track: Track, wished: int | None) -> tuple[list[Fraction], list[int]]:
        """Return from when each preset of a track plays; the first from the start."""
        onsets = [Fraction(0), *(change.onset_beats for change in track.changes)]
        written = [track.program, *(change.program for change in track.changes)]
        return onsets, [self._program(program, wished) for program in written]

    def _program(self, written: int | None, wished: int | None) -> int:
        """Return a preset that the font has: the written one or one like it, else the wished."""
        like = None if written is None else nearest_program(written)
        for program in (written, like, wished):
            if program is not None and (0, program) in self._font.presets:
                return program
        return next((number for bank, number in self._font.presets if bank == 0), 0)

    def _add(
        self,
        mix: NDArray[np.float32],
        note: PerformedNote,
        tones: Sequence[Tone],
        times: tuple[int, int],
        gain: float,
    ) -> None:
        begin, stop = times
        held = max(1, stop - begin)
        loudness = _LEVEL * gain * (note.velocity / 127) ** 2
        for tone in tones:
            body = tone.frames[: min(held, mix.shape[1] - begin)]
            tail = tone.frames[held : held + tone.release_frames]
            tail = tail * self._release(tone.release_frames)[: len(tail)]
            for channel, side in enumerate((tone.left, tone.right)):
                level = np.float32(loudness * side)
                if not level:
                    continue
                mix[channel, begin : begin + len(body)] += body * level
                target = mix[channel, begin + held : begin + held + len(tail)]
                target += tail[: len(target)] * level

    def _add_hit(
        self, mix: NDArray[np.float32], note: PerformedNote, times: tuple[int, int], gain: float
    ) -> None:
        """Add a hit of the drum kit: the font's where it has one, else ours."""
        begin, stop = times
        if (DRUM_BANK, 0) in self._font.presets:
            rung = max(stop, begin + FRAME_RATE)
            tones = self._tones.of(
                0, float(note.pitch), note.velocity, rung - begin, bank=DRUM_BANK
            )
            self._add(mix, note, tones, (begin, rung), gain)
            return
        hit = drum_frames(int(note.pitch))[: mix.shape[1] - begin]
        mix[:, begin : begin + len(hit)] += hit * np.float32(gain * (note.velocity / 127) ** 2)

    def _release(self, length: int) -> NDArray[np.float32]:
        """Return the fall of a tone that is let go, down to silence."""
        if length not in self._releases:
            fall = np.linspace(1, 0, length, dtype=np.float32)
            decibel = np.linspace(0, -_RELEASE_DECIBEL / 20, length, dtype=np.float32)
            self._releases[length] = fall * np.power(np.float32(10), decibel)
        return self._releases[length]
