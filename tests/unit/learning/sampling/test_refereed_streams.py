import itertools

import numpy as np
import pytest

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling.referee import Beginning, Bounds, Ruling
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.vocabulary import Vocabulary
from tests.unit.learning.sampling.both_libraries import LIBRARIES, in_library

VOCABULARY = Vocabulary.of("\nX:1abcdefgABCDEFG|[]234")
PROMPT = "X:1\n"


class Whistle:
    """Lets streams go on, but for some that it takes back once, or binds to some characters."""

    marks = 2

    def __init__(self, taken_back=(), bound="", length=40, begun_anew=(), replaced=None):
        self._taken_back, self._bound, self._length = set(taken_back), bound, length
        self._begun_anew, self._replaced = set(begun_anew), dict(replaced or {})
        self.running, self.log_kept, self.left_behind = set(), [], {}

    def begin(self, prompts, max_chars):
        self._prompts, self._texts = prompts, list(prompts)
        self.running = set(range(len(prompts)))

    def text(self, stream):
        return self._texts[stream]

    def bounds(self):
        if not self._bound:
            return None
        streams = sorted(self.running)
        row = np.array([one in self._bound for one in VOCABULARY.characters])
        return Bounds(streams, np.tile(row, (len(streams), 1)))

    def read(self, streams, numbers, log_kept):
        self.log_kept += log_kept
        ruling = Ruling([], [], [], [])
        for stream, number in zip(streams, numbers, strict=True):
            self._texts[stream] += VOCABULARY.characters[number]
            if len(self._texts[stream]) == len(PROMPT) + 10:
                ruling.marked.append((stream, 1))
            elif len(self._texts[stream]) == len(PROMPT) + 15 and stream in self._taken_back:
                self._taken_back.discard(stream)
                self.left_behind[stream] = self._texts[stream]
                self._texts[stream] = self._texts[stream][:-5]
                ruling.taken_back.append((stream, 1))
            elif len(self._texts[stream]) == len(PROMPT) + 15 and stream in self._begun_anew:
                self._begun_anew.discard(stream)
                self.left_behind[stream] = self._texts[stream]
                self._texts[stream] = PROMPT
                ruling.begun_anew.append(stream)
            elif len(self._texts[stream]) == len(PROMPT) + 16 and stream in self._replaced:
                beginning = Beginning(stream, *self._replaced.pop(stream))
                self._texts[stream] = self._prompts[beginning.source]
                ruling.replaced.append(beginning)
            elif len(self._texts[stream]) == len(PROMPT) + self._length - stream:
                self.running.discard(stream)
        return ruling


@pytest.fixture(scope="module", params=itertools.product(LIBRARIES, [0, 2]))
def sampler(request):
    library, heads = request.param
    seed_everything(2)
    model = CharLSTM(
        len(VOCABULARY),
        TrainingConfig(embedding_dim=8, hidden_size=24, pointer_heads=heads, pointer_width=16),
    )
    return Sampler(in_library(library, model.eval()), VOCABULARY)


def refereed(sampler, referee, streams=9, prompts=(), **options):
    config = SamplingConfig(**{"max_chars": 40, "repetition_guard": False, **options})
    seeds = [config.rng_seed + stream for stream in range(streams)]
    for _ in sampler.sample_refereed(referee, prompts or [PROMPT] * streams, config, seeds):
        pass
    return [referee.text(stream) for stream in range(streams)]


def test_a_referee_that_lets_all_stand_changes_no_character(sampler):
    texts = [PROMPT] * 9
    config = SamplingConfig(
        max_chars=40, rng_seed=4, repetition_guard=False, stop_at_tune_end=False
    )
    for take, character in sampler.sample_together(PROMPT, config, 9):
        texts[take] += character
    found = refereed(sampler, Whistle(), rng_seed=4)
    assert found == [text[: len(PROMPT) + 40 - take] for take, text in enumerate(texts)]


def test_a_stream_that_is_taken_back_goes_another_way_and_leaves_the_others(sampler):
    plain, whistle = refereed(sampler, Whistle()), Whistle(taken_back=[2, 5])
    found = refereed(sampler, whistle)
    for stream, (one, other) in enumerate(zip(plain, found, strict=True)):
        assert (one == other) == (stream not in (2, 5))
        assert len(one) == len(other)
    for stream in (2, 5):
        left = whistle.left_behind[stream]
        assert plain[stream].startswith(left)
        assert found[stream].startswith(left[:-5])
        assert not found[stream].startswith(left)


def test_a_stream_that_begins_anew_is_as_long_as_any_and_leaves_the_others(sampler):
    plain, whistle = refereed(sampler, Whistle()), Whistle(begun_anew=[2, 5])
    found = refereed(sampler, whistle)
    for stream, (one, other) in enumerate(zip(plain, found, strict=True)):
        assert (one == other) == (stream not in (2, 5))
        assert len(one) == len(other)
    for stream in (2, 5):
        assert plain[stream].startswith(whistle.left_behind[stream])
        assert not found[stream].startswith(whistle.left_behind[stream])


@pytest.mark.parametrize("is_long", [False, True])
def test_a_stream_that_is_replaced_is_bit_by_bit_what_it_is_from_the_start(sampler, is_long):
    """Beside streams that have read more, and though those end before it."""
    prompts = [PROMPT + "ab" * (100 * is_long), *[PROMPT] * 7, PROMPT + "AB"]
    length = 40 + 200 * is_long
    whistle = Whistle(length=length, replaced={2: (0, 77), 5: (8, 78), 7: (2, 79)})
    found = refereed(sampler, whistle, prompts=prompts, max_chars=300)
    for stream, source, seed in ((2, 0, 77), (5, 8, 78), (7, 2, 79)):
        texts = list(prompts)
        texts[stream] = prompts[source]
        config = SamplingConfig(max_chars=300, repetition_guard=False, stop_at_tune_end=False)
        seeds = [seed if one == stream else one for one in range(9)]
        for take, character in sampler.sample_each(texts[:], config, seeds):
            texts[take] += character
        assert len(found[stream]) == len(PROMPT) + length - stream
        assert texts[stream].startswith(found[stream])


def test_bounds_hold_and_what_they_keep_is_told(sampler):
    whistle = Whistle(bound="ab")
    texts = refereed(sampler, whistle)
    assert set("".join(texts).replace(PROMPT, "")) == {"a", "b"}
    # Two characters of 24 by a network that has learned nothing; heads copy what has come.
    assert -3.0 < np.mean(whistle.log_kept) < -0.5


def test_what_repeats_is_left_out_where_another_may_come(sampler):
    texts = refereed(sampler, Whistle(bound="a"), repetition_guard=True)
    assert texts[0] == PROMPT + "a" * 40
    free = refereed(sampler, Whistle(bound="ab", length=300), repetition_guard=True, max_chars=300)
    assert all("a" * 60 not in text for text in free)
