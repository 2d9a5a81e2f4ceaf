"""What a run takes of a machine, by its config alone: no torch."""

import math
from dataclasses import dataclass

from abcstudio.learning.checkpoint import GATES, tensor_shapes
from abcstudio.learning.config import TrainingConfig

_NUMBER_BYTES = 4
# What each optimizer keeps for a weight beside the weight and its gradient.
_KEPT = {"adam": 2, "adamw": 2, "adagrad": 1, "rmsprop": 1, "sgd": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCost:
    """What a run is going to take.

    Attributes:
        parameters: How many numbers the network learns.
        memory_bytes: About how much memory the training takes, beside the program's own.
        seconds_per_step: As measured on this machine; None before that.
    """

    parameters: int
    memory_bytes: int
    seconds_per_step: float | None = None


def cost_of(config: TrainingConfig, vocab_size: int) -> RunCost:
    """Return what is known of a run's cost before anything is measured.

    Args:
        config: How it trains.
        vocab_size: How many characters its network chooses from.
    """
    shapes = tensor_shapes(config, vocab_size)
    parameters = sum(math.prod(shape) for shape in shapes.values())
    kept = 2 + _KEPT[config.optimizer]
    numbers = kept * parameters + _numbers_between(config, vocab_size)
    return RunCost(parameters=parameters, memory_bytes=_NUMBER_BYTES * numbers)


def _numbers_between(config: TrainingConfig, vocab_size: int) -> int:
    """Return how many numbers a batch leaves for the way back through the network.

    The gates and the state of every layer, the scores of all characters with their gradients, and
    what each head compares.
    """
    places = config.batch_size * config.seq_len
    gates = config.num_layers * (GATES[config.cell] + 2) * config.hidden_size
    scores = 3 * vocab_size
    heads = 2 * config.pointer_heads * min(config.pointer_reach, config.seq_len)
    return places * (config.embedding_dim + gates + scores + heads)
