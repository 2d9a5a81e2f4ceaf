"""The import contracts bite: each kind of forbidden import, planted in a copy, is refused."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

FLOW = "Data flows one way: each layer imports only layers below it"
NO_QT = "The engine and the command line never import Qt"
NO_WINDOW = "The command line imports neither windows nor workers"
NO_MUSIC = "Learning knows no music"
NO_TORCH = "Only learning imports torch"
NO_VIEWS = "Workers know QtCore only, never views or plots"
CIRCLES = "No circles among modules"
ROOMS = "Rooms of the {}: each imports only rooms below it"

FAULTS = {
    "an upward import": ("notation/pitch.py", "import abcstudio.playback.performance", FLOW),
    "an import between siblings": ("corpus/tune.py", "import abcstudio.learning.config", FLOW),
    "a module without a layer": ("utils.py", '"""A module that nobody gave a place."""', FLOW),
    "Qt in the engine": ("playback/performance.py", "import PySide6.QtCore", NO_QT),
    "Qt in the command line": ("cli/main.py", "import PySide6", NO_QT),
    "a plot library in the engine": ("recipes/train.py", "import pyqtgraph", NO_QT),
    "the window in the command line": ("cli/main.py", "import abcstudio.ui.look.theme", NO_WINDOW),
    "music in learning": (
        "learning/training/batches.py",
        "import abcstudio.notation.pitch",
        NO_MUSIC,
    ),
    "torch outside learning": ("recipes/compose.py", "import torch", NO_TORCH),
    "a view in the workers": ("workers/job.py", "import abcstudio.ui.look.theme", NO_VIEWS),
    "a page in a control": (
        "ui/controls/fuzzy.py",
        "import abcstudio.ui.composer.composer_page",
        ROOMS.format("window"),
    ),
    "a page's types in a control": (
        "ui/controls/fuzzy.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n"
        "    import abcstudio.ui.composer.composer_page",
        ROOMS.format("window"),
    ),
    "a page in a function of a control": (
        "ui/controls/fuzzy.py",
        "def page():\n    import abcstudio.ui.composer.composer_page",
        ROOMS.format("window"),
    ),
    "a file that belongs to no room": ("ui/misc.py", '"""Anything."""', ROOMS.format("window")),
    "the page in a room of the composer": (
        "ui/composer/desk/tune_watch.py",
        "import abcstudio.ui.composer.composer_page",
        ROOMS.format("composer"),
    ),
    "a reader in the values": (
        "notation/values/spelling.py",
        "import abcstudio.notation.reader.parser",
        ROOMS.format("notation"),
    ),
    "a device in the sound": (
        "playback/sound/synth.py",
        "import abcstudio.playback.transport.player",
        ROOMS.format("playback"),
    ),
    "paper in the drawing": (
        "engraving/drawing/engraved_score.py",
        "import abcstudio.engraving.paper.book",
        ROOMS.format("engraving"),
    ),
    "a room above it in the corpus": (
        "corpus/sources.py",
        "import abcstudio.corpus.kept_readings.reading_file",
        ROOMS.format("corpus"),
    ),
    "training in the sampling": (
        "learning/sampling/sampler.py",
        "import abcstudio.learning.training.trainer",
        ROOMS.format("learning"),
    ),
    "a circle within a room": (
        "ui/composer/desk/tune_facts.py",
        "import abcstudio.ui.composer.desk.tune_desk",
        CIRCLES,
    ),
}


def _lint(project: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"], cwd=project, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(project), "PATH": ""},
    )  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "pyproject.toml", folder)
    ignore = shutil.ignore_patterns("__pycache__", "resources", "checkpoints")
    shutil.copytree(ROOT / "abcstudio", folder / "abcstudio", ignore=ignore)
    return folder


@contextmanager
def planted(path: Path, line: str) -> Iterator[None]:
    """Add a line to a file, or a file of this line, for a while."""
    old = path.read_bytes() if path.exists() else None
    path.write_bytes((old or b"") + f"\n{line}\n".encode())
    yield
    if old is None:
        path.unlink()
    else:
        path.write_bytes(old)


def _group_of(fault: str) -> list[str]:
    """Return the faults that are planted with this one: of each contract one, this one of its own.

    To read the whole program takes most of the time, so it is read for several faults at once.
    """
    by_contract: dict[str, list[str]] = {}
    for name in sorted(FAULTS):
        by_contract.setdefault(FAULTS[name][2], []).append(name)
    place = by_contract[FAULTS[fault][2]].index(fault)
    return [names[place] for names in by_contract.values() if place < len(names)]


@pytest.fixture(scope="module")
def report_of(project: Path) -> Callable[[str], str]:
    """Return what is said with a fault planted, and others of its group."""

    @cache
    def report(group: tuple[str, ...]) -> str:
        with ExitStack() as stack:
            for place, line, _ in map(FAULTS.__getitem__, group):
                stack.enter_context(planted(project / "abcstudio" / place, line))
            result = _lint(project)
        assert result.returncode != 0, result.stdout + result.stderr
        return result.stdout

    return lambda fault: report(tuple(_group_of(fault)))


def _said_of(contract: str, report: str) -> str:
    """Return what a report says of a contract that is broken."""
    _, _, details = report.partition("Broken contracts")
    # A long name is broken over lines; under it stands a line of its width.
    titles = re.split(r"\n((?:[^\n]+\n)+)-+\n", details)
    said = dict(zip((" ".join(title.split()) for title in titles[1::2]), titles[2::2], strict=True))
    return said.get(contract, "")


def _names_of(place: str, line: str) -> Iterator[str]:
    """Yield how a report may name a planted fault."""
    module = ".".join(("abcstudio", *Path(place).with_suffix("").parts))
    _, has_import, imported = line.rpartition("import ")
    if not has_import:
        yield f"- {module} "
    elif imported.startswith("abcstudio"):
        yield f"{module} -> {imported} "
        # So in a circle, under the name of the package that holds both.
        yield f" .{module.rpartition('.')[2]} -> .{imported.rpartition('.')[2]} "
    else:
        yield f"{module} -> {imported.partition('.')[0]} "


def test_the_program_keeps_its_contracts(project: Path) -> None:
    result = _lint(project)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_a_planted_fault_is_caught(fault: str, report_of: Callable[[str], str]) -> None:
    place, line, contract = FAULTS[fault]
    report = report_of(fault)
    said = " ".join(_said_of(contract, report).split())
    assert said, f"{fault} was not caught\n{report}"
    assert any(words in said for words in _names_of(place, line)), report
