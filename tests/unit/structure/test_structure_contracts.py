"""The import contracts bite: each kind of forbidden import, planted in a copy, is refused."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

FAULTS = {
    "an upward import": ("notation/pitch.py", "import abcstudio.playback.performance"),
    "an import between siblings": ("corpus/tune.py", "import abcstudio.learning.config"),
    "a module without a layer": ("utils.py", '"""A module that nobody gave a place."""'),
    "Qt in the engine": ("playback/performance.py", "import PySide6.QtCore"),
    "Qt in the command line": ("cli.py", "import PySide6"),
    "a plot library in the engine": ("recipes/train.py", "import pyqtgraph"),
    "the window in the command line": ("cli.py", "import abcstudio.ui.theme"),
    "music in learning": ("learning/batches.py", "import abcstudio.notation.pitch"),
    "torch outside learning": ("recipes/compose.py", "import torch"),
    "a view in the workers": ("workers/job.py", "import abcstudio.ui.theme"),
}


def _lint(project: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"], cwd=project, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(project), "PATH": ""},
    )  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    ignore = shutil.ignore_patterns("__pycache__", "resources", "checkpoints")
    shutil.copytree(ROOT / "abcstudio", tmp_path / "abcstudio", ignore=ignore)
    return tmp_path


def test_the_program_keeps_its_contracts(project: Path) -> None:
    result = _lint(project)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_a_planted_fault_is_caught(fault: str, project: Path) -> None:
    place, line = FAULTS[fault]
    path = project / "abcstudio" / place
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{old}\n{line}\n", encoding="utf-8")
    result = _lint(project)
    assert result.returncode != 0, f"{fault} was not caught\n{result.stdout}"
