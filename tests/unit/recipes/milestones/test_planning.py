"""What is composed along a curve: the usual headers of the tunes that are learned."""

from abcstudio.learning.config import LARGEST_SEED
from abcstudio.learning.milestones.plan import MilestonePlan, plan_data
from abcstudio.recipes.milestones.planning import PROMPTS, plan_again, plan_of, prompts_of

REEL = "X:1\nT:A reel\nR:reel\nM:4/4\nL:1/8\nK:D\nDEFG ABcd|\n\n"
OTHER_REEL = REEL.replace("K:D", "K:G")
JIG = "X:1\nT:A jig\nR:jig\nM:6/8\nL:1/8\nK:G\nGAB dBA|\n\n"


def test_prompts_are_usual_headers_of_several_kinds_without_a_title() -> None:
    found = prompts_of(3 * REEL + 2 * OTHER_REEL + JIG)
    assert found == (
        "X:1\nR:reel\nM:4/4\nL:1/8\nK:D\n",
        "X:1\nR:jig\nM:6/8\nL:1/8\nK:G\n",
        "X:1\nR:reel\nM:4/4\nL:1/8\nK:G\n",
    )


def test_there_are_always_as_many() -> None:
    assert prompts_of(REEL) == ("X:1\nR:reel\nM:4/4\nL:1/8\nK:D\n",) * PROMPTS
    assert prompts_of("no tunes here, only words") == ("X:1\n",) * PROMPTS


def test_the_random_numbers_are_those_of_the_run() -> None:
    assert plan_of(REEL, 7, None).sampling.rng_seed == 7
    assert plan_of(REEL, LARGEST_SEED, None).sampling.rng_seed + PROMPTS <= LARGEST_SEED


def test_a_run_that_goes_on_keeps_prompts_and_numbers_and_may_have_other_steps() -> None:
    plan = MilestonePlan(prompts=("X:1\nK:A\n",), steps=(5,))
    facts = {"milestones": plan_data(plan)}
    assert plan_again(facts, REEL, 3, None) == plan
    other = plan_again(facts, REEL, 3, (8,))
    assert other is not None
    assert (other.prompts, other.steps) == (plan.prompts, (8,))
    assert plan_again(facts, REEL, 3, ()) is None


def test_a_run_of_an_earlier_version_has_milestones_from_where_it_goes_on() -> None:
    assert plan_again({}, REEL, 3, None) == plan_of(REEL, 3, None)
    assert plan_again({"milestones": "?"}, REEL, 3, None) == plan_of(REEL, 3, None)
    # Unless it was begun without.
    assert plan_again({"milestones": None}, REEL, 3, None) is None
    assert plan_again({"milestones": None}, REEL, 3, (4,)) == plan_of(REEL, 3, (4,))
