"""An even clock from a device that pulls unevenly."""

import random
from collections.abc import Iterable
from itertools import accumulate, pairwise

import numpy as np
import pytest

from abcstudio.playback.sound.tones import FRAME_RATE
from abcstudio.playback.transport.player import LOST_SECONDS, DeviceClock

CHUNK = 512
PERIOD = CHUNK / FRAME_RATE


def begins(pulls: Iterable[float]) -> list[float]:
    clock = DeviceClock()
    return [clock.begin_of(pull, CHUNK) for pull in pulls]


def test_an_even_device_is_believed() -> None:
    pulls = [5 + number * PERIOD for number in range(200)]
    assert begins(pulls) == pytest.approx(pulls, abs=1e-9)


def test_late_pulls_are_smoothed() -> None:
    chance = random.Random(1)
    even = [number * PERIOD for number in range(2000)]
    pulls = [pull + abs(chance.gauss(0, 0.004)) for pull in even]
    errors = np.array(begins(pulls)) - even
    # What is left of 4 ms is a constant delay, and little about it.
    assert np.std(errors[200:]) < 0.0008
    assert np.std(np.array(pulls) - even) > 0.002


def test_pulls_of_two_blocks_at_once_are_spread() -> None:
    pulls = [(number // 2) * 2 * PERIOD for number in range(400)]
    steps = [later - earlier for earlier, later in pairwise(begins(pulls)[100:])]
    assert steps == pytest.approx([PERIOD] * len(steps), abs=0.003)


@pytest.mark.parametrize("pace", [0.95, 1.0, 1.08])
def test_a_device_that_is_too_fast_or_slow_is_followed(pace: float) -> None:
    pulls = list(accumulate([PERIOD * pace] * 600))
    errors = np.abs(np.array(begins(pulls)) - pulls)
    assert errors.max() < 0.012
    assert errors[300:].max() < 0.0005


def test_a_device_that_stood_still_begins_anew() -> None:
    pulls = [number * PERIOD for number in range(100)]
    pulls += [pulls[-1] + 2 * LOST_SECONDS + number * PERIOD for number in range(1, 50)]
    assert begins(pulls) == pytest.approx(pulls, abs=1e-9)


def test_blocks_may_differ_in_length() -> None:
    clock, now = DeviceClock(), 1.0
    for count in (512, 1024, 256, 512, 2048, 512) * 20:
        assert clock.begin_of(now, count) == pytest.approx(now, abs=1e-9)
        now += count / FRAME_RATE
