"""Folders that may not be read or written: that is said, and the code is that of bad input."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from abcstudio.cli.outcome import DONE, UNUSABLE

TUNE = "X:1\nT:A\nM:4/4\nL:1/8\nK:D\ndAFA DFAd|dAFA DFAd|\n"
TARGETS = [
    ("compose", "--max-chars", "20", "--out-dir", "closed/x"),
    ("demo", "--out-dir", "closed/x"),
    ("export", "--format", "mid", "--out-dir", "closed/x", "tune.abc"),
    ("export", "--format", "pdf", "--book", "--out-dir", "closed/x", "tune.abc"),
    ("import", "--out-dir", "closed/x", "tune.mid"),
    ("train", "--steps", "1", "--preset", "quick", "--out", "closed/x"),
    ("train", "--steps", "1", "--preset", "quick"),
]
SOURCES = [
    ("compose", "--model", "closed"),
    ("export", "--format", "mid", "closed"),
    ("train", "--steps", "1", "--corpus", "closed"),
    ("train", "--resume", "closed"),
    ("train", "--from", "closed"),
]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders are closed otherwise there")


def without_privileges() -> list[str]:
    """Return what a command begins with that obeys the permissions of files, also as root."""
    if os.geteuid():
        return []
    tool = shutil.which("setpriv")
    if tool is None:
        pytest.skip("root may enter every folder")
    return [tool, "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search"]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "tune.abc").write_text(TUNE, "utf-8")
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "inside.abc").write_text(TUNE, "utf-8")
    yield tmp_path
    closed.chmod(0o755)


def ended(folder: Path, *words: str) -> tuple[int, str]:
    """Return the exit code of a command line, and what it said."""
    result = subprocess.run(
        [*without_privileges(), sys.executable, "-m", "abcstudio", *words],
        cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "ABCSTUDIO_HOME": "closed/home"},
    )  # fmt: skip
    return result.returncode, result.stderr


@pytest.mark.parametrize("words", TARGETS, ids=" ".join)
def test_a_target_in_a_closed_folder_cannot_be_used(folder: Path, words: tuple[str, ...]) -> None:
    assert ended(folder, "export", "--format", "mid", "tune.abc")[0] == DONE
    (folder / "closed").chmod(0)
    code, said = ended(folder, *words)
    assert "Permission denied" in said
    assert "closed" in said
    assert code == UNUSABLE


@pytest.mark.parametrize("words", SOURCES, ids=" ".join)
def test_a_closed_folder_is_not_called_an_empty_one(folder: Path, words: tuple[str, ...]) -> None:
    # Its names can be listed, and nothing reached, where a command looks into it for tunes.
    (folder / "closed").chmod(0o644 if "export" in words else 0)
    code, said = ended(folder, *words)
    assert "closed" in said
    assert "cannot be read: Permission denied" in said
    assert code == UNUSABLE


def test_a_closed_folder_within_a_source_is_named(folder: Path) -> None:
    (folder / "closed").chmod(0)
    code, said = ended(folder, "export", "--format", "mid", "--out-dir", "out", ".")
    assert "closed cannot be read: Permission denied." in said
    assert code == DONE


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no such device")
def test_a_device_is_no_folder(folder: Path) -> None:
    for words in (("compose", "--out-dir"), ("train", "--preset", "quick", "--out")):
        code, said = ended(folder, *words, "/dev/null")
        assert "/dev/null: it is not a folder." in said
        assert code == UNUSABLE
