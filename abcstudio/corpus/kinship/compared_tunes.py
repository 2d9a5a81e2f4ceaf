"""Which tunes have half of another tune's measures: note beside note first, then anywhere.

Most tunes that are nearly one another begin within some notes of the same place. Laid over each
other there, they are known to be near a hundred times sooner than by a search for all measures,
which is left for the others. A tune that has half of the measures there has them anywhere.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise, starmap

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.kinship.plain_sight import plain_music
from abcstudio.corpus.melody_index.index import MelodyIndex
from abcstudio.corpus.melody_index.melody import full_measure, melodies_of
from abcstudio.corpus.melody_index.notes import NoteCollector
from abcstudio.corpus.melody_index.seeds import SEED_NOTES, Chains
from abcstudio.corpus.melody_index.shared_measures import Asked, Measures, shared_measures
from abcstudio.corpus.melody_index.shared_runs import LONGEST_TUNE, SAME_TUNE, RunFinder
from abcstudio.corpus.tune import Tune
from abcstudio.notation.reader.parser import parse

_FARTHEST = 8
"""So many notes later or earlier two tunes are laid over each other."""

_OFFSETS = np.arange(-_FARTHEST, _FARTHEST + 1)[:, None]


class ComparedTunes:
    """Compares tunes with each other; their notes are read once.

    Args of the constructor:
        tunes: All tunes.
        places: Those of them that are compared.
    """

    def __init__(self, tunes: Sequence[Tune], places: Collection[int]) -> None:
        self._tunes = tunes
        self._places = sorted(places)
        compared = [tunes[place] for place in self._places]
        self._notes = MelodyIndex.of_tunes(compared).notes
        # The lines of a tune follow each other.
        bounds = np.searchsorted(self._notes.tunes, np.arange(len(compared) + 1)).tolist()
        self._lines = dict(zip(self._places, starmap(range, pairwise(bounds)), strict=True))

    def having(self, place: int, others: Sequence[int]) -> list[int]:
        """Return which of some tunes have half of the measures of the one at a place."""
        asked = self._asked(place)
        if asked is None:
            return []
        beside = self._beside(asked, others)
        left = [other for other in others if other not in beside]
        anywhere = self._anywhere(asked, left) if left else set()
        return [other for other in others if other in beside or other in anywhere]

    def _asked(self, place: int) -> Asked | None:
        """Return the first voice of a tune; None where it has no notes."""
        tune = self._tunes[place]
        plain = None if tune.file_header else plain_music(tune.text)
        if plain is not None and sum(plain.sizes) <= LONGEST_TUNE:
            (line,) = self._lines[place]
            start, end = self._notes.starts[line : line + 2].tolist()
            pitches, lengths = self._notes.pitches[start:end], self._notes.lengths[start:end]
            return Asked(pitches.astype(np.int16), lengths.astype(np.int16), Measures(*plain))
        score = parse(tune.text, tune.file_header)
        melodies = melodies_of(score)
        if not melodies:
            return None
        return Asked.of_melody(melodies[0][:LONGEST_TUNE], full_measure(score))

    def _beside(self, asked: Asked, others: Sequence[int]) -> set[int]:
        """Return the tunes that have half of a melody where they begin about as it does."""
        lines = np.array([line for other in others for line in self._lines[other]], np.int64)
        parts = asked.measures.parts
        if len(asked.pitches) < SEED_NOTES or not len(lines) or not parts.sum():
            return set()
        chains = self._likeliest(asked.pitches, lines)
        shares = shared_measures(self._notes, chains, asked) @ parts / parts.sum()
        owners = self._notes.tunes[chains.lines[shares >= SAME_TUNE]]
        return {self._places[owner] for owner in owners.tolist()}

    def _likeliest(self, pitches: NDArray[np.int16], lines: NDArray[np.int64]) -> Chains:
        """Return where in each line a melody has most intervals, if it has a seed there."""
        notes = self._notes
        own = np.diff(pitches)
        begins = notes.starts[lines].astype(np.int64)
        ends = notes.starts[lines + 1] - 1
        places = begins[:, None, None] + _OFFSETS + np.arange(len(own))
        same = notes.intervals.take(places, mode="clip") == own
        same &= (places >= begins[:, None, None]) & (places < ends[:, None, None])
        best = np.count_nonzero(same, axis=2).argmax(axis=1)
        rows = np.arange(len(lines))
        same, firsts = same[rows, best], places[rows, best, 0]
        seeds = same[:, : len(own) - SEED_NOTES + 2].copy()
        for step in range(1, SEED_NOTES - 1):
            seeds &= same[:, step : len(own) - SEED_NOTES + 2 + step]
        has = seeds.any(axis=1)
        at = seeds.argmax(axis=1)[has]
        firsts, lines = firsts[has], lines[has]
        keys = notes.pitches[firsts + at].astype(np.int64) - pitches[at]
        return Chains(firsts, keys, lines, at)

    def _anywhere(self, asked: Asked, others: Sequence[int]) -> set[int]:
        """Return the tunes that have half of a melody, wherever its measures stand in them."""
        collector, notes = NoteCollector(), self._notes
        for other in others:
            for line in self._lines[other]:
                start, end = notes.starts[line : line + 2].tolist()
                pitches, lengths = notes.pitches[start:end], notes.lengths[start:end]
                collector.add_packed(other, pitches.tobytes(), lengths.tobytes())
        finder = RunFinder(collector.notes(), len(self._tunes))
        return {one.tune for one in finder.relatives_of(asked, frozenset()) if one.is_same_tune}
