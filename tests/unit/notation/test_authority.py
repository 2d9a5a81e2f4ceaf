"""A short form of benchmarks/reliability/abc_authority.py; its audit hook stays in its process."""

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[3] / "benchmarks" / "reliability" / "abc_authority.py"


def test_no_tune_opens_a_file_or_starts_a_program() -> None:
    run = subprocess.run(
        [sys.executable, str(SCRIPT), "--count", "30"], capture_output=True, text=True, check=False
    )
    result = json.loads(run.stdout)
    assert run.returncode == 0, result
    assert result["hook_sees_a_file_opened"]
    assert result["with_a_refused_directive"] > 10
