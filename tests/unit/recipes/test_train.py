"""A training run from its request to its folder."""

import errno
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from itertools import product
from typing import Any

import pytest

from abcstudio.cli.evaluate import EvaluateRequest, evaluate_model
from abcstudio.errors import CancelledError, FolderError, ModelFileError, TrainingError
from abcstudio.learning.checkpoint import read_header
from abcstudio.learning.presets import PRESETS
from abcstudio.recipes.train import TrainRequest, train
from abcstudio.runs.history import list_runs
from abcstudio.stopping import stopping
from tests.thorough import some
from tests.unit.recipes.small_training import CONFIG, TUNES, ignore


def test_nothing_loads_torch_before_it_is_needed():
    modules = "recipes import train, compose, models; from abcstudio.cli import evaluate"
    code = f"import sys; from abcstudio.{modules}; print('torch' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"


def test_a_run_leaves_a_folder(tmp_path):
    reports: list[Any] = []
    request = TrainRequest(
        config=CONFIG, tunes=TUNES, device="cpu", name="A run", runs=tmp_path, threads=1
    )
    result = train(request, reports.append)
    assert result.run_dir == tmp_path / "A-run"
    assert result.reached.step == reports[-1].progress.step == 6
    facts = json.loads((result.run_dir / "run.json").read_text(encoding="utf-8"))
    assert (facts["state"], facts["step"], facts["device"]) == ("finished", 6, "cpu")
    assert facts["best_val_loss"] == result.reached.best_val_loss
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
    model = train(plain, ignore).last_model
    config = replace(CONFIG, pointer_heads=2)
    request = replace(plain, config=config, folder=tmp_path / "heads", start_from=model)
    reports: list[Any] = []
    result = train(request, reports.append)
    assert read_header(result.last_model).config.pointer_heads == 2
    line = json.loads((result.run_dir / "metrics.jsonl").read_text("utf-8").splitlines()[-1])
    assert line["copied_share"] == pytest.approx(reports[-1].progress.copied_share, abs=1e-4)
    text = (result.run_dir / "training.abc").read_text("utf-8")
    measured = [
        evaluate_model(EvaluateRequest(path, text, device="cpu"))
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
    train(replace(request, steps=1), lambda report: None)
    training = (tmp_path / "run" / "training.abc").read_text(encoding="utf-8")
    validation = (tmp_path / "run" / "validation.abc").read_text(encoding="utf-8")
    titles = [
        {line for line in text.split("\n") if line[:2] == "T:"} for text in (training, validation)
    ]
    assert titles[0] | titles[1] == {f"T:{tune.title}" for tune in TUNES}
    assert not titles[0] & titles[1]


def test_texts_are_taken_as_they_stand(tmp_path):
    request = TrainRequest(
        config=CONFIG,
        training_text="abcdefg " * 40,
        validation_text="gfedcba!" * 20,
        device="cpu",
        folder=tmp_path / "run",
    )
    result = train(replace(request, steps=2), lambda report: None)
    assert read_header(result.best_model).vocabulary.characters == " !abcdefg"
    measured = evaluate_model(EvaluateRequest(result.last_model, "gfedcba!" * 20, device="cpu"))
    assert measured.nats_per_char == pytest.approx(result.reached.val_loss, abs=1e-5)


def test_of_two_runs_of_one_second_the_later_is_known(tmp_path):
    for name in ("z", "a"):
        request = TrainRequest(
            config=CONFIG, tunes=TUNES, device="cpu", name=name, runs=tmp_path, steps=1
        )
        train(request, ignore)
    begun = [run.created for run in list_runs(tmp_path)]
    assert begun == sorted(begun, reverse=True)
    assert len({datetime.fromisoformat(moment) for moment in begun}) == 2
    assert [run.name for run in list_runs(tmp_path)] == ["a", "z"]


PLACES = ("a free folder", "a new folder", "a folder of the person's")
FULL = [("a new folder", 0), *((PLACES[room % 3], room) for room in range(5))]


@pytest.mark.parametrize(("place", "room"), some(FULL, product(PLACES, range(5))))
def test_a_full_disk_leaves_no_folder_of_a_run(tmp_path, monkeypatch, place, room):
    left = [None] * room

    def write(path, data):
        if not left:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        left.pop()
        path.write_bytes(data)

    monkeypatch.setattr("abcstudio.runs.run_folder.atomic_write", write)
    folder = None if place == "a free folder" else tmp_path / "runs" / "run"
    (tmp_path / "runs").mkdir()
    if place == "a folder of the person's":
        (tmp_path / "runs" / "run").mkdir()
    request = TrainRequest(
        config=CONFIG, tunes=TUNES, device="cpu", folder=folder, runs=tmp_path / "runs", steps=1
    )
    with pytest.raises(FolderError) as caught:
        train(request, lambda report: None)
    assert caught.value.message_id == "training.cannot_begin"
    kept = ["run"] if place == "a folder of the person's" else []
    assert [each.name for each in tmp_path.rglob("*")] == ["runs", *kept]


def test_a_folder_in_use_is_left_alone(tmp_path):
    request = TrainRequest(
        config=CONFIG, tunes=TUNES, device="cpu", folder=tmp_path / "run", steps=1
    )
    train(request, lambda report: None)
    before = (tmp_path / "run" / "best.safetensors").read_bytes()
    with pytest.raises(TrainingError) as caught:
        train(request, lambda report: None)
    assert caught.value.message_id == "training.folder_in_use"
    assert (tmp_path / "run" / "best.safetensors").read_bytes() == before


@pytest.mark.parametrize("name", ["training.abc", "best.safetensors"])
def test_a_file_that_a_run_would_replace_keeps_it_out_of_a_folder(tmp_path, name):
    (tmp_path / name).write_text("mine", "utf-8")
    request = TrainRequest(config=CONFIG, tunes=TUNES, device="cpu", folder=tmp_path, steps=1)
    with pytest.raises(TrainingError) as caught:
        train(request, ignore)
    assert caught.value.message_id == "training.file_in_way"
    assert caught.value.parameters["path"] == tmp_path / name
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text("utf-8") == "mine"


def test_a_run_begins_with_a_trained_model(tmp_path):
    first = TrainRequest(
        config=replace(CONFIG, steps=200, evaluate_every=200, checkpoint_every=200),
        tunes=TUNES,
        device="cpu",
        folder=tmp_path / "a",
        threads=1,
    )
    trained = train(first, lambda report: None)
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
        result = train(request, reports.append)
        losses[name] = reports[0].progress.smoothed_loss
    header = read_header(result.best_model)
    assert header.config.hidden_size == CONFIG.hidden_size
    assert header.config.optimizer == PRESETS["quick"].optimizer
    assert {"Ü", "Ö", "B"} <= set(header.vocabulary.characters)
    assert losses["own"] < losses["fresh"] - 0.5


def test_a_run_from_a_damaged_model_leaves_no_folder_behind(tmp_path):
    request = TrainRequest(config=CONFIG, tunes=TUNES, device="cpu", folder=tmp_path / "first")
    model = train(replace(request, steps=1), ignore).best_model
    whole = model.read_bytes()
    # Cut off, and with weights that are no numbers.
    for damaged in (whole[:-100], whole[:-8] + b"\xff" * 8):
        model.write_bytes(damaged)
        for where in ({"folder": tmp_path / "runs" / "named"}, {"runs": tmp_path / "runs"}):
            again = replace(request, start_from=model, **{"folder": None, **where})
            with pytest.raises(ModelFileError):
                train(again, ignore)
            assert not (tmp_path / "runs").exists()


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
        train(request, lambda report: None)
    assert caught.value.message_id == message_id
    assert not list(tmp_path.iterdir())


def test_parting_the_tunes_can_be_stopped(tmp_path):
    with pytest.raises(CancelledError), stopping(lambda: True):
        train(
            TrainRequest(config=CONFIG, tunes=TUNES, runs=tmp_path),
            lambda report: None,
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
    train(request, reports.append)
    training = (tmp_path / "run" / "training.abc").read_text(encoding="utf-8")
    keys = {line for line in training.split("\n") if line.startswith("K:")}
    assert keys == {"K:D", "K:A", "K:G"}
    assert "K:A" not in (tmp_path / "run" / "validation.abc").read_text(encoding="utf-8")
    assert reports[-1].progress.train_seconds > 0.005
