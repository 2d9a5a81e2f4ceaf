"""A few takes measured by the benchmark, and its figures put into a README."""

import json
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

# One report for all.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("quality")]

ROOT = Path(__file__).parents[2]
REAL = """X:1
T:The Short One
R:reel
M:4/4
L:1/8
K:G
|:GABc dedB|dedB AGEG|GABc dedB|AGFA G4:|

X:1
T:The Other One
R:reel
M:4/4
L:1/8
K:D
|:defg a2fd|efge d2cd|Adfd edcB|A2dc d4:|
"""
QUOTING = REAL.replace("K:D\n|:", "K:D\ndefg abaf|abaf edBd|defg abaf|edce d4|")

QUOTES_OR_UNITS = ("| four measures in a row", "| of all units of two measures")

WRONG = "\nX:1\nM:4/4\nL:1/8\nK:G\n|:GABc dedB|GA>|\n"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    if shutil.which("abc2midi") is None:
        pytest.skip("abc2midi is not installed")
    folder = tmp_path_factory.mktemp("quality")
    (folder / "training.abc").write_text(REAL, encoding="utf-8")
    (folder / "tunes.abc").write_text(QUOTING + WRONG, encoding="utf-8")
    command: list[str | Path] = [
        sys.executable,
        ROOT / "benchmarks" / "model_quality.py",
        "--takes",
        "2",
        "--errors",
    ]
    texts: list[str | Path] = [
        "--training",
        folder / "training.abc",
        "--tunes",
        folder / "tunes.abc",
    ]
    done = subprocess.run([*command, *texts], capture_output=True, text=True, check=True)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_real_tunes_have_the_figures_that_they_should(report: dict[str, Any]) -> None:
    row = report["rows"][0]
    assert row["name"] == "real tunes"
    assert row["figures"] == {
        "tunes": 3,
        "without_error": 66.7,
        "without_error_notation": 66.7,
        "without_error_abc2midi": 66.7,
        "every_measure_right_notation": 66.7,
        "every_measure_right_abc2midi": 66.7,
        "full_measures": 92.9,
        "ends_properly": 66.7,
        "quotes_training": 66.7,
        "units_returning": 0.0,
        "units_nearly_returning": 0.0,
        "repeats_nothing": 100.0,
        "ends_on_tonic": 66.7,
        "second_endings": 0.0,
        "notes_outside_mode": 0.0,
    }
    kinds = {finding["kind"] for finding in row["errors"]["abc2midi"]}
    assert "error: Missing :| at end of tune" in kinds


def test_takes_are_measured_from_both_prompts_and_against_every_bound(
    report: dict[str, Any],
) -> None:
    takes = report["rows"][1:]
    assert [row["prompt"] for row in takes] == ["X:1", "key and meter"]
    assert [row["figures"]["tunes"] for row in takes] == [2, 2]
    for passed in report["passed"].values():
        assert passed.keys() == report["bounds"].keys()
    assert report["bounds"]["quotes_training"] == [0.0, 68.7]


def test_the_readme_ends_with_the_figures_however_often_they_are_put_there(
    report: dict[str, Any],
) -> None:
    with_quality = runpy.run_path(str(ROOT / "scripts" / "quality_table.py"))["with_quality"]
    once = with_quality("# Model\n\nFacts.\n", report)
    assert with_quality(once, report) == once
    assert once.startswith("# Model\n\nFacts.\n\n## What it writes\n")
    rows = [line for line in once.split("\n") if line.startswith("|")]
    assert rows[0].startswith(
        "| share in % | real tunes | Folk, from X:1 | Folk, from key and meter"
    )
    assert "| of all measures right, by this program | 92.9 |" in once
    wanted = [row.rsplit(" | ", 1)[-1] for row in rows if row.startswith(QUOTES_OR_UNITS)]
    assert wanted == ["≤ 68.7 |", "8 to 20 |"]
