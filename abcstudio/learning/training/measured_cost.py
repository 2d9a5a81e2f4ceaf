"""How long a training step takes on this machine, measured in about a second."""

import time
from dataclasses import replace
from statistics import median

import torch

from abcstudio.learning.checkpoint import ModelHeader, build_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.cost import RunCost, cost_of
from abcstudio.learning.devices import Device, torch_threads
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.training.gradients import Gradients
from abcstudio.learning.training.optimization import make_optimizer
from abcstudio.learning.training.ranks import Ranks
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.stopping import stop_if_asked

MEASURED_SECONDS = 1.0
_MOST_STEPS = 20
_WEIGHT = 0.01
_FIRST_CHARACTER = 0x100


def measure_cost(
    config: TrainingConfig, vocab_size: int, device: Device, *, threads: int = 0
) -> RunCost:
    """Return what a run takes, its steps measured on text of no meaning.

    No random number of torch's is used up: a run may begin meanwhile.

    Args:
        config: How it trains.
        vocab_size: How many characters its network chooses from.
        device: Where it computes.
        threads: Processor threads; 0 leaves the choice to torch.

    Raises:
        TrainingError: There is not enough memory for a single piece of text.
    """
    # Pieces that begin at tunes or go on cost what random ones do.
    config = replace(config, windows="random", rng_seed=0)
    vocabulary = Vocabulary("".join(chr(_FIRST_CHARACTER + i) for i in range(vocab_size)))
    header = ModelHeader(name="cost", vocabulary=vocabulary, config=config)
    length = 2 * config.seq_len + 2
    with torch_threads(threads):
        model = _without_random_numbers(config, vocab_size, device.name)
        ids = torch.arange(length, device=device.name).remainder(vocab_size)  # (length,)
        gradients = Gradients(model, header, ids, Ranks())
        try:
            took = _times(model, gradients, config)
        finally:
            gradients.close()
    return replace(cost_of(config, vocab_size), seconds_per_step=median(took))


def _times(
    model: CharLSTM,
    gradients: Gradients,
    config: TrainingConfig,
) -> list[float]:
    """Return the seconds of some steps; the first, which sets things up, only where it is long."""
    optimizer = make_optimizer(model, config)
    model.train()
    times: list[float] = []
    began = time.perf_counter()
    while len(times) < 1 + _MOST_STEPS and time.perf_counter() - began < MEASURED_SECONDS:
        stop_if_asked()
        at = time.perf_counter()
        loss = gradients.compute(len(times) + 1)
        torch.nn.utils.clip_grad_norm_(model.parameters(), config.gradient_clip or 1.0)
        optimizer.step()
        # Where it lies on a GPU this is where it is waited for.
        loss.item()
        times.append(time.perf_counter() - at)
    return times[1:] or times


def _without_random_numbers(config: TrainingConfig, vocab_size: int, device: str) -> CharLSTM:
    with torch.device("meta"):
        model = build_model(config, vocab_size)
    model = model.to_empty(device=device)
    with torch.no_grad():
        for weight in model.parameters():
            weight.fill_(_WEIGHT)
    return model
