"""A MIDI file of somebody playing, as if it had been heard."""

from bisect import bisect_right

import numpy as np

from abcstudio.corpus.hearing.pitches import FRAMES_A_SECOND, HIGHEST, LOWEST, HeardPitches
from abcstudio.corpus.hearing.wav_reading import LONGEST_SECONDS
from abcstudio.interchange.midi_reader import MidiMusic, TickNote

_USUAL_TEMPO = 120.0
# What sounds below the highest note may be the melody, too.
_BELOW = 0.3


def pitches_of_midi(music: MidiMusic) -> HeardPitches:
    """Return what sounds in a MIDI file, the highest note most strongly."""
    notes = sorted(
        (note for track in music.tracks for note in track.notes), key=lambda one: one.pitch
    )
    begin = min((note.onset for note in notes), default=0)
    clock = _Clock(music)
    spans = [_frames(note, clock, begin) for note in notes]
    count = min(max((end for _, end in spans), default=1), LONGEST_SECONDS * FRAMES_A_SECOND)
    levels = np.zeros((count, HIGHEST - LOWEST + 1), np.float32)
    for note, (first, end) in zip(notes, spans, strict=True):
        levels[first:end] *= np.float32(_BELOW)
        levels[first:end, _place(note.pitch)] = 1
    strongest = levels.max(axis=1)
    levels /= np.maximum(strongest, 1e-9)[:, None]
    return HeardPitches(levels, (strongest > 0).astype(np.float32), 0.0)


class _Clock:
    """The seconds at which ticks come."""

    def __init__(self, music: MidiMusic) -> None:
        tempos = [(0, _USUAL_TEMPO), *music.tempos]
        self._ticks = [tick for tick, _ in tempos]
        self._second = [60 / (max(tempo, 1e-3) * music.ticks_per_beat) for _, tempo in tempos]
        self._seconds = [0.0]
        for place in range(1, len(tempos)):
            ticks = self._ticks[place] - self._ticks[place - 1]
            self._seconds.append(self._seconds[-1] + ticks * self._second[place - 1])

    def seconds(self, tick: int) -> float:
        place = bisect_right(self._ticks, tick) - 1
        return self._seconds[place] + (tick - self._ticks[place]) * self._second[place]


def _frames(note: TickNote, clock: _Clock, begin: int) -> tuple[int, int]:
    start = clock.seconds(begin)
    first = round((clock.seconds(note.onset) - start) * FRAMES_A_SECOND)
    end = round((clock.seconds(note.end) - start) * FRAMES_A_SECOND)
    return first, max(end, first + 1)


def _place(pitch: int) -> int:
    """Return the place of a pitch, an octave nearer where it is too low or too high to be told."""
    while pitch < LOWEST:
        pitch += 12
    while pitch > HIGHEST:
        pitch -= 12
    return pitch - LOWEST
