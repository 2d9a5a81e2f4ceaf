"""What a run tells beside its losses, by step."""

import json
from pathlib import Path

import pytest

from abcstudio.runs.curve import read_curve
from abcstudio.runs.curve_figures import MOST_POINTS, CurveFigures
from abcstudio.runs.run_folder import RunFolder


def add(figures: CurveFigures, step: int, *, chars: float = 100.0, seconds: float = 0.0) -> None:
    figures.add(
        step,
        learning_rate=1 / step,
        gradient_norm=float(step),
        chars_per_second=chars,
        train_seconds=seconds or step / 10,
    )


def test_the_speed_is_that_since_the_point_before() -> None:
    figures = CurveFigures()
    add(figures, 10, chars=100.0, seconds=1.0)
    # 300 characters in three seconds: 200 of them in the last two.
    add(figures, 20, chars=100.0, seconds=3.0)
    add(figures, 30, chars=150.0, seconds=4.0)
    assert list(figures.values["speed"]) == [100.0, 100.0, 300.0]
    assert list(figures.values["gradient_norm"]) == [10.0, 20.0, 30.0]


def test_a_resumed_run_goes_over_its_steps_again() -> None:
    figures = CurveFigures()
    for step in (10, 20, 30, 15):
        add(figures, step)
    assert list(figures.steps) == [10, 15]


def test_of_very_many_points_every_other_one_stays_and_the_newest() -> None:
    figures = CurveFigures()
    for step in range(1, 3 * MOST_POINTS + 2):
        add(figures, step)
        assert len(figures.steps) <= MOST_POINTS
        assert figures.steps[-1] == step
    assert list(figures.steps) == sorted(set(figures.steps))


def test_they_are_read_from_a_run_and_lines_that_tell_less_are_passed_over(tmp_path: Path) -> None:
    run = RunFolder(tmp_path / "run")
    run.create({"name": "x"}, "", "")
    whole = {"learning_rate": 0.1, "gradient_norm": 2.0, "chars_per_second": 50}
    for line in (
        {"step": 5, "train_loss": 2.0, **whole, "train_seconds": 1.0},
        {"step": 6, "train_loss": 2.0},
        {"step": 7, "train_loss": 2.0, **whole, "train_seconds": None},
        {"step": 8, "train_loss": 2.0, **whole, "train_seconds": 2.0},
    ):
        run.append_metrics(json.loads(json.dumps(line)))
    figures = read_curve(run).figures
    assert list(figures.steps) == [5, 8]
    assert list(figures.values["speed"]) == pytest.approx([50.0, 50.0])
