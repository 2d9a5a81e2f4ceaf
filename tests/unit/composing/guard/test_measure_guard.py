import math
import random

import numpy as np
import pytest

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.step_table import StepTable
from abcstudio.composing.clock.wishes import Language
from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.composing.guard.measure_guard import MeasureGuard
from abcstudio.composing.guard.particle_record import ParticleRecord
from abcstudio.composing.guard.room_masks import RoomMasks
from abcstudio.composing.guard.take_guard import TakeGuard
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from tests.unit.composing.faults import faults

CHARACTERS = "\n /1248:ABKLMXcegz|]"
PROMPT = "X:1\nM:2/4\nL:1/8\nK:A\n"


class EqualChances:
    """Samples as a network does that finds every character equally likely."""

    def sample_within(self, constraint, prompts, config, rng_seeds, read=len):
        chance = [random.Random(seed) for seed in rng_seeds]
        texts, running = list(prompts), set(range(len(prompts)))
        constraint.begin(prompts, config.max_chars)
        wanted = set(running)
        for _ in range(config.max_chars):
            read = []
            for stream, row in zip(wanted, constraint.allowed(list(wanted)), strict=True):
                assert row.any()
                if stream not in running:
                    continue
                log_kept = math.log(row.sum() / len(row))
                allowed = [one for one, may in zip(CHARACTERS, row, strict=True) if may]
                character = chance[stream].choice(allowed)
                if texts[stream][-1] + character == "\n\n":
                    running.discard(stream)
                    constraint.end(stream, log_kept)
                else:
                    texts[stream] += character
                    read.append((stream, character, log_kept))
            if read:
                constraint.read(*map(list, zip(*read, strict=True)))
            sources = constraint.resampled()
            if sources is not None:
                texts = [texts[source] for source in sources]
                running = {place for place, source in enumerate(sources) if source in running}
            wanted = constraint.wanted(running)
            running &= wanted
            yield
            if not running:
                return


@pytest.fixture(scope="module")
def guard():
    return TakeGuard(CHARACTERS)


def guarded(guard, particles, takes=3, max_chars=60):
    config = SamplingConfig(guard=True, particles=particles, max_chars=max_chars, rng_seed=2)
    texts = [PROMPT] * takes
    for take, character, _ in guard.takes(EqualChances(), [PROMPT] * takes, config, 0, len):
        texts[take] += character
    return texts


@pytest.mark.parametrize("particles", [1, 4])
def test_takes_are_whole_tunes_whatever_the_network(guard, particles):
    texts = guarded(guard, particles)
    assert texts == guarded(guard, particles)
    for text in texts:
        assert (faults(text), text) == ([], text)
        assert text.rstrip().endswith(("|]", ":|", "||"))


def test_particles_go_different_ways_in_a_generator_of_32_bits(guard):
    class Seeds(EqualChances):
        def sample_within(self, constraint, prompts, config, rng_seeds, read=len):
            self.seeds = rng_seeds
            yield from super().sample_within(constraint, prompts, config, rng_seeds, read)

    sampler = Seeds()
    config = SamplingConfig(guard=True, particles=4, max_chars=30, rng_seed=2)
    list(guard.takes(sampler, [PROMPT] * 2, config, 0, len))
    assert [sampler.seeds[0], sampler.seeds[4]] == [2, 3]
    assert len({seed % 2**32 for seed in sampler.seeds}) == 8


def test_what_the_guard_did_comes_with_each_take(guard):
    texts = guarded(guard, 1)
    for take, text in enumerate(texts):
        report = guard.reports[take]
        # The line break that ends a take is sampled, but not shown.
        assert report.characters == len(text) - len(PROMPT) + 1
        assert 0 < report.touched <= report.characters
        assert report.log_kept < report.least_log_kept < 0


def particles_of_two_takes():
    room = RoomMasks(MeasureClock(Language(), CHARACTERS))
    guard = MeasureGuard(StepTable(Language(), CHARACTERS), room, 4, [0, 1])
    guard.begin([PROMPT] * 8, 100)
    return guard


def read(guard, text, log_kept):
    for character in text:
        streams = list(range(8))
        guard.allowed(streams)
        guard.read(streams, [character] * 8, log_kept)


def test_what_runs_and_cannot_be_chosen_is_sampled_no_further():
    guard = particles_of_two_takes()
    read(guard, "A4|]\n", [0.0] * 8)
    for stream in (0, 1, 2, 4, 5, 6):
        guard.end(stream, 0.0)
    # These choose the fourth of four equal particles, and the first.
    assert [int(4 * random.Random(seed).random()) for seed in (0, 1)] == [3, 0]
    assert guard.wanted({3, 7}) == {0, 1, 2, 3}
    assert [guard.is_done(take) for take in (0, 1)] == [False, True]
    assert guard.choose(1)[0] == "A4|]\n"


def test_a_take_goes_on_from_its_heavier_particle():
    guard = particles_of_two_takes()
    read(guard, "A4|", [-9.0 if stream in (1, 2, 3) else 0.0 for stream in range(8)])
    assert guard.resampled() == [0, 0, 0, 0, 4, 5, 6, 7]
    assert guard.resampled() is None
    assert guard.choose(0)[0] == "A4|"
    assert guard.wanted({5}) == {4, 5, 6, 7}


def test_a_prompt_that_no_whole_tune_goes_on_from(guard):
    assert guard.refusal(PROMPT, 60) is None
    assert guard.refusal(PROMPT, 5) == PROMPT[-20:]
    assert guard.refusal(PROMPT + "A8", 60) == "A:1\nM:2/4\nL:1/8\nK:A\nA8"[-20:]


def test_a_report_counts_what_was_masked():
    record = ParticleRecord(2)
    for kept in (1.0, 0.995, 0.5):
        record.add(np.array([1]), np.array([math.log(kept)]))
    assert record.report(0) == GuardReport()
    record.go_on_from([1, 1])
    report = record.report(0)
    assert report.resampled == 1
    assert (report.characters, report.touched) == (3, 1)
    assert report.least_log_kept == math.log(0.5)
