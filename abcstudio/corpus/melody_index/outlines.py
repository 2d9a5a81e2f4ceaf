"""How tunes go, measure by measure: which letter sounds at even places of time in each.

Two settings of one tune need not share a row of notes: one has D mixolydian where the other has D,
runs are filled in or left out, and the lengths differ. What stays is which step of the scale sounds
when. Octaves play no part, sharps and flats neither; a measure that is much shorter or longer than
most of its tune, such as a pickup, is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.index import Progress
from abcstudio.corpus.melody_index.melody import LineNote, melodies_of
from abcstudio.corpus.melody_index.plain_tunes import Numbers, PlainTunes
from abcstudio.corpus.tune import Tune
from abcstudio.notation.reader.parser import parse
from abcstudio.stopping import stop_if_asked

PLACES = 24
"""So many places of a measure are looked at: eighths and sixteenths of all usual meters."""

STEPS = 7
"""Letters from one octave to the next."""

Letters = NDArray[np.int8]

# The letter that folk tunes, seldom in keys of many signs, write for each of the twelve pitches.
_LETTERS = np.array([0, 0, 1, 2, 2, 3, 3, 4, 4, 5, 6, 6], np.int8)
# Of the length of most measures of its tune; repeats and endings split measures.
_SHORTEST, _LONGEST = 0.6, 1.4
_SOME_TUNES = 200


@dataclass(frozen=True, slots=True)
class MelodyOutline:
    """How one melody goes.

    Attributes:
        letters: For each of its measures the letter at each place, C is 0.
        notes: Which note of the melody that is.
    """

    letters: Letters
    notes: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.letters)


@dataclass(frozen=True, slots=True)
class Outlines:
    """How many tunes go.

    Attributes:
        letters: Those of all their measures, tune after tune.
        starts: Where the measures of each tune begin, and at last where those of the last one end.
    """

    letters: Letters
    starts: Numbers

    @classmethod
    def of_tunes(
        cls,
        tunes: Sequence[Tune],
        progress: Progress = lambda _done, _of: None,
    ) -> "Outlines":
        """Read tunes, in a second some six thousand."""
        plain = PlainTunes()
        parts: list[Letters] = []
        for first in range(0, len(tunes), _SOME_TUNES):
            stop_if_asked()
            progress(first, len(tunes))
            some = tunes[first : first + _SOME_TUNES]
            parts += [outline.letters for outline in _read(some, plain)]
        letters = np.concatenate(parts) if parts else np.zeros((0, PLACES), np.int8)
        counts = [len(part) for part in parts]
        return cls(letters, np.concatenate(([0], np.cumsum(counts, dtype=np.int64))))

    def of(self, tune: int) -> Letters:
        """Return the letters of one tune's measures."""
        return self.letters[self.starts[tune] : self.starts[tune + 1]]


def outline_of(tune: Tune) -> MelodyOutline:
    """Return how a tune's first voice that has notes goes."""
    return _read([tune], PlainTunes())[0]


def _read(tunes: Sequence[Tune], plain: PlainTunes) -> list[MelodyOutline]:
    found = plain.read(["V:" if tune.file_header else tune.text for tune in tunes])
    owners = np.repeat(np.arange(len(tunes)), np.diff(found.starts))
    rows = _Rows(found.pitches, found.lengths, found.measures, owners)
    bounds = np.searchsorted(rows.owners, np.arange(len(tunes) + 1)).tolist()
    outlines: list[MelodyOutline] = []
    for place, tune in enumerate(tunes):
        if found.is_plain[place]:
            own = slice(bounds[place], bounds[place + 1])
            outlines.append(MelodyOutline(rows.letters[own], rows.notes[own] - found.starts[place]))
        else:
            stop_if_asked()
            outlines.append(
                _outline(next(iter(melodies_of(parse(tune.text, tune.file_header))), ()))
            )
    return outlines


def _outline(melody: Sequence[LineNote]) -> MelodyOutline:
    pitches, lengths, measures = (
        np.array([note[part] for note in melody], np.int64) for part in range(3)
    )
    rows = _Rows(pitches, lengths, measures, np.zeros(len(melody), np.int64))
    return MelodyOutline(rows.letters, rows.notes)


class _Rows:
    """The measures of some melodies that are neither too short nor too long.

    Attributes:
        letters, notes: As an `MelodyOutline` has them.
        owners: Which melody each measure belongs to.
    """

    def __init__(
        self, pitches: Numbers, lengths: Numbers, measures: Numbers, owners: Numbers
    ) -> None:
        lengths = np.maximum(lengths, 1)
        begins = np.ones(len(pitches), np.bool_)
        begins[1:] = (np.diff(measures) != 0) | (np.diff(owners) != 0)
        firsts = np.flatnonzero(begins)
        if not len(firsts):
            self.letters = np.zeros((0, PLACES), np.int8)
            self.notes, self.owners = np.zeros((0, PLACES), np.int64), np.zeros(0, np.int64)
            return
        totals = np.add.reduceat(lengths, firsts)
        owned = owners[firsts]
        full = _commonest(owned, totals)
        kept = np.flatnonzero((totals >= _SHORTEST * full) & (totals <= _LONGEST * full))
        # Each measure gets a stretch of time of its own, so that one search finds all places.
        ends = np.cumsum(lengths)
        group = np.cumsum(begins) - 1
        stretch = int(max(totals.max(), full.max())) + 1
        onsets = ends - lengths - (ends - lengths)[firsts][group] + group * stretch
        places = full[kept][:, None] * np.arange(PLACES) // PLACES + kept[:, None] * stretch
        self.notes = np.searchsorted(onsets, places, side="right") - 1
        self.letters = _LETTERS[pitches[self.notes] % len(_LETTERS)]
        self.owners = owned[kept]


def _commonest(owners: Numbers, totals: Numbers) -> Numbers:
    """Return for each measure how long most measures of its melody are, of several the longest."""
    pairs, counts = np.unique(np.stack([owners, totals], axis=1), axis=0, return_counts=True)
    order = np.lexsort((pairs[:, 1], counts, pairs[:, 0]))
    last = np.flatnonzero(np.append(np.diff(pairs[order, 0]) != 0, True))
    best = pairs[order][last]
    full: Numbers = best[np.searchsorted(best[:, 0], owners), 1]
    return full
