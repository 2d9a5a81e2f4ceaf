import json
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CancelledError, ModelFileError, TrainingError
from abcstudio.learning.checkpoint import read_header
from abcstudio.learning.presets import PRESETS
from abcstudio.recipes.evaluate import EvaluateRequest, evaluate_model
from abcstudio.recipes.train import TrainRequest, train
from abcstudio.runs.history import list_runs
from abcstudio.runs.run_folder import RunFolder

CONFIG = replace(
    PRESETS["quick"], embedding_dim=8, hidden_size=16, steps=6, evaluate_every=3, checkpoint_every=3
)
MELODIES = ("DEFG ABcd", "fdcA BGFE", "A2FA d2fd", "gfed cBAG", "e3d cABc", "BAGF EDEF")
TUNES = split_tunebook(
    "\n\n".join(
        f"X:{number}\nT:Tune {number}\nB:A book\nM:4/4\nL:1/8\nK:D\n"
        + "\n".join(
            f"{first}|{second}|" for first in MELODIES[number % 3 :: 2] for second in MELODIES
        )
        for number in range(1, 13)
    )
)


def ignore(_report: object) -> None:
    pass


def never():
    return False


def test_nothing_loads_torch_before_it_is_needed():
    modules = "train, compose, models, evaluate"
    code = f"import sys; from abcstudio.recipes import {modules}; print('torch' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"


def test_a_run_leaves_a_folder(tmp_path):
    reports: list[Any] = []
    request = TrainRequest(
        config=CONFIG, tunes=TUNES, device="cpu", name="A run", runs=tmp_path, threads=1
    )
    result = train(request, reports.append, never)
    assert result.run_dir == tmp_path / "A-run"
    assert result.step == reports[-1].progress.step == 6
    facts = json.loads((result.run_dir / "run.json").read_text(encoding="utf-8"))
    assert (facts["state"], facts["step"], facts["device"]) == ("finished", 6, "cpu")
    assert facts["best_val_loss"] == result.best_val_loss
    lines = (result.run_dir / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[-1])["step"] == 6
    assert (result.run_dir / "takes" / "step-000003.abc").is_file()
    header = read_header(result.best_model)
    assert header.name == "A run"
    assert header.corpus.characters > 0
    assert "B" not in header.corpus.name


def test_a_plain_model_is_given_heads_and_what_they_copy_is_measured(tmp_path):
    plain = TrainRequest(
        config=replace(CONFIG, pointer_heads=0), tunes=TUNES, device="cpu",
        folder=tmp_path / "plain", threads=1, steps=1,
    )  # fmt: skip
    model = train(plain, ignore, never).last_model
    config = replace(CONFIG, pointer_heads=2)
    request = replace(plain, config=config, folder=tmp_path / "heads", start_from=model)
    reports: list[Any] = []
    result = train(request, reports.append, never)
    assert read_header(result.last_model).config.pointer_heads == 2
    line = json.loads((result.run_dir / "metrics.jsonl").read_text("utf-8").splitlines()[-1])
    assert line["copied_share"] == pytest.approx(reports[-1].progress.copied_share, abs=1e-4)
    text = (result.run_dir / "training.abc").read_text("utf-8")
    measured = [
        evaluate_model(EvaluateRequest(path, text, device="cpu"), never)
        for path in (model, result.last_model)
    ]
    before, after = (one.copied_share for one in measured)
    assert before is None
    # Heads begin with little.
    assert after is not None
    assert 0.0 < after < 0.1


def test_validation_is_by_whole_tunes(tmp_path):
    request = TrainRequest(
        config=replace(CONFIG, validation_share=0.25),
        tunes=TUNES,
        device="cpu",
        folder=tmp_path / "run",
    )
    train(replace(request, steps=1), lambda report: None, never)
    training = (tmp_path / "run" / "training.abc").read_text(encoding="utf-8")
    validation = (tmp_path / "run" / "validation.abc").read_text(encoding="utf-8")
    titles = [
        {line for line in text.split("\n") if line[:2] == "T:"} for text in (training, validation)
    ]
    assert titles[0] | titles[1] == {f"T:{tune.title}" for tune in TUNES}
    assert not titles[0] & titles[1]


def test_a_stopped_run_goes_on(tmp_path):
    reports: list[Any] = []
    request = TrainRequest(
        config=CONFIG, tunes=TUNES, device="cpu", folder=tmp_path / "run", threads=1
    )
    with pytest.raises(CancelledError):
        train(request, reports.append, lambda: len(reports) >= 1)
    facts = json.loads((tmp_path / "run" / "run.json").read_text(encoding="utf-8"))
    assert facts["state"] == "stopped"
    assert facts["step"] == read_header(tmp_path / "run" / "last.safetensors").step
    again = TrainRequest(resume_from=tmp_path / "run", device="cpu", threads=1, steps=9)
    result = train(again, reports.append, never)
    assert result.step == 9
    lines = (tmp_path / "run" / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    steps = [json.loads(line)["step"] for line in lines]
    assert steps == sorted(set(steps))
    assert steps[-1] == 9


def test_a_run_stopped_between_evaluations_tells_its_last_step(tmp_path):
    config = replace(CONFIG, steps=5000, evaluate_every=1000, checkpoint_every=5000)
    request = TrainRequest(
        config=config, tunes=TUNES, device="cpu", folder=tmp_path / "run", threads=1
    )
    reports: list[Any] = []
    with pytest.raises(CancelledError):
        train(request, reports.append, lambda: bool(reports) and reports[-1].progress.step > 4)
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
        never,
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
        train(request, kill, never)
    assert not (tmp_path / "run" / "last.safetensors").exists()
    for left in ("run", "run/checkpoints"):
        (tmp_path / left / ".resume.safetensors.abc12345.tmp").write_bytes(b"half")
    again = train(
        TrainRequest(resume_from=tmp_path / "run", device="cpu", threads=1), ignore, never
    )
    whole = train(replace(request, folder=tmp_path / "whole"), ignore, never)
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
        train(request, grow_worse, never)
    assert caught.value.message_id == "training.diverged"
    monkeypatch.undo()
    again = TrainRequest(resume_from=tmp_path / "run", device="cpu", threads=1)
    with pytest.raises(TrainingError) as caught:
        train(replace(again, changes={"hidden_size": "20"}), reports.append, never)
    assert caught.value.message_id == "training.cannot_change"
    result = train(replace(again, changes={"learning_rate": "0.002"}), reports.append, never)
    assert result.step == 8
    assert max(report.progress.learning_rate for report in reports[-2:]) <= 0.002
    assert read_header(result.last_model).config.learning_rate == 0.002


def test_a_run_keeps_its_time_when_it_goes_on(tmp_path):
    reports: list[Any] = []
    request = TrainRequest(
        config=CONFIG, tunes=TUNES, device="cpu", folder=tmp_path / "run", seconds=0.4
    )
    with pytest.raises(CancelledError):
        train(request, reports.append, lambda: len(reports) >= 1)
    again = TrainRequest(resume_from=tmp_path / "run", device="cpu")
    assert 0.4 <= train(again, reports.append, never).train_seconds < 3.0


def test_the_record_of_a_run_stays_as_it_is_where_nothing_is_trained(tmp_path):
    folder = tmp_path / "run"
    ended = train(
        TrainRequest(config=CONFIG, tunes=TUNES, device="cpu", folder=folder), ignore, never
    )
    record = (folder / "run.json").read_bytes()
    again = TrainRequest(resume_from=folder, device="cpu")
    refused = {
        "training.steps_reached": (
            replace(again, steps=ended.step),
            replace(again, steps=ended.step - 1, seconds=1000.0),
            replace(again, changes={"steps": "2"}),
        ),
        "training.seconds_reached": (replace(again, seconds=ended.train_seconds),),
    }
    for message_id, requests in refused.items():
        for request in requests:
            with pytest.raises(TrainingError) as caught:
                train(request, ignore, never)
            assert caught.value.message_id == message_id
            assert caught.value.parameters["step"] == ended.step
    # This one is at its end by what it has.
    assert train(replace(again, changes={"learning_rate": "0.001"}), ignore, never).step == 6
    assert train(again, ignore, never).step == 6
    # And this one is stopped before its first step.
    with pytest.raises(CancelledError):
        train(replace(again, steps=9), ignore, lambda: True)
    assert (folder / "run.json").read_bytes() == record


def test_new_seconds_take_the_place_of_steps_and_new_steps_of_seconds(tmp_path):
    folder = tmp_path / "run"
    request = TrainRequest(config=CONFIG, tunes=TUNES, device="cpu", folder=folder)
    # A busy machine takes any time for the first steps.
    seconds = train(request, ignore, never).train_seconds + 0.2
    again = TrainRequest(resume_from=folder, device="cpu")
    longer = train(replace(again, seconds=seconds), ignore, never)
    assert longer.train_seconds >= seconds
    facts = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert facts["seconds"] == seconds
    further = train(replace(again, steps=longer.step + 3), ignore, never)
    assert further.step == longer.step + 3
    facts = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert (facts["seconds"], facts["steps"]) == (None, further.step)
    assert facts["config"]["steps"] == further.step


def test_texts_are_taken_as_they_stand(tmp_path):
    request = TrainRequest(
        config=CONFIG,
        training_text="abcdefg " * 40,
        validation_text="gfedcba!" * 20,
        device="cpu",
        folder=tmp_path / "run",
    )
    result = train(replace(request, steps=2), lambda report: None, never)
    assert read_header(result.best_model).vocabulary.characters == " !abcdefg"
    measured = evaluate_model(
        EvaluateRequest(result.last_model, "gfedcba!" * 20, device="cpu"), never
    )
    assert measured.nats_per_char == pytest.approx(result.val_loss, abs=1e-5)


def test_of_two_runs_of_one_second_the_later_is_known(tmp_path):
    for name in ("z", "a"):
        request = TrainRequest(
            config=CONFIG, tunes=TUNES, device="cpu", name=name, runs=tmp_path, steps=1
        )
        train(request, ignore, never)
    begun = [run.created for run in list_runs(tmp_path)]
    assert begun == sorted(begun, reverse=True)
    assert len({datetime.fromisoformat(moment) for moment in begun}) == 2
    assert [run.name for run in list_runs(tmp_path)] == ["a", "z"]


def test_a_folder_in_use_is_left_alone(tmp_path):
    request = TrainRequest(
        config=CONFIG, tunes=TUNES, device="cpu", folder=tmp_path / "run", steps=1
    )
    train(request, lambda report: None, never)
    before = (tmp_path / "run" / "best.safetensors").read_bytes()
    with pytest.raises(TrainingError) as caught:
        train(request, lambda report: None, never)
    assert caught.value.message_id == "training.folder_in_use"
    assert (tmp_path / "run" / "best.safetensors").read_bytes() == before


@pytest.mark.parametrize("name", ["training.abc", "best.safetensors"])
def test_a_file_that_a_run_would_replace_keeps_it_out_of_a_folder(tmp_path, name):
    (tmp_path / name).write_text("mine", "utf-8")
    request = TrainRequest(config=CONFIG, tunes=TUNES, device="cpu", folder=tmp_path, steps=1)
    with pytest.raises(TrainingError) as caught:
        train(request, ignore, never)
    assert caught.value.message_id == "training.file_in_way"
    assert caught.value.parameters["path"] == tmp_path / name
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text("utf-8") == "mine"


def test_a_run_begins_with_a_trained_model(tmp_path):
    first = TrainRequest(
        config=replace(CONFIG, steps=200),
        tunes=TUNES,
        device="cpu",
        folder=tmp_path / "a",
        threads=1,
    )
    trained = train(first, lambda report: None, never)
    own_text = (tmp_path / "a" / "training.abc").read_text(encoding="utf-8")
    losses = {}
    for name, start_from in (("fresh", None), ("own", trained.best_model)):
        reports: list[Any] = []
        request = TrainRequest(
            config=replace(PRESETS["quick"], evaluate_every=3),
            training_text=own_text + "Ü",
            validation_text=own_text[:1000] + "Ö",
            device="cpu",
            folder=tmp_path / name,
            steps=3,
            threads=1,
            start_from=start_from,
        )
        result = train(request, reports.append, never)
        losses[name] = reports[0].progress.smoothed_loss
    header = read_header(result.best_model)
    assert header.config.hidden_size == CONFIG.hidden_size
    assert header.config.optimizer == PRESETS["quick"].optimizer
    assert {"Ü", "Ö", "B"} <= set(header.vocabulary.characters)
    assert losses["own"] < losses["fresh"] - 0.5


def test_a_run_from_a_damaged_model_leaves_no_folder_behind(tmp_path):
    request = TrainRequest(config=CONFIG, tunes=TUNES, device="cpu", folder=tmp_path / "first")
    model = train(replace(request, steps=1), ignore, never).best_model
    whole = model.read_bytes()
    # Cut off, and with weights that are no numbers.
    for damaged in (whole[:-100], whole[:-8] + b"\xff" * 8):
        model.write_bytes(damaged)
        for where in ({"folder": tmp_path / "runs" / "named"}, {"runs": tmp_path / "runs"}):
            again = replace(request, start_from=model, **{"folder": None, **where})
            with pytest.raises(ModelFileError):
                train(again, ignore, never)
            assert not (tmp_path / "runs").exists()


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
    result = train(request, lambda report: None, never)
    assert result.step == result.best_step + 3 * 2 < 200
    assert result.patience == 3
    assert read_header(result.last_model).step == result.step
    (run,) = list_runs(tmp_path)
    assert run.ended_by_patience
    again = TrainRequest(resume_from=run.folder, device="cpu")
    # More steps alone end where the run ended.
    assert train(replace(again, steps=400), ignore, never).step == result.step
    longer = train(replace(again, steps=result.step + 1, changes={"patience": "0"}), ignore, never)
    assert (longer.step, longer.patience) == (result.step + 1, 0)
    (run,) = list_runs(tmp_path)
    assert not run.ended_by_patience


def test_a_run_of_an_earlier_version_tells_its_patience_by_its_steps(tmp_path):
    folder = tmp_path / "run"
    train(TrainRequest(config=CONFIG, tunes=TUNES, device="cpu", folder=folder), ignore, never)
    run = RunFolder(folder)
    facts = {name: value for name, value in run.facts().items() if name != "ended_by_patience"}
    facts["config"] |= {"patience": 2}
    for steps, ended in ((facts["step"], False), (facts["step"] + 1, True)):
        facts["config"]["steps"] = steps
        run.write_facts(facts)
        assert list_runs(tmp_path)[0].ended_by_patience is ended


@pytest.mark.parametrize(
    ("changes", "message_id"),
    [
        ({"tunes": ()}, "training.no_tunes"),
        ({"config": replace(CONFIG, hidden_size=0)}, "training.out_of_range"),
        ({"steps": 0}, "training.out_of_range"),
    ],
)
def test_a_request_that_cannot_work_is_explained(tmp_path, changes, message_id):
    request = replace(
        TrainRequest(config=CONFIG, tunes=TUNES, device="cpu", runs=tmp_path), **changes
    )
    with pytest.raises(TrainingError) as caught:
        train(request, lambda report: None, never)
    assert caught.value.message_id == message_id
    assert not list(tmp_path.iterdir())


def test_parting_the_tunes_can_be_stopped(tmp_path):
    with pytest.raises(CancelledError):
        train(
            TrainRequest(config=CONFIG, tunes=TUNES, runs=tmp_path),
            lambda report: None,
            lambda: True,
        )
    assert not list(tmp_path.iterdir())


def test_other_keys_are_training_text_and_training_time(tmp_path):
    reports: list[Any] = []
    request = TrainRequest(
        config=replace(CONFIG, transpositions=2),
        tunes=TUNES,
        device="cpu",
        folder=tmp_path / "run",
        steps=1,
    )
    train(request, reports.append, never)
    training = (tmp_path / "run" / "training.abc").read_text(encoding="utf-8")
    keys = {line for line in training.split("\n") if line.startswith("K:")}
    assert keys == {"K:D", "K:A", "K:G"}
    assert "K:A" not in (tmp_path / "run" / "validation.abc").read_text(encoding="utf-8")
    assert reports[-1].progress.train_seconds > 0.005
