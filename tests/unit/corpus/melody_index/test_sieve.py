"""The coarse look for a melody costs each place as a table of edits does, cell by cell."""

import random
from collections.abc import Sequence

import numpy as np
import pytest

from abcstudio.corpus.melody_index.notes import NoteCollector
from abcstudio.corpus.melody_index.sieve import cheapest_ends
from abcstudio.corpus.melody_index.steps import StepComparison, step_ranges

NEVER = 1000


@pytest.mark.parametrize("note_count", [4, 7, 12, 64])
@pytest.mark.parametrize("seed", range(3))
def test_each_place_costs_the_notes_that_differ(note_count: int, seed: int) -> None:
    rng = random.Random(seed)
    tunes = [[rng.choice([60, 62, 64, 65]) for _ in range(note_count + 9)] for _ in range(4)]
    query = tunes[0][:note_count]
    if seed:
        query[note_count // 2] += seed
    costs = _costs(tunes, query)
    most = note_count // 2
    for tune, found in zip(tunes, costs, strict=True):
        expected = _edits(tune, query)
        assert [min(one, most) for one in found] == [min(one, most) for one in expected]


def _costs(tunes: Sequence[Sequence[int]], query: Sequence[int]) -> list[list[int]]:
    collector = NoteCollector()
    for number, tune in enumerate(tunes):
        collector.add(number, [(pitch, 1) for pitch in tune])
    ranges = step_ranges([query], StepComparison.SEMITONES)
    costs = cheapest_ends(collector.notes(), ranges, StepComparison.SEMITONES)
    return [line.tolist() for line in np.split(costs, len(tunes))]


def _edits(tune: Sequence[int], query: Sequence[int]) -> list[int]:
    """Return for each note what it costs that the query ends there, at most two notes beside it."""
    rows = [[place if place < 3 else NEVER for _ in tune] for place in range(len(query))]
    for at, row in enumerate(rows):
        for end in range(len(tune)):
            for notes, asked, cost in ((1, 1, 0), (2, 1, 1), (1, 2, 1), (2, 2, 1)):
                if end < notes or at < asked:
                    continue
                step = tune[end] - tune[end - notes]
                is_same = step == query[at] - query[at - asked]
                more = cost if is_same else 2 if notes == asked == 1 else NEVER
                row[end] = min(row[end], rows[at - asked][end - notes] + more)
    last = rows[-3:]
    return [min(row[end] + 2 - place for place, row in enumerate(last)) for end in range(len(tune))]
