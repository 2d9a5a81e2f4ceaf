"""`abcstudio train` stopped by Ctrl+C: the output ends as that of a run that came to its end."""

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from abcstudio.cli import main as command_line
from abcstudio.cli.outcome import DONE, INTERRUPTED
from abcstudio.recipes.train import TrainingReport, TrainRequest, TrainResult, train
from abcstudio.stopping import stopping
from tests.unit.cli.test_train import TINY, TUNES

STEPS = ("--steps", "1000", "--set", "evaluate_every=2", "--out", "run")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tunes.abc").write_text(TUNES, encoding="utf-8")
    return tmp_path


@pytest.fixture
def stop_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let the person stop the next runs at a step."""

    def set_step(step: int) -> None:
        def stopped(request: TrainRequest, report: Callable[[TrainingReport], None]) -> TrainResult:
            reached = 0

            def watch(told: TrainingReport) -> None:
                nonlocal reached
                reached = told.progress.step
                report(told)

            with stopping(lambda: reached >= step):
                return train(request, watch)

        monkeypatch.setattr("abcstudio.cli.train.train", stopped)

    return set_step


def test_the_last_line_names_the_model_that_is_kept(
    stop_at: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    stop_at(4)
    assert command_line([*TINY, *STEPS]) == INTERRUPTED
    printed = capsys.readouterr()
    *_, best, model = printed.out.splitlines()
    assert Path(model) == Path("run") / "best.safetensors"
    assert "Best validation loss" in best
    assert "abcstudio train --resume run" in printed.err


def test_before_an_evaluation_it_is_the_last_network(
    stop_at: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    stop_at(1)
    assert command_line([*TINY, *STEPS, "--set", "evaluate_every=1000"]) == INTERRUPTED
    assert Path(capsys.readouterr().out.splitlines()[-1]) == Path("run") / "last.safetensors"


def test_a_line_of_json_has_what_that_of_an_end_has(
    stop_at: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line([*TINY, "--steps", "2", "--out", "whole", "--jsonl"]) == DONE
    ended = json.loads(capsys.readouterr().out.splitlines()[-1])
    stop_at(4)
    assert command_line([*TINY, *STEPS, "--jsonl"]) == INTERRUPTED
    stopped = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert list(stopped) == list(ended)
    assert stopped["verdict"] == "stopped"
    assert Path(stopped["model"]) == Path("run") / "best.safetensors"
    assert stopped["best_val_loss"] > 0
    assert 2 <= stopped["best_step"] <= stopped["step"]


@pytest.mark.parametrize("more", [(), ("--jsonl",)])
def test_where_there_is_no_model_yet_that_is_said(
    stop_at: Callable[[int], None], capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    stop_at(0)
    assert command_line([*TINY, *STEPS, *more]) == INTERRUPTED
    printed = capsys.readouterr()
    assert "there is no model yet" in printed.err
    assert [json.loads(line)["model"] for line in printed.out.splitlines()] == [None] * len(more)


def test_of_a_run_that_was_to_go_on_the_model_is_named_too(
    stop_at: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line([*TINY, "--steps", "2", "--out", "run"]) == DONE
    capsys.readouterr()
    stop_at(0)
    assert command_line(["train", "--resume", "run", "--steps", "9"]) == INTERRUPTED
    printed = capsys.readouterr()
    assert Path(printed.out.splitlines()[-1]) == Path("run") / "best.safetensors"
    assert "Stopped at step 2" in printed.err


def test_a_loss_that_has_risen_since_the_best_step_is_said(
    stop_at: Callable[[int], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    losses = count(20)
    monkeypatch.setattr(
        "abcstudio.learning.training.trainer.evaluate", lambda *_a, **_k: next(losses) / 10
    )
    stop_at(6)
    assert command_line([*TINY, *STEPS]) == INTERRUPTED
    *_, best, risen, model = capsys.readouterr().out.splitlines()
    assert best.endswith("at step 2.")
    assert risen.startswith("Since step 2 the loss on held-out tunes has risen")
    assert Path(model) == Path("run") / "best.safetensors"
