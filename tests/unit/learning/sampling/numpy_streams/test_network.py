"""The same takes, character by character, by both libraries."""

import pytest

from abcstudio.learning.checkpoint import load_model, load_weights
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams import products
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.paths import bundled_model
from tests.unit.learning.sampling.both_libraries import LIBRARIES, in_library, lively_network

VOCABULARY = Vocabulary.of("X:1\nT:abcdefgABCDEFG|[]234")
HEADS = {"pointer_heads": 2, "pointer_width": 8, "pointer_reach": 40}
PROMPT = "X:1\nT:The Mill\nR:reel\nM:4/4\nL:1/8\nK:D\n"


@pytest.fixture(autouse=True)
def _full_width(monkeypatch):
    """Let torch round no weights: on some processors it would."""
    monkeypatch.setattr(products, "has_fast_bfloat16", lambda _device: False)


def texts_of(sampler, prompts, **options):
    texts = list(prompts)
    for take, character in sampler.sample_each(prompts, SamplingConfig(**options)):
        texts[take] += character
    return texts


@pytest.mark.parametrize("heads", [{}, HEADS])
@pytest.mark.parametrize("takes", [1, 8])
def test_both_libraries_sample_the_same_takes(heads, takes):
    """Beside each other from prompts of several lengths, of which some end early."""
    model = lively_network(len(VOCABULARY), hidden_size=24, num_layers=2, **heads)
    prompts = ["X:1\nT:" + "abc|" * (take % 3) for take in range(takes)]
    for rng_seed in (1, 2**31):
        torch_texts, numpy_texts = (
            texts_of(Sampler(in_library(library, model), VOCABULARY), prompts,
                     rng_seed=rng_seed, max_chars=80)
            for library in LIBRARIES
        )  # fmt: skip
        assert torch_texts == numpy_texts
        assert all(
            len(text) > len(prompt) for text, prompt in zip(torch_texts, prompts, strict=True)
        )


def test_the_shipped_model_writes_the_same_takes():
    loaded, weights = load_model(bundled_model()), load_weights(bundled_model())
    vocabulary = loaded.header.vocabulary
    torch_texts, numpy_texts = (
        texts_of(Sampler(model, vocabulary), [PROMPT] * 4, rng_seed=9, max_chars=120)
        for model in (loaded.model, weights.model)
    )
    assert torch_texts == numpy_texts
    assert len(set(torch_texts)) == 4


def test_streams_of_several_lengths_may_be_side_by_side():
    model = lively_network(len(VOCABULARY), hidden_size=24, **HEADS)
    sampler = Sampler(in_library("numpy", model), VOCABULARY)
    if not sampler.can_mix(3):
        pytest.skip("this processor rounds otherwise")
    prompts = ["X:1\n", "X:1\nT:" + "abcdefg|" * 12, "X:1\nT:ab"]
    found = texts_of(sampler, prompts, max_chars=60, stop_at_tune_end=False)
    for take, prompt in enumerate(prompts):
        alike = texts_of(sampler, [prompt] * 3, max_chars=60, stop_at_tune_end=False)
        assert found[take] == alike[take]


def test_takes_that_end_leave_the_others_what_they_are():
    model = lively_network(len(VOCABULARY), hidden_size=64, **HEADS)
    sampler = Sampler(in_library("numpy", model), VOCABULARY)

    def third(forbidden):
        def forbid(take, text):
            return "\n" if take == 2 else forbidden

        config = SamplingConfig(max_chars=60, rng_seed=7)
        pairs = sampler.sample_together("X:1\n", config, 9, forbid)
        return "".join(character for take, character in pairs if take == 2)

    others_end = VOCABULARY.characters.replace("\n", "")
    assert third(others_end) == third("\n")
    assert len(third("\n")) == 60
