"""A model is named by its file, or by the folder of its run."""

from pathlib import Path

import pytest

from abcstudio.cli.inputs import chosen_model
from abcstudio.cli.main import main
from abcstudio.errors import ModelFileError
from abcstudio.learning.config import TrainingConfig, config_data
from abcstudio.paths import bundled_model
from abcstudio.recipes.models import model_file
from abcstudio.runs.run_folder import RunFolder


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    made = RunFolder(tmp_path / "my-run")
    facts = {"name": "my-run", "state": "stopped", "config": config_data(TrainingConfig())}
    made.create(facts, "training", "validation")
    return made


def test_a_run_is_named_by_its_folder(run: RunFolder) -> None:
    run.last_model.write_bytes(b"last")
    assert model_file(run.path) == run.last_model
    run.best_model.write_bytes(b"best")
    assert model_file(run.path) == run.best_model
    assert model_file(run.last_model) == run.last_model
    assert chosen_model(run.path) == run.best_model
    assert chosen_model(None) == bundled_model()


def test_a_folder_without_a_model_says_what_to_name(run: RunFolder) -> None:
    for folder, message_id in (
        (run.path, "model.none_in_run"),
        (run.path.parent, "model.folder"),
    ):
        with pytest.raises(ModelFileError) as caught:
            model_file(folder)
        assert caught.value.message_id == message_id
        assert caught.value.parameters == {"path": folder}
    missing = run.path / "none.safetensors"
    assert model_file(missing) == missing


def test_composing_with_a_run_takes_its_best_network(
    run: RunFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    run.best_model.write_bytes(bundled_model().read_bytes())
    asked = ["compose", "--model", str(run.path), "--no-guard", "--max-chars", "10"]
    assert main([*asked, "--rng-seed", "1"]) == 0
    assert capsys.readouterr().out.startswith("X:1")
