import pytest
import torch

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling.torch_streams import recurrence
from abcstudio.learning.sampling.torch_streams.looking_back import LookingBack, joined_weights
from abcstudio.learning.sampling.torch_streams.network import narrower_widths
from abcstudio.learning.sampling.torch_streams.recurrence import RecordedLookingBack, RecurrentStack
from abcstudio.learning.sampling.torch_streams.ring import HIDDEN

VOCAB_SIZE = 20


def network(cell="lstm", tied_weights="off", reach=512, hidden_size=24):
    seed_everything(2)
    model = CharLSTM(
        VOCAB_SIZE,
        TrainingConfig(
            embedding_dim=8,
            hidden_size=hidden_size,
            num_layers=2,
            cell=cell,
            tied_weights=tied_weights,
            pointer_heads=3,
            pointer_width=16,
            pointer_reach=reach,
        ),
    )
    with torch.no_grad():
        model.pointers.mixture.weight.normal_(std=0.5)
        model.pointers.queries.bias.normal_()
        model.pointers.keys.bias.normal_()
    return model.eval()


def numbers(streams, places):
    generator = torch.Generator().manual_seed(1)
    return torch.randint(VOCAB_SIZE, (streams, places), generator=generator)


def read(stack, columns):
    """Return the logits after each character, (streams, places, vocab_size)."""
    with torch.inference_mode():
        return torch.stack([stack.advance(column).clone() for column in columns.unbind(1)], dim=1)


def expected_of(model, inputs):
    with torch.inference_mode():
        return model(inputs)[0]


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
@pytest.mark.parametrize("tied_weights", ["off", "on"])
@pytest.mark.parametrize("reach", [16, 200, 512])
def test_the_fast_step_points_where_the_network_does(cell, tied_weights, reach):
    """Past the first ring, past a grown one and past the reach."""
    model, inputs = network(cell, tied_weights, reach), numbers(3, 300)
    stack = RecurrentStack(model)
    with torch.inference_mode():
        stack.reset(3)
    assert torch.allclose(read(stack, inputs), expected_of(model, inputs), atol=1e-4)


@pytest.mark.parametrize("reach", [16, 512])
def test_a_ring_of_a_fixed_size_gives_the_same(monkeypatch, reach):
    monkeypatch.setattr(recurrence, "LookingBack", RecordedLookingBack)
    model, inputs = network(reach=reach), numbers(3, 60)
    stack = RecurrentStack(model)
    with torch.inference_mode():
        stack.reset(3)
    assert torch.allclose(read(stack, inputs), expected_of(model, inputs), atol=1e-4)


def test_the_past_goes_with_the_streams():
    model, inputs = network(), numbers(4, 50)
    inputs[:, :20] = inputs[0, :20]
    stack, rows = RecurrentStack(model), torch.tensor([1, 3])
    with torch.inference_mode():
        stack.reset(1)
        read(stack, inputs[:1, :20])
        stack.resume([stack.kept(0)] * 4)
        read(stack, inputs[:, 20:30])
        stack.keep(rows)
    expected = expected_of(model, inputs)[rows, 30:]
    assert torch.allclose(read(stack, inputs[rows, 30:]), expected, atol=1e-4)


@pytest.mark.parametrize("kind", [LookingBack, RecordedLookingBack])
@pytest.mark.parametrize("reach", [16, 200, 512])
def test_streams_that_have_read_differently_much_go_on_side_by_side(monkeypatch, kind, reach):
    """Past the first ring, past a grown one and past the reach; some streams leave in between."""
    monkeypatch.setattr(recurrence, "LookingBack", kind)
    model, lengths, rows = network(reach=reach), [3, 150, 60, 3], torch.tensor([0, 2])
    texts, more = [numbers(1, length) for length in lengths], numbers(4, 180)
    stack, states = RecurrentStack(model), []
    with torch.inference_mode():
        for text in texts:
            stack.reset(1)
            read(stack, text)
            states.append(stack.kept(0))
        stack.resume(states)
        first = read(stack, more[:, :60])
        states = [stack.kept(row) for row in range(4)]
        stack.resume(states)
        stack.keep(rows)
    rest = read(stack, more[rows, 60:])
    for row, text in enumerate(texts):
        expected = expected_of(model, torch.cat([text, more[row : row + 1]], dim=1))[0]
        expected = expected[text.shape[1] :]
        assert torch.allclose(first[row], expected[:60], atol=1e-4)
        if row in rows:
            assert torch.allclose(rest[rows.tolist().index(row)], expected[60:], atol=1e-4)


@pytest.mark.parametrize("streams", [1, 4, 32])
@pytest.mark.parametrize("reach", [100, 512])
def test_a_stream_beside_longer_ones_copies_what_it_does_alone(streams, reach):
    with torch.inference_mode():
        assert RecurrentStack(network(reach=reach)).may_differ_in_length(streams)


def test_streams_that_would_show_how_many_slots_are_read_are_noticed(monkeypatch):
    """Where a product of more slots rounds otherwise."""

    def more_are_less(one, other, **out):
        return bmm(one, other, **out).mul_(1.0 - 1e-7 * other.shape[2])

    bmm, stack = torch.bmm, RecurrentStack(network())
    with torch.inference_mode():
        monkeypatch.setattr(torch, "bmm", more_are_less)
        assert not stack.may_differ_in_length(4)


def test_rings_of_one_length_may_always_be_side_by_side(monkeypatch):
    monkeypatch.setattr(torch, "bmm", None)
    with torch.inference_mode():
        assert RecurrentStack(network(reach=15)).may_differ_in_length(3)


def test_a_new_start_forgets_the_past():
    model, inputs = network(), numbers(2, 20)
    stack = RecurrentStack(model)
    with torch.inference_mode():
        for _ in range(2):
            stack.reset(2)
            logits = read(stack, inputs)
    assert torch.allclose(logits, expected_of(model, inputs), atol=1e-4)


def test_a_batch_with_heads_narrows_by_halves():
    with torch.inference_mode():
        stack = RecurrentStack(network(hidden_size=512))
        assert narrower_widths(stack, 32) in ([16, 8, 4, 2], [])


def looked_back(pointers, scores, past, slots):
    """Return the logarithms of the mixture, with a ring made anew of (key, following) a place."""
    streams, inner = len(scores), pointers.width + 2
    sizes = [VOCAB_SIZE, pointers.heads * inner, inner, 1 + pointers.heads]
    logits, queries, _, mixture = scores.split(sizes, dim=1)
    keys = torch.zeros(streams, inner, slots)
    keys[:, -2, 0] = 1.0
    keys[:, -1, 1:] = HIDDEN
    for place, (key, _) in past.items():
        keys[:, :, 1 + place] = key
    attention = torch.bmm(queries.view(streams, pointers.heads, inner), keys).softmax(dim=2)
    shares = mixture.softmax(dim=1)
    copied = torch.bmm(shares[:, None, 1:], attention)[:, 0]
    mixed = logits.softmax(dim=1) * (shares[:, :1] + copied[:, :1])
    for place, (_, following) in sorted(past.items()):
        mixed[torch.arange(streams), following] += copied[:, 1 + place]
    return mixed.log()


@pytest.mark.parametrize("streams", [1, 4])
@pytest.mark.parametrize("reach", [100, 512])
def test_a_take_is_made_again_bit_by_bit(streams, reach):
    """Whatever is kept from step to step: sums are added place after place, in every version."""
    pointers = network(reach=reach).pointers
    output, bias = torch.randn(VOCAB_SIZE, 24), torch.randn(VOCAB_SIZE)
    weight, biases = joined_weights(pointers, output, bias)
    heads = LookingBack(pointers, output, bias)
    past: dict[int, tuple[torch.Tensor, torch.Tensor]] = {}
    hidden, key = torch.rand(160, streams, 24), None
    with torch.inference_mode():
        heads.reset(streams)
        for count, characters in enumerate(numbers(streams, 160).unbind(1)):
            slots = heads.keys.shape[2]
            mixed = heads.mix(characters, hidden[count]).clone()
            scores = hidden[count] @ weight.t().contiguous() + biases
            if key is not None:
                past[(count - 1) % reach] = key, characters
            assert torch.equal(mixed, looked_back(pointers, scores, past, slots))
            key = scores[:, -pointers.width - 3 - pointers.heads : -1 - pointers.heads]
