"""Networks kept along a curve, and takes composed within a share of the training time."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from abcstudio.errors import CancelledError, ModelFileError
from abcstudio.learning.checkpoint import ModelHeader, build_model, read_header
from abcstudio.learning.milestones.keeper import MilestoneKeeper
from abcstudio.learning.milestones.kept import milestone, milestones_of
from abcstudio.learning.milestones.plan import MilestonePlan
from abcstudio.learning.milestones.takes import compose_takes
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.stopping import stopping
from tests.unit.learning.training.test_trainer import CONFIG, VOCABULARY, train

PLAN = MilestonePlan(
    prompts=("X:1\nK:D\n", "X:1\nM:4/4\nK:D\n"),
    steps=(3, 7, 20),
    sampling=SamplingConfig(max_chars=30, repetition_guard=False),
)
FOREVER = 1e9


def kept(keeper: MilestoneKeeper, step: int) -> None:
    torch.manual_seed(step)
    header = ModelHeader(name="Test", vocabulary=VOCABULARY, config=CONFIG, step=step)
    keeper.keep(build_model(CONFIG, len(VOCABULARY)), header)


def test_takes_are_made_again_from_the_kept_network_to_the_byte(tmp_path: Path) -> None:
    keeper = MilestoneKeeper(tmp_path, PLAN)
    for step in (3, 7):
        kept(keeper, step)
    made = [keeper.go_on(FOREVER), keeper.go_on(FOREVER)]
    assert [takes.step for takes in made if takes is not None] == [3, 7]
    assert keeper.go_on(FOREVER) is None
    for takes in made:
        assert takes is not None
        keeper.keep_takes(takes)
        one = milestone(tmp_path, takes.step)
        assert one.takes(2) == takes.texts == compose_takes(one.network, PLAN)
        assert all(map(str.startswith, takes.texts, PLAN.prompts))
        assert read_header(one.network).step == takes.step
    assert made[0] is not None
    assert made[1] is not None
    assert made[0].texts != made[1].texts
    assert [one.step for one in milestones_of(tmp_path)] == [3, 7]


def test_a_network_that_somebody_deletes_is_passed_over(tmp_path: Path) -> None:
    keeper = MilestoneKeeper(tmp_path, PLAN)
    for step in (3, 7):
        kept(keeper, step)
    shutil.rmtree(milestone(tmp_path, 3).path)
    made = keeper.go_on(FOREVER)
    assert made is not None
    assert made.step == 7
    shutil.rmtree(milestone(tmp_path, 7).path)
    kept(keeper, 20)
    shutil.rmtree(milestone(tmp_path, 20).path)
    assert keeper.go_on(FOREVER) is None


def test_nothing_is_composed_before_training_has_paid_for_it(tmp_path: Path) -> None:
    keeper = MilestoneKeeper(tmp_path, PLAN)
    kept(keeper, 3)
    spent = keeper.seconds
    assert spent > 0
    assert keeper.go_on(0.0) is None
    assert keeper.go_on(50 * spent) is None
    assert keeper.seconds == spent
    found, trained = None, 0.0
    while found is None:
        trained += 0.01
        found = keeper.go_on(trained)
    # Some characters at a time: only the last of them may lie beyond the limit.
    assert keeper.seconds < 0.01 * trained + 0.5


def test_a_session_that_goes_on_forgets_what_lies_behind_and_composes_what_is_missing(
    tmp_path: Path,
) -> None:
    first = MilestoneKeeper(tmp_path, PLAN)
    for step in (3, 7, 20):
        kept(first, step)
    takes = first.go_on(FOREVER)
    assert takes is not None
    first.keep_takes(takes)
    again = MilestoneKeeper(tmp_path, PLAN)
    again.begin(7)
    assert [one.step for one in milestones_of(tmp_path)] == [3, 7]
    found = again.go_on(FOREVER)
    assert found is not None
    assert found.step == 7
    assert again.go_on(FOREVER) is None


def test_a_network_that_is_kept_anew_loses_the_takes_of_the_old_one(tmp_path: Path) -> None:
    keeper = MilestoneKeeper(tmp_path, PLAN)
    kept(keeper, 3)
    takes = keeper.go_on(FOREVER)
    assert takes is not None
    keeper.keep_takes(takes)
    milestone(tmp_path, 3).figures.write_bytes(b"{}")
    kept(keeper, 3)
    assert milestone(tmp_path, 3).takes(2) == ()
    assert not milestone(tmp_path, 3).figures.exists()


def test_composing_can_be_cancelled_and_a_damaged_network_is_named(tmp_path: Path) -> None:
    keeper = MilestoneKeeper(tmp_path, PLAN)
    kept(keeper, 3)
    network = milestone(tmp_path, 3).network
    with pytest.raises(CancelledError), stopping(lambda: True):
        compose_takes(network, PLAN)
    network.write_bytes(network.read_bytes()[:-100])
    with pytest.raises(ModelFileError):
        compose_takes(network, PLAN)


def test_what_lies_in_the_folder_and_is_no_milestone_is_passed_over(tmp_path: Path) -> None:
    keeper = MilestoneKeeper(tmp_path, PLAN)
    kept(keeper, 7)
    for name in ("step-000009", "step-7", "other"):
        (tmp_path / "milestones" / name).mkdir()
    (tmp_path / "milestones" / "step-000008").write_text("a file", encoding="utf-8")
    assert [one.step for one in milestones_of(tmp_path)] == [7]
    assert milestones_of(tmp_path / "nowhere") == ()


def test_a_run_learns_the_same_with_milestones_and_without(tmp_path: Path) -> None:
    with_them, reports = train(tmp_path / "a", milestones=PLAN)
    without, _ = train(tmp_path / "b")
    assert with_them.val_loss == without.val_loss
    assert [one.step for one in milestones_of(tmp_path / "a")] == [3, 7, 20]
    assert not milestones_of(tmp_path / "b")
    assert all(report.milestone is None or report.milestone.step in (3, 7) for report in reports)


def test_a_stopped_run_keeps_the_same_networks_as_one_that_was_not(tmp_path: Path) -> None:
    train(tmp_path / "whole", milestones=PLAN)
    with (
        pytest.raises(CancelledError),
        stopping(lambda: len(list((tmp_path / "halves").glob("milestones/*"))) >= 2),
    ):
        train(tmp_path / "halves", milestones=PLAN)
    train(tmp_path / "halves", milestones=PLAN, resume=True)
    whole, halves = (milestones_of(tmp_path / name) for name in ("whole", "halves"))
    assert [one.step for one in halves] == [3, 7, 20]
    for one, other in zip(whole, halves, strict=True):
        assert one.network.read_bytes() == other.network.read_bytes()


def test_takes_are_reported_and_kept_as_soon_as_they_are_composed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "abcstudio.learning.training.session.MilestoneKeeper",
        lambda run, plan: MilestoneKeeper(run, plan, share=1e6),
    )
    _, reports = train(tmp_path, replace(CONFIG, steps=24), milestones=PLAN)
    told = [report.milestone for report in reports if report.milestone is not None]
    assert [takes.step for takes in told] == [3, 7, 20]
    for takes in told:
        assert milestone(tmp_path, takes.step).takes(2) == takes.texts
