import numpy as np
import pytest
import torch

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.vocabulary import Vocabulary
from tests.unit.learning.sampling.both_libraries import LIBRARIES, in_library

VOCABULARY = Vocabulary.of("\nX:1abcdefg|")
PROMPT = "X:1\n"


class Told:
    """Lets streams choose among some characters, then makes them read a text."""

    def __init__(self, characters, free, text):
        self._free, self._text = free, text
        self._row = np.array([one in characters for one in VOCABULARY.characters])
        self.texts = ["", ""]
        self.logs: list[list[float]] = [[], []]

    @property
    def running(self):
        is_running = len(self.texts[0]) < self._free + len(self._text)
        return {0, 1} if is_running else set()

    def allowed(self, streams):
        place = len(self.texts[0]) - self._free
        if place < 0:
            return np.tile(self._row, (len(streams), 1))
        only = np.array([one == self._text[place] for one in VOCABULARY.characters])
        return np.tile(only, (len(streams), 1))

    def read(self, stream, character, log_probability):
        self.texts[stream] += character
        self.logs[stream].append(log_probability)


@pytest.fixture(scope="module")
def model():
    seed_everything(2)
    return CharLSTM(len(VOCABULARY), TrainingConfig(embedding_dim=8, hidden_size=24)).eval()


@pytest.fixture(params=LIBRARIES)
def library(request):
    return request.param


def led(library, model, guide, rng_seeds=(4, 5), **options):
    config = SamplingConfig(**options)
    for _ in Sampler(in_library(library, model), VOCABULARY).sample_scored(
        guide, PROMPT, config, rng_seeds
    ):
        pass
    return guide


def log_probabilities(model, text):
    """Return what a plain forward pass gives each character behind the prompt."""
    numbers = torch.tensor([VOCABULARY.encode(PROMPT + text)])
    with torch.inference_mode():
        logits, _ = model(numbers)
    logs = logits[0].log_softmax(dim=1)
    return [
        float(logs[place - 1, numbers[0, place]]) for place in range(len(PROMPT), len(numbers[0]))
    ]


@pytest.mark.parametrize("temperature", [0.5, 1.0, 2.0])
def test_each_character_comes_with_its_plain_probability(library, model, temperature):
    guide = led(library, model, Told("abc", 6, "d|\n\nX"), temperature=temperature)
    for text, logs in zip(guide.texts, guide.logs, strict=True):
        assert set(text[:6]) <= set("abc")
        assert text[6:] == "d|\n\nX"
        assert logs == pytest.approx(log_probabilities(model, text), abs=0.02)


def test_streams_go_different_ways_and_the_same_again(library, model):
    first, again = (led(library, model, Told("abcdefg", 12, "")).texts for _ in range(2))
    assert first == again
    assert first[0] != first[1]


def test_no_more_is_sampled_than_the_config_allows(library, model):
    texts = led(library, model, Told("ab", 90, ""), max_chars=10).texts
    assert [len(text) for text in texts] == [10, 10]


class Ending(Told):
    """Lets each stream end after so many characters of its own."""

    def __init__(self, *lengths):
        super().__init__("abcdefg", 30, "")
        self._lengths = lengths
        self.texts = [""] * len(lengths)
        self.logs = [[] for _ in lengths]
        self.asked: list[int] = []

    @property
    def running(self):
        return {
            stream for stream, text in enumerate(self.texts) if len(text) < self._lengths[stream]
        }

    def allowed(self, streams):
        self.asked.append(len(streams))
        return np.tile(self._row, (len(streams), 1))


def test_streams_that_need_no_more_are_left_out(library, model):
    few, all_ = (
        led(library, model, Ending(*lengths), rng_seeds=range(24))
        for lengths in ([2, 20, 4, 9, *[3] * 20], [20] * 24)
    )
    assert few.asked[0] == 24
    assert few.asked[-1] == 3
    assert few.texts[1] == all_.texts[1]
    assert few.texts[3][:9] == all_.texts[3][:9]
    assert few.logs[1] == pytest.approx(all_.logs[1], abs=1e-4)
