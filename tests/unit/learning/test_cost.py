"""What a run costs before it begins."""

from dataclasses import replace

import pytest
import torch

from abcstudio.errors import CancelledError
from abcstudio.learning.checkpoint import build_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.cost import cost_of
from abcstudio.learning.devices import choose_device
from abcstudio.learning.presets import PRESETS
from abcstudio.learning.training.measured_cost import measure_cost
from abcstudio.stopping import stopping

TINY = TrainingConfig(embedding_dim=8, hidden_size=16, batch_size=2, seq_len=50)


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_the_numbers_are_those_of_the_network(name: str) -> None:
    config = replace(PRESETS[name], hidden_size=40, embedding_dim=12)
    network = build_model(config, 30)
    assert cost_of(config, 30).parameters == sum(each.numel() for each in network.parameters())


def test_memory_grows_with_all_that_takes_memory() -> None:
    usual = cost_of(TINY, 80).memory_bytes
    for change in (
        {"hidden_size": 64},
        {"batch_size": 4},
        {"seq_len": 100},
        {"num_layers": 2},
        {"pointer_heads": 2},
    ):
        assert cost_of(replace(TINY, **change), 80).memory_bytes > usual  # type: ignore[arg-type]
    assert cost_of(replace(TINY, optimizer="sgd"), 80).memory_bytes < usual


@pytest.mark.parametrize("windows", ["random", "tunes", "contiguous"])
def test_a_step_is_measured_without_using_up_a_random_number(windows: str) -> None:
    before = torch.get_rng_state()
    config = replace(TINY, windows=windows, dropout=0.2, pointer_heads=1)
    cost = measure_cost(config, 80, choose_device("cpu"), threads=1)
    assert cost.seconds_per_step is not None
    assert 0 < cost.seconds_per_step < 5
    assert cost.parameters == cost_of(config, 80).parameters
    assert torch.equal(before, torch.get_rng_state())


def test_a_larger_network_takes_longer() -> None:
    device = choose_device("cpu")
    small = measure_cost(TINY, 80, device, threads=1).seconds_per_step
    large = measure_cost(
        replace(TINY, hidden_size=512, batch_size=8), 80, device, threads=1
    ).seconds_per_step
    assert small is not None
    assert large is not None
    assert large > 2 * small


def test_measuring_can_be_cancelled() -> None:
    with pytest.raises(CancelledError), stopping(lambda: True):
        measure_cost(TINY, 80, choose_device("cpu"), threads=1)
