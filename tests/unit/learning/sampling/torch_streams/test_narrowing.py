import pytest
import torch

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling.take_rows import rows_to_keep
from abcstudio.learning.sampling.torch_streams.network import narrower_widths
from abcstudio.learning.sampling.torch_streams.recurrence import RecurrentStack


def stack_of(hidden_size):
    seed_everything(2)
    return RecurrentStack(
        CharLSTM(20, TrainingConfig(embedding_dim=8, hidden_size=hidden_size, num_layers=2))
    )


@pytest.mark.parametrize(("streams", "widths"), [(32, [16, 8, 4, 2]), (9, [8, 4, 2]), (3, [])])
def test_a_batch_narrows_by_halves(streams, widths):
    with torch.inference_mode():
        assert narrower_widths(stack_of(512), streams) in (widths, [])


def test_a_batch_stays_as_wide_where_narrowing_would_show(monkeypatch):
    stack = stack_of(64)
    advance = stack.advance
    monkeypatch.setattr(stack, "advance", lambda numbers: advance(numbers) + 1e-7 * len(numbers))
    with torch.inference_mode():
        assert narrower_widths(stack, 32) == []


def test_a_network_is_tried_out_once_for_so_many_streams(monkeypatch):
    stack, tried = stack_of(64), []
    advance = stack.advance
    monkeypatch.setattr(stack, "advance", lambda numbers: tried.append(1) or advance(numbers))
    with torch.inference_mode():
        widths = narrower_widths(stack, 8)
        assert tried
        tried.clear()
        assert narrower_widths(stack, 8) == widths
        assert not tried
        narrower_widths(stack, 16)
        assert tried


@pytest.mark.parametrize(
    ("running", "rows"),
    [
        ([0, 1, 2, 3, 4, 5, 6, 7, 8], [0, 1, 2, 3, 4, 5, 6, 7, 8]),
        ([0, 2, 3, 4, 5, 6, 7, 8], [0, 2, 3, 4, 5, 6, 7, 8]),
        ([1, 4, 8], [0, 1, 4, 8]),
        ([8], [0, 8]),
    ],
)
def test_the_running_rows_are_kept(running, rows):
    assert rows_to_keep([row in running for row in range(9)], [8, 4, 2]) == rows
