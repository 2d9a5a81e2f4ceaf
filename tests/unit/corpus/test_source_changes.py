"""Which files of a source came, are others, or went."""

import os
from pathlib import Path

import pytest

from abcstudio.corpus.source_changes import SourceChanges, changes_between, file_states
from abcstudio.errors import CancelledError
from abcstudio.stopping import stopping

TUNE = "X:1\nK:C\nCDEF|\n"


def test_each_change_is_told_and_what_is_no_tune_is_not(tmp_path: Path) -> None:
    kept, other, gone = (tmp_path / name for name in ("kept.abc", "other.abc", "gone.abc"))
    for path in (kept, other, gone):
        path.write_text(TUNE)
    before = file_states(tmp_path)
    other.write_text(TUNE + TUNE)
    gone.unlink()
    (tmp_path / "set").mkdir()
    added = tmp_path / "set" / "new.abc"
    added.write_text(TUNE)
    (tmp_path / "notes.txt").write_text("no tune")
    found = changes_between(before, file_states(tmp_path))
    assert found == SourceChanges(added=(added,), changed=(other,), removed=(gone,))
    assert found.count == 3
    assert not changes_between(before, before)


def test_the_same_size_at_another_time_is_a_change(tmp_path: Path) -> None:
    path = tmp_path / "a.abc"
    path.write_text(TUNE)
    before = file_states(path)
    os.utime(path, ns=(1, 1))
    assert changes_between(before, file_states(path)).changed == (path,)


def test_a_source_that_is_gone_has_no_files(tmp_path: Path) -> None:
    path = tmp_path / "a.abc"
    path.write_text(TUNE)
    before = file_states(path)
    path.unlink()
    assert changes_between(before, file_states(path)).removed == (path,)


def test_a_file_that_may_not_be_read_any_more_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.abc"
    path.write_text(TUNE)
    before = file_states(path)
    # Whoever runs these tests may be allowed to read everything.
    monkeypatch.setattr("abcstudio.corpus.source_changes.os.access", lambda *_how: False)
    found = changes_between(before, file_states(path))
    assert found == SourceChanges(closed=(path,))
    assert found.count == 1


def test_looking_can_be_stopped(tmp_path: Path) -> None:
    (tmp_path / "a.abc").write_text(TUNE)
    with pytest.raises(CancelledError), stopping(lambda: True):
        file_states(tmp_path)
