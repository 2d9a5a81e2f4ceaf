"""Tunes and recordings at even steps of time: of each step the pitch class that sounds.

A tune's step is the note length that most of its notes are multiples of, an eighth as a rule. A
recording is read at several lengths of a step, since nobody knows how fast it was played.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.hearing.pitches import FRAMES_A_SECOND, LOWEST, HeardPitches
from abcstudio.corpus.melody_index.melody import length_of_step
from abcstudio.corpus.melody_index.notes import Notes

PARTS = 3
"""A step is told apart in so many parts, so that triplets can be followed."""

_UNITS = (1 / 4, 1 / 8, 1 / 16, 1 / 32)
_SIXTEENTH = 1 / 16
_LEAST_SHARE = 0.75
_LONGEST_NOTE = 32
_LENGTHS = 256


@dataclass(frozen=True, slots=True, eq=False)
class TuneSteps:
    """All lines of music at even steps, one row after the other.

    A line of sixteenths has a second row of eighths: dotted pairs are played as triplets, too.

    Attributes:
        classes: The pitch class of each part of a step.
        notes: Which note each part belongs to.
        starts: With which part each row begins, and at last where the last one ends.
        lines: Which line each row is.
        units: How long a step of each row is, in whole notes.
    """

    classes: NDArray[np.int8]
    notes: NDArray[np.int32]
    starts: NDArray[np.int64]
    lines: NDArray[np.int64]
    units: NDArray[np.float64]

    @classmethod
    def of(cls, notes: Notes) -> "TuneSteps":
        """Return the steps of all lines."""
        lengths = np.array([length_of_step(step) for step in range(-_LENGTHS // 2, _LENGTHS // 2)])
        whole = lengths[notes.lengths.astype(np.int64) + _LENGTHS // 2]
        units = _units(notes, whole)
        again = np.flatnonzero(units <= _SIXTEENTH)
        lines = np.concatenate([np.arange(len(units)), again])
        units = np.concatenate([units, 2 * units[again]])
        counts = np.diff(notes.starts)[lines]
        firsts = np.concatenate([[0], np.cumsum(counts)])
        row_of = np.repeat(np.arange(len(lines)), counts)
        place = np.arange(len(row_of)) - firsts[row_of] + notes.starts[lines][row_of]
        ends = np.cumsum(np.minimum(whole[place] / units[row_of], _LONGEST_NOTE))
        begins = np.concatenate([[0.0], ends])[firsts[:-1]]
        last = np.rint((ends - begins[row_of]) * PARTS).astype(np.int64)
        first = np.concatenate([[0], last[:-1]])
        first[firsts[:-1]] = 0
        parts = last - first
        note_of = np.repeat(place, parts).astype(np.int32)
        starts = np.concatenate([[0], np.cumsum(parts)])[firsts]
        classes = (notes.pitches % 12).astype(np.int8)
        return cls(classes[note_of], note_of, starts.astype(np.int64), lines, units)


def classes_of(heard: HeardPitches) -> NDArray[np.float32]:
    """Return how strongly each pitch class sounds in each frame of a recording, in any octave."""
    count, width = heard.levels.shape
    octaves = -(-width // 12)
    padded = np.zeros((count, octaves * 12), np.float32)
    padded[:, :width] = heard.levels
    strongest = padded.reshape(count, octaves, 12).max(axis=1)
    return np.asarray(np.roll(strongest, LOWEST % 12, axis=1) * (heard.loudness > 0)[:, None])


def at_steps(
    levels: NDArray[np.float32], step_seconds: float, phase: float, parts: int = 1
) -> NDArray[np.float32]:
    """Return the mean of the frames of each step, or of each part of a step.

    Args:
        levels: What sounds in each frame, by pitch or pitch class.
        step_seconds: How long a step lasts.
        phase: By how much of a step the first one begins later.
        parts: In how many parts a step is told apart.
    """
    length = step_seconds * FRAMES_A_SECOND / parts
    count = int(len(levels) / length - phase)
    # At its edges a step has the sound of its neighbours.
    edge = 0.15 if parts == 1 else 0
    first = (np.arange(count) + phase + edge) * length
    sums = np.cumsum(np.pad(levels, ((1, 0), (0, 0))), axis=0, dtype=np.float64)
    begin = np.clip(np.rint(first).astype(np.int64), 0, len(levels) - 1)
    end = np.rint(first + length * (1 - 2 * edge)).astype(np.int64)
    end = np.clip(np.maximum(end, begin + 1), 0, len(levels))
    mean = (sums[end] - sums[begin]) / (end - begin)[:, None]
    return np.asarray(mean, np.float32)


def _units(notes: Notes, whole: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the step of each line, in whole notes."""
    starts = notes.starts[:-1].astype(np.int64)
    counts = np.diff(notes.starts)
    units = np.full(len(starts), _UNITS[-1])
    open_lines = np.ones(len(starts), bool)
    for unit in _UNITS:
        multiples = whole / unit
        fits = (np.abs(multiples - np.rint(multiples)) < 0.02) & (multiples > 0.5)
        if not len(starts):
            break
        share = np.add.reduceat(fits, starts, dtype=np.int64) / counts
        chosen = open_lines & (share >= _LEAST_SHARE)
        units[chosen] = unit
        open_lines &= ~chosen
    return units
