"""Folders that may not be read or written: that is said, and the code is that of bad input."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from abcstudio.cli.outcome import DONE, UNUSABLE

TUNE = "X:1\nT:A\nM:4/4\nL:1/8\nK:D\ndAFA DFAd|dAFA DFAd|\n"
# To read all tunes in the box takes seconds.
TEXTS = ("--corpus", "tune.abc", "--validation", "tune.abc")
TARGETS = [
    ("compose", "--no-guard", "--max-chars", "20", "--out-dir", "closed/x"),
    ("demo", "--out-dir", "closed/x"),
    ("export", "--format", "mid", "--out-dir", "closed/x", "tune.abc"),
    ("export", "--format", "pdf", "--book", "--out-dir", "closed/x", "tune.abc"),
    ("import", "--out-dir", "closed/x", "tune.mid"),
    ("train", *TEXTS, "--steps", "1", "--preset", "quick", "--out", "closed/x"),
    ("train", *TEXTS, "--steps", "1", "--preset", "quick"),
]
SOURCES = [
    ("compose", "--model", "closed"),
    ("export", "--format", "mid", "closed"),
    ("train", "--steps", "1", "--corpus", "closed"),
    ("train", "--resume", "closed"),
    ("train", "--from", "closed"),
]

WITHIN = ("export", "--format", "mid", "--out-dir", "out", ".")
TO_A_DEVICE = [
    ("compose", "--no-guard", "--out-dir", "/dev/null"),
    ("train", *TEXTS, "--preset", "quick", "--out", "/dev/null"),
]
# Its names can be listed, and nothing reached, where a command looks into it for tunes.
LISTED, CLOSED = 0o644, 0
CASES = {
    words: LISTED if words in SOURCES and "export" in words else CLOSED
    for words in (*TARGETS, *SOURCES, WITHIN, *TO_A_DEVICE)
}
# One program does all of them, each in a folder of its own: to start takes longer than to refuse.
PROGRAM = """
import contextlib, io, json, os, sys
from pathlib import Path
from abcstudio.cli import main

def ended(words):
    said = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
        return main(words), said.getvalue()

found, start = [], Path.cwd()
tune, *cases = json.load(sys.stdin)
for number, (words, mode) in enumerate(cases):
    closed = start / str(number) / "closed"
    closed.mkdir(parents=True)
    for path in (closed.parent / "tune.abc", closed / "inside.abc"):
        path.write_text(tune, "utf-8")
    os.chdir(closed.parent)
    assert ended(["export", "--format", "mid", "tune.abc"])[0] == 0
    closed.chmod(mode)
    found.append(ended(words))
    closed.chmod(0o755)
    os.chdir(start)
print(json.dumps(found))
"""
Ended = dict[tuple[str, ...], tuple[int, str]]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders are closed otherwise there")


def without_privileges() -> list[str]:
    """Return what a command begins with that obeys the permissions of files, also as root."""
    if os.geteuid():
        return []
    tool = shutil.which("setpriv")
    if tool is None:
        pytest.skip("root may enter every folder")
    return [tool, "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search"]


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """The exit code of each command line, and what it said."""
    result = subprocess.run(
        [*without_privileges(), sys.executable, "-c", PROGRAM],
        input=json.dumps([TUNE, *CASES.items()]), cwd=tmp_path_factory.mktemp("closed"),
        capture_output=True, text=True, check=False,
        env={**os.environ, "ABCSTUDIO_HOME": "closed/home"},
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return dict(zip(CASES, map(tuple, json.loads(result.stdout)), strict=True))


@pytest.mark.parametrize("words", TARGETS, ids=" ".join)
def test_a_target_in_a_closed_folder_cannot_be_used(ended: Ended, words: tuple[str, ...]) -> None:
    code, said = ended[words]
    assert "Permission denied" in said
    assert "closed" in said
    assert code == UNUSABLE


@pytest.mark.parametrize("words", SOURCES, ids=" ".join)
def test_a_closed_folder_is_not_called_an_empty_one(ended: Ended, words: tuple[str, ...]) -> None:
    code, said = ended[words]
    assert "closed" in said
    assert "cannot be read: Permission denied" in said
    assert code == UNUSABLE


def test_a_closed_folder_within_a_source_is_named(ended: Ended) -> None:
    code, said = ended[WITHIN]
    assert "closed cannot be read: Permission denied." in said
    assert code == DONE


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no such device")
@pytest.mark.parametrize("words", TO_A_DEVICE, ids=" ".join)
def test_a_device_is_no_folder(ended: Ended, words: tuple[str, ...]) -> None:
    code, said = ended[words]
    assert "/dev/null: it is not a folder." in said
    assert code == UNUSABLE
