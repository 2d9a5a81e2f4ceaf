"""The notes of many tunes, one line of music after the other, two bytes a note."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.melody import Line, length_step

Bytes = NDArray[np.int8]

MAX_NOTES = 20_000
"""Of a longer line only so many notes are known."""

NO_INTERVAL = 127
"""Marks intervals that would cross the end of a line; no query contains it."""

_WIDEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """All notes; nothing is copied for a search.

    Attributes:
        pitches: The MIDI number of each note.
        lengths: The logarithm of its length.
        starts: Where each line begins, and at last where the last one ends.
        tunes: Which tune each line belongs to.
        intervals: From each note to the next.
        double_intervals: From each note to the next but one.
    """

    pitches: Bytes
    lengths: Bytes
    starts: NDArray[np.int32]
    tunes: NDArray[np.int32]
    intervals: Bytes
    double_intervals: Bytes

    @classmethod
    def of_arrays(
        cls, pitches: Bytes, lengths: Bytes, starts: NDArray[np.int32], tunes: NDArray[np.int32]
    ) -> "Notes":
        """Return the notes with what follows from them."""
        intervals = np.empty(len(pitches), np.int8)
        if len(pitches):
            np.subtract(pitches[1:], pitches[:-1], out=intervals[:-1])
            np.clip(intervals, -_WIDEST, _WIDEST, out=intervals)
            intervals[starts[1:] - 1] = NO_INTERVAL
        return cls(
            pitches=pitches,
            lengths=lengths,
            starts=starts,
            tunes=tunes,
            intervals=intervals,
            double_intervals=_double(intervals),
        )

    def __len__(self) -> int:
        return len(self.pitches)

    def line_at(self, place: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the lines that notes belong to."""
        return np.searchsorted(self.starts, place, side="right") - 1


def _double(intervals: Bytes) -> Bytes:
    """Return the sums of adjacent intervals, `NO_INTERVAL` across the end of a line."""
    double = np.full(len(intervals), NO_INTERVAL, np.int8)
    first, second = intervals[:-1], intervals[1:]
    within = (first != NO_INTERVAL) & (second != NO_INTERVAL)
    np.add(first, second, out=double[:-1], where=within)
    return double


class NoteCollector:
    """Takes lines one after the other."""

    def __init__(self) -> None:
        self._pitches, self._lengths = bytearray(), bytearray()
        self._starts, self._tunes = [0], list[int]()

    def add(self, tune: int, line: Line) -> None:
        """Add a line of a tune, unless it has no notes."""
        if not line:
            return
        pitches, lengths = zip(*line[:MAX_NOTES], strict=True)
        self._pitches += bytes([min(max(pitch, 0), 127) for pitch in pitches])
        self._lengths += bytes([length_step(length) & 255 for length in lengths])
        self._starts.append(len(self._pitches))
        self._tunes.append(tune)

    def add_packed(self, tune: int, pitches: bytes, steps: bytes) -> None:
        """Add a line of a tune as `packed` gives it, unless it has no notes."""
        if not pitches:
            return
        self._pitches += pitches
        self._lengths += steps
        self._starts.append(len(self._pitches))
        self._tunes.append(tune)

    def notes(self) -> Notes:
        """Return all that was added."""
        return Notes.of_arrays(
            np.frombuffer(bytes(self._pitches), np.int8),
            np.frombuffer(bytes(self._lengths), np.int8),
            np.array(self._starts, np.int32),
            np.array(self._tunes, np.int32),
        )


def packed(pitches: NDArray[np.int64], lengths: NDArray[np.int64]) -> tuple[bytes, bytes]:
    """Return pitches and lengths as they are kept, a byte each."""
    distinct, places = np.unique(lengths, return_inverse=True)
    steps = np.asarray([length_step(length) for length in distinct.tolist()], np.int8)
    return np.clip(pitches, 0, 127).astype(np.int8).tobytes(), steps[places].tobytes()
