"""The window is closed at a random moment of each kind of work, in the real program."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "closing.py"
PATIENCE = "120"
"""Seconds, on a machine that may be very busy; the benchmark itself holds closing to two."""

LONGEST_SECONDS = 1_200
"""With the start of the program and of Python before it."""


@pytest.mark.slow
@pytest.mark.parametrize("state", ["starting", "training", "learning", "composing", "playing"])
def test_closing_ends_the_process_at_once_and_in_silence(state: str) -> None:
    options = ["--runs", "1", "--limit", PATIENCE, "--wait", PATIENCE, "--states", state]
    done = subprocess.run(
        [sys.executable, BENCHMARK, *options],
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST_SECONDS,
    )
    assert done.stderr == ""
    found = json.loads(done.stdout)["states"][state]
    assert (found["count"], found["failures"]) == (1, [])
    assert done.returncode == 0
