"""A short form of benchmarks/reliability/monkey.py: the same hands, one in two hundred."""

from pathlib import Path

import pytest
from monkey import run_monkey

ACTIONS, SEED = 150, 1


@pytest.mark.slow
def test_random_hands_find_nothing(tmp_path: Path) -> None:
    result = run_monkey(ACTIONS, SEED, tmp_path)
    last = "".join((tmp_path / "actions.log").read_text().splitlines(keepends=True)[-20:])
    assert result.get("found") == [], last
    assert result["stderr"] == [], last
    assert (result["exit"], result["actions"]) == (0, ACTIONS), last
