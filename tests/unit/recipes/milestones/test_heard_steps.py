"""What is read of the milestones of a run, composed where it is missing, and counted."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from abcstudio.errors import CancelledError, TrainingError
from abcstudio.learning.milestones.kept import milestone
from abcstudio.paths import bundled_newness
from abcstudio.recipes.comparing.music import TakeFigures
from abcstudio.recipes.milestones.heard_steps import (
    HeardStep,
    HeardTake,
    heard_steps,
    takes_again,
)
from abcstudio.recipes.train import TrainRequest, train
from abcstudio.stopping import stopping
from tests.unit.recipes.small_training import CONFIG, TUNES, ignore


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs") / "run"
    request = TrainRequest(
        config=CONFIG, tunes=TUNES, device="cpu", folder=folder, threads=1, milestones=(2, 6)
    )
    train(request, ignore)
    return folder


def heard(folder: Path, *, composes: bool = True) -> tuple[HeardStep, ...]:
    return heard_steps(folder, bundled_newness(), ignore, composes=composes)


def test_takes_that_training_had_no_time_for_are_composed_when_asked_for(trained: Path) -> None:
    waiting = [one.step for one in heard(trained, composes=False)]
    found = heard(trained)
    assert waiting == [one.step for one in found] == [2, 6]
    for one in found:
        assert len(one.takes) == 3
        assert takes_again(trained, one.step) == tuple(take.raw for take in one.takes)
        assert milestone(trained, one.step).takes(3) == tuple(take.raw for take in one.takes)
    assert heard(trained, composes=False) == found


def test_figures_are_kept_and_counted_anew_where_they_are_of_other_takes(trained: Path) -> None:
    found = heard(trained)
    path = milestone(trained, 6).figures
    kept = path.read_bytes()
    data = json.loads(kept)
    data["takes"][0]["right"] = 77
    path.write_text(json.dumps(data), encoding="utf-8")
    assert heard(trained)[1].takes[0].figures.right == 77
    for damage in (b"{", b"[]", json.dumps({**data, "of": "other"}).encode(), b"{}" * 40_000):
        path.write_bytes(damage)
        assert heard(trained) == found
        assert path.read_bytes() == kept


def test_each_step_is_reported_and_reading_can_be_cancelled(trained: Path) -> None:
    reported: list[HeardStep] = []
    found = heard_steps(trained, bundled_newness(), reported.append, composes=True)
    assert tuple(reported) == found
    with pytest.raises(CancelledError), stopping(lambda: True):
        heard_steps(trained, bundled_newness(), ignore, composes=True)
    with pytest.raises(TrainingError):
        heard(trained.parent)


def test_a_run_that_is_moved_away_meanwhile_does_not_come_back(
    trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard(trained)
    kept = tmp_path / "run"
    shutil.copytree(trained, kept)
    for take in kept.glob("milestones/*/*.abc"):
        take.unlink()
    away = tmp_path / "away"

    def composed(*_: object) -> tuple[str, ...]:
        if kept.exists():
            kept.rename(away)
        return ("X:1\nK:C\nCDEF|", "X:2\nK:C\nCDEF|", "X:3\nK:C\nCDEF|")

    monkeypatch.setattr("abcstudio.learning.milestones.takes.compose_takes", composed)
    with pytest.raises(FileNotFoundError):
        heard(kept)
    assert not kept.exists()
    assert not list(away.glob("milestones/*/*.abc"))


def takes(*figures: TakeFigures) -> Iterator[HeardTake]:
    return (HeardTake(raw="", tune="", figures=one) for one in figures)


def test_shares_are_of_all_takes_together_and_unknown_where_there_is_no_music() -> None:
    some = tuple(
        takes(TakeFigures(right=3, measures=4, newer=50), TakeFigures(right=0, measures=2))
    )
    step = HeardStep(step=1, network=Path("x"), takes=some)
    assert (step.right_share, step.newness) == (0.5, 0.5)
    silent = HeardStep(step=1, network=Path("x"), takes=tuple(takes(TakeFigures())))
    assert (silent.right_share, silent.newness) == (None, None)


def test_a_tune_that_was_read_is_not_new(trained: Path) -> None:
    # The network knows nothing; what it has written is replaced by one of its own tunes.
    one = milestone(trained, 2)
    before = one.takes(3)
    known = TUNES[0].text
    one.keep_takes((known, *before[1:]))
    assert heard(trained)[0].takes[0].figures.newer <= 5
    one.keep_takes(before)


def test_a_run_without_milestones_has_none(tmp_path: Path) -> None:
    request = TrainRequest(
        config=CONFIG, tunes=TUNES, device="cpu", folder=tmp_path / "run", threads=1, milestones=()
    )
    train(request, ignore)
    assert heard(tmp_path / "run") == ()
    assert takes_again(tmp_path / "run", 6) == ()
    assert not (tmp_path / "run" / "milestones").exists()
