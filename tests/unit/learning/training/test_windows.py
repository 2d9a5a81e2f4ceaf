import pytest
import torch

from abcstudio.errors import TrainingInputError
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.training.batches import encode
from abcstudio.learning.training.windows import make_windows
from abcstudio.learning.vocabulary import Vocabulary

IDS = torch.arange(100)
TUNES = "X:1\nK:C\nCDE X:|\nX:F|]\n\nX:1\nK:G\nGAB|]\n\nX:1\nK:D\nDEF|]\n\n"


def windows_of(kind, seed=0):
    config = TrainingConfig(windows=kind, seq_len=10, batch_size=4)
    vocabulary = Vocabulary.of("abc")
    return make_windows(config, vocabulary, IDS, torch.Generator().manual_seed(seed))


def contiguous(seed=0):
    return windows_of("contiguous", seed)


def tunes(text, batch_size=8, seq_len=20):
    vocabulary = Vocabulary.of(text)
    config = TrainingConfig(windows="tunes", seq_len=seq_len, batch_size=batch_size)
    ids = encode(text, vocabulary)
    return vocabulary, make_windows(config, vocabulary, ids, torch.Generator().manual_seed(0))


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
    windows = windows_of("random")
    inputs, targets, state = windows.take()
    windows.keep((torch.ones(1, 4, 3),))
    assert torch.equal(targets, inputs + 1)
    assert state == windows.take()[2] == ()
    assert windows.tensors() == {}


def test_pieces_begin_at_all_tunes_and_a_quarter_of_them_anywhere():
    vocabulary, windows = tunes(TUNES)
    begun: list[str] = []
    elsewhere = 0
    for _ in range(40):
        inputs, _, state = windows.take()
        assert state == ()
        texts = [vocabulary.decode(row.tolist()) for row in inputs]
        begun += [text[:7] for text in texts[2:]]
        elsewhere += sum(not text.startswith("X:1\n") for text in texts[:2])
    assert set(begun) == {"X:1\nK:C", "X:1\nK:G", "X:1\nK:D"}
    assert elsewhere > 40


def test_a_piece_goes_on_with_the_next_tune_and_at_the_end_with_the_first():
    vocabulary, windows = tunes(TUNES, batch_size=3, seq_len=50)
    whole = TUNES + TUNES
    for _ in range(10):
        inputs, targets, _ = windows.take()
        for row, target in zip(inputs, targets, strict=True):
            assert vocabulary.decode([*row.tolist(), int(target[-1])]) in whole
            assert torch.equal(row[1:], target[:-1])


def test_text_without_tunes_is_refused():
    with pytest.raises(TrainingInputError, match="no_tune_starts"):
        tunes("K:C\nX:1 CDEF GABc|\n" * 10)
