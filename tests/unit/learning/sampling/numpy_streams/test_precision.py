"""How near NumPy's 32 bits are to exact arithmetic, on the shipped model."""

import numpy as np
import pytest

from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.training_text import training_text
from abcstudio.learning.checkpoint import load_model, load_weights
from abcstudio.learning.sampling.numpy_streams.stack import NumpyStack
from abcstudio.learning.sampling.torch_streams.recurrence import RecurrentStack
from abcstudio.paths import bundled_model, bundled_tunebook

CHARACTERS = 120


@pytest.fixture(scope="module")
def shipped():
    return load_weights(bundled_model())


@pytest.fixture(scope="module")
def numbers(shipped):
    text = training_text(read_tunebook(bundled_tunebook())[:2])
    return np.array(shipped.header.vocabulary.encode(text[:CHARACTERS]))


@pytest.fixture(scope="module")
def exact(shipped, numbers):
    return exact_logits(shipped.model, numbers)


def exact_logits(weights, numbers):
    """Return the logits of an LSTM with pointer heads in 64 bits, (places, vocab_size)."""
    config = weights.config
    tensors = {name: tensor.astype(np.float64) for name, tensor in weights.tensors.items()}

    def affine(name, vector):
        return tensors[f"{name}.weight"] @ vector + tensors[f"{name}.bias"]

    def past_and_input(layer, below, hidden):
        return sum(
            tensors[f"recurrent.weight_{kind}_l{layer}"] @ vector
            + tensors[f"recurrent.bias_{kind}_l{layer}"]
            for kind, vector in (("ih", below), ("hh", hidden))
        )

    hidden, memory = np.zeros((2, config.num_layers, config.hidden_size))
    keys = np.zeros((len(numbers), config.pointer_width))
    logits = []
    for place, number in enumerate(numbers):
        below = tensors["embedding.weight"][number]
        for layer in range(config.num_layers):
            gates = np.split(past_and_input(layer, below, hidden[layer]), 4)
            take_in, keep, show = (1.0 / (1.0 + np.exp(-gates[each])) for each in (0, 1, 3))
            memory[layer] = keep * memory[layer] + take_in * np.tanh(gates[2])
            below = hidden[layer] = show * np.tanh(memory[layer])
        queries = affine("pointers.queries", below).reshape(config.pointer_heads, -1)
        met = queries @ keys[:place].T * config.pointer_width**-0.5
        attention = _softmax(np.column_stack([tensors["pointers.null"], met]))
        shares = _softmax(affine("pointers.mixture", below))
        copied = shares[1:] @ attention  # (1 + places,), the null key's first
        mixed = _softmax(affine("output", below)) * (shares[0] + copied[0])
        # After each place comes the character that was read next.
        np.add.at(mixed, numbers[1 : place + 1], copied[1:])
        logits.append(np.log(mixed))
        keys[place] = affine("pointers.keys", below)
    return np.array(logits)


def _softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def farthest(found, exact):
    """Return the largest difference of logits, but for what is next to impossible."""
    return np.abs(found - exact)[exact > -30.0].max()


def test_logits_are_exact_to_five_digits(shipped, numbers, exact):
    stack = NumpyStack(shipped.model)
    stack.reset(1)
    found = np.stack([stack.advance(numbers[place, None])[0] for place in range(CHARACTERS)])
    assert farthest(found, exact) < 1e-5


def test_torchs_logits_are_as_near(numbers, exact, monkeypatch):
    """In 32 bits; what is left between the two libraries is most of it torch's rounding."""
    import torch

    from abcstudio.learning.sampling.torch_streams import products

    monkeypatch.setattr(products, "has_fast_bfloat16", lambda _device: False)
    with torch.inference_mode():
        stack = RecurrentStack(load_model(bundled_model()).model)
        stack.reset(1)
        rows = [stack.advance(torch.tensor([number])).clone()[0] for number in numbers]
    assert farthest(torch.stack(rows).numpy(), exact) < 4e-5
