import numpy as np
import pytest

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.vocabulary import Vocabulary
from tests.unit.learning.sampling.both_libraries import LIBRARIES, in_library

VOCABULARY = Vocabulary.of("\nX:1abcdefgABCDEFG|[]234")


class Alphabet:
    """Allows some characters and keeps what is read."""

    def __init__(self, characters):
        self._row = np.array([one in characters for one in VOCABULARY.characters])
        self.texts, self.ended = [], []

    def begin(self, prompts, max_chars):
        self.texts = [""] * len(prompts)

    def allowed(self, streams):
        return np.tile(self._row, (len(streams), 1))

    def read(self, streams, characters):
        for stream, character in zip(streams, characters, strict=True):
            self.texts[stream] += character

    def end(self, stream):
        self.ended.append(stream)


@pytest.fixture(scope="module", params=LIBRARIES)
def sampler(request):
    seed_everything(2)
    model = CharLSTM(len(VOCABULARY), TrainingConfig(embedding_dim=8, hidden_size=24)).eval()
    return Sampler(in_library(request.param, model), VOCABULARY)


def sampled(sampler, constraint, streams=3, **options):
    config = SamplingConfig(**{"max_chars": 40, "repetition_guard": False, **options})
    seeds = [config.rng_seed + stream for stream in range(streams)]
    for _ in sampler.sample_within(constraint, ["X:1\n"] * streams, config, seeds):
        pass
    return constraint


def test_a_constraint_that_allows_all_changes_no_character(sampler):
    free = sampled(sampler, Alphabet(VOCABULARY.characters), rng_seed=4)
    config = SamplingConfig(max_chars=40, rng_seed=4, repetition_guard=False)
    texts = [""] * 3
    for take, character in sampler.sample_together("X:1\n", config, 3):
        texts[take] += character
    assert free.texts == texts


def test_only_what_is_allowed_is_sampled(sampler):
    narrow = sampled(sampler, Alphabet("ab"))
    assert set("".join(narrow.texts)) == {"a", "b"}


def test_streams_end_with_their_tune(sampler):
    ended = sampled(sampler, Alphabet("\nab"), streams=8, max_chars=200)
    assert sorted(ended.ended) == list(range(8))
    assert all("\n\n" not in text for text in ended.texts)


def test_what_repeats_is_left_out_where_another_may_come(sampler):
    only = sampled(sampler, Alphabet("a"), repetition_guard=True)
    assert only.texts == ["a" * 40] * 3
