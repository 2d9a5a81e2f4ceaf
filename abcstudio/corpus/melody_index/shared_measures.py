"""Which measures of a tune each known tune has, too, in any key and unit note length.

A measure is shared where the known tune has its notes; one note, of many notes a quarter, may be
another one or an ornament, and half of them may last otherwise.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.melody import LineNote, length_step
from abcstudio.corpus.melody_index.notes import Notes
from abcstudio.corpus.melody_index.seeds import Chains

Matrix = NDArray[np.bool_]

# An ornament written out moves all that follows by so many notes at most.
_DRIFT = 4
# Two lengths differ by so many of their steps at most.
_MOST_LONGER = 200


class Measures:
    """The measures of a melody, each by its first note.

    Args of the constructor:
        sizes: How many notes each has.
        lengths: How long the notes of each last together.
        measure_length: How long a full measure is.
        numbers: What each is called.

    Attributes:
        numbers: What each is called.
        starts, ends: Its first note, and the one after its last.
        sizes: How many notes each has.
        parts: How much of a full measure each lasts.
        group_of: The place of the measure that each note is in.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        lengths: Sequence[int],
        measure_length: int,
        numbers: Sequence[int] = (),
    ) -> None:
        self.numbers = numbers
        self.sizes = np.array(sizes)
        self.ends = np.cumsum(self.sizes)
        self.starts = self.ends - self.sizes
        self.parts = np.minimum(np.array(lengths) / max(measure_length, 1), 1.0)
        self.group_of = np.repeat(np.arange(len(sizes)), self.sizes)

    @classmethod
    def of_melody(cls, melody: Sequence[LineNote], measure_length: int) -> "Measures":
        """Return the measures of some notes; a full one is so long, in the unit of the notes."""
        groups = [(number, [*those]) for number, those in groupby(melody, lambda one: one.measure)]
        return cls(
            [len(those) for _, those in groups],
            [sum(note.length for note in those) for _, those in groups],
            measure_length,
            [number for number, _ in groups],
        )

    def counts(self, matrix: Matrix) -> NDArray[np.int64]:
        """Return how many notes of each measure are so, row by row."""
        return np.add.reduceat(matrix, self.starts, axis=1, dtype=np.int64)


class Asked(NamedTuple):
    """A melody whose measures are looked for.

    Attributes:
        pitches: The MIDI number of each note.
        lengths: The logarithm of its length.
        measures: Which notes make its measures.
    """

    pitches: NDArray[np.int16]
    lengths: NDArray[np.int16]
    measures: Measures

    @classmethod
    def of_melody(cls, melody: Sequence[LineNote], measure_length: int) -> "Asked":
        """Return some notes; a full measure is so long, in the unit of the notes."""
        return cls(
            np.array([note.pitch for note in melody], np.int16),
            np.array([length_step(note.length) for note in melody], np.int16),
            Measures.of_melody(melody, measure_length),
        )


def shared_measures(notes: Notes, chains: Chains, asked: Asked) -> Matrix:
    """Return for each chain which measures it has."""
    pitches, lengths, measures = asked
    count = len(pitches)
    places = chains.diagonals[:, None] + np.arange(count)
    begins, ends = notes.starts[chains.lines], notes.starts[chains.lines + 1]
    inside = (places >= begins[:, None]) & (places < ends[:, None])
    places = np.clip(places, 0, len(notes) - 1)
    same = notes.pitches[places] - pitches == chains.transpositions[:, None]
    same &= inside
    longer = notes.lengths[places] - lengths
    same_length = longer == _tempo(longer, same)[:, None]
    same, same_length = _joined(chains, same, same & same_length)
    wrong = measures.counts(~same)
    in_time = measures.counts(same_length)
    few = np.maximum(measures.sizes // 4, 1)
    enough = (wrong <= few) & (2 * wrong < measures.sizes) & (2 * in_time >= measures.sizes - 1)
    return np.asarray(enough)


def _tempo(longer: NDArray[np.int16], same: Matrix) -> NDArray[np.int64]:
    """Return for each chain by how much most of its notes that are the same last longer."""
    rows, columns = np.nonzero(same)
    steps = longer[rows, columns].astype(np.int64) + _MOST_LONGER
    width = 2 * _MOST_LONGER + 1
    counts = np.bincount(rows * width + steps, minlength=len(same) * width)
    return np.asarray(counts.reshape(-1, width).argmax(axis=1) - _MOST_LONGER)


def _joined(chains: Chains, same: Matrix, in_time: Matrix) -> tuple[Matrix, Matrix]:
    """Join chains of one line and key that an ornament has moved against each other."""
    groups: dict[tuple[int, int], list[int]] = {}
    for chain, key in enumerate(
        zip(chains.lines.tolist(), chains.transpositions.tolist(), strict=True)
    ):
        groups.setdefault(key, []).append(chain)
    both = same.copy(), in_time.copy()
    for group in groups.values():
        for chain in group if len(group) > 1 else ():
            for other in group:
                if 0 < abs(chains.diagonals[chain] - chains.diagonals[other]) <= _DRIFT:
                    both[0][chain] |= same[other]
                    both[1][chain] |= in_time[other]
    return both
