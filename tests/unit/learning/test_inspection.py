import math

import pytest
import torch

from abcstudio.errors import CancelledError, PromptError
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.inspection import inspect, units_following
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.stopping import stopping

VOCABULARY = Vocabulary.of("X:1\nK:abcdefg|[]")
TEXT = "X:1\nK:d\n" + "|".join("abcd efg [eg]".replace(" ", "")) * 40


def network(cell="lstm", num_layers=1, tied_weights="off", heads=0):
    seed_everything(4)
    return CharLSTM(
        len(VOCABULARY),
        TrainingConfig(
            embedding_dim=8,
            hidden_size=24,
            num_layers=num_layers,
            cell=cell,
            dropout=0.3,
            tied_weights=tied_weights,
            pointer_heads=heads,
        ),
    ).eval()


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
@pytest.mark.parametrize("num_layers", [1, 3])
@pytest.mark.parametrize(("tied_weights", "heads"), [("off", 0), ("on", 0), ("off", 2)])
def test_the_numbers_are_those_of_a_plain_forward_pass(cell, num_layers, tied_weights, heads):
    model = network(cell, num_layers, tied_weights, heads)
    inspection = inspect(model, VOCABULARY, TEXT)
    numbers = torch.tensor([VOCABULARY.encode(TEXT)])
    with torch.no_grad():
        logits, _ = model(numbers)
        hidden, _ = model.recurrent(model.embedding(numbers))
    probabilities = logits[0].double().softmax(dim=1)
    for place, reading in enumerate(inspection.readings[1:], start=1):
        expected = float(probabilities[place - 1, numbers[0, place]])
        assert reading.probability == pytest.approx(expected, abs=1e-6)
        assert reading.surprise == pytest.approx(-math.log(expected), abs=1e-5)
    assert torch.allclose(inspection.activations[-1], hidden[0], atol=1e-6)
    assert len(inspection.activations) == num_layers
    loss = torch.nn.functional.cross_entropy(logits[0, :-1], numbers[0, 1:])
    assert inspection.mean_surprise == pytest.approx(float(loss), abs=1e-5)


def test_alternatives_are_the_likeliest():
    reading = inspect(network(), VOCABULARY, "abc").readings[2]
    found = [alternative.probability for alternative in reading.alternatives]
    assert found == sorted(found, reverse=True)
    assert len(found) == 5
    assert reading.probability is not None
    assert reading.probability <= found[0]


def test_the_unit_that_follows_a_signal_is_found():
    generator = torch.Generator().manual_seed(0)
    signal = torch.rand(200, generator=generator)
    activations = [torch.rand(200, 30, generator=generator) for _ in range(2)]
    activations[1][:, 17] = 0.3 - 0.5 * signal + 0.01 * activations[1][:, 17]
    values = signal.tolist()
    values[5] = math.nan
    first, second, *_ = units_following(activations, values)
    assert (first.layer, first.unit) == (1, 17)
    assert first.correlation < -0.99
    assert abs(second.correlation) < 0.5


def test_a_signal_that_never_moves_is_followed_by_none():
    best = units_following([torch.rand(20, 3)], [1.0] * 20)
    assert all(one.correlation == 0.0 for one in best)


def test_short_texts_and_unknown_characters():
    assert inspect(network(), VOCABULARY, "").readings == ()
    only = inspect(network(), VOCABULARY, "a")
    assert only.readings[0].probability is None
    assert math.isnan(only.mean_surprise)
    with pytest.raises(PromptError):
        inspect(network(), VOCABULARY, "Ü")
    with pytest.raises(CancelledError), stopping(lambda: True):
        inspect(network(), VOCABULARY, TEXT)


def test_without_heads_nothing_is_copied():
    for reading in inspect(network(), VOCABULARY, TEXT).readings:
        assert (reading.copied, reading.source) == (0.0, None)


@pytest.mark.parametrize("length", [2, 60, 700])
def test_what_is_copied_comes_from_an_equal_character_before(length):
    """Over several parts of the reading too, and beyond the reach of the heads."""
    model = network(heads=2)
    text = (TEXT * 5)[:length]
    readings = inspect(model, VOCABULARY, text).readings
    numbers = torch.tensor([VOCABULARY.encode(text)])
    with torch.no_grad():
        logits, _, pointing = model.read(numbers)
        own = logits[0].softmax(dim=1)[range(length - 1), numbers[0, 1:]] * pointing.own[0, :-1]
    assert readings[0].source is None
    for place, reading in enumerate(readings[1:], start=1):
        assert reading.probability is not None
        expected = 1.0 - float(own[place - 1]) / reading.probability
        assert reading.copied == pytest.approx(max(0.0, expected), abs=1e-4)
        if reading.source is not None:
            assert 1 <= reading.source < place
            assert place - 1 - model.pointers.reach <= reading.source - 1
            assert text[reading.source] == reading.character
    assert length == 2 or any(reading.source is not None for reading in readings)
