import math
import random

import pytest

from abcstudio.composing.guard.settling import settled

EVEN = [0.25] * 4


@pytest.mark.parametrize(
    ("place", "is_settled"), [(0.1, True), (0.24, True), (0.3, False), (0.9, False)]
)
def test_a_particle_that_runs_may_take_no_place_from_the_first(place, is_settled):
    # Of 0.25 of four the first one has up to a third if the last one loses all.
    assert settled(EVEN, [True, True, True, False], place, 2.0) is is_settled


def test_nothing_is_settled_before_one_ends_or_once_all_have():
    assert not settled(EVEN, [False] * 4, 0.1, 2.0)
    assert not settled(EVEN, [True] * 4, 0.1, 2.0)


def test_nothing_is_settled_where_the_take_may_be_resampled():
    has_ended = [True, True, False, False]
    assert settled(EVEN, has_ended, 0.1, 1.9)
    assert not settled(EVEN, has_ended, 0.1, 2.0)


def test_what_is_settled_stays_whatever_the_particles_that_run_weigh_in_the_end():
    chance = random.Random(3)
    found = 0
    for _ in range(300):
        weights = [chance.random() for _ in range(4)]
        has_ended = [chance.random() < 0.6 for _ in range(4)]
        place = chance.random()
        if not settled(weights, has_ended, place, 2.0):
            continue
        found += 1
        chosen = set()
        for _ in range(20):
            now = [
                weight if ended else weight * chance.random()
                for weight, ended in zip(weights, has_ended, strict=True)
            ]
            assert math.fsum(now) ** 2 >= 2.0 * math.fsum(one * one for one in now)
            chosen.add(next(i for i in range(4) if place * sum(now) <= sum(now[: i + 1])))
        assert len(chosen) == 1
        assert has_ended[chosen.pop()]
    assert found > 20
