"""Standard streams that are closed or take nothing: a sentence and a code, no traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from abcstudio.cli.outcome import DONE, FAILED
from abcstudio.paths import bundled_tunebook
from tests.thorough import some

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a shell of its own is needed")

PRINTING = some(
    [
        ("check", "bad.abc"),
        ("export", "--format", "mid", "--out-dir", "out", "tune.abc"),
        ("inspect", "--text", "tune.abc"),
        ("compose", "--no-guard", "--max-chars", "20"),
        ("--help",),
        ("--version",),
        ("train", "--help"),
    ],
    [("evaluate", "--text", "tunes.abc"), ("rewrite", "--measures", "1", "tune.abc")],
)


Ended = tuple[int, str]


def ended(folder: Path, words: tuple[str, ...], redirection: str) -> tuple[int, str, str]:
    """Return the exit code of a command line, and what it printed and said."""
    shell = ["sh", "-c", f'exec "$@" {redirection}', "sh"]
    result = subprocess.run(
        [*shell, sys.executable, "-m", "abcstudio", *words],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return result.returncode, result.stdout, result.stderr


def fill(folder: Path) -> None:
    """Put tunes into a folder."""
    (folder / "tune.abc").write_text("X:1\nT:A\nM:4/4\nL:1/8\nK:D\ndAFA DFAd|\n", "utf-8")
    (folder / "bad.abc").write_text("X:1\nT:A\nM:4/4\nL:1/8\nK:D\ndAFA dAF|\n", "utf-8")
    (folder / "tunes.abc").write_text(bundled_tunebook().read_text("utf-8")[:400], "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path)
    return tmp_path


# One program is started without an output, and forks for each command: most of a start is loading
# torch. Each fork ends as the program does, and writes to the null device's file what it says.
FORKING = """
import json, os, sys
import abcstudio.cli, torch
from abcstudio.__main__ import main

codes = []
for number, words in enumerate(json.load(sys.stdin)):
    child = os.fork()
    if not child:
        said = os.open(f"said-{number}", os.O_WRONLY | os.O_CREAT)
        os.dup2(said, 2)
        os.close(said)
        sys.exit(main(words))
    codes.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
with open("codes", "w") as file:
    json.dump(codes, file)
"""


@pytest.fixture(scope="module")
def without_output(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], Ended]:
    """How each command ends that is started with its output closed, and what it says."""
    folder = tmp_path_factory.mktemp("closed")
    fill(folder)
    shell = ["sh", "-c", 'exec "$@" >&-', "sh"]
    subprocess.run(
        [*shell, sys.executable, "-c", FORKING],
        input=json.dumps(PRINTING), cwd=folder, text=True, check=True,
    )  # fmt: skip
    codes = json.loads((folder / "codes").read_text("utf-8"))
    said = [(folder / f"said-{number}").read_text("utf-8") for number in range(len(PRINTING))]
    return dict(zip(PRINTING, zip(codes, said, strict=True), strict=True))


@pytest.mark.parametrize("words", PRINTING, ids=" ".join)
def test_an_output_that_is_closed_is_one_that_cannot_be_written(
    without_output: dict[tuple[str, ...], Ended], words: tuple[str, ...]
) -> None:
    code, said = without_output[words]
    assert code == FAILED
    assert "cannot be written to the standard output: Bad file descriptor" in said
    assert "Traceback" not in said
    assert "Exception" not in said


def test_so_it_is_in_a_program_of_its_own(folder: Path) -> None:
    code, _, said = ended(folder, ("check", "bad.abc"), ">&-")
    assert code == FAILED
    assert "cannot be written to the standard output: Bad file descriptor" in said
    assert len(said.splitlines()) == 1


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
