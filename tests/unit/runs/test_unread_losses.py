"""Losses of a run that cannot be read are not lost by going on."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from abcstudio.errors import TrainingInputError
from abcstudio.messages import english
from abcstudio.runs.run_folder import RunFolder

FILES = ("metrics.jsonl", "losses.f32")


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    made = RunFolder(tmp_path / "run")
    made.create({"name": "one"}, "X:1\nK:D\nD\n", "")
    made.append_metrics({"step": 2, "val_loss": 1.5})
    made.keep_losses(2, [2.5, 2.0])
    made.keep_take(2, "X:1\nK:D\nABc")
    return made


def bar(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the system refuse to open a file, as it does where a person has no right to."""
    system_open = os.open

    def refuse(name: Any, *arguments: int, **options: int) -> int:
        if name == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return system_open(name, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)


@pytest.mark.parametrize("name", FILES)
def test_a_run_goes_on_only_where_its_losses_can_be_read(
    run: RunFolder, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in run.path.iterdir() if path.is_file()}
    with monkeypatch.context() as patch:
        bar(run.path / name, patch)
        with pytest.raises(TrainingInputError) as caught:
            run.forget_metrics_after(1)
    words = english(caught.value.message_id, caught.value.parameters)
    assert words.startswith(f"The run cannot go on: {run.path / name} cannot be read (")
    after = {path.name: path.read_bytes() for path in run.path.iterdir() if path.is_file()}
    assert after == before
    run.forget_metrics_after(1)
    assert list(run.losses()) == [2.5]
