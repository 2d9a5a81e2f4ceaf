"""How long a sweep will take on this machine: a few steps of each kind of cell are measured."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.devices import choose_device, prepare_torch
from abcstudio.recipes.sweeps.grid import SweepPlan

# What changes a run's losses or its length, and not how long one step takes.
_COSTS_NOTHING = frozenset(
    {
        "learning_rate", "schedule", "warmup_steps", "weight_decay", "gradient_clip", "patience",
        "windows", "steps", "rng_seed", "validation_share", "transpositions", "evaluate_every",
        "checkpoint_every", "pointer_dropout",
    }
)  # fmt: skip
_SECONDS_IN_ALL = 6.0
_SECONDS_EACH = 0.5


@dataclass(frozen=True, slots=True)
class SweepLength:
    """How long the cells take.

    Attributes:
        cells: The seconds of each, in the order of the plan; None where that is not measured yet.
    """

    cells: tuple[float | None, ...]

    @property
    def seconds(self) -> float | None:
        """Of all together; None while one is not measured."""
        known = [each for each in self.cells if each is not None]
        return sum(known) if len(known) == len(self.cells) else None


def measure_sweep(
    plan: SweepPlan,
    device: str,
    threads: int,
    report: Callable[[SweepLength], None],
) -> SweepLength:
    """Return how long a sweep will take; patience may end cells sooner.

    No other thread of this process may train meanwhile.

    Args:
        plan: Its cells.
        device: One of `DEVICES`.
        threads: Processor threads; 0 leaves the choice to torch.
        report: Called after each kind of cell.

    Raises:
        TrainingError: Memory does not suffice for one of the cells.
    """
    prepare_torch()
    from abcstudio.learning.training.step_time import StepTime, measure_steps

    found = choose_device(device)
    configs = [plan.config_of(cell) for cell in plan.cells]
    kinds = {_kind(config): config for config in configs}
    each = min(_SECONDS_EACH, _SECONDS_IN_ALL / len(kinds))
    times: dict[tuple[Any, ...], StepTime] = {}
    length = SweepLength(())
    for kind, config in kinds.items():
        times[kind] = measure_steps(config, found, threads, each)
        length = _length(configs, times)
        report(length)
    return length


def _length(configs: list[TrainingConfig], times: Mapping[tuple[Any, ...], Any]) -> SweepLength:
    known = ((config, times.get(_kind(config))) for config in configs)
    return SweepLength(tuple(None if one is None else one.seconds(config) for config, one in known))


def _kind(config: TrainingConfig) -> tuple[Any, ...]:
    """Return what a step's time depends on."""
    return tuple(
        getattr(config, item.name) for item in fields(config) if item.name not in _COSTS_NOTHING
    )
