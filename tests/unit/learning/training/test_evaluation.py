import math

import pytest
import torch

from abcstudio.errors import CancelledError
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.training.evaluation import copied_share, evaluate
from abcstudio.stopping import stopping


@pytest.fixture
def model():
    seed_everything(0)
    return CharLSTM(12, TrainingConfig(embedding_dim=8, hidden_size=16, dropout=0.5))


def test_a_network_that_knows_nothing_is_at_the_logarithm(model):
    ids = torch.randint(12, (5001,), generator=torch.Generator().manual_seed(0))
    assert evaluate(model, ids) == pytest.approx(math.log(12), abs=0.1)
    assert model.training


def test_it_is_the_mean_over_windows_from_a_zero_state(model):
    ids = torch.randint(12, (1001,), generator=torch.Generator().manual_seed(0))
    model.eval()
    with torch.no_grad():
        losses = [
            torch.nn.functional.cross_entropy(
                model(ids[start : start + 500].unsqueeze(0))[0][0], ids[start + 1 : start + 501]
            ).item()
            for start in (0, 500)
        ]
    assert evaluate(model, ids) == pytest.approx(sum(losses) / 2, abs=1e-5)


def test_of_many_windows_the_same_few_are_read(model):
    ids = torch.randint(12, (10_001,), generator=torch.Generator().manual_seed(0))
    some = [evaluate(model, ids, 50, max_windows=20) for _ in range(2)]
    assert some[0] == some[1]
    assert some[0] != evaluate(model, ids, 50)
    assert evaluate(model, ids, 50, max_windows=200) == evaluate(model, ids, 50)


def test_it_can_be_stopped(model):
    with pytest.raises(CancelledError), stopping(lambda: True):
        evaluate(model, torch.zeros(5000, dtype=torch.long))


def test_heads_read_a_long_window_in_pieces():
    seed_everything(0)
    model = CharLSTM(
        12, TrainingConfig(embedding_dim=8, hidden_size=16, pointer_heads=2, pointer_reach=900)
    )
    ids = torch.randint(12, (1401,), generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        logits, _ = model.eval()(ids[:1400].unsqueeze(0))
    whole = torch.nn.functional.cross_entropy(logits[0], ids[1:]).item()
    assert evaluate(model, ids, 1400) == pytest.approx(whole, abs=1e-5)


def test_the_share_that_is_copied_is_measured_with_heads_only(model):
    ids = torch.randint(12, (1401,), generator=torch.Generator().manual_seed(0))
    assert copied_share(model, ids) is None
    heads = CharLSTM(12, TrainingConfig(embedding_dim=8, hidden_size=16, pointer_heads=2))
    with torch.no_grad():
        _, _, pointing = heads.read(ids[:1400].unsqueeze(0))
    expected = 1.0 - float(pointing.own.mean())
    assert 0.0 < expected < 1.0
    assert copied_share(heads, ids, 1400) == pytest.approx(expected, abs=1e-5)
    with pytest.raises(CancelledError), stopping(lambda: True):
        copied_share(heads, ids)
