"""Standard streams that are closed or take nothing: a sentence and a code, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from abcstudio.cli.outcome import DONE, FAILED
from abcstudio.paths import bundled_tunebook

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a shell of its own is needed")

PRINTING = [
    ("check", "bad.abc"),
    ("export", "--format", "mid", "--out-dir", "out", "tune.abc"),
    ("evaluate", "--text", "tunes.abc"),
    ("inspect", "--text", "tune.abc"),
    ("compose", "--no-guard", "--max-chars", "20"),
    ("rewrite", "--measures", "1", "tune.abc"),
    ("--help",),
    ("--version",),
    ("train", "--help"),
]


def ended(folder: Path, words: tuple[str, ...], redirection: str) -> tuple[int, str, str]:
    """Return the exit code of a command line, and what it printed and said."""
    shell = ["sh", "-c", f'exec "$@" {redirection}', "sh"]
    result = subprocess.run(
        [*shell, sys.executable, "-m", "abcstudio", *words],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return result.returncode, result.stdout, result.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tune.abc").write_text("X:1\nT:A\nM:4/4\nL:1/8\nK:D\ndAFA DFAd|\n", "utf-8")
    (tmp_path / "bad.abc").write_text("X:1\nT:A\nM:4/4\nL:1/8\nK:D\ndAFA dAF|\n", "utf-8")
    (tmp_path / "tunes.abc").write_text(bundled_tunebook().read_text("utf-8")[:400], "utf-8")
    return tmp_path


@pytest.mark.parametrize("words", PRINTING, ids=" ".join)
def test_an_output_that_is_closed_is_one_that_cannot_be_written(
    folder: Path, words: tuple[str, ...]
) -> None:
    code, _, said = ended(folder, words, ">&-")
    assert code == FAILED
    assert "cannot be written to the standard output: Bad file descriptor" in said
    assert "Traceback" not in said
    assert "Exception" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
@pytest.mark.parametrize("words", [("--help",), ("--version",), ("train", "--help")], ids=" ".join)
def test_help_that_cannot_be_written_is_no_success(folder: Path, words: tuple[str, ...]) -> None:
    code, _, said = ended(folder, words, ">/dev/full")
    assert code == FAILED
    assert said.count("cannot be written to the standard output: No space left on device") == 1
    assert len(said.splitlines()) == 1


def test_an_error_output_that_is_closed_stays_silent(folder: Path) -> None:
    code, printed, _ = ended(folder, ("check", "missing.abc", "tune.abc"), "2>&-")
    assert (code, printed) == (2, "")
    assert ended(folder, ("--version",), "2>&-")[0] == DONE
