"""Two commands of `make test` run at a time, and report in their order."""

import os
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[3] / "scripts" / "beside.sh"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="make and sh set up Linux and macOS")


def beside(folder: Path, first: str, second: str) -> tuple[int, str]:
    """Return the exit code of two commands, each with a file of the other to wait for, and what
    they say.
    """
    for name, words in (("first", first), ("second", second)):
        (folder / name).write_text(words)
    result = subprocess.run(
        ["sh", str(SCRIPT), "sh first", "sh second"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return result.returncode, result.stdout


def waiting_for(name: str) -> str:
    return f"until [ -e {name} ]; do sleep 0.1; done"


@pytest.mark.parametrize("code", [0, 3])
def test_what_is_said_stands_in_order_and_the_last_code_counts(tmp_path: Path, code: int) -> None:
    first = f"{waiting_for('begun')}; echo types"
    second = f"echo unit; touch begun; exit {code}"
    assert beside(tmp_path, first, second) == (code, "types\nunit\n")


def test_where_the_first_fails_the_second_is_ended(tmp_path: Path) -> None:
    first = f"{waiting_for('begun')}; echo types; exit 2"
    second = "touch begun; while :; do sleep 0.1; done"
    assert beside(tmp_path, first, second) == (2, "types\n")
