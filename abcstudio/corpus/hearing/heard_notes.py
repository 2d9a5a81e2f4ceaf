"""What was heard in a recording, as notes that each last some steps."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.hearing.even_steps import at_steps
from abcstudio.corpus.hearing.pitches import FRAMES_A_SECOND, LOWEST, HeardPitches

# None is so late that the first note is missed.
_PHASES = (-0.5, -0.25, 0.0, 0.25)
# An octave's leap must be as much louder as that to be believed, for each semitone.
_NEARNESS = 0.015
# What is so much louder than a moment before is struck anew.
_STRUCK = 1.5
_MOMENT = 4


class HeardNote(NamedTuple):
    """One note: its MIDI number, and how many steps it lasts with what is silent after it."""

    pitch: int
    steps: int


def notes_of(heard: HeardPitches, step_seconds: float) -> tuple[HeardNote, ...]:
    """Return the notes of a recording whose steps are as long."""
    sounding = heard.levels * (heard.loudness > 0)[:, None]
    phase = max(_PHASES, key=lambda one: _clarity(at_steps(sounding, step_seconds, one)))
    levels = at_steps(sounding, step_seconds, phase)
    notes: list[HeardNote] = []
    for place, row in enumerate(levels):
        if not row.any():
            if notes:
                notes[-1] = notes[-1]._replace(steps=notes[-1].steps + 1)
            continue
        pitch = _pitch(row, notes[-1].pitch if notes else None)
        frame = max(round((place + phase) * step_seconds * FRAMES_A_SECOND), 0)
        if notes and notes[-1].pitch == pitch and not _is_struck(heard, frame):
            notes[-1] = notes[-1]._replace(steps=notes[-1].steps + 1)
        else:
            notes.append(HeardNote(pitch, 1))
    return tuple(notes)


def _clarity(levels: NDArray[np.float32]) -> float:
    return float(levels.max(axis=1).mean()) if len(levels) else 0.0


def _pitch(levels: NDArray[np.float32], before: int | None) -> int:
    """Return the strongest pitch, in the octave that is nearer to the note before."""
    best = int(levels.argmax())
    if before is not None:
        octaves = range(best % 12, len(levels), 12)
        best = max(
            octaves,
            key=lambda one: float(levels[one]) - _NEARNESS * abs(one + LOWEST - before),
        )
    return best + LOWEST


def _is_struck(heard: HeardPitches, frame: int) -> bool:
    before = heard.loudness[max(frame - _MOMENT, 0) : frame + 1]
    after = heard.loudness[frame : frame + 2 * _MOMENT]
    return bool(len(before) and len(after) and after.max() > _STRUCK * before.min())
