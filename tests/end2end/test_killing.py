"""Short forms of the scripts in benchmarks/reliability that end the program: a few kills."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks" / "reliability"

LONGEST_SECONDS = 1_800
"""More than any of them takes beside many other programs; a kill that is never seen would stay."""

needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="the benchmark forks its children")


def found_by(script: str, *options: str, tries: int = 1) -> dict[str, Any]:
    """Return what a script prints, which must pass in one of some tries."""
    for _ in range(tries):
        result = subprocess.run(
            [sys.executable, str(BENCHMARKS / script), *options],
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_SECONDS,
        )
        if result.returncode == 0:
            break
    assert result.returncode == 0, result.stdout + result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@needs_fork
@pytest.mark.parametrize(("count", "heads"), [(2, 0), (1, 2)])
def test_a_run_that_is_killed_goes_on_to_the_same_end(count: int, heads: int) -> None:
    options = ("--count", str(count), "--steps", "60", "--heads", str(heads))
    assert found_by("kill_training.py", *options)["passed"] == count


@needs_fork
def test_every_cell_of_a_sweep_that_is_killed_is_trained_once() -> None:
    assert found_by("kill_sweep.py", "--runs", "2")["kills"] == 2


# Within two seconds all is safe. On a machine that is very busy that may fail once.
PATIENT_TRIES = 2


@needs_fork
def test_text_survives_the_killing_of_the_program_that_it_is_typed_into() -> None:
    assert found_by("kill_typing.py", "--runs", "2", tries=PATIENT_TRIES)["survived"] == 2


@needs_fork
def test_takes_that_are_whole_survive_the_killing_of_the_program_that_composes() -> None:
    # With this seed both are killed three seconds after the first take, which is long enough.
    options = ("--runs", "2", "--seed", "251")
    assert found_by("kill_composing.py", *options, tries=PATIENT_TRIES)["survived"] == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the benchmark reads /proc")
def test_commands_end_at_once_when_a_signal_says_so() -> None:
    options = ("--count", "2", "--only", "svg", "train")
    assert found_by("signals.py", *options, tries=PATIENT_TRIES)["passed"]
