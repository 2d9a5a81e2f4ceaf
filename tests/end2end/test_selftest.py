"""The selftest where nothing is there of what the bundle leaves out: it passes all the same."""

import ast
import os
import subprocess
import sys
from pathlib import Path

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


def left_out_of_the_bundle() -> list[str]:
    tree = ast.parse((ROOT / "build.spec").read_text(encoding="utf-8"))
    (names,) = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "UNUSED_MODULES"
    ]
    found: list[str] = ast.literal_eval(names)
    return found


def selftest_without(names: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "sitecustomize.py").write_text(WITHOUT.format(left_out=names), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "abcstudio", "selftest"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_selftest_passes_without_what_the_bundle_leaves_out(tmp_path: Path) -> None:
    names = left_out_of_the_bundle()
    assert "PySide6.QtNetwork" in names
    result = selftest_without(names, tmp_path)
    assert "FAILED" not in result.stdout
    assert result.stdout.count("ok  ") == 9
    assert result.stderr == ""
    assert result.returncode == 0
