import torch

from abcstudio.learning.training.batches import consecutive_windows, encode, random_windows
from abcstudio.learning.vocabulary import Vocabulary


def test_hello_becomes_hell_and_ello():
    vocabulary = Vocabulary.of("Hello")
    ids = encode("Hello", vocabulary)
    inputs, targets = random_windows(ids, 4, 1, torch.Generator().manual_seed(0))
    assert vocabulary.decode(inputs[0].tolist()) == "Hell"
    assert vocabulary.decode(targets[0].tolist()) == "ello"


def test_windows_start_everywhere_and_nowhere_else():
    ids = torch.arange(20)
    inputs, targets = random_windows(ids, 16, 4000, torch.Generator().manual_seed(1))
    assert inputs.shape == targets.shape == (4000, 16)
    assert set(inputs[:, 0].tolist()) == {0, 1, 2, 3}
    assert torch.equal(inputs[:, 1:], targets[:, :-1])


def test_one_seed_draws_one_order():
    ids = torch.arange(1000)
    draws = [
        random_windows(ids, 50, 8, torch.Generator().manual_seed(seed))[0] for seed in (5, 5, 6)
    ]
    assert torch.equal(draws[0], draws[1])
    assert not torch.equal(draws[0], draws[2])


def test_consecutive_windows_cover_the_text_in_order():
    inputs, targets = consecutive_windows(torch.arange(1203), 500)
    assert inputs.shape == (2, 500)
    assert inputs.flatten().tolist() == list(range(1000))
    assert targets.flatten().tolist() == list(range(1, 1001))


def test_a_short_text_is_one_window():
    inputs, targets = consecutive_windows(torch.arange(7), 500)
    assert inputs.tolist() == [[0, 1, 2, 3, 4, 5]]
    assert targets.tolist() == [[1, 2, 3, 4, 5, 6]]
