"""What NumPy computes is what torch's plain forward pass does, to five digits."""

import numpy as np
import pytest
import torch

from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.training_text import training_text
from abcstudio.learning.checkpoint import load_model, load_weights
from abcstudio.learning.pointers import SMALLEST
from abcstudio.learning.sampling.mixture import mixture
from abcstudio.learning.sampling.numpy_streams.stack import NumpyMixedStack, NumpyStack, kept_state
from abcstudio.paths import bundled_model, bundled_tunebook
from tests.unit.learning.sampling.both_libraries import lively_network, weights_of

VOCAB_SIZE = 20
HEADS = {"pointer_heads": 2, "pointer_width": 8, "pointer_reach": 24}


@pytest.fixture(autouse=True)
def _without_warnings():
    with np.errstate(divide="ignore"):
        yield


def plain(model, numbers):
    """Return the logits of torch's own pass, (streams, places, vocab_size)."""
    with torch.inference_mode():
        return model(torch.from_numpy(numbers))[0].numpy()


def stepped(stack, numbers):
    """Return the logits of a stack, as a pass gives them that is trained with: none is infinite."""
    stack.reset(len(numbers))
    logits = np.stack([stack.advance(column).copy() for column in numbers.T], axis=1)
    return np.log(np.exp(logits) + np.float32(SMALLEST)) if stack.pasts else logits


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
@pytest.mark.parametrize("num_layers", [1, 3])
@pytest.mark.parametrize("tied_weights", ["off", "on"])
@pytest.mark.parametrize("heads", [{}, HEADS])
def test_a_step_is_the_networks_own(cell, num_layers, tied_weights, heads):
    """Over more characters than heads reach, so that places are written over."""
    model = lively_network(
        VOCAB_SIZE, hidden_size=24, num_layers=num_layers, cell=cell, tied_weights=tied_weights,
        **heads,
    )  # fmt: skip
    numbers = np.random.RandomState(1).randint(VOCAB_SIZE, size=(4, 60))
    found = stepped(NumpyStack(weights_of(model)), numbers)
    np.testing.assert_allclose(found, plain(model, numbers), atol=1e-5)


def test_the_shipped_models_step_is_its_own():
    loaded, weights = load_model(bundled_model()), load_weights(bundled_model())
    assert weights.header == loaded.header
    assert weights.fingerprint == loaded.fingerprint
    text = training_text(read_tunebook(bundled_tunebook())[:2])
    numbers = np.array([loaded.header.vocabulary.encode(text[:120])])
    expected, found = plain(loaded.model, numbers), stepped(NumpyStack(weights.model), numbers)
    np.testing.assert_allclose(found, expected, atol=2e-5)


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
@pytest.mark.parametrize("heads", [{}, HEADS])
def test_what_is_read_at_once_is_what_is_read_one_by_one(cell, heads):
    model = lively_network(VOCAB_SIZE, hidden_size=24, num_layers=2, cell=cell, **heads)
    stack, numbers = NumpyStack(weights_of(model)), np.arange(45) % VOCAB_SIZE
    stack.reset(1)
    for part in (numbers[:20], numbers[20:44]):
        stack.read(part)
    found = stack.advance(numbers[44:])
    np.testing.assert_allclose(found, plain(model, numbers[None])[:, -1], atol=1e-5)


def test_streams_go_on_from_states_of_their_own():
    model = lively_network(VOCAB_SIZE, hidden_size=24, num_layers=2, **HEADS)
    stack, states = NumpyStack(weights_of(model)), []
    texts = [np.arange(length) % VOCAB_SIZE for length in (3, 40, 18)]
    for text in texts:
        stack.reset(1)
        stack.read(text)
        states.append(kept_state(stack, 0))
    stack.resume(states)
    found = stack.advance(np.array([5, 6, 7]))
    for number, (text, row) in enumerate(zip(texts, found, strict=True), 5):
        whole = np.append(text, number)[None]
        np.testing.assert_allclose(row, plain(model, whole)[0, -1], atol=1e-5)


def test_a_mixture_adds_the_logarithms_of_what_both_know():
    sizes = (VOCAB_SIZE, VOCAB_SIZE + 4)
    models = [lively_network(size, hidden_size=16, **HEADS) for size in sizes]
    stacks = [NumpyStack(weights_of(model)) for model in models]
    own, other = list(range(2, 18)), list(range(4, 20))
    mixed = NumpyMixedStack((stacks[0], stacks[1]), (own, other), 0.3)
    numbers = np.random.RandomState(1).randint(16, size=(2, 30))
    expected = sum(
        share * torch.from_numpy(plain(model, np.array(names)[numbers])).log_softmax(2).numpy()
        [..., names]
        for share, model, names in zip((0.7, 0.3), models, (own, other), strict=True)
    )  # fmt: skip
    np.testing.assert_allclose(stepped(mixed, numbers), expected, atol=2e-5)
    loaded = load_weights(bundled_model())
    assert mixture(loaded, loaded, 0.5).networks == (loaded.model, loaded.model)
