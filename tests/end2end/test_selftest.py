"""The selftest where nothing is there of what the bundle leaves out: it passes all the same."""

import os
import subprocess
import sys
from pathlib import Path

from bundle_rules import UNUSED_MODULES

ROOT = Path(__file__).parents[2]
# Python imports it by itself; the processes that the program starts have it too.
WITHOUT = """
import sys
from importlib.machinery import PathFinder

class Without(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if any(name == each or name.startswith(each + ".") for each in {left_out!r}):
            return None
        return super().find_spec(name, path, target)

sys.meta_path[:] = [Without if each is PathFinder else each for each in sys.meta_path]
"""


def selftest_without(names: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "sitecustomize.py").write_text(WITHOUT.format(left_out=names), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "abcstudio", "selftest"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(folder), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_selftest_passes_without_what_the_bundle_leaves_out(tmp_path: Path) -> None:
    assert "PySide6.QtNetwork" in UNUSED_MODULES
    result = selftest_without(UNUSED_MODULES, tmp_path)
    assert "FAILED" not in result.stdout
    assert result.stdout.count("ok  ") == 10
    assert result.stderr == ""
    assert result.returncode == 0
