"""What a run that goes wrong leaves behind, and what it promises."""

from dataclasses import replace

import pytest

from abcstudio.errors import TrainingError
from abcstudio.learning.training.gradients import Gradients
from abcstudio.recipes.train import TrainRequest, train
from abcstudio.runs.run_folder import RunFolder
from tests.unit.recipes.small_training import CONFIG, TUNES, ignore


def request_in(folder, **changes):
    config = replace(CONFIG, **changes)
    return TrainRequest(
        config=config, tunes=TUNES, device="cpu", folder=folder, threads=1, milestones=()
    )


@pytest.mark.parametrize(
    ("step", "factor", "message_id"),
    [
        (2, float("nan"), "training.not_finite_at_once"),
        (5, float("nan"), "training.not_finite"),
        (2, 100.0, "training.diverged_at_once"),
        (5, 100.0, "training.diverged"),
    ],
)
def test_no_checkpoint_is_promised_before_there_is_one(
    tmp_path, monkeypatch, step, factor, message_id
):
    compute = Gradients.compute

    def spoilt(gradients, number):
        loss = compute(gradients, number)
        return loss * factor if number == step else loss

    monkeypatch.setattr(Gradients, "compute", spoilt)
    with pytest.raises(TrainingError) as caught:
        train(request_in(tmp_path / "run"), ignore)
    assert caught.value.message_id == message_id
    assert RunFolder(tmp_path / "run").has_checkpoint == (not message_id.endswith("_at_once"))


@pytest.mark.parametrize(
    "error", [MemoryError(), RuntimeError("DefaultCPUAllocator: can't allocate memory")]
)
def test_no_memory_for_the_network_itself_is_said_with_a_way_out(tmp_path, monkeypatch, error):
    def build(*_arguments):
        raise error

    monkeypatch.setattr("abcstudio.learning.training.session.build_model", build)
    with pytest.raises(TrainingError) as caught:
        train(request_in(tmp_path / "run"), ignore)
    assert caught.value.message_id == "training.out_of_memory_at_once"
    assert RunFolder(tmp_path / "run").facts()["state"] == "failed"


def test_a_mistake_of_the_program_leaves_no_run_that_seems_to_train(tmp_path, monkeypatch):
    def build(*_arguments):
        raise RuntimeError("shapes cannot be multiplied")

    monkeypatch.setattr("abcstudio.learning.training.session.build_model", build)
    with pytest.raises(RuntimeError, match="shapes"):
        train(request_in(tmp_path / "run"), ignore)
    facts = RunFolder(tmp_path / "run").facts()
    assert (facts["state"], facts["error"]) == ("failed", "shapes cannot be multiplied")


@pytest.mark.parametrize("name", ["run.json", "training.abc", "validation.abc", "best.safetensors"])
def test_what_is_deleted_under_a_run_is_there_at_its_end(tmp_path, name):
    folder = tmp_path / "run"
    seen, texts = [], set()

    def delete(report):
        texts.add(RunFolder(folder).texts())
        if report.progress.step == 3:
            (folder / name).unlink(missing_ok=True)
        seen.append(report.is_restored)

    train(request_in(folder), delete)
    run = RunFolder(folder)
    assert run.is_whole
    assert run.facts()["state"] == "finished"
    assert run.best_model.exists()
    assert texts == {run.texts()}
    assert seen[-1] == (name != "best.safetensors")
