"""At which steps a run keeps its network, and what is then composed from it. No torch.

Every milestone of a run has the same prompts and the same random numbers, so that its takes differ
by what was learned and by nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from abcstudio.learning.sampling.sampling_config import SamplingConfig, sampling_from

SHARE = 0.01
"""So much of the time spent in training steps may be spent on takes."""
MOST_STEPS = 60
"""A person can choose so many steps; the usual ones are some dozen."""
MOST_PROMPTS = 8
LAST_STEP = 1_000_000

_FIRST_USUAL = 10
_LONGEST_PROMPT = 2000
_SAMPLING = SamplingConfig(temperature=0.8, max_chars=400, repetition_guard=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestonePlan:
    """What is kept and composed along the curve of a run.

    Attributes:
        prompts: What the takes begin with, one each.
        steps: At which steps; None for the usual ones: 10, 20, 50, 100, 200, 500 and so on, and
            the last.
        sampling: How they are composed; take number n has the random numbers of its seed plus n.
    """

    prompts: tuple[str, ...]
    steps: tuple[int, ...] | None = None
    sampling: SamplingConfig = _SAMPLING

    def has(self, step: int, *, is_last: bool) -> bool:
        """Whether a step is a milestone.

        Args:
            step: The optimizer updates so far.
            is_last: Whether the run ends here.
        """
        if self.steps is not None:
            return step in self.steps
        return is_last or is_usual(step)


def is_usual(step: int) -> bool:
    """Whether a step is one of the evenly spaced ones of a logarithmic axis: 10, 20, 50, 100..."""
    digits = str(step)
    return step >= _FIRST_USUAL and digits[0] in "125" and not digits[1:].strip("0")


def chosen_steps(steps: Sequence[int]) -> tuple[int, ...]:
    """Return steps that a person chose, each once and in order.

    Raises:
        ValueError: There are none or too many, or one is no step of a run.
    """
    chosen = tuple(sorted(set(steps)))
    if not 1 <= len(chosen) <= MOST_STEPS or not 1 <= chosen[0] <= chosen[-1] <= LAST_STEP:
        raise ValueError("steps")
    return chosen


def plan_data(plan: MilestonePlan) -> dict[str, Any]:
    """Return a plan as plain data for a JSON file."""
    steps = None if plan.steps is None else list(plan.steps)
    return {"prompts": list(plan.prompts), "steps": steps, "sampling": asdict(plan.sampling)}


def plan_from(data: object) -> MilestonePlan | None:
    """Return the plan that some data tells, None where it tells none that can be followed."""
    try:
        return _plan_from(data) if isinstance(data, Mapping) else None
    except (KeyError, TypeError, ValueError):
        return None


def with_steps(plan: MilestonePlan, steps: tuple[int, ...] | None) -> MilestonePlan:
    """Return a plan with other steps, its prompts and random numbers being what they were."""
    return replace(plan, steps=steps)


def _plan_from(data: Mapping[str, Any]) -> MilestonePlan:
    prompts, steps = data["prompts"], data["steps"]
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= MOST_PROMPTS:
        raise ValueError("prompts")
    if not all(isinstance(one, str) and 0 < len(one) <= _LONGEST_PROMPT for one in prompts):
        raise ValueError("prompts")
    if steps is not None:
        if not isinstance(steps, list) or not all(type(step) is int for step in steps):
            raise ValueError("steps")
        steps = chosen_steps(steps)
    sampling = sampling_from(data["sampling"]).config
    return MilestonePlan(prompts=tuple(prompts), steps=steps, sampling=sampling)
