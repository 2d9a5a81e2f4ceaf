"""What the program must never contain, looked for in its syntax trees; planted faults prove it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import abcstudio

PACKAGE = Path(abcstudio.__file__).parent
ROOT = PACKAGE.parent

# Files that write in another way than `atomic_write`, and why that is right there.
OTHER_WRITERS = {
    "files.py": "it is atomic_write",
    "journal.py": "takes.journal grows by entries; each has its checksum",
    "runs/run_folder.py": "metrics.jsonl grows by lines; a torn last line is passed over",
    "runs/loggers/tensorboard_log.py": "event files grow by records; a torn one is passed over",
    "runs/sweeps/cells.py": "a lock file is opened to be locked; nothing is written into it",
    "runs/run_lock.py": "a lock file is opened to be locked; nothing is written into it",
    "runs/loss_file.py": "losses grow by steps; a torn end is written again",
    "playback/sound/wav_file.py": "it writes into memory",
    "recipes/catalogue/download.py": "a download grows by pieces; its checksum is looked at before "
    "it gets its name",
}
# Files that run what was typed, and why that is right there.
RUNNERS = {"lessons/running/answer_run.py": "it is what the process of lessons is for"}
PICKLES = {"pickle", "cPickle", "dill", "joblib", "shelve", "marshal", "cloudpickle"}
WRITE_METHODS = {"write_text", "write_bytes", "copyfile", "copyfileobj", "copytree"}
# A kill leaves what they make for ever; `temporary_files` clears its own away at the next start.
NAMED_FOR_EVER = {"mkdtemp", "mkstemp", "NamedTemporaryFile", "TemporaryDirectory"}


def _faults(source: str) -> Iterator[str]:
    """Yield what is forbidden in a source text."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names]
            module = getattr(node, "module", None) or ""
            if PICKLES & {name.partition(".")[0] for name in [*names, module]}:
                yield "pickle"
        elif isinstance(node, ast.ExceptHandler) and node.type is None:
            yield "bare except"
        elif isinstance(node, ast.Constant) and node.value == "KMP_DUPLICATE_LIB_OK":
            yield "two OpenMP runtimes"
        elif isinstance(node, ast.Call):
            yield from _call_faults(node)


def _call_faults(call: ast.Call) -> Iterator[str]:
    text = ast.unparse(call.func)
    if text in ("eval", "exec"):
        yield "eval or exec"
    if text == "torch.load" and not any(
        word.arg == "weights_only" and ast.unparse(word.value) == "True" for word in call.keywords
    ):
        yield "torch.load without weights_only=True"
    if text.rpartition(".")[2] in NAMED_FOR_EVER:
        yield "a temporary file that a kill leaves"
    if text == "torch.jit.load":
        yield "torch.jit.load"
    if re.fullmatch(r".*thread\w*\.terminate", text):
        yield "a thread that is terminated"
    is_open = text == "open" or text.endswith(".open")
    mode = next((word.value for word in call.keywords if word.arg == "mode"), None)
    modes = [mode, *call.args[:2]] if is_open else []
    if any(
        isinstance(value, ast.Constant) and re.fullmatch(r"[rbt+]*[wax][bt+]*", str(value.value))
        for value in modes
    ):
        yield "a write outside atomic_write"
    if text in ("open_for_appending", "append_whole"):
        yield "a write outside atomic_write"
    if isinstance(call.func, ast.Attribute) and call.func.attr in WRITE_METHODS:
        yield "a write outside atomic_write"


def _files() -> list[str]:
    return sorted(str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py"))


def _unexcused(name: str) -> set[str]:
    """Return the faults of a file without those that are right there."""
    found = set(_faults((PACKAGE / name).read_text(encoding="utf-8")))
    if name in OTHER_WRITERS:
        found.discard("a write outside atomic_write")
    if name in RUNNERS:
        found.discard("eval or exec")
    if name == "temporary_files.py":
        found.discard("a temporary file that a kill leaves")
    return found


def test_a_file_holds_nothing_forbidden() -> None:
    files = _files()
    assert len(files) > 1000
    faults = {name: _unexcused(name) for name in files}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("import pickle", "pickle"),
        ("from joblib import load", "pickle"),
        ("try:\n    x()\nexcept:\n    y()", "bare except"),
        ("eval('1')", "eval or exec"),
        ("torch.load(path)", "torch.load without weights_only=True"),
        ("torch.load(path, weights_only=False)", "torch.load without weights_only=True"),
        ("torch.jit.load(path)", "torch.jit.load"),
        ("self._thread.terminate()", "a thread that is terminated"),
        ("tempfile.TemporaryDirectory()", "a temporary file that a kill leaves"),
        ("open(path, 'w')", "a write outside atomic_write"),
        ("path.open('ab')", "a write outside atomic_write"),
        ("path.write_text('x')", "a write outside atomic_write"),
        ("shutil.copyfile(path, other)", "a write outside atomic_write"),
        ("os.environ['KMP_DUPLICATE_LIB_OK'] = '1'", "two OpenMP runtimes"),
    ],
)
def test_a_planted_fault_is_found(source: str, fault: str) -> None:
    assert fault in set(_faults(source))


@pytest.mark.parametrize(
    "source", ["torch.load(p, weights_only=True)", "open(path)", "p.open('rb')"]
)
def test_what_is_allowed_is_not_reported(source: str) -> None:
    assert not set(_faults(source))


def test_every_exception_of_the_gate_is_still_needed() -> None:
    for name in OTHER_WRITERS:
        source = (PACKAGE / name).read_text(encoding="utf-8")
        assert name == "files.py" or "a write outside atomic_write" in set(_faults(source)), name
    for name in RUNNERS:
        source = (PACKAGE / name).read_text(encoding="utf-8")
        assert "eval or exec" in set(_faults(source)), name


@pytest.mark.skipif(not (ROOT / "pyproject.toml").exists(), reason="not a checkout")
def test_qt_stays_in_the_range_that_was_tried() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '"PySide6-Essentials>=6.11.2,<6.12"' in project
