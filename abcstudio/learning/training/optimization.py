"""Optimizers by name, and the learning rate as a function of progress."""

import math
from typing import Any

import torch

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.loading import has_optimizers, load_optimizers

# A cosine ends here and not at zero, so that the last steps still do something.
_FINAL_SHARE = 0.01
_SGD_MOMENTUM = 0.9


def make_optimizer(model: torch.nn.Module, config: TrainingConfig) -> torch.optim.Optimizer:
    """Return the optimizer that a config names; the first one loads what torch needs for it."""
    if not has_optimizers():
        load_optimizers()
    kinds: dict[str, tuple[Any, dict[str, Any]]] = {
        "adam": (torch.optim.Adam, {"fused": True}),
        "adamw": (torch.optim.AdamW, {"fused": True}),
        "adagrad": (torch.optim.Adagrad, {}),
        "rmsprop": (torch.optim.RMSprop, {}),
        "sgd": (torch.optim.SGD, {"fused": True, "momentum": _SGD_MOMENTUM}),
    }
    kind, options = kinds[config.optimizer]
    optimizer: torch.optim.Optimizer = kind(
        model.parameters(), lr=config.learning_rate, weight_decay=config.weight_decay, **options
    )
    return optimizer


def learning_rate_at(config: TrainingConfig, step: int, share_done: float) -> float:
    """Return the learning rate of a step; `share_done` of the run, 0 to 1, drives the decay."""
    rate = config.learning_rate
    if config.schedule == "cosine":
        wave = 0.5 * (1.0 + math.cos(math.pi * min(1.0, share_done)))
        rate *= _FINAL_SHARE + (1.0 - _FINAL_SHARE) * wave
    if step < config.warmup_steps:
        rate *= (step + 1) / config.warmup_steps
    return rate


def set_learning_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    """Use this learning rate from the next update on."""
    for group in optimizer.param_groups:
        group["lr"] = rate
