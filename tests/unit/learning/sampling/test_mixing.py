import math

import pytest
import torch

from abcstudio.errors import ModelFileError
from abcstudio.learning.checkpoint import LoadedModel, ModelHeader
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling.mixture import mixture, shared_vocabulary
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.vocabulary import Vocabulary

OWN = "X:1\nT:abcdefgABCDEFG|[]234"
OTHER = "X:1\nT:abcdefgABCDEFG|[]56789é"
SHARED = Vocabulary.of("X:1\nT:abcdefgABCDEFG|[]")


def loaded(characters, *, rng_seed=1, heads=0, hidden_size=24, name="Own"):
    vocabulary = Vocabulary.of(characters)
    seed_everything(rng_seed)
    model = CharLSTM(
        len(vocabulary),
        TrainingConfig(
            embedding_dim=8, hidden_size=hidden_size, pointer_heads=heads, pointer_width=8
        ),
    ).eval()
    with torch.no_grad():
        for weight in model.parameters():
            weight.mul_(3.0)
    config = TrainingConfig(embedding_dim=8, hidden_size=hidden_size)
    return LoadedModel(model, ModelHeader(name=name, vocabulary=vocabulary, config=config), "0")


def pair(heads=(0, 0), **options):
    return (
        loaded(OWN, heads=heads[0], **options),
        loaded(OTHER, rng_seed=2, heads=heads[1], name="Other", **options),
    )


def sampler_of(models, share):
    mixed = mixture(models[0], models[1], share)
    return Sampler(mixed, mixed.vocabulary)


def probabilities(model, text):
    """Return the network's own log-probabilities of what follows a text, by character."""
    characters = model.header.vocabulary.characters
    with torch.inference_mode():
        logits, _ = model.model(torch.tensor([model.header.vocabulary.encode(text)]))
    return dict(zip(characters, logits[0, -1].double().log_softmax(0).tolist(), strict=True))


@pytest.mark.parametrize("heads", [(0, 0), (2, 0), (0, 2), (2, 2)])
@pytest.mark.parametrize("share", [0.3, 0.8])
def test_the_likeliest_character_is_that_of_the_added_logarithms(heads, share):
    """Character by character against the plain networks, through the prompt and far beyond it."""
    models = pair(heads)
    sampler = sampler_of(models, share)
    text = "X:1\nT:ab"
    config = SamplingConfig(temperature=0.0, max_chars=40, stop_at_tune_end=False,
                            repetition_guard=False)  # fmt: skip
    for character in sampler.sample(text, config):
        one, other = (probabilities(model, text) for model in models)
        sums = {c: (1 - share) * one[c] + share * other[c] for c in SHARED.characters}
        best = max(sums, key=lambda one: sums[one])
        # Two may be as likely but for rounding.
        assert sums[character] == pytest.approx(sums[best], abs=1e-4)
        text += character


def test_frequencies_follow_the_mixture_at_a_temperature():
    models, share, text, temperature = pair(), 0.4, "X:1\n", 0.7
    one, other = (probabilities(model, text) for model in models)
    sums = {c: ((1 - share) * one[c] + share * other[c]) / temperature for c in SHARED.characters}
    whole = math.log(sum(map(math.exp, sums.values())))
    config = SamplingConfig(temperature=temperature, max_chars=1, stop_at_tune_end=False,
                            repetition_guard=False)  # fmt: skip
    takes = 6000
    found = [c for _, c in sampler_of(models, share).sample_together(text, config, takes)]
    for character, log in sums.items():
        expected = math.exp(log - whole)
        spread = 4 * math.sqrt(expected * (1 - expected) / takes) + 1e-4
        assert abs(found.count(character) / takes - expected) <= spread, character


def test_a_share_of_almost_nothing_is_the_network_alone_among_shared_characters():
    models = pair()
    config = SamplingConfig(temperature=0.0, max_chars=60, stop_at_tune_end=False)
    taken = "".join(sampler_of(models, 1e-9).sample("X:1\n", config))
    assert set(taken) <= set(SHARED.characters)
    alone = Sampler(models[0].model, models[0].header.vocabulary)

    def forbid(_take, _text):
        return "234"

    assert taken == "".join(alone.sample("X:1\n", config, forbid))


@pytest.mark.parametrize("heads", [(0, 0), (2, 2)])
@pytest.mark.parametrize("hidden_size", [24, 512])
def test_a_take_depends_on_its_place_and_the_width_only(heads, hidden_size):
    """Also where the others end at once and the batch narrows."""
    sampler = sampler_of(pair(heads, hidden_size=hidden_size), 0.5)
    config = SamplingConfig(max_chars=60, rng_seed=7)

    def third(forbidden):
        def forbid(take, text):
            return "\n" if take == 2 else forbidden

        pairs = list(sampler.sample_together("X:1\n", config, 9, forbid))
        return "".join(character for take, character in pairs if take == 2), len(pairs)

    others_end = SHARED.characters.replace("\n", "")
    text, alone = third(others_end)
    assert len(text) == alone == 60
    assert (text, 540) == third("\n")


@pytest.mark.parametrize("heads", [(0, 0), (2, 2)])
def test_prompts_of_several_lengths_read_side_by_side_are_read_as_if_alone(heads):
    sampler = sampler_of(pair(heads), 0.5)
    prompts = ["X:1\nT:a\n", "X:1\n", "X:1\nT:abcdefg\nabc|"]
    config = SamplingConfig(max_chars=50, rng_seed=3, stop_at_tune_end=False)
    texts = dict.fromkeys(range(3), "")
    for take, character in sampler.sample_each(prompts, config):
        texts[take] += character
    for take, prompt in enumerate(prompts):
        same = dict.fromkeys(range(3), "")
        for place, character in sampler.sample_each([prompt] * 3, config):
            same[place] += character
        assert same[take] == texts[take]


def test_a_network_that_rules_all_out_leaves_the_other_to_choose():
    """The sharpest weights that a file may hold: neither may take all the scores away."""
    models = pair()
    for model, likely in zip(models, "aB", strict=True):
        with torch.no_grad():
            model.model.output.weight.zero_()
            model.model.output.bias.fill_(-65504.0)
            model.model.output.bias[model.header.vocabulary.encode(likely)] = 65504.0
    config = SamplingConfig(max_chars=20, stop_at_tune_end=False, repetition_guard=False)
    assert set(sampler_of(models, 0.3).sample("X", config)) == {"a"}
    assert set(sampler_of(models, 0.7).sample("X", config)) == {"B"}


def test_models_that_share_too_little_are_refused():
    own = ModelHeader(name="Own", vocabulary=Vocabulary.of(OWN), config=TrainingConfig())
    greek = ModelHeader(name="Greek", vocabulary=Vocabulary.of("αβγδε\n"), config=TrainingConfig())
    with pytest.raises(ModelFileError) as caught:
        shared_vocabulary(own, greek)
    assert caught.value.message_id == "model.no_mixture"
    assert "Greek" in str(caught.value)
    few = ModelHeader(name="Few", vocabulary=Vocabulary.of("abc|\n"), config=TrainingConfig())
    assert shared_vocabulary(own, few).characters == "\nabc|"
