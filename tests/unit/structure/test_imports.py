"""What importing the engine brings in: no Qt anywhere, no heavy package before it is needed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import abcstudio

PACKAGE = Path(abcstudio.__file__).parent
QT = ("PySide6", "shiboken6", "pyqtgraph")
HEAVY = ("torch", "verovio", "pygame", "pyqtgraph")
OUTSIDE_ENGINE = ("abcstudio.ui", "abcstudio.workers", "abcstudio.app", "abcstudio.selftest")


def _modules() -> list[str]:
    names = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if parts[-1] != "__main__":
            names.append(name)
    return names


def _loaded_after(modules: list[str]) -> set[str]:
    """Import modules in a fresh interpreter; return the top-level packages it then holds."""
    program = (
        "import importlib, json, sys\n"
        "for name in json.loads(sys.argv[1]): importlib.import_module(name)\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    output = subprocess.run(
        [sys.executable, "-c", program, json.dumps(modules)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(json.loads(output.stdout))


def test_the_whole_engine_imports_without_qt() -> None:
    engine = [name for name in _modules() if not name.startswith(OUTSIDE_ENGINE)]
    assert len(engine) > 40
    assert not _loaded_after(engine) & set(QT)


@pytest.mark.parametrize("module", ["abcstudio.cli", "abcstudio.recipes.compose"])
def test_heavy_packages_wait_until_they_are_needed(module: str) -> None:
    assert not _loaded_after([module]) & set(HEAVY)
