import pytest
import torch
from torch import nn

from abcstudio.learning.checkpoint import build_model, tensor_shapes
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, Masks, seed_everything


def test_with_the_defaults_it_is_the_labs_network():
    """Embedding, one LSTM, linear: same seed, same weights, same output."""
    seed_everything(3)
    embedding = nn.Embedding(83, 16)
    lstm = nn.LSTM(16, 32, batch_first=True)
    linear = nn.Linear(32, 83)
    seed_everything(3)
    model = CharLSTM(83, TrainingConfig(embedding_dim=16, hidden_size=32))
    inputs = torch.randint(83, (32, 100))
    expected = linear(lstm(embedding(inputs), (torch.zeros(1, 32, 32), torch.zeros(1, 32, 32)))[0])
    logits, _ = model(inputs)
    assert logits.shape == (32, 100, 83)
    assert torch.equal(logits, expected)


def test_the_state_carries_on():
    seed_everything(0)
    model = CharLSTM(10, TrainingConfig(embedding_dim=8, hidden_size=12, num_layers=2)).eval()
    inputs = torch.randint(10, (2, 30))
    whole, _ = model(inputs)
    first, state = model(inputs[:, :13])
    second, _ = model(inputs[:, 13:], state)
    assert torch.allclose(whole, torch.cat([first, second], dim=1), atol=1e-6)


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
@pytest.mark.parametrize("num_layers", [1, 3])
@pytest.mark.parametrize("tied_weights", ["off", "on"])
def test_shapes_are_known_without_building(cell, num_layers, tied_weights):
    config = TrainingConfig(
        cell=cell,
        num_layers=num_layers,
        embedding_dim=8,
        hidden_size=12,
        tied_weights=tied_weights,
    )
    model = build_model(config, 20)
    found = {name: tuple(tensor.shape) for name, tensor in model.state_dict().items()}
    assert found == tensor_shapes(config, 20)


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
def test_masks_of_ones_change_nothing(cell):
    seed_everything(0)
    model = CharLSTM(10, TrainingConfig(embedding_dim=8, hidden_size=12, num_layers=2, cell=cell))
    inputs = torch.randint(10, (3, 30))
    weights = model.recurrent.get_parameter("weight_hh_l0")
    ones = Masks(torch.ones(3, 2, 12), (torch.ones_like(weights), torch.ones_like(weights)))
    expected, after = model(inputs)
    logits, masked_after = model(inputs, None, ones)
    assert torch.allclose(logits, expected, atol=1e-6)
    expected, _ = model(inputs, after)
    logits, _ = model(inputs, masked_after, ones)
    assert torch.allclose(logits, expected, atol=1e-6)


def test_a_silenced_unit_is_silent_for_its_whole_row():
    seed_everything(0)
    model = CharLSTM(10, TrainingConfig(embedding_dim=8, hidden_size=12, num_layers=2, dropout=0.5))
    masks = model.draw_masks(400, torch.Generator().manual_seed(1))
    assert masks.units.shape == (400, 2, 12)
    assert masks.weights == ()
    assert set(masks.units.unique().tolist()) == {0.0, 2.0}
    assert abs(float(masks.units.mean()) - 1.0) < 0.05
    inputs = torch.randint(10, (1, 30))
    nothing = torch.ones(1, 2, 12)
    nothing[:, 1] = 0.0
    logits, _ = model(inputs, None, Masks(nothing))
    assert torch.equal(logits, model.output.bias.expand(1, 30, 10))


def test_silenced_weights_forget_the_past():
    """Without weights from its past a plain layer reads every character for itself."""
    seed_everything(0)
    model = CharLSTM(
        10, TrainingConfig(embedding_dim=8, hidden_size=12, cell="rnn", weight_dropout=0.5)
    )
    drawn = model.draw_masks(2, torch.Generator().manual_seed(1))
    assert set(drawn.units.unique().tolist()) == {1.0}
    assert [tuple(mask.shape) for mask in drawn.weights] == [(12, 12)]
    assert set(drawn.weights[0].unique().tolist()) == {0.0, 2.0}
    inputs = torch.randint(10, (2, 7))
    apart, _ = model(inputs.reshape(-1, 1))
    logits, _ = model(inputs, None, Masks(torch.ones(2, 1, 12), (torch.zeros(12, 12),)))
    assert torch.allclose(logits.reshape(-1, 1, 10), apart, atol=1e-6)


def test_without_dropout_there_are_no_masks():
    assert (
        CharLSTM(10, TrainingConfig(embedding_dim=8, hidden_size=12)).draw_masks(
            4, torch.Generator()
        )
        is None
    )
