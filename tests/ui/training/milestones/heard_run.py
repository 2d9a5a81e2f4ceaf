"""A run on disk with milestones whose takes are known."""

from pathlib import Path

from abcstudio.learning.milestones.kept import milestone, milestones_of
from abcstudio.recipes.train import TrainRequest, train
from tests.ui.training.small_runs import TINY, TUNES

STEPS = (10, 20, 30)


def tune_at(step: int, place: int) -> str:
    """Return the take of a step: more measures are right, the later it is."""
    right = "DEFG ABcd|" * (step // 10)
    return f"X:1\nM:4/4\nL:1/8\nK:D\n{right}D{place + 2}|"


def make_run(runs: Path) -> Path:
    """Train a network in a moment, and put known takes in place of what it has written."""
    folder = runs / "heard"
    request = TrainRequest(
        config=TINY,
        tunes=TUNES,
        device="cpu",
        name="Heard",
        folder=folder,
        threads=1,
        milestones=STEPS,
    )
    train(request, lambda _report: None)
    assert [one.step for one in milestones_of(folder)] == list(STEPS)
    for step in STEPS:
        milestone(folder, step).keep_takes([tune_at(step, place) for place in range(3)])
    return folder
