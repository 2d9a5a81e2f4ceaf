"""`abcstudio train`: what it says of a run's end, and what it does not take."""

import json
import random
from dataclasses import replace
from pathlib import Path
from statistics import fmean

import pytest

from abcstudio.cli import main as command_line
from abcstudio.cli.outcome import DONE, UNUSABLE
from abcstudio.paths import runs_dir
from abcstudio.runs.history import list_runs
from abcstudio.runs.loggers.kinds import LOG_KINDS
from abcstudio.runs.loggers.run_logger import RunLogger
from abcstudio.runs.run_folder import RunFolder

NOTES = random.Random(1)
TUNES = "\n\n".join(
    f"X:{n}\nT:Tune {n}\nM:4/4\nL:1/8\nK:G\n"
    + "|".join("".join(NOTES.choices("CDEFGABcdefg", k=8)) for _ in range(8))
    for n in range(1, 9)
)
TINY = (
    "train", "--corpus", "tunes.abc", "--preset", "quick", "--steps", "2", "--device", "cpu",
    "--threads", "1", "--set", "hidden_size=8", "--set", "seq_len=50", "--set", "batch_size=2",
)  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tunes.abc").write_text(TUNES, encoding="utf-8")
    (tmp_path / "empty.abc").write_text("\n", encoding="utf-8")
    return tmp_path


def test_the_end_of_a_run_is_judged_and_how_it_goes_on_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command_line([*TINY, "--out", "run"]) == DONE
    *_, judged, model = capsys.readouterr().out.splitlines()
    assert "better than guessing" in judged
    assert Path(model) == Path("run") / "best.safetensors"
    assert command_line(["train", "--resume", "run", "--device", "cpu"]) == DONE
    ended = capsys.readouterr()
    assert "nothing was trained" in ended.err
    # One thing is said of it: it is at its end, and was so before.
    assert "Training is done" not in ended.out
    assert "The run is at its end." in ended.out
    assert "abcstudio train --resume run --steps 4" in ended.err
    assert command_line(["train", "--resume", "run", "--steps", "4", "--device", "cpu"]) == DONE
    assert "nothing was trained" not in capsys.readouterr().err
    assert command_line(["train", "--resume", "run", "--steps", "3"]) == UNUSABLE
    assert "reached step 4" in capsys.readouterr().err
    assert command_line(["train", "--resume", "run", "--corpus", "tunes.abc"]) == UNUSABLE
    assert "--corpus" in capsys.readouterr().err


def test_help_says_from_where_seconds_count(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_line(["train", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "training time in all, also with --resume from the run's start" in said


def test_the_training_loss_is_the_mean_of_ten_steps_wherever_it_stands(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # A line each step, as where a step takes long.
    monkeypatch.setattr("abcstudio.recipes.run_notes.LINE_INTERVAL_SECONDS", 0.0)
    asked = ("--steps", "25", "--set", "evaluate_every=8", "--out", "run", "--jsonl")
    assert command_line([*TINY, *asked]) == DONE
    *printed, _ = map(json.loads, capsys.readouterr().out.splitlines())
    run = RunFolder(Path("run"))
    losses, written = run.losses(), list(run.metrics())
    assert [line["step"] for line in printed] == [8, 16, 24, 25]
    for line in (*printed, *written, {**run.facts(), "step": 25}):
        step = line["step"]
        assert line["train_loss"] == pytest.approx(
            fmean(losses[max(0, step - 10) : step]), abs=1e-4
        )


def test_a_run_that_patience_ended_says_so_and_how_it_goes_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    worse = ("learning_rate=0.1", "optimizer=sgd", "patience=1", "evaluate_every=1")
    settings = [part for setting in worse for part in ("--set", setting)]
    Path("one.txt").write_text("abcdefg " * 40, encoding="utf-8")
    Path("other.txt").write_text("gfedcba!" * 20, encoding="utf-8")
    texts = ["--corpus", "one.txt", "--validation", "other.txt", "--steps", "200"]
    assert command_line([*TINY, *texts, *settings, "--out", "run"]) == DONE
    ended = capsys.readouterr().err
    assert "Patience 1 ended this run at step" in ended
    assert "Nothing was trained" not in ended
    step = list_runs(Path())[0].step
    for more in ([], ["--steps", "400"]):
        assert command_line(["train", "--resume", "run", "--device", "cpu", *more]) == DONE
        over = capsys.readouterr().err
        assert f"Patience 1 ended this run at step {step}: no evaluation after step" in over
        assert f"abcstudio train --resume run --steps {2 * step} --set patience=0" in over
    longer = ["--steps", str(step + 1), "--set", "patience=0", "--device", "cpu"]
    assert command_line(["train", "--resume", "run", *longer]) == DONE
    assert "Patience" not in capsys.readouterr().err


def test_runs_without_a_folder_of_their_own_are_told_apart(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ABCSTUDIO_HOME", str(folder / "home"))
    assert command_line(TINY) == command_line(TINY) == DONE
    assert [run.name for run in list_runs(runs_dir())] == ["quick-2", "quick"]


def test_a_setting_without_a_value_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line([*TINY, "--set", "dropout"]) == UNUSABLE
    assert "dropout=VALUE" in capsys.readouterr().err


def test_a_value_without_a_setting_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line([*TINY, "--set", "=5"]) == UNUSABLE
    assert "'=5' names no setting. Write it as NAME=VALUE." in capsys.readouterr().err


def test_a_file_without_tunes_cannot_be_held_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line([*TINY, "--validation", "empty.abc", "--out", "run"]) == UNUSABLE
    assert "empty.abc" in capsys.readouterr().err
    assert not Path("run").exists()


def test_held_out_tunes_are_used_with_the_tunes_in_the_box(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("abcstudio.cli.train.bundled_tunebook", lambda: Path("tunes.abc"))
    Path("held-out.abc").write_text(TUNES.replace("Tune", "Other"), encoding="utf-8")
    without_corpus = [word for word in TINY if word not in ("--corpus", "tunes.abc")]
    given = [*without_corpus, "--out", "run", "--validation"]
    assert command_line([*given, "missing.abc"]) == UNUSABLE
    assert "missing.abc" in capsys.readouterr().err
    assert command_line([*given, "held-out.abc"]) == DONE
    training, validation = RunFolder(Path("run")).texts()
    assert training.count("T:Tune") == 8
    assert validation.count("T:Other") == 8
    assert "T:Other" not in training


def test_a_log_that_is_not_installed_is_refused_before_anything_is_trained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kind = replace(LOG_KINDS["tensorboard"], package="tensorboard_of_nobody")
    monkeypatch.setitem(LOG_KINDS, "tensorboard", kind)
    for command in (TINY, ("sweep", "--set", "hidden_size=8,16")):
        assert command_line([*command, "--out", "run", "--log", "tensorboard"]) == UNUSABLE
        assert '-m pip install "tensorboard>=2.16,<3"' in capsys.readouterr().err
        assert not Path("run").exists()


def test_what_goes_wrong_with_a_log_is_said_and_the_run_is_trained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kind = replace(LOG_KINDS["comet"], package="json", make=refuse)
    monkeypatch.setitem(LOG_KINDS, "comet", kind)
    assert command_line([*TINY, "--out", "run", "--log", "comet", "--milestones", "none"]) == DONE
    assert "Logging to Comet stopped (the service has gone)" in capsys.readouterr().err
    assert RunFolder(Path("run")).facts()["logs"] == ["comet"]


def refuse(_tell: object) -> RunLogger:
    raise RuntimeError("the service has gone")
