import itertools

import pytest
import torch

from abcstudio.errors import PromptError
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling.repetition import repeating_character
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams.sampling_step import pick
from abcstudio.learning.vocabulary import Vocabulary

VOCABULARY = Vocabulary.of("X:1\nT:abcdefgABCDEFG|[]234")


def network(hidden_size=24):
    seed_everything(2)
    return CharLSTM(
        len(VOCABULARY), TrainingConfig(embedding_dim=8, hidden_size=hidden_size)
    ).eval()


def sampled(sampler, prompt, **options):
    return "".join(sampler.sample(prompt, SamplingConfig(**options)))


def test_the_whole_prompt_is_read():
    """The lab's own loop fails with more than one character; here the first ones matter too."""
    model = network()
    with torch.no_grad():
        # A network that has learned nothing would forget the first character at once.
        model.recurrent.weight_hh_l0 *= 8.0
    sampler = Sampler(model, VOCABULARY)
    prompt = "X:1\nT:abc"
    with torch.inference_mode():
        logits, _ = model(torch.tensor([VOCABULARY.encode(prompt)]))
    expected = VOCABULARY.characters[int(logits[0, -1].argmax())]
    assert sampled(sampler, prompt, temperature=0.0, max_chars=1) == expected
    texts = {sampled(sampler, first + ":1\nT:abc", max_chars=60) for first in "XTA"}
    assert len(texts) == 3


def test_an_empty_prompt_begins_a_tune():
    sampler = Sampler(network(), VOCABULARY)
    assert sampled(sampler, "", max_chars=20, stop_at_tune_end=False) == sampled(
        sampler, "\n\n", max_chars=20, stop_at_tune_end=False
    )


def test_unknown_characters_are_refused():
    with pytest.raises(PromptError):
        sampled(Sampler(network(), VOCABULARY), "X:1\nT:Ü")


def test_equal_seeds_draw_equal_takes():
    sampler = Sampler(network(), VOCABULARY)
    texts = [sampled(sampler, "X", rng_seed=seed, stop_at_tune_end=False) for seed in (4, 4, 5)]
    assert len(texts[0]) == 1000
    assert texts[0] == texts[1] != texts[2]


def test_a_take_does_not_depend_on_its_neighbours():
    sampler = Sampler(network(), VOCABULARY)
    config = SamplingConfig(max_chars=300, rng_seed=7, stop_at_tune_end=False)
    takes = dict.fromkeys(range(4), "")
    for take, character in sampler.sample_together("X:1\n", config, 4):
        takes[take] += character
    for take, text in takes.items():
        alone = sampled(sampler, "X:1\n", max_chars=300, rng_seed=7 + take, stop_at_tune_end=False)
        assert text == alone


@pytest.mark.parametrize("hidden_size", [24, 100, 512])
def test_a_take_depends_on_its_place_and_the_width_only(hidden_size):
    """Where weights are rounded too, and where the others end at once and are left out."""
    sampler = Sampler(network(hidden_size), VOCABULARY)
    config = SamplingConfig(max_chars=60, rng_seed=7)

    def third(forbidden):
        def forbid(take, text):
            return "\n" if take == 2 else forbidden

        pairs = list(sampler.sample_together("X:1\n", config, 9, forbid))
        return "".join(character for take, character in pairs if take == 2), len(pairs)

    others_end = VOCABULARY.characters.replace("\n", "")
    text, alone = third(others_end)
    assert len(text) == alone == 60
    assert (text, 540) == third("\n")
    assert third("abc\n")[0] == text


def test_a_blank_line_ends_a_take_and_is_not_given_out():
    model = network()
    newline = VOCABULARY.encode("\n")[0]
    with torch.no_grad():
        model.output.bias[newline] = 50.0
    sampler = Sampler(model, VOCABULARY)
    assert sampled(sampler, "X:1") == "\n"
    assert sampled(sampler, "X:1\n") == ""
    assert sampled(sampler, "X:1\n", stop_at_tune_end=False, max_chars=5) == "\n" * 5


def test_sampling_can_be_left_at_any_character():
    text = itertools.islice(Sampler(network(), VOCABULARY).sample("X", SamplingConfig()), 3)
    assert len(list(text)) == 3


def test_frequencies_follow_the_probabilities():
    logits = torch.tensor([[0.5, 0.2, 0.3]]).log().expand(20_000, 3)
    uniforms = torch.rand(20_000, 1, generator=torch.Generator().manual_seed(0)).double()
    counts = torch.bincount(pick(logits, uniforms, SamplingConfig(temperature=1.0)))
    shares = counts / 20_000
    assert torch.allclose(shares, torch.tensor([0.5, 0.2, 0.3]), atol=0.015)


@pytest.mark.parametrize(
    ("options", "possible"),
    [
        ({"top_k": 1}, {0}),
        ({"top_k": 2}, {0, 2}),
        ({"top_p": 0.4}, {0}),
        ({"top_p": 0.6}, {0, 2}),
        ({"top_p": 0.0}, {0}),
        ({"top_k": 99, "top_p": 1.0}, {0, 1, 2}),
    ],
)
def test_unlikely_characters_can_be_left_out(options, possible):
    logits = torch.tensor([[0.5, 0.2, 0.3]]).log().expand(2000, 3)
    uniforms = torch.linspace(0.0, 0.9999, 2000).unsqueeze(1).double()
    numbers = pick(logits, uniforms, SamplingConfig(temperature=1.0, **options))
    assert set(numbers.tolist()) == possible


def test_the_number_of_threads_is_given_back():
    before = torch.get_num_threads()
    for _ in Sampler(network(), VOCABULARY).sample("X", SamplingConfig(max_chars=3)):
        assert torch.get_num_threads() == before
    assert torch.get_num_threads() == before


def test_what_is_forbidden_never_comes():
    sampler = Sampler(network(), VOCABULARY)
    asked = []

    def forbid(take, text):
        asked.append((take, text))
        return "abcé" if take == 0 else ""

    takes = {0: "", 1: ""}
    config = SamplingConfig(temperature=1.0, max_chars=200, stop_at_tune_end=False)
    for take, character in sampler.sample_together("X:1\n", config, 2, forbid):
        takes[take] += character
    assert not set(takes[0]) & set("abc")
    assert set(takes[1]) & set("abc")
    assert asked[:2] == [(0, "X:1\n"), (1, "X:1\n")]
    assert (1, "X:1\n" + takes[1][:10]) in asked


def test_where_everything_is_forbidden_nothing_is():
    sampler = Sampler(network(), VOCABULARY)
    config = SamplingConfig(max_chars=20, stop_at_tune_end=False)
    free = "".join(sampler.sample("X", config))
    assert "".join(sampler.sample("X", config, lambda take, text: VOCABULARY.characters)) == free


def test_circles_are_left():
    model = network()
    with torch.no_grad():
        model.output.bias[VOCABULARY.encode("a")[0]] = 50.0
        model.output.bias[VOCABULARY.encode("b")[0]] = 30.0
    sampler = Sampler(model, VOCABULARY)
    circling = sampled(sampler, "X", max_chars=100, repetition_guard=False)
    assert circling == "a" * 100
    led = sampled(sampler, "X", max_chars=100, repetition_guard=True)
    assert led[:23] == "a" * 23
    assert 2 <= led.count("b") <= 5


@pytest.mark.parametrize(
    ("text", "character"),
    [
        ("", ""),
        ("GGGG", ""),
        ("x" + "G" * 23, ""),
        ("x" + "G" * 24, "G"),
        ("A2|" * 8, "A"),
        ("A2|" * 7, ""),
        ("X:1\n" + "|GABc dedB" * 4, "|"),
        ("X:1\n" + "|GABc dedB" * 3, ""),
        ("X:1\n" + "|GABc dedB" * 4 + "|GA", "B"),
        ("|GABc dedB|cdef gage" * 3, ""),
    ],
)
def test_a_circle_is_four_times_the_same(text, character):
    assert repeating_character(text) == character
