"""A person's marks on a run, and runs that are deleted and brought back."""

import os
from pathlib import Path

import pytest

from abcstudio.errors import TrainingError
from abcstudio.runs.deleted import KEPT_SECONDS, bring_back, clear_deleted, delete_run
from abcstudio.runs.history import find_runs
from abcstudio.runs.run_folder import RunFolder
from abcstudio.runs.run_marks import NO_MARKS, RunMarks, read_marks, tags_of, write_marks
from tests.unit.runs.test_folder import facts


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "runs" / "one"
    RunFolder(folder).create(facts("one", "2026-01-01"), "", "")
    return folder


def test_marks_are_kept_beside_what_the_training_writes(run: Path) -> None:
    marks = RunMarks(name="Другий", starred=True, tags=("slow", "good"), note="Hear it.\nTwice.")
    write_marks(run, marks)
    RunFolder(run).update_facts(step=7)
    assert read_marks(run) == marks
    (found,) = find_runs(run.parent).runs
    assert (found.name, found.marks, found.step) == ("Другий", marks, 7)
    write_marks(run, NO_MARKS)
    assert not (run / "marks.json").exists()
    assert find_runs(run.parent).runs[0].name == "one"


@pytest.mark.parametrize(
    ("data", "marks"),
    [
        (b"", NO_MARKS),
        (b"[1]", NO_MARKS),
        (b'{"name": 3, "starred": "yes", "tags": ["a", 4], "note": null}', RunMarks(tags=("a",))),
        (b'{"starred": true, "colour": "red"}', RunMarks(starred=True)),
    ],
)
def test_what_does_not_fit_in_a_file_of_marks_is_left_out(
    run: Path, data: bytes, marks: RunMarks
) -> None:
    (run / "marks.json").write_bytes(data)
    assert read_marks(run) == marks


def test_tags_are_parted_by_commas() -> None:
    assert tags_of(" slow,  very  good,slow,,") == ("slow", "very good")
    assert tags_of("") == ()


def test_a_deleted_run_is_brought_back_whole(run: Path) -> None:
    before = {path.name: path.read_bytes() for path in run.iterdir() if path.is_file()}
    deleted = delete_run(run)
    assert not run.exists()
    assert find_runs(run.parent).runs == ()
    bring_back(deleted)
    assert {path.name: path.read_bytes() for path in run.iterdir() if path.is_file()} == before


def test_two_runs_of_one_name_are_deleted_and_come_back(run: Path) -> None:
    first = delete_run(run)
    RunFolder(run).create(facts("two", "2026-01-02"), "", "")
    second = delete_run(run)
    assert first.kept != second.kept
    bring_back(second)
    with pytest.raises(OSError, match=r"."):
        bring_back(first)
    assert find_runs(run.parent).runs[0].name == "two"
    assert first.kept.exists()


def test_only_what_was_deleted_long_ago_goes_for_good(run: Path) -> None:
    deleted = delete_run(run)
    clear_deleted(run.parent)
    assert deleted.kept.exists()
    long_ago = deleted.kept.stat().st_mtime - KEPT_SECONDS - 10
    os.utime(deleted.kept, (long_ago, long_ago))
    clear_deleted(run.parent)
    assert not deleted.kept.parent.exists()


def test_a_folder_that_holds_no_run_is_not_deleted(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    with pytest.raises(TrainingError):
        delete_run(tmp_path / "letters")
    assert (tmp_path / "letters").is_dir()
