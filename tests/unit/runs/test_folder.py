import errno
import io
import math
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from abcstudio.errors import TrainingError
from abcstudio.runs.history import find_runs, list_runs
from abcstudio.runs.run_folder import RunFolder, free_run_folder, make_run_folder


def facts(name, created, **changes):
    return {
        "name": name,
        "created": created,
        "state": "finished",
        "config": {"steps": 10},
        "step": 10,
        "best_val_loss": 1.5,
        **changes,
    }


def test_a_run_is_readable_text(tmp_path):
    run = RunFolder(tmp_path / "one")
    run.create(facts("one", "2026-01-01T00:00:00"), "X:1\nK:D\nD\n", "X:1\nK:G\nG\n")
    run.append_metrics({"step": 1, "train_loss": 2.0})
    run.update_facts(state="stopped")
    run.keep_take(100, "X:1\nK:C\nC")
    assert run.facts()["state"] == "stopped"
    assert run.texts() == ("X:1\nK:D\nD\n", "X:1\nK:G\nG\n")
    assert list(run.metrics()) == [{"step": 1, "train_loss": 2.0}]
    assert (run.path / "takes" / "step-000100.abc").read_text(encoding="utf-8") == "X:1\nK:C\nC\n"


def test_a_line_cut_short_by_a_crash_is_passed_over(tmp_path):
    run = RunFolder(tmp_path / "one")
    run.create(facts("one", "2026"), "", "")
    run.append_metrics({"step": 1})
    with (run.path / "metrics.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"step": 2, "tra')
    assert list(run.metrics()) == [{"step": 1}]


def test_lines_after_the_checkpoint_are_forgotten(tmp_path):
    run = RunFolder(tmp_path / "one")
    run.create(facts("one", "2026"), "", "")
    for step in range(1, 6):
        run.append_metrics({"step": step})
    run.forget_metrics_after(3)
    assert [line["step"] for line in run.metrics()] == [1, 2, 3]


def test_runs_are_listed_newest_first_and_strangers_passed_over(tmp_path):
    for name, created in (("old", "2026-01-01"), ("new", "2026-02-01"), ("mid", "2026-01-15")):
        RunFolder(tmp_path / name).create(facts(name, created), "", "")
    (tmp_path / "old" / "best.safetensors").write_bytes(b"")
    (tmp_path / "stranger").mkdir()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "run.json").write_text("{", encoding="utf-8")
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "run.json").write_text('{"format": 1}', encoding="utf-8")
    endless = {**facts("endless", "2026-01-02"), "step": math.inf}
    RunFolder(tmp_path / "endless").create(endless, "", "")
    runs = list_runs(tmp_path)
    assert [run.name for run in runs] == ["new", "mid", "old"]
    assert runs[0].model is None
    assert runs[2].model == tmp_path / "old" / "best.safetensors"
    assert list_runs(tmp_path / "nowhere") == ()


def test_what_is_no_run_says_so(tmp_path):
    with pytest.raises(TrainingError) as caught:
        RunFolder(tmp_path).facts()
    assert caught.value.message_id == "training.not_a_run"


@pytest.mark.parametrize(
    ("name", "folder"),
    [("My run", "My-run"), ("../../etc", "etc"), ("", "run"), ("Мелодії", "Мелодії")],
)
def test_a_name_becomes_a_folder_of_its_own(tmp_path, name, folder):
    first = free_run_folder(tmp_path, name)
    assert first.path == tmp_path / folder
    first.path.mkdir()
    assert free_run_folder(tmp_path, name).path == tmp_path / f"{folder}-2"


@pytest.mark.parametrize("call", ["write", "open"])
def test_a_line_that_cannot_be_written_says_so_and_leaves_none_of_itself(
    tmp_path, monkeypatch, call
):
    run = RunFolder(tmp_path / "one")
    run.create(facts("one", "2026"), "", "")
    run.append_metrics({"step": 1})

    class FullDisk(io.FileIO):
        def write(self, data):
            return super().write(data[:5])

    def full(path, mode):
        if call == "open":
            os.close(path)
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return FullDisk(path, mode)

    with monkeypatch.context() as patch:
        patch.setattr(io, "FileIO", full)
        with pytest.raises(OSError, match=r"No space|Read-only") as caught:
            run.append_metrics({"step": 2})
    assert caught.value.filename == str(run.path / "metrics.jsonl")
    run.append_metrics({"step": 2})
    assert [line["step"] for line in run.metrics()] == [1, 2]


def test_metrics_that_are_gone_or_spoilt_are_no_metrics(tmp_path):
    run = RunFolder(tmp_path / "one")
    run.create(facts("one", "2026"), "", "")
    with (run.path / "metrics.jsonl").open("ab") as file:
        file.write(b'\x00\x00\xff\n12\n{"step": 3}\n')
    assert list(run.metrics()) == [{"step": 3}]
    (run.path / "metrics.jsonl").unlink()
    assert list(run.metrics()) == []


def test_what_a_killed_save_left_is_cleared_away(tmp_path):
    run = RunFolder(tmp_path / "one")
    run.create(facts("one", "2026"), "", "")
    for folder in (run.path, run.path / "checkpoints", run.path / "takes"):
        (folder / ".last.safetensors.abc12345.tmp").write_bytes(b"half")
        (folder / "mine.tmp").write_bytes(b"the person's own")
    run.clear_leftovers()
    assert sorted(path.name for path in run.path.rglob("*.tmp")) == ["mine.tmp"] * 3


@pytest.mark.parametrize(
    "changes",
    [
        {"step": 10**30},
        {"step": 2**31},
        {"step": "many"},
        {"config": {"steps": -1}},
        {"best_val_loss": float("nan")},
        {"best_val_loss": 10**400},
        {"name": "x" * 100_000},
        {"created": None},
    ],
)
def test_a_run_with_odd_facts_is_passed_over(tmp_path, changes):
    for name in ("one", "two"):
        RunFolder(tmp_path / name).create(facts(name, "2026"), "", "")
    RunFolder(tmp_path / "one").update_facts(**changes)
    assert [run.name for run in list_runs(tmp_path)] == ["two"]


@pytest.mark.skipif(os.name == "nt", reason="no pipes and devices among files")
def test_a_run_whose_files_are_no_files_is_passed_over(tmp_path):
    for name in ("deep", "pipe", "zero", "folder", "sound"):
        RunFolder(tmp_path / name).create(facts(name, "2026"), "", "")
    (tmp_path / "deep" / "run.json").write_text('{"a":' * 100_000)
    for name in ("pipe", "zero", "folder"):
        (tmp_path / name / "run.json").unlink()
    os.mkfifo(tmp_path / "pipe" / "run.json")
    (tmp_path / "zero" / "run.json").symlink_to("/dev/zero")
    (tmp_path / "folder" / "run.json").mkdir()
    assert [run.name for run in list_runs(tmp_path)] == ["sound"]
    (tmp_path / "stranger").mkdir()
    (tmp_path / "notes.txt").write_text("")
    found = find_runs(tmp_path)
    assert [path.name for path in found.unread] == ["deep", "folder", "pipe", "zero"]
    assert (tmp_path / "deep" / "run.json").read_text().startswith('{"a":')


def test_a_folder_of_runs_that_may_not_be_read_says_so(tmp_path, monkeypatch):
    def refuse(_path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(_path))

    monkeypatch.setattr(type(tmp_path), "iterdir", refuse)
    with pytest.raises(PermissionError):
        list_runs(tmp_path)


def test_a_summary_says_what_tells_runs_apart(tmp_path):
    more = {
        "corpus": {"name": "w" * 5000, "tunes": 216},
        "device": "cpu",
        "chars_per_second": 41250,
        "train_loss": 1.25,
        "verdict": "verdict.good",
    }
    RunFolder(tmp_path / "new").create(facts("new", "2026-01-02", **more), "", "")
    RunFolder(tmp_path / "old").create(facts("old", "2026-01-01"), "", "")
    new, old = list_runs(tmp_path)
    assert (new.corpus_name, new.tune_count) == ("w" * 1000, 216)
    assert (new.device, new.chars_per_second, new.train_loss) == ("cpu", 41250, 1.25)
    assert new.verdict == "verdict.good"
    assert (old.corpus_name, old.tune_count, old.device) == ("", 0, "")
    assert (old.chars_per_second, old.train_loss, old.validation_share) == (None, None, None)


def cut_short(path, monkeypatch):
    """Leave what a run leaves that is killed before its `run.json`."""
    run = RunFolder(path)
    with monkeypatch.context() as patched:
        patched.setattr(RunFolder, "write_facts", lambda self, facts: None)
        run.create(facts("one", "2026"), "X:1\nK:D\nD\n", "X:1\nK:G\nG\n")
    return run


def test_a_run_that_was_killed_before_it_was_one_begins_again(tmp_path, monkeypatch):
    run = cut_short(tmp_path / "run", monkeypatch)
    run.refuse_if_in_use()
    run.create(facts("two", "2026"), "", "")
    assert run.facts()["name"] == "two"


@pytest.mark.parametrize("name", ["best.safetensors", "last.safetensors", "metrics.jsonl"])
def test_a_folder_that_lost_its_run_json_is_kept(tmp_path, monkeypatch, name):
    run = cut_short(tmp_path / "run", monkeypatch)
    (run.path / name).write_bytes(b"learned")
    with pytest.raises(TrainingError) as caught:
        run.refuse_if_in_use()
    assert caught.value.message_id == "training.file_in_way"


def test_runs_that_begin_at_once_have_folders_of_their_own(tmp_path):
    runs = tmp_path / "runs"
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: make_run_folder(runs, "A run").path, range(24)))
    assert len(set(made)) == len(list(runs.iterdir())) == 24
