"""Short forms of the scripts in benchmarks/reliability that end the program: a few kills."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks" / "reliability"


@pytest.mark.skipif(sys.platform == "win32", reason="the benchmark forks its children")
@pytest.mark.parametrize(("count", "heads"), [(3, 0), (1, 2)])
def test_a_run_that_is_killed_goes_on_to_the_same_end(count: int, heads: int) -> None:
    options = ["--count", str(count), "--steps", "60", "--heads", str(heads)]
    found = subprocess.run(
        [sys.executable, str(BENCHMARKS / "kill_training.py"), *options],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert json.loads(found.stdout)["passed"] == count


@pytest.mark.skipif(sys.platform == "win32", reason="the benchmark forks its children")
def test_every_cell_of_a_sweep_that_is_killed_is_trained_once() -> None:
    found = subprocess.run(
        [sys.executable, str(BENCHMARKS / "kill_sweep.py"), "--runs", "3"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert json.loads(found.stdout)["kills"] == 3


@pytest.mark.skipif(sys.platform == "win32", reason="the benchmark forks its children")
def test_text_survives_the_killing_of_the_program_that_it_is_typed_into() -> None:
    found = subprocess.run(
        [sys.executable, str(BENCHMARKS / "kill_typing.py"), "--runs", "3"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert json.loads(found.stdout)["survived"] == 3


@pytest.mark.skipif(sys.platform == "win32", reason="the benchmark forks its children")
def test_takes_that_are_whole_survive_the_killing_of_the_program_that_composes() -> None:
    # With this seed two of the three are killed long enough after the first take.
    found = subprocess.run(
        [sys.executable, str(BENCHMARKS / "kill_composing.py"), "--runs", "3", "--seed", "3"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert json.loads(found.stdout)["survived"] == 3


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the benchmark reads /proc")
def test_commands_end_at_once_when_a_signal_says_so() -> None:
    found = subprocess.run(
        [sys.executable, str(BENCHMARKS / "signals.py"), "--count", "2", "--only", "svg", "train"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert json.loads(found.stdout)["passed"]
