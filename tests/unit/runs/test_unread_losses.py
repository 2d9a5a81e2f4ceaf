"""Losses of a run that cannot be read are not lost by going on."""

from pathlib import Path

import pytest

from abcstudio.errors import TrainingInputError
from abcstudio.messages import english
from abcstudio.runs.run_folder import RunFolder
from tests.barred_files import barred

FILES = ("metrics.jsonl", "losses.f32")


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    made = RunFolder(tmp_path / "run")
    made.create({"name": "one"}, "X:1\nK:D\nD\n", "")
    made.append_metrics({"step": 2, "val_loss": 1.5})
    made.keep_losses(2, [2.5, 2.0])
    made.keep_take(2, "X:1\nK:D\nABc")
    return made


@pytest.mark.parametrize("name", FILES)
def test_a_run_goes_on_only_where_its_losses_can_be_read(run: RunFolder, name: str) -> None:
    before = {path.name: path.read_bytes() for path in run.path.iterdir() if path.is_file()}
    with barred(run.path / name), pytest.raises(TrainingInputError) as caught:
        run.forget_metrics_after(1)
    words = english(caught.value.message_id, caught.value.parameters)
    assert words.startswith(f"The run cannot go on: {run.path / name} cannot be read (")
    after = {path.name: path.read_bytes() for path in run.path.iterdir() if path.is_file()}
    assert after == before
    run.forget_metrics_after(1)
    assert list(run.losses()) == [2.5]
