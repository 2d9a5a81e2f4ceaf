"""Runs that were stopped, killed or over, and go on."""

import json
from dataclasses import replace
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest

from abcstudio.errors import CancelledError, TrainingError
from abcstudio.learning.checkpoint import read_header
from abcstudio.learning.devices import choose_device
from abcstudio.learning.training.evaluation import kept_loss
from abcstudio.messages import Phrase
from abcstudio.recipes.train import TrainRequest, train
from abcstudio.recipes.verdict import RunFacts
from abcstudio.runs.history import list_runs
from abcstudio.runs.run_folder import RunFolder
from abcstudio.stopping import stopping
from tests.unit.recipes.small_training import CONFIG, TUNES, ignore


def test_a_stopped_run_goes_on(tmp_path):
    reports: list[Any] = []
    request = TrainRequest(
        config=CONFIG, tunes=TUNES, device="cpu", folder=tmp_path / "run", threads=1
    )
    with pytest.raises(CancelledError), stopping(lambda: len(reports) >= 1):
        train(request, reports.append)
    facts = json.loads((tmp_path / "run" / "run.json").read_text(encoding="utf-8"))
    assert facts["state"] == "stopped"
    assert facts["step"] == read_header(tmp_path / "run" / "last.safetensors").step
    again = TrainRequest(resume_from=tmp_path / "run", device="cpu", threads=1, steps=9)
    result = train(again, reports.append)
    assert result.reached.step == 9
    lines = (tmp_path / "run" / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    steps = [json.loads(line)["step"] for line in lines]
    assert steps == sorted(set(steps))
    assert steps[-1] == 9


def test_a_run_is_judged_by_the_network_that_is_kept(tmp_path, monkeypatch):
    # The second evaluation is the best one, the third the last.
    losses = iter([2.0, 2.0, 2.0, 1.5, 2.0, 1.7])
    monkeypatch.setattr(
        "abcstudio.learning.training.trainer.evaluate", lambda *_a, **_k: next(losses, 1.7)
    )
    judged: list[RunFacts] = []
    monkeypatch.setattr(
        "abcstudio.recipes.train.verdict",
        lambda facts: judged.append(facts) or Phrase("verdict.good"),
    )
    config = replace(CONFIG, steps=9, evaluate_every=3, checkpoint_every=9)
    request = TrainRequest(
        config=config,
        tunes=TUNES[3:],
        validation_tunes=TUNES[:3],
        device="cpu",
        folder=tmp_path / "run",
        threads=1,
    )
    result = train(request, lambda report: None)
    (facts,) = judged
    run = RunFolder(tmp_path / "run")
    measured = {
        path: kept_loss(path, run.texts()[0], choose_device("cpu"), 1)
        for path in (run.best_model, run.last_model)
    }
    assert result.reached.best_step == 6
    assert facts.train_loss == measured[run.best_model] != measured[run.last_model]
    assert facts.best_val_loss == 1.5
    assert [take.strip() for take in facts.takes] == [
        (run.takes / f"step-00000{step}.abc").read_text(encoding="utf-8").strip() for step in (3, 6)
    ]
    assert facts.has_risen
    assert "Since step 6 the loss on held-out tunes has risen" in str(result.rise)


def test_a_run_stopped_between_evaluations_tells_its_last_step(tmp_path):
    config = replace(CONFIG, steps=5000, evaluate_every=1000, checkpoint_every=5000)
    request = TrainRequest(
        config=config, tunes=TUNES, device="cpu", folder=tmp_path / "run", threads=1
    )
    reports: list[Any] = []
    with (
        pytest.raises(CancelledError),
        stopping(lambda: bool(reports) and reports[-1].progress.step > 4),
    ):
        train(request, reports.append)
    facts = json.loads((tmp_path / "run" / "run.json").read_text(encoding="utf-8"))
    assert facts["step"] == read_header(tmp_path / "run" / "last.safetensors").step > 4
    # Loss and speed are known too, for the list of runs.
    assert facts["train_loss"] == pytest.approx(reports[-1].progress.smoothed_loss, abs=1e-4)
    assert facts["chars_per_second"] > 0


def test_a_run_killed_before_its_first_checkpoint_begins_again(tmp_path):
    class Killed(BaseException):
        pass

    def kill(report):
        raise Killed

    config = replace(CONFIG, evaluate_every=2, checkpoint_every=4, steps=8)
    first = train(
        TrainRequest(config=CONFIG, tunes=TUNES, device="cpu", folder=tmp_path / "first", steps=1),
        lambda report: None,
    )
    request = TrainRequest(
        config=config,
        tunes=TUNES[3:],
        device="cpu",
        name="A run",
        folder=tmp_path / "run",
        threads=1,
        start_from=first.best_model,
    )
    with pytest.raises(Killed):
        train(request, kill)
    assert not (tmp_path / "run" / "last.safetensors").exists()
    (tmp_path / "run" / "milestones" / "step-000009").mkdir(parents=True)
    for left in ("run", "run/checkpoints", "run/milestones", "run/milestones/step-000009"):
        (tmp_path / left / ".resume.safetensors.abc12345.tmp").write_bytes(b"half")
    again = train(TrainRequest(resume_from=tmp_path / "run", device="cpu", threads=1), ignore)
    whole = train(replace(request, folder=tmp_path / "whole"), ignore)
    for name in ("best.safetensors", "last.safetensors"):
        assert (again.run_dir / name).read_bytes() == (whole.run_dir / name).read_bytes()
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_run_that_went_wrong_goes_on_with_a_smaller_learning_rate(tmp_path, monkeypatch):
    config = replace(CONFIG, learning_rate=0.01, checkpoint_every=2, evaluate_every=2, steps=8)
    request = TrainRequest(
        config=config, tunes=TUNES, device="cpu", folder=tmp_path / "run", threads=1
    )
    reports = []

    def grow_worse(report):
        reports.append(report)
        if report.progress.step >= 4:
            monkeypatch.setattr(
                "abcstudio.learning.training.trainer.learning_rate_at",
                lambda *_: 1e5 * config.learning_rate,
            )

    with pytest.raises(TrainingError) as caught:
        train(request, grow_worse)
    assert caught.value.message_id == "training.diverged"
    monkeypatch.undo()
    again = TrainRequest(resume_from=tmp_path / "run", device="cpu", threads=1)
    with pytest.raises(TrainingError) as caught:
        train(replace(again, changes={"hidden_size": "20"}), reports.append)
    assert caught.value.message_id == "training.cannot_change"
    result = train(replace(again, changes={"learning_rate": "0.002"}), reports.append)
    assert result.reached.step == 8
    assert max(report.progress.learning_rate for report in reports[-2:]) <= 0.002
    assert read_header(result.last_model).config.learning_rate == 0.002


def test_a_run_keeps_its_time_when_it_goes_on(tmp_path, monkeypatch):
    # A busy machine takes any time for a step: here each takes as long.
    ticks = count()
    clock = SimpleNamespace(
        perf_counter=lambda: next(ticks) / 20, monotonic=lambda: next(ticks) / 20
    )
    monkeypatch.setattr("abcstudio.learning.training.trainer.time", clock)
    reports: list[Any] = []
    request = TrainRequest(
        config=CONFIG, tunes=TUNES, device="cpu", folder=tmp_path / "run", seconds=0.4
    )
    with pytest.raises(CancelledError), stopping(lambda: len(reports) >= 1):
        train(request, reports.append)
    again = TrainRequest(resume_from=tmp_path / "run", device="cpu")
    assert 0.4 <= train(again, reports.append).reached.train_seconds < 0.6


def test_the_record_of_a_run_stays_as_it_is_where_nothing_is_trained(tmp_path):
    folder = tmp_path / "run"
    ended = train(TrainRequest(config=CONFIG, tunes=TUNES, device="cpu", folder=folder), ignore)
    record = (folder / "run.json").read_bytes()
    again = TrainRequest(resume_from=folder, device="cpu")
    refused = {
        "training.steps_reached": (
            replace(again, steps=ended.reached.step),
            replace(again, steps=ended.reached.step - 1, seconds=1000.0),
            replace(again, changes={"steps": "2"}),
        ),
        "training.seconds_reached": (replace(again, seconds=ended.reached.train_seconds),),
    }
    for message_id, requests in refused.items():
        for request in requests:
            with pytest.raises(TrainingError) as caught:
                train(request, ignore)
            assert caught.value.message_id == message_id
            assert caught.value.parameters["step"] == ended.reached.step
    # This one is at its end by what it has.
    assert train(replace(again, changes={"learning_rate": "0.001"}), ignore).reached.step == 6
    assert train(again, ignore).reached.step == 6
    # And this one is stopped before its first step.
    with pytest.raises(CancelledError), stopping(lambda: True):
        train(replace(again, steps=9), ignore)
    assert (folder / "run.json").read_bytes() == record


def test_new_seconds_take_the_place_of_steps_and_new_steps_of_seconds(tmp_path):
    folder = tmp_path / "run"
    request = TrainRequest(config=CONFIG, tunes=TUNES, device="cpu", folder=folder)
    # A busy machine takes any time for the first steps.
    seconds = train(request, ignore).reached.train_seconds + 0.2
    again = TrainRequest(resume_from=folder, device="cpu")
    longer = train(replace(again, seconds=seconds), ignore)
    assert longer.reached.train_seconds >= seconds
    facts = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert facts["seconds"] == seconds
    further = train(replace(again, steps=longer.reached.step + 3), ignore)
    assert further.reached.step == longer.reached.step + 3
    facts = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert (facts["seconds"], facts["steps"]) == (None, further.reached.step)
    assert facts["config"]["steps"] == further.reached.step


def test_patience_ends_a_run_that_gains_nothing(tmp_path):
    config = replace(CONFIG, learning_rate=1e-5, steps=200, evaluate_every=2, patience=3)
    request = TrainRequest(
        config=replace(config, learning_rate=0.1, optimizer="sgd"),
        training_text="abcdefg " * 40,
        validation_text="gfedcba!" * 20,
        device="cpu",
        folder=tmp_path / "run",
        threads=1,
    )
    result = train(request, lambda report: None)
    assert result.reached.step == result.reached.best_step + 3 * 2 < 200
    assert result.patience == 3
    assert read_header(result.last_model).step == result.reached.step
    (run,) = list_runs(tmp_path)
    assert run.ended_by_patience
    again = TrainRequest(resume_from=run.folder, device="cpu")
    # More steps alone end where the run ended.
    assert train(replace(again, steps=400), ignore).reached.step == result.reached.step
    longer = train(replace(again, steps=result.reached.step + 1, changes={"patience": "0"}), ignore)
    assert (longer.reached.step, longer.patience) == (result.reached.step + 1, 0)
    (run,) = list_runs(tmp_path)
    assert not run.ended_by_patience


def test_a_run_of_an_earlier_version_tells_its_patience_by_its_steps(tmp_path):
    folder = tmp_path / "run"
    train(TrainRequest(config=CONFIG, tunes=TUNES, device="cpu", folder=folder), ignore)
    run = RunFolder(folder)
    facts = {name: value for name, value in run.facts().items() if name != "ended_by_patience"}
    facts["config"] |= {"patience": 2}
    for steps, ended in ((facts["step"], False), (facts["step"] + 1, True)):
        facts["config"]["steps"] = steps
        run.write_facts(facts)
        assert list_runs(tmp_path)[0].ended_by_patience is ended
