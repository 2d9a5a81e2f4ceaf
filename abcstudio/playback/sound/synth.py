"""A sampler: a performance and a sound font in, stereo frames out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.instruments import BUNDLED_FONT, gain_of, nearest_program
from abcstudio.playback.performance import DRUM_CHANNEL, Performance, PerformedNote, Track
from abcstudio.playback.sound.metronome import clicks
from abcstudio.playback.sound.peak_limiter import PEAK
from abcstudio.playback.sound.reverb import Reverb
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.sound_stream import TAIL_SECONDS, SoundStream, StreamNote, click_note
from abcstudio.playback.sound.tones import FRAME_RATE, Tones
from abcstudio.playback.timeline import TempoMap
from abcstudio.stopping import stop_if_asked

__all__ = ["FRAME_RATE", "Synth"]

DRUM_BANK = 128
_LEVEL = 0.44
_SHORTEST_HIT_SECONDS = 1.0
_OWN_HIT_SECONDS = 60.0
_RENDERED_AT_ONCE = 32_768


def frame_count(performance: Performance) -> int:
    """Return how many frames the sound of a performance has, its echo included."""
    seconds = TempoMap(performance.tempos).seconds_at(performance.duration_beats)
    return int((seconds + TAIL_SECONDS) * FRAME_RATE) + 1


class Synth:
    """Makes the sound of performances with one font; tones it made once are kept for the next."""

    def __init__(self, sound_font: SoundFont) -> None:
        self._font = sound_font
        self._tones = Tones(sound_font)

    def render(
        self,
        performance: Performance,
        program: int | None = None,
    ) -> NDArray[np.float32]:
        """Return the sound of a performance: float32 (frames, 2) at 44,100 Hz, never above -0.5 dB.

        Twenty megabytes a minute: what may be long is made with `gain` and `blocks`.

        Args:
            performance: What to play.
            program: The preset for voices that name none; None takes the font's first.
        """
        blocks = self.blocks(performance, program)
        frames = np.concatenate(list(blocks))
        peak = _peak(frames)
        if peak > PEAK:
            frames *= np.float32(PEAK / peak)
        return frames  # (frames, 2)

    def blocks(
        self,
        performance: Performance,
        program: int | None = None,
        *,
        gain: float = 1.0,
    ) -> Iterator[NDArray[np.float32]]:
        """Yield the sound of a performance, block after block: float32 (frames, 2) at 44,100 Hz.

        All blocks together have `frame_count` frames.

        Args:
            performance: What to play.
            program: The preset for voices that name none; None takes the font's first.
            gain: Applied to all of it; see the method `gain`.
        """
        stream = self.stream(performance, program)
        length = frame_count(performance)
        for start in range(0, length, _RENDERED_AT_ONCE):
            stop_if_asked()
            count = min(_RENDERED_AT_ONCE, length - start)
            mix, _ = stream.render(count + count % 2)
            block = np.ascontiguousarray(mix[:, :count].T)  # (frames, 2)
            if gain != 1.0:
                block *= np.float32(gain)
            yield block

    def gain(
        self,
        performances: Sequence[Performance],
        program: int | None = None,
    ) -> float:
        """Return the largest gain, 1 at most, that keeps performances at -0.5 dB or below.

        It holds for each of them and for all of them together: files of voices that are made with
        it add up to the tune. Their sound is made once to find out.

        Args:
            performances: They last equally long.
            program: The preset for voices that name none; None takes the font's first.
        """
        parts = [self.blocks(each, program) for each in performances]
        peak = 0.0
        for blocks in zip(*parts, strict=True):
            peak = max(peak, _peak(np.sum(blocks, axis=0)), *map(_peak, blocks))
        return PEAK / peak if peak > PEAK else 1.0

    def stream(
        self,
        performance: Performance,
        program: int | None = None,
        *,
        has_metronome: bool = False,
        gain: float = 1.0,
    ) -> SoundStream:
        """Return the sound of a performance as a stream.

        Args:
            performance: What to play.
            program: The preset for voices that name none; None takes the font's first.
            has_metronome: Whether its track `METRONOME` clicks.
            gain: Applied to the music; clicks are as loud as ever.
        """
        seconds_at = TempoMap(performance.tempos).seconds_at
        programs = [self._programs(track, program) for track in performance.tracks]
        notes = []
        for note in performance.notes:
            begin = seconds_at(note.onset_beats)
            end = seconds_at(note.onset_beats + note.duration_beats)
            if performance.tracks[note.voice].channel == DRUM_CHANNEL:
                hit = self._hit(note, begin, end)
                notes.append(hit._replace(level=gain * hit.level))
            else:
                onsets, presets = programs[note.voice]
                preset = presets[bisect_right(onsets, note.onset_beats) - 1]
                level = gain * _LEVEL * gain_of(preset, self._font.name)
                level *= (note.velocity / 127) ** 2
                notes.append(
                    StreamNote(
                        begin, end, (0, preset), float(note.pitch), note.velocity, level, note.voice
                    )
                )
        if has_metronome:
            notes += [click_note(click, seconds_at(click.onset)) for click in clicks(performance)]
        duration = seconds_at(performance.duration_beats)
        return SoundStream(self._tones, notes, duration, Reverb())

    def _hit(self, note: PerformedNote, begin: float, end: float) -> StreamNote:
        """Return a hit of the drum kit: the font's where it has one, else ours."""
        level = (note.velocity / 127) ** 2
        if (DRUM_BANK, 0) in self._font.presets:
            end = max(end, begin + _SHORTEST_HIT_SECONDS)
            preset = (DRUM_BANK, 0)
            level *= _LEVEL
        else:
            end = begin + _OWN_HIT_SECONDS
            preset = None
        return StreamNote(begin, end, preset, float(note.pitch), note.velocity, level, note.voice)

    def _programs(self, track: Track, wished: int | None) -> tuple[list[Fraction], list[int]]:
        """Return from when each preset of a track plays; the first from the start."""
        onsets = [Fraction(0), *(change.onset_beats for change in track.changes)]
        written = [track.program, *(change.program for change in track.changes)]
        if track.preset is not None and self._font.name == BUNDLED_FONT:
            written[0] = track.preset
        return onsets, [self._program(program, wished) for program in written]

    def _program(self, written: int | None, wished: int | None) -> int:
        """Return a preset that the font has: the written one or one like it, else the wished."""
        like = None if written is None else nearest_program(written)
        for program in (written, like, wished):
            if program is not None and (0, program) in self._font.presets:
                return program
        return next((number for bank, number in self._font.presets if bank == 0), 0)


def _peak(frames: NDArray[np.float32]) -> float:
    """Return how far the farthest sample is from zero."""
    return max(float(frames.max(initial=0)), -float(frames.min(initial=0)))
