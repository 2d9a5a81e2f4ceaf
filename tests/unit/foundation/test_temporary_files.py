"""Temporary files of killed processes go; those of living ones, and a person's own, stay."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from abcstudio.files import atomic_write
from abcstudio.temporary_files import (
    LOCK_FILE,
    make_temporary,
    make_temporary_folder,
    sweep_folder,
    sweep_temporary_folders,
    temporary_folder,
)

WRITER = """
import sys
from pathlib import Path
from abcstudio.files import atomic_write_pieces
from abcstudio.temporary_files import make_temporary_folder
def pieces():
    yield b"half"
    print(make_temporary_folder("abcstudio-test-"), flush=True)
    sys.stdin.read()
atomic_write_pieces(Path(sys.argv[1]), pieces())
"""


def make_old(path: Path) -> None:
    os.utime(path, (0, 0))


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps open files itself")
def test_a_living_writer_keeps_its_files_and_a_killed_one_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, temporary = tmp_path / "tunes", tmp_path / "temporary"
    place.mkdir()
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    own = place / ".mine.tmp"
    own.write_bytes(b"the person's")
    make_old(own)
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(place / "b-3.wav")], text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(temporary)},
    )  # fmt: skip
    assert process.stdout is not None
    folder = Path(process.stdout.readline().strip())
    (left,) = (path for path in place.iterdir() if path != own)
    assert left.name.startswith(".b-3.wav.")
    for path in (left, folder):
        make_old(path)
    sweep_folder(place)
    sweep_temporary_folders("abcstudio-test-")
    atomic_write(place / "b-3.wav", b"another")
    assert left.exists()
    assert folder.is_dir()
    process.kill()
    process.communicate()
    sweep_folder(place)
    sweep_temporary_folders("abcstudio-test-")
    assert sorted(path.name for path in place.iterdir()) == [".mine.tmp", "b-3.wav"]
    assert not folder.exists()


def test_a_folder_that_cannot_be_is_swept_without_a_word() -> None:
    sweep_folder(Path("a\0b"))
    sweep_folder(Path("/nowhere/at/all"))


def test_what_is_young_stays_also_unlocked(tmp_path: Path) -> None:
    descriptor, path = make_temporary(tmp_path / "a.abc", 0o600)
    os.close(descriptor)
    sweep_folder(tmp_path, tmp_path / "a.abc")
    assert path.exists()
    make_old(path)
    sweep_folder(tmp_path)
    assert not path.exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_among_the_temporary_folders_leads_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    make_old(theirs)
    (tmp_path / "abcstudio-test-x").symlink_to(theirs)
    sweep_temporary_folders("abcstudio-test-")
    assert theirs.is_dir()
    folder = make_temporary_folder("abcstudio-test-")
    make_old(folder)
    sweep_temporary_folders("abcstudio-test-")
    assert folder.is_dir()


def test_a_folder_for_a_while_goes_at_its_end_and_one_of_a_killed_process_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    killed, other = tmp_path / "abcstudio-test-x", tmp_path / "abcstudio-other-x"
    for folder in (killed, other):
        folder.mkdir()
        make_old(folder)
    with temporary_folder("abcstudio-test-") as folder:
        (folder / "a.abc").write_bytes(b"X:1")
        make_old(folder)
        with temporary_folder("abcstudio-test-"):
            assert sorted(path.name for path in folder.iterdir()) == [LOCK_FILE, "a.abc"]
        assert not killed.exists()
    assert [path.name for path in tmp_path.iterdir()] == [other.name]


@pytest.mark.skipif(os.name == "nt", reason="no permission bits")
def test_a_folder_that_goes_while_others_are_swept_is_in_nobodys_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone = tmp_path / "trial-gone"
    gone.mkdir()
    look = Path.lstat

    def look_and_go(path: Path) -> os.stat_result:
        found = look(path)
        if path == gone:
            gone.rmdir()
        return found

    monkeypatch.setattr(Path, "lstat", look_and_go)
    with temporary_folder("trial-") as folder:
        assert list(tmp_path.iterdir()) == [folder]


def test_the_mask_of_the_process_is_never_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(0o027)
    try:
        with monkeypatch.context() as patch:
            patch.setattr(os, "umask", None)
            atomic_write(tmp_path / "new.abc", b"X:1")
        assert stat.S_IMODE((tmp_path / "new.abc").stat().st_mode) == 0o640
    finally:
        os.umask(before)
