"""Reports of a training that never was, with what logs look at."""

from typing import Any

from abcstudio.learning.training.trainer import StepReport


def report(step: int, *losses: float, **others: Any) -> StepReport:
    return StepReport(
        step=step, steps=100, epoch=0.5, losses=losses, smoothed_loss=2.0, learning_rate=0.005,
        gradient_norm=1.5, chars_per_second=9000.0, train_seconds=2.0, **others,
    )  # fmt: skip
