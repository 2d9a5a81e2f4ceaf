"""A short form of benchmarks/reliability/kill_training.py: a few kills of short runs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "reliability" / "kill_training.py"


@pytest.mark.skipif(sys.platform == "win32", reason="the benchmark forks its children")
def test_a_run_that_is_killed_goes_on_to_the_same_end() -> None:
    found = subprocess.run(
        [sys.executable, str(BENCHMARK), "--count", "4", "--steps", "60"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert json.loads(found.stdout)["passed"] == 4
