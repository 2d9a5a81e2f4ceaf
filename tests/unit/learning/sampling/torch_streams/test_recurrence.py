import pytest
import torch

from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.training_text import training_text
from abcstudio.learning.checkpoint import load_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling.torch_streams.recurrence import RecurrentStack
from abcstudio.paths import bundled_model, bundled_tunebook

VOCAB_SIZE = 20
STREAMS, PLACES = 16, 150


def network(cell="lstm", num_layers=1, tied_weights="off", hidden_size=24):
    seed_everything(2)
    return CharLSTM(
        VOCAB_SIZE,
        TrainingConfig(
            embedding_dim=8,
            hidden_size=hidden_size,
            num_layers=num_layers,
            cell=cell,
            tied_weights=tied_weights,
        ),
    ).eval()


def read(stack, numbers):
    """Return the logits after each character, (streams, places, vocab_size)."""
    with torch.inference_mode():
        stack.reset(len(numbers))
        return torch.stack([stack.advance(column).clone() for column in numbers.unbind(1)], dim=1)


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
@pytest.mark.parametrize("num_layers", [1, 3])
@pytest.mark.parametrize("tied_weights", ["off", "on"])
def test_the_fast_step_is_the_networks_own(cell, num_layers, tied_weights):
    model = network(cell, num_layers, tied_weights)
    numbers = torch.randint(VOCAB_SIZE, (4, 40))
    with torch.inference_mode():
        expected, _ = model(numbers)
    assert torch.allclose(read(RecurrentStack(model), numbers), expected, atol=1e-5)


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
def test_a_large_step_is_nearly_the_networks_own(cell):
    model = network(cell, 2, hidden_size=512)
    numbers = torch.randint(VOCAB_SIZE, (3, 30))
    with torch.inference_mode():
        expected, _ = model(numbers)
    assert torch.allclose(read(RecurrentStack(model), numbers), expected, atol=2e-3)


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
@pytest.mark.parametrize(("num_layers", "heads"), [(1, 0), (2, 3)])
def test_characters_read_at_once_are_those_read_one_by_one(cell, num_layers, heads):
    seed_everything(2)
    model = CharLSTM(
        VOCAB_SIZE,
        TrainingConfig(
            embedding_dim=8, hidden_size=512, num_layers=num_layers, cell=cell, pointer_heads=heads
        ),
    ).eval()
    stack, numbers, seen = RecurrentStack(model), torch.randint(VOCAB_SIZE, (30, 2)), []
    for parts in (numbers.split(1), numbers.split(13)):
        with torch.inference_mode():
            stack.reset(2)
            for part in parts:
                stack.read(part)
            logits = stack.advance(numbers[0]).clone()
            seen.append([logits, *(one.clone() for one in stack.state())])
    assert all(map(torch.equal, *seen))


def test_rounded_weights_lose_nothing():
    """The shipped model expects real tunes as before, on processors that round its weights too."""
    loaded = load_model(bundled_model())
    vocabulary = loaded.header.vocabulary
    text = training_text(read_tunebook(bundled_tunebook())[:20])
    numbers = torch.tensor(vocabulary.encode(text[: STREAMS * PLACES])).view(STREAMS, PLACES)
    with torch.inference_mode():
        expected, _ = loaded.model.eval()(numbers)
    logits = read(RecurrentStack(loaded.model), numbers)
    assert abs(loss(logits, numbers) - loss(expected, numbers)) < 1e-3
    assert (logits.argmax(dim=2) == expected.argmax(dim=2)).float().mean() > 0.99
    shifts = (logits.softmax(dim=2) - expected.softmax(dim=2)).abs().sum(dim=2) / 2
    assert shifts.mean() < 0.005


def loss(logits, numbers):
    return torch.nn.functional.cross_entropy(
        logits[:, :-1].flatten(0, 1), numbers[:, 1:].flatten()
    ).item()


def test_streams_go_on_from_one():
    stack = RecurrentStack(network("lstm", 2))
    numbers = torch.randint(VOCAB_SIZE, (1, 10))
    expected = read(stack, numbers.expand(3, 10))[:, -1]
    read(stack, numbers[:, :-1])
    with torch.inference_mode():
        stack.resume([stack.kept(0)] * 3)
        assert torch.allclose(stack.advance(numbers[0, -1:].expand(3)), expected, atol=1e-6)
