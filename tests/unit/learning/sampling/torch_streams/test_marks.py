"""A stream that was taken back goes on as one that never read what it left behind."""

import pytest
import torch

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling.torch_streams import recurrence
from abcstudio.learning.sampling.torch_streams.looking_back import LookingBack
from abcstudio.learning.sampling.torch_streams.marks import Marks
from abcstudio.learning.sampling.torch_streams.recurrence import RecordedLookingBack, RecurrentStack

VOCAB_SIZE, STREAMS = 20, 4


def network(cell="lstm", heads=3, reach=512):
    seed_everything(2)
    model = CharLSTM(
        VOCAB_SIZE,
        TrainingConfig(
            embedding_dim=8,
            hidden_size=24,
            num_layers=2,
            cell=cell,
            pointer_heads=heads,
            pointer_width=16,
            pointer_reach=reach,
        ),
    )
    if heads:
        with torch.no_grad():
            model.pointers.mixture.weight.normal_(std=0.5)
            model.pointers.queries.bias.normal_()
            model.pointers.keys.bias.normal_()
    return model.eval()


def numbers(places, seed):
    generator = torch.Generator().manual_seed(seed)
    return torch.randint(VOCAB_SIZE, (STREAMS, places), generator=generator)


def read(stack, columns):
    for column in columns.unbind(1):
        logits = stack.advance(column)
    return logits


@pytest.mark.parametrize("kind", [LookingBack, RecordedLookingBack])
@pytest.mark.parametrize(("cell", "heads"), [("lstm", 3), ("lstm", 0), ("gru", 3), ("rnn", 3)])
@pytest.mark.parametrize("left_behind", [1, 7, 140])
def test_what_is_left_behind_does_not_show(monkeypatch, kind, cell, heads, left_behind):
    """Past the first ring too; some streams are taken back, and some leave."""
    monkeypatch.setattr(recurrence, "LookingBack", kind)
    model = network(cell, heads)
    stack, rows = RecurrentStack(model), torch.tensor([0, 1, 3])
    first, second, third, last = (
        numbers(*one) for one in [(5, 1), (30, 2), (left_behind, 3), (20, 4)]
    )
    with torch.inference_mode():
        stack.reset(STREAMS)
        logits = read(stack, first).clone()
        marks = Marks(stack, logits, 2)
        marks.put([0, 1, 2, 3], [0, 0, 0, 0], logits)
        logits.copy_(read(stack, second))
        marks.put([1, 3], [1, 1], logits)
        logits.copy_(read(stack, third))
        stack.keep(rows)
        marks.keep(rows.tolist())
        logits = logits[rows]
        marks.take_back([0, 2], [0, 1], logits)
        at_marks = logits.clone()
        found = read(stack, last[rows])
        ways = [(0, [first]), (1, [first, second, third]), (3, [first, second])]
        for place, (row, parts) in enumerate(ways):
            text = torch.cat([*parts, last], dim=1)[row : row + 1]
            expected = model(text)[0][0]
            assert torch.allclose(at_marks[place], expected[-21], atol=1e-4)
            assert torch.allclose(found[place], expected[-1], atol=1e-4)


def test_a_past_that_was_written_over_is_not_pointed_to():
    model = network(reach=16)
    stack = RecurrentStack(model)
    with torch.inference_mode():
        stack.reset(STREAMS)
        logits = read(stack, numbers(5, 1)).clone()
        marks = Marks(stack, logits, 1)
        marks.put([2], [0], logits)
        read(stack, numbers(30, 2))
        marks.take_back([2], [0], logits)
        assert (stack.heads.keys[2, -1, 1:] < 0).all()
        assert read(stack, numbers(40, 3)).isfinite().all()


@pytest.mark.parametrize("kind", [LookingBack, RecordedLookingBack])
@pytest.mark.parametrize("reach", [16, 512])
@pytest.mark.parametrize("beginning", [3, 40])
def test_a_stream_that_begins_anew_has_the_past_of_its_beginning(
    monkeypatch, kind, reach, beginning
):
    """However often, and though the ring has been written over since."""
    monkeypatch.setattr(recurrence, "LookingBack", kind)
    model = network(reach=reach)
    stack, plain = RecurrentStack(model), RecurrentStack(model)
    first, second, last = (numbers(*one) for one in [(beginning, 1), (30, 2), (9, 3)])
    with torch.inference_mode():
        for one in (stack, plain):
            one.reset(STREAMS)
        logits = read(stack, first).clone()
        expected = read(plain, torch.cat([first, last], dim=1)).clone()
        marks = Marks(stack, logits, 2)
        begun = logits.clone()
        for _ in range(2):
            logits.copy_(read(stack, second))
            marks.put([2], [1], logits)
            marks.begin_anew([0, 2], logits)
        assert torch.equal(logits[[0, 2]], begun[[0, 2]])
        stack.keep(torch.tensor([1, 2]))
        marks.keep([1, 2])
        logits = logits[[1, 2]]
        found = read(stack, last[[1, 2]])
        assert torch.allclose(found[1], expected[2], atol=1e-5)
        # It may go back to there too, as long as nothing of it has been written over.
        if reach > 100:
            marks.take_back([1], [0], logits)
        else:
            marks.begin_anew([1], logits)
        assert torch.allclose(read(stack, last[[1, 2]])[1], expected[2], atol=1e-5)
