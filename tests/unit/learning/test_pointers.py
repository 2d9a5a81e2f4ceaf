from typing import Any

import pytest
import torch

from abcstudio.learning import pointers
from abcstudio.learning.checkpoint import build_model, tensor_shapes
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, Masks, seed_everything
from abcstudio.learning.pointers import PointerHeads, mixed

VOCAB_SIZE = 10


def network(cell="lstm", reach=512, heads=3):
    seed_everything(0)
    return CharLSTM(
        VOCAB_SIZE,
        TrainingConfig(
            embedding_dim=8,
            hidden_size=12,
            num_layers=2,
            cell=cell,
            pointer_heads=heads,
            pointer_width=8,
            pointer_reach=reach,
        ),
    ).eval()


def numbers(rows, places):
    return torch.randint(VOCAB_SIZE, (rows, places), generator=torch.Generator().manual_seed(0))


def test_the_other_weights_are_those_of_a_plain_network():
    seed_everything(5)
    plain = CharLSTM(VOCAB_SIZE, TrainingConfig(embedding_dim=8, hidden_size=12, num_layers=2))
    seed_everything(5)
    with_heads = CharLSTM(
        VOCAB_SIZE, TrainingConfig(embedding_dim=8, hidden_size=12, num_layers=2, pointer_heads=2)
    ).state_dict()
    for name, tensor in plain.state_dict().items():
        assert torch.equal(tensor, with_heads[name])


def test_what_comes_out_are_logarithms_of_probabilities():
    logits, _ = network()(numbers(2, 30))
    assert torch.allclose(logits.exp().sum(dim=-1), torch.ones(2, 30), atol=1e-5)


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
@pytest.mark.parametrize("reach", [7, 512])
def test_the_state_carries_on(cell, reach):
    model, inputs = network(cell, reach), numbers(2, 40)
    whole, after = model(inputs)
    state: Any = None
    parts = []
    for part in torch.split(inputs, [1, 12, 20, 7], dim=1):
        logits, state = model(part, state)
        parts.append(logits)
    assert torch.allclose(whole, torch.cat(parts, dim=1), atol=1e-5)
    for one, other in zip(after, state, strict=True):
        assert torch.allclose(one, other, atol=1e-5)
    assert after[-1].shape == (1, 2, min(reach, 40))


def gradients(model, inputs, state):
    logits, _ = model(inputs, state)
    model.zero_grad()
    logits.square().mean().backward()
    return [parameter.grad.clone() for parameter in model.parameters()]


@pytest.mark.parametrize("reach", [7, 20, 512])
@pytest.mark.parametrize("places_before", [0, 25])
def test_gradients_do_not_depend_on_how_many_characters_are_weighed_at_once(
    monkeypatch, reach, places_before
):
    """Past the reach of a part's last character, and with a past whose first places are empty."""
    model, inputs = network(reach=reach), numbers(3, 50)
    state: Any = None
    if places_before:
        _, state = model(numbers(3, places_before))
        state = tuple(part.detach() for part in state)
        state[-1][0, 1, :4] = 0
    found = {}
    for at_once in (1000, 16, 7):
        monkeypatch.setattr(pointers, "QUERIES_AT_ONCE", at_once)
        found[at_once] = gradients(model, inputs, state)
    for at_once in (16, 7):
        for one, other in zip(found[at_once], found[1000], strict=True):
            assert torch.allclose(one, other, rtol=1e-4, atol=1e-6)
            assert one.abs().max() > 0


def test_a_row_whose_heads_are_silenced_has_the_networks_own_scores():
    model, inputs = network(), numbers(3, 30)
    expected, _ = model(inputs)
    own, _, _ = model.read(inputs)
    logits, _ = model(inputs, None, Masks(torch.ones(3, 2, 12), heads=torch.tensor([1.0, 0, 1])))
    assert torch.allclose(logits[[0, 2]], expected[[0, 2]], atol=1e-5)
    assert torch.allclose(logits[1].exp(), own[1].softmax(dim=-1), atol=1e-5)


def test_pointer_dropout_silences_the_heads_of_some_rows():
    model = CharLSTM(
        VOCAB_SIZE,
        TrainingConfig(embedding_dim=8, hidden_size=12, pointer_heads=2, pointer_dropout=0.25),
    )
    masks: Any = model.draw_masks(400, torch.Generator().manual_seed(1))
    assert set(masks.heads.unique().tolist()) == {0.0, 1.0}
    assert abs(float(masks.heads.mean()) - 0.75) < 0.1
    assert torch.equal(masks.rows(10, 20).heads, masks.heads[10:20])
    assert (
        CharLSTM(
            VOCAB_SIZE, TrainingConfig(embedding_dim=8, hidden_size=12, pointer_dropout=0.25)
        ).draw_masks(4, torch.Generator())
        is None
    )


def test_only_what_stands_within_reach_can_be_copied():
    model, inputs = network(reach=5), numbers(1, 30)
    _, _, pointing = model.read(inputs)
    present = torch.arange(30)[:, None]
    place = torch.arange(29)
    is_near = (place < present) & (place >= present - 5)
    assert torch.equal(pointing.copied[0] > 0, is_near)
    assert torch.equal(pointing.values[0], inputs[0, 1:] + 1)


def test_what_is_not_copied_is_the_networks_own():
    _, _, pointing = network().read(numbers(2, 30))
    assert torch.allclose(pointing.own + pointing.copied.sum(dim=-1), torch.ones(2, 30), atol=1e-6)
    # With nothing read before there is nothing to copy.
    assert torch.allclose(pointing.own[:, 0], torch.ones(2), atol=1e-6)


def test_what_followed_a_place_is_copied():
    """A head that finds the same units again copies what came then."""
    heads = PointerHeads(4, 1, 8, 100)
    with torch.no_grad():
        heads.keys.weight.copy_(10.0 * torch.eye(4).repeat(2, 1))
        heads.queries.weight.copy_(heads.keys.weight)
        heads.mixture.bias.copy_(torch.tensor([0.0, 8.0]))
    hidden = torch.eye(4)[[0, 1, 2, 3, 1]][None]
    pointing, _ = heads.point(hidden, torch.tensor([[4, 5, 6, 7, 5]]), None)
    probabilities = mixed(torch.zeros(1, 5, VOCAB_SIZE), pointing).exp()
    assert probabilities[0, 4].argmax() == 6
    assert probabilities[0, 4, 6] > 0.99


def test_a_place_that_holds_nothing_is_not_pointed_to():
    model, inputs = network(), numbers(2, 12)
    _, fresh = model(inputs[:, :4])
    empty = tuple(torch.zeros_like(part) for part in fresh)
    logits, _ = model(inputs, empty)
    expected, _ = model(inputs)
    assert torch.allclose(logits, expected, atol=1e-6)


def test_a_cautious_beginning_is_nearly_the_plain_network():
    model, inputs = network(), numbers(2, 30)
    model.pointers.begin_cautiously()
    own, _, pointing = model.read(inputs)
    assert pointing.own.min() > 0.95
    shift = (mixed(own, pointing).exp() - own.softmax(dim=-1)).abs().sum(dim=-1)
    assert shift.max() < 0.1


@pytest.mark.parametrize("tied_weights", ["off", "on"])
def test_shapes_are_known_without_building(tied_weights):
    config = TrainingConfig(
        embedding_dim=8, hidden_size=12, tied_weights=tied_weights, pointer_heads=3, pointer_width=9
    )
    model = build_model(config, 20)
    found = {name: tuple(tensor.shape) for name, tensor in model.state_dict().items()}
    assert found == tensor_shapes(config, 20)


def test_half_width_numbers_change_little():
    model, inputs = network(), numbers(2, 40)
    expected, _ = model(inputs)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits, state = model(inputs)
        again, _ = model(inputs, state)
    assert logits.dtype == torch.float32
    assert torch.allclose(logits, expected, atol=0.05)
    assert again.isfinite().all()
