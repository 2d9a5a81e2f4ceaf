import pytest
import torch

from abcstudio.learning.training.windows import make_windows

IDS = torch.arange(100)


def contiguous(seed=0):
    return make_windows("contiguous", IDS, 10, 4, torch.Generator().manual_seed(seed))


def test_contiguous_streams_go_on_where_they_ended():
    windows = contiguous()
    first, targets, state = windows.take()
    assert state == ()
    assert first[:, 0].tolist() == [0, 25, 50, 75]
    assert torch.equal(targets, first + 1)
    second, _, _ = windows.take()
    assert torch.equal(second, first + 10)


def test_the_state_goes_with_the_stream_and_ends_with_the_text():
    windows = contiguous()
    kept = (torch.ones(1, 4, 3, requires_grad=True) * 2,)
    windows.take()
    for _ in range(2):
        windows.keep(kept)
        _, _, state = windows.take()
        assert torch.equal(state[0], kept[0])
        assert not state[0].requires_grad
    windows.keep(kept)
    _, _, state = windows.take()
    assert state == ()


def test_every_target_follows_its_input_also_over_the_end():
    windows = contiguous()
    for _ in range(40):
        inputs, targets, _ = windows.take()
        assert torch.equal(targets, (inputs + 1) % 100)


def test_each_time_through_begins_elsewhere():
    windows = contiguous(3)
    firsts = {int(windows.take()[0][0, 0]) for _ in range(60)}
    assert len(firsts) > 10


def test_they_go_on_from_what_was_saved():
    windows, again = contiguous(1), contiguous(1)
    for _ in range(7):
        windows.take()
        windows.keep((torch.rand(1, 4, 3),))
        again.take()
    again.restore(windows.tensors())
    for one, other in zip(windows.take(), again.take(), strict=True):
        assert all(torch.equal(a, b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    "tensors",
    [
        {},
        {"place": torch.tensor([1])},
        {"place": torch.tensor([-1, 0])},
        {"place": torch.tensor([0, 0]), "state0": torch.zeros(1, 5, 3)},
        {"place": torch.tensor([0, 0]), "state0": torch.zeros(4, 3)},
    ],
)
def test_what_does_not_fit_is_refused(tensors):
    with pytest.raises(ValueError, match=r"place|state"):
        contiguous().restore(tensors)


def test_random_windows_know_no_state():
    windows = make_windows("random", IDS, 10, 4, torch.Generator().manual_seed(0))
    inputs, targets, state = windows.take()
    windows.keep((torch.ones(1, 4, 3),))
    assert torch.equal(targets, inputs + 1)
    assert state == windows.take()[2] == ()
    assert windows.tensors() == {}
