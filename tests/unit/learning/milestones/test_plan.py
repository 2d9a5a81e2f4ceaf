"""At which steps a run keeps its network, and how that is written down."""

import json

import pytest

from abcstudio.learning.milestones.plan import (
    MOST_STEPS,
    MilestonePlan,
    chosen_steps,
    plan_data,
    plan_from,
)

PLAN = MilestonePlan(prompts=("X:1\nK:D\n",))


def test_the_usual_steps_are_evenly_spaced_on_a_logarithmic_axis_and_the_last_is_one() -> None:
    usual = [step for step in range(1, 3001) if PLAN.has(step, is_last=False)]
    assert usual == [10, 20, 50, 100, 200, 500, 1000, 2000]
    assert PLAN.has(801, is_last=True)
    assert PLAN.has(1_000_000, is_last=False)


def test_chosen_steps_are_these_and_no_others() -> None:
    plan = MilestonePlan(prompts=PLAN.prompts, steps=chosen_steps([300, 5, 300]))
    assert [step for step in range(1, 400) if plan.has(step, is_last=step == 399)] == [5, 300]


@pytest.mark.parametrize("steps", [[], [0], [1_000_001], list(range(1, MOST_STEPS + 2))])
def test_what_is_no_step_of_a_run_is_refused(steps: list[int]) -> None:
    with pytest.raises(ValueError, match="steps"):
        chosen_steps(steps)


def test_a_plan_comes_back_from_its_file() -> None:
    for steps in (None, (3, 7)):
        plan = MilestonePlan(prompts=("X:1\nK:D\n", "X:1\nK:Є\n"), steps=steps)
        assert plan_from(json.loads(json.dumps(plan_data(plan)))) == plan


@pytest.mark.parametrize(
    "change",
    [
        {"prompts": []},
        {"prompts": [""]},
        {"prompts": [7]},
        {"prompts": ["x"] * 9},
        {"prompts": "X:1"},
        {"steps": []},
        {"steps": ["1"]},
        {"steps": [0]},
        {"steps": 3},
        {"sampling": {"temperature": 99}},
        {"sampling": None},
    ],
)
def test_a_plan_that_cannot_be_followed_is_none(change: dict[str, object]) -> None:
    assert plan_from({**plan_data(PLAN), **change}) is None
    assert plan_from(None) is None
    assert plan_from({}) is None
