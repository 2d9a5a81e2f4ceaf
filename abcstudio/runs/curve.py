"""The losses of a run as a curve: one of each step, and those of the evaluations."""

import math
from array import array
from dataclasses import dataclass, field
from typing import Any

from abcstudio.runs.curve_figures import CurveFigures
from abcstudio.runs.loss_file import MAX_STEPS
from abcstudio.runs.run_folder import RunFolder
from abcstudio.stopping import stop_if_asked


@dataclass(frozen=True, slots=True)
class Curve:
    """What a run's loss did.

    Attributes:
        losses: Of each step, nats per character, step 1's first; all are numbers.
        val: Steps with the validation losses there.
        figures: Learning rate, gradient norm and speed.
    """

    losses: "array[float]" = field(default_factory=lambda: array("f"))
    val: tuple[tuple[float, float], ...] = ()
    figures: CurveFigures = field(default_factory=CurveFigures)


def read_curve(run: RunFolder) -> Curve:
    """Return a run's curve; steps of which only a mean is known have that one.

    Raises:
        OSError: A file of it cannot be read.
    """
    losses = run.losses()
    has_gaps = not all(map(math.isfinite, losses))
    val: dict[int, float] = {}
    figures = CurveFigures()
    before = 0
    for row in run.metrics():
        stop_if_asked()
        step = row.get("step")
        if not isinstance(step, int) or not 0 < step <= MAX_STEPS:
            continue
        # In runs of earlier versions the training loss at an evaluation was a smoothed one.
        mean = _number(row.get("recent_loss", row.get("train_loss")))
        if mean is not None and has_gaps:
            _fill(losses, before, step, mean)
        if mean is not None and step > len(losses):
            losses.extend([mean] * (step - len(losses)))
        before = step
        _add_figures(figures, step, row)
        if (loss := _number(row.get("val_loss"))) is not None:
            val[step] = loss
    whole = _without_gaps(losses) if has_gaps else losses
    return Curve(whole, tuple((float(step), val[step]) for step in sorted(val)), figures)


def _add_figures(figures: CurveFigures, step: int, row: dict[str, Any]) -> None:
    """Add what a line tells beside its losses; runs of earlier versions tell less."""
    names = ("learning_rate", "gradient_norm", "chars_per_second", "train_seconds")
    known = {name: value for name in names if (value := _number(row.get(name))) is not None}
    if len(known) == len(names):
        figures.add(step, **known)


def _fill(losses: "array[float]", before: int, step: int, mean: float) -> None:
    """Give the mean of some steps to those of which nothing better is known."""
    for place in range(before, min(step, len(losses))):
        if not math.isfinite(losses[place]):
            losses[place] = mean


def _without_gaps(losses: "array[float]") -> "array[float]":
    """Let a step of which nothing at all is known stand as high as the one before."""
    known = next((loss for loss in losses if math.isfinite(loss)), None)
    if known is None:
        return array("f")
    for place, loss in enumerate(losses):
        if math.isfinite(loss):
            known = loss
        else:
            losses[place] = known
    return losses


def _number(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and abs(value) < math.inf else None
