"""Copies of the program, and runs of its tests within limits of time."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mutation.sites import Site, with_probes

UNIT = ("-p", "no:pytest-qt")
WINDOW = ("-c", "tests/ui/pytest.ini", "--rootdir=.")
_QUICK = ("-m", "not slow and not gpu")
# They read the sources, as a reviewer does; or make whole bundles.
_BESIDE = ("tests/unit/structure", "tests/unit/bundle", "tests/unit/translations")
_LEFT_OUT = (".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis")
# Other threads and programs may wait: for this many times the processor seconds.
_WALL_FACTOR = 3
_PATIENCE = ("PATIENCE_MS = 180_000", "PATIENCE_MS = 20_000")

# What the end of the processor time looks like.
_KILLED = (-signal.SIGXCPU, -signal.SIGKILL)

# What pytest answers where all that is asked for is slow.
_NO_TESTS = 5

PASSED, FAILED, OUT_OF_TIME = "passed", "failed", "out of time"


@dataclass(frozen=True)
class Ran:
    """What a run of tests came to, and the test that ran last."""

    outcome: str
    last: str


def copied(root: Path, target: Path) -> Path:
    """Copy a tree without its history and caches, with the times of its files.

    Waits of window tests are shorter in the copy: many faults make them wait in vain.
    """
    ignored = shutil.ignore_patterns(*_LEFT_OUT, "build", "dist")
    shutil.copytree(root, target, ignore=ignored, symlinks=True)
    patience = target / "tests/ui/patience.py"
    patience.write_text(patience.read_text("utf-8").replace(*_PATIENCE), "utf-8")
    return target


def record(root: Path, copy: Path, sites: Sequence[Site], tests: Sequence[str]) -> Path:
    """Run tests in a copy with probes; `reached.txt` and `times.txt` in the returned folder."""
    copied(root, copy)
    shutil.copy(Path(__file__).with_name("reached.py"), copy / "abcstudio/reached.py")
    for path in {site.path for site in sites}:
        here = [(number, site) for number, site in enumerate(sites) if site.path == path]
        text = (copy / path).read_text("utf-8")
        (copy / path).write_text(with_probes(text, here), "utf-8")
    out = copy / "build/mutants"
    out.mkdir(parents=True)
    more = {
        "MUTANTS_REACHED": str(out / "reached.txt"),
        "MUTANTS_TIMES": str(out / "times.txt"),
    }
    ignored = [f"--ignore={folder}" for folder in _BESIDE]
    options = ("-q", "-p", "mutation.times_of_tests", *ignored)
    subprocess.run(_command(tests, options), cwd=copy, env=_environment(copy) | more, check=False)
    return out


def ran(copy: Path, tests: Sequence[str], seconds: float) -> Ran:
    """Run tests until the first fails or the processor time is over."""
    process = subprocess.Popen(
        _command(tests, ("-x", "-v", "-p", "no:cacheprovider")),
        cwd=copy,
        env=_environment(copy) | {"PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    resource.prlimit(process.pid, resource.RLIMIT_CPU, (int(seconds), int(seconds) + 5))
    late = False
    try:
        output, _ = process.communicate(timeout=_WALL_FACTOR * seconds)
    except subprocess.TimeoutExpired:
        late = True
    finally:
        _end_all(process)
    if late:
        output, _ = process.communicate()
    named = [line.split(" ")[0] for line in output.splitlines() if line.startswith("tests/")]
    last = named[-1] if named else ""
    if process.returncode in (0, _NO_TESTS):
        return Ran(PASSED, last)
    if late or process.returncode in _KILLED:
        return Ran(OUT_OF_TIME, last)
    return Ran(FAILED, last)


def _end_all(process: "subprocess.Popen[str]") -> None:
    """End what a test has started and left, too: it is in the session of its own."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _command(tests: Sequence[str], options: Sequence[str]) -> list[str]:
    is_window = all(test.startswith("tests/ui") for test in tests)
    suite = WINDOW if is_window else UNIT
    return [sys.executable, "-m", "pytest", *suite, *_QUICK, *options, *tests]


def _environment(copy: Path) -> dict[str, str]:
    changed = {
        "PYTHONPATH": os.pathsep.join((str(copy), str(copy / "scripts"))),
        "QT_QPA_PLATFORM": "offscreen",
        "SDL_AUDIODRIVER": "dummy",
        "OMP_WAIT_POLICY": "PASSIVE",
        "PYTHONUNBUFFERED": "1",
    }
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | changed
