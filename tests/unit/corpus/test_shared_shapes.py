"""Shapes that tunes share, counted for all pairs at once as one would for each."""

import random
import tracemalloc
from itertools import combinations, pairwise

import pytest

from abcstudio.corpus.shared_shapes import shared_shapes
from abcstudio.errors import CancelledError
from abcstudio.stopping import stopping

STEPS = 12
Melody = tuple[int, ...]


def melodies(count: int, seed: int = 0) -> list[Melody]:
    """Make melodies, each of a stretch of an earlier one and notes of its own."""
    rng = random.Random(seed)
    made: list[Melody] = [(), (60,), (60, 62), (61, 63), tuple(range(60, 71))]
    while len(made) < count:
        earlier = rng.choice(made)
        start = rng.randrange(len(earlier) + 1)
        own = tuple(rng.randint(50, 84) for _ in range(rng.randint(0, 60)))
        moved = tuple(pitch + 5 for pitch in earlier[start : start + 40])
        made.append(own[:20] + moved + own[20:])
    return made


def shapes(steps: Melody) -> set[tuple[int, ...]]:
    intervals = tuple(after - before for before, after in pairwise(steps))
    return {intervals[start : start + STEPS - 1] for start in range(max(len(steps) - STEPS + 1, 1))}


def test_pairs_and_counts_are_those_of_sets() -> None:
    made = melodies(300)
    sets = [shapes(each) for each in made]
    found = shared_shapes(made, STEPS)
    holders = {shape: sum(shape in each for each in sets) for each in sets for shape in each}
    expected = {
        (one, other): shared
        for one, other in combinations(range(len(made)), 2)
        if (shared := sum(holders[each] <= 60 for each in sets[one] & sets[other]))
    }
    assert len(expected) > 300
    pairs = found.pairs(found.shared > 0)
    assert pairs == sorted(expected)
    assert dict(zip(pairs, found.shared.tolist(), strict=True)) == expected
    assert found.counts.tolist() == [len(each) for each in sets]
    half = [pair for pair, share in zip(pairs, found.of_shorter, strict=True) if share >= 0.5]
    assert half == [
        (one, other)
        for (one, other), shared in sorted(expected.items())
        if shared / min(len(sets[one]), len(sets[other])) >= 0.5
    ]
    assert found.pairs(found.of_both >= 1) == [
        pair for pair in sorted(expected) if sets[pair[0]] == sets[pair[1]]
    ]


def test_no_melodies_have_nothing_in_common() -> None:
    found = shared_shapes([], STEPS)
    assert found.pairs(found.of_shorter >= 0) == []


def test_a_shape_takes_a_hundred_bytes_at_the_most() -> None:
    made = melodies(4_000)
    count = sum(len(shapes(each)) for each in made)
    assert count > 100_000
    shared_shapes(made[:10], STEPS)
    tracemalloc.start()
    try:
        shared_shapes(made, STEPS)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 100 * count


def test_counting_can_be_given_up() -> None:
    with pytest.raises(CancelledError), stopping(lambda: True):
        shared_shapes(melodies(300), STEPS)
