"""The loss of every step on disk: whole after a crash, cut to a checkpoint, filled where old."""

import io
import json
import math
import os
from array import array

import pytest

from abcstudio.runs import loss_file
from abcstudio.runs.curve import read_curve
from abcstudio.runs.loss_file import MAX_STEPS, read_losses, write_losses
from abcstudio.runs.run_folder import RunFolder


@pytest.fixture
def run(tmp_path):
    made = RunFolder(tmp_path / "run")
    made.create({"name": "one"}, "", "")
    return made


def test_losses_stand_at_their_steps_and_writing_twice_changes_nothing(run):
    run.keep_losses(2, (4.0, 3.5))
    run.keep_losses(4, (3.0, 2.5))
    before = (run.path / "losses.f32").read_bytes()
    run.keep_losses(4, (3.0, 2.5))
    assert (run.path / "losses.f32").read_bytes() == before
    assert len(before) == 16
    assert list(run.losses()) == [4.0, 3.5, 3.0, 2.5]


def test_a_number_cut_short_by_a_crash_is_written_again(run):
    run.keep_losses(3, (4.0, 3.5, 3.0))
    with (run.path / "losses.f32").open("r+b") as file:
        file.truncate(10)
    assert list(run.losses()) == [4.0, 3.5]
    run.keep_losses(4, (2.5,))
    losses = run.losses()
    assert (losses[0], losses[1], losses[3]) == (4.0, 3.5, 2.5)
    assert math.isnan(losses[2])
    assert list(read_curve(run).losses) == [4.0, 3.5, 3.5, 2.5]


def test_what_comes_after_the_checkpoint_is_forgotten(run):
    run.keep_losses(5, (5.0, 4.0, 3.0, 2.0, 1.0))
    for step in (2, 5):
        run.append_metrics({"step": step})
    run.forget_metrics_after(3)
    assert list(run.losses()) == [5.0, 4.0, 3.0]
    assert [line["step"] for line in run.metrics()] == [2]
    run.forget_metrics_after(0)
    assert list(run.losses()) == []


def test_a_full_disk_leaves_the_losses_as_they_were(run, monkeypatch):
    run.keep_losses(1, (4.0,))
    write = io.FileIO.write

    class Short(io.FileIO):
        def write(self, data):
            return write(self, bytes(data)[:3])

    with monkeypatch.context() as patch:
        patch.setattr(loss_file, "open_for_appending", lambda path: Short(path, "ab"))
        with pytest.raises(OSError, match="losses"):
            run.keep_losses(3, (3.0, 2.0))
    assert (run.path / "losses.f32").stat().st_size == 4
    run.keep_losses(3, (3.0, 2.0))
    assert list(run.losses()) == [4.0, 3.0, 2.0]


def test_runs_of_earlier_versions_have_a_curve_of_means(run):
    (run.path / "losses.f32").unlink()
    for step, train, recent, val in ((2, 4.0, 4.0, None), (5, 3.9, 3.0, 3.5)):
        line = {"step": step, "train_loss": train, "recent_loss": recent, "val_loss": val}
        run.append_metrics(line)
    curve = read_curve(run)
    assert curve.losses.tolist() == [4.0, 4.0, 3.0, 3.0, 3.0]
    assert curve.val == ((5.0, 3.5),)
    # Such a run goes on: the new losses stand behind the old means.
    run.keep_losses(7, (2.0, 1.0))
    assert read_curve(run).losses.tolist() == [4.0, 4.0, 3.0, 3.0, 3.0, 2.0, 1.0]


def test_what_is_odd_in_the_files_is_bounded(run, tmp_path):
    rows = ['{"step": 1e99}', '{"step": 99999999999, "train_loss": 1}', '{"step": true}',
            '{"step": 3, "train_loss": "x", "val_loss": NaN}', "[" * 50_000, "\0",
            json.dumps({"step": 4, "train_loss": 2.0, "val_loss": 1.5})]  # fmt: skip
    (run.path / "metrics.jsonl").write_text("\n".join(rows))
    curve = read_curve(run)
    assert curve.losses.tolist() == [2.0] * 4
    assert curve.val == ((4.0, 1.5),)
    long = tmp_path / "long.f32"
    long.touch()
    os.truncate(long, 8 * MAX_STEPS)
    assert len(read_losses(long)) == MAX_STEPS
    assert read_losses(tmp_path) == array("f")
    assert read_losses(tmp_path / "missing") == array("f")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.f32")
        assert read_losses(tmp_path / "pipe.f32") == array("f")


def test_losses_are_plain_numbers_for_other_programs(tmp_path):
    np = pytest.importorskip("numpy")
    write_losses(tmp_path / "losses.f32", 3, (1.5, 0.25, 3.0))
    assert np.fromfile(tmp_path / "losses.f32", "<f4").tolist() == [1.5, 0.25, 3.0]
