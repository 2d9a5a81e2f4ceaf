"""Runs that are logged besides their folder, from their request to what stands in the logs."""

import importlib.util
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from abcstudio.errors import CancelledError, TrainingError
from abcstudio.messages import Phrase
from abcstudio.recipes.loggers import run_logs
from abcstudio.recipes.train import TrainRequest, train
from abcstudio.runs.loggers.kinds import LOG_KINDS, logs_of, why_no_log
from abcstudio.runs.loggers.run_logger import LoggedMusic, LoggedRun, RunEnd
from abcstudio.stopping import stopping
from tests.unit.recipes.small_training import CONFIG, TUNES, ignore


class Noting:
    """Notes what a run logs; fails where it is told to."""

    def __init__(self) -> None:
        self.runs: list[LoggedRun] = []
        self.losses: list[float] = []
        self.val_losses: dict[int, float] = {}
        self.music: list[LoggedMusic] = []
        self.ends: list[str] = []
        self.fails_at: int | None = None

    def begin(self, run: LoggedRun) -> None:
        self.runs.append(run)

    def add(self, report: Any) -> None:
        if self.fails_at is not None and report.step >= self.fails_at:
            raise RuntimeError("the service has gone")
        self.losses += report.losses
        if report.val_loss is not None:
            self.val_losses[report.step] = report.val_loss

    def hear(self, music: LoggedMusic) -> None:
        self.music.append(music)

    def end(self, end: RunEnd) -> None:
        self.ends.append(end.state)


@pytest.fixture
def noting(monkeypatch: pytest.MonkeyPatch) -> Noting:
    """Stand where TensorBoard would be logged to."""
    noting = Noting()
    kind = replace(LOG_KINDS["tensorboard"], package="json", make=lambda _tell: noting)
    monkeypatch.setitem(LOG_KINDS, "tensorboard", kind)
    # However busy the machine is.
    monkeypatch.setattr(run_logs, "STOP_SECONDS", 600.0)
    monkeypatch.setattr(run_logs, "END_SECONDS", 600.0)
    return noting


def request(folder: Path, **others: Any) -> TrainRequest:
    wishes: dict[str, Any] = {"logs": ("tensorboard",), "milestones": (), **others}
    return TrainRequest(
        config=CONFIG, tunes=TUNES, device="cpu", name="A run", folder=folder, threads=1, **wishes
    )


def facts(folder: Path) -> Any:
    return json.loads((folder / "run.json").read_text(encoding="utf-8"))


def test_losses_and_parameters_are_logged_and_a_run_goes_on_in_the_same_log(
    tmp_path: Path, noting: Noting
) -> None:
    folder = tmp_path / "run"
    result = train(request(folder, validation_tunes=TUNES[:1]), ignore)
    assert len(noting.losses) == 6
    assert noting.val_losses[6] == result.reached.val_loss
    (run,) = noting.runs
    assert (run.name, run.folder, run.first_step) == ("A run", folder, 0)
    assert run.parameters["hidden_size"] == 16
    assert run.parameters["device"] == "cpu"
    assert noting.ends == ["finished"]
    assert facts(folder)["logs"] == ["tensorboard"]
    train(TrainRequest(resume_from=folder, device="cpu", threads=1, steps=8), ignore)
    assert noting.runs[-1].first_step == 6
    assert len(noting.losses) == 8
    assert noting.ends == ["finished"] * 2


def test_a_log_that_fails_is_told_of_and_stops_no_training(tmp_path: Path, noting: Noting) -> None:
    noting.fails_at = 1
    told: list[Phrase] = []
    result = train(request(tmp_path / "run"), lambda report: told.extend(report.remarks))
    told += result.remarks
    assert [one.message_id for one in told] == ["log.failed"]
    assert "the service has gone" in str(told[0])
    assert facts(tmp_path / "run")["state"] == "finished"


def test_a_log_that_is_not_installed_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = replace(LOG_KINDS["comet"], package="comet_ml_of_nobody")
    monkeypatch.setitem(LOG_KINDS, "comet", kind)
    told: list[Phrase] = []
    asked = request(tmp_path / "run", logs=("comet",))
    train(replace(asked, steps=1), lambda report: told.extend(report.remarks))
    assert [str(one) for one in told] == [
        "Comet is not installed here, so nothing is logged to it. "
        f'Install it with {sys.executable} -m pip install "comet_ml>=3.49,<4" "keyring>=24".'
    ]


def test_a_packaged_program_does_not_name_a_command_that_it_has_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    kind = replace(LOG_KINDS["tensorboard"], package="tensorboard_of_nobody")
    assert "from its source code instead" in str(why_no_log(kind))


def test_a_folder_of_the_name_is_no_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "logs_of_nobody").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert importlib.util.find_spec("logs_of_nobody") is not None
    assert why_no_log(replace(LOG_KINDS["tensorboard"], package="logs_of_nobody")) is not None


@pytest.mark.parametrize(("error", "state"), [(CancelledError, "stopped"), (None, "failed")])
def test_how_a_run_ended_is_logged(
    tmp_path: Path, noting: Noting, error: type[Exception] | None, state: str
) -> None:
    learned: list[int] = []

    def follow(report: Any) -> None:
        if report.progress.losses:
            learned.append(report.progress.step)
            if error is None:
                raise TrainingError("training.not_finite", step=1)

    def should_stop() -> bool:
        return error is not None and bool(learned)

    with pytest.raises(error or TrainingError), stopping(should_stop):
        train(request(tmp_path / "run"), follow)
    assert noting.ends == [state]
    assert not noting.music


def test_a_run_at_its_end_logs_nothing(tmp_path: Path, noting: Noting) -> None:
    train(request(tmp_path / "run", logs=(), steps=2), ignore)
    again = TrainRequest(
        resume_from=tmp_path / "run", device="cpu", threads=1, logs=("tensorboard",)
    )
    train(again, ignore)
    assert not noting.runs


def test_names_in_a_run_that_no_log_has_are_passed_over() -> None:
    assert logs_of({"logs": ["comet", "wandb", 5]}) == ("comet",)
    assert logs_of({"logs": "comet"}) == ()
    assert logs_of({}) == ()
