"""Every file is read through the guarded reader, looked for in the syntax trees.

What a name leads to is anybody's: a pipe, `/dev/zero`, 3 GB, JSON nested a hundred thousand deep.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import abcstudio

PACKAGE = Path(abcstudio.__file__).parent

# Files that read in another way than through `guarded_files` and `bounded_json`, and why.
OTHER_READERS = {
    "guarded_files.py": "it is the guarded reader",
    "bounded_json.py": "it is the bounded parser",
    "files.py": "opens for writing: temporary files, folders to be synced, logs that grow",
    "temporary_files.py": "opens what is written, and locks without reading or waiting",
    "ui/documents/session_lock.py": "opens a lock without reading or waiting",
    "learning/lab_file.py": "the null device; the archive inside a file that is open and guarded",
    "learning/tensor_file.py": "parses a header of 64 kB with stricter rules of its own",
    "lessons/running/child.py": "opens its own pipes, and the null device in their place",
    "cli/main.py": "opens the null device for its output, and for a stream that is closed",
    "recipes/reports/package.py": "an archive in memory, which it writes",
    "selftest/engine.py": "reads what it has just written itself",
}

READ_METHODS = {"read_text", "read_bytes"}
READERS = {
    "open", "os.open", "io.open", "codecs.open", "os.fdopen", "io.FileIO", "mmap.mmap",
    "json.load", "json.loads", "json.JSONDecoder", "pickle.load", "tomllib.load", "zipfile.ZipFile",
    "tarfile.open",
    "wave.open", "gzip.open", "lzma.open", "bz2.open", "configparser.ConfigParser", "ET.parse",
    "np.load", "np.loadtxt", "np.genfromtxt", "np.fromfile", "np.memmap", "numpy.load",
    "torch.load", "safe_open", "load_file", "safetensors.torch.load_file",
    "QFile", "QSettings", "QImageReader", "QTextStream", "QFileInfo", "QSvgRenderer",
    "mido.MidiFile", "sf.read", "soundfile.read", "Image.open", "fileinput.input",
    "sys.stdin.read", "sys.stdin.readline", "sys.stdin.readlines", "sys.stdin.buffer.read",
}  # fmt: skip
# Calls that are among these but read from memory, or a file that is open and guarded.
FROM_MEMORY = {
    "np.memmap(file, dtype=np.uint8, mode='r')",
    "mido.MidiFile(file=io.BytesIO(data), clip=True)",
    "wave.open(piece, 'wb')",
    "zipfile.ZipFile(io.BytesIO(data))",
    "zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED)",
    "torch.load(file, map_location='cpu', weights_only=True)",
}


LAST_NAMES = READ_METHODS | {name.rpartition(".")[2] for name in READERS}


def _last_name(function: ast.expr) -> str:
    """Return what stands last in the name of a function, which is found without its source."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_opening(text: str, call: ast.Call) -> bool:
    """Return whether it is a path's `open`: those of the window's parts take no mode."""
    first = call.args[0] if call.args else None
    mode = first.value if isinstance(first, ast.Constant) else None
    is_mode = isinstance(mode, str) and set(mode) <= set("rwxabt+")
    has_mode = any(word.arg in ("mode", "encoding", "buffering") for word in call.keywords)
    return text.endswith(".open") and text not in READERS and (is_mode or has_mode)


def _readings(source: str) -> Iterator[str]:
    """Yield the calls of a source text that read a file past the guarded reader."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module in ("json", "pickle", "codecs", "mmap"):
            yield ast.unparse(node)
        if not isinstance(node, ast.Call) or _last_name(node.func) not in LAST_NAMES:
            continue
        if ast.unparse(node) in FROM_MEMORY:
            continue
        text = ast.unparse(node.func)
        method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        is_renderer = text == "QSvgRenderer" and ast.unparse(node).startswith(
            "QSvgRenderer(QByteArray("
        )
        if is_renderer:
            continue
        if text in READERS or method in READ_METHODS or _is_opening(text, node):
            yield f"{ast.unparse(node)[:80]}"


def _files() -> list[str]:
    return sorted(str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py"))


def test_files_are_read_through_the_guarded_reader() -> None:
    found = {
        name: readings
        for name in _files()
        if name not in OTHER_READERS
        and (readings := list(_readings((PACKAGE / name).read_text(encoding="utf-8"))))
    }
    assert not found


def test_every_exception_is_still_needed() -> None:
    for name in OTHER_READERS:
        assert list(_readings((PACKAGE / name).read_text(encoding="utf-8"))), name


@pytest.mark.parametrize(
    "source",
    [
        "open(path)",
        "path.open('rb')",
        "path.open(encoding='utf-8')",
        "path.read_text(encoding='utf-8')",
        "self._path.read_bytes()",
        "json.loads(text)",
        "json.load(file)",
        "from json import loads",
        "os.open(path, os.O_RDONLY)",
        "np.memmap(path, dtype=np.uint8, mode='r')",
        "np.load(path)",
        "QSettings('a', 'b')",
        "QSvgRenderer(str(path))",
        "zipfile.ZipFile(path)",
        "sys.stdin.read()",
    ],
)
def test_a_planted_reading_is_found(source: str) -> None:
    assert list(_readings(source))


@pytest.mark.parametrize(
    "source", ["dialog.open()", "read_bytes(path, 10)", "read_text_file(path)", "parse_json(data)"]
)
def test_what_is_allowed_is_not_reported(source: str) -> None:
    assert not list(_readings(source))


# `Path.exists` and its sisters raise for names that are too long and folders that are closed.
RAISING = {"exists", "is_file", "is_dir"}
LOOKING = ("app.py", "ui/", "workers/", "corpus/")
WITHIN_TRY = {"corpus/source_reading/source_files.py": ["path.exists()"]}


def _looks(source: str) -> list[str]:
    return [
        ast.unparse(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in RAISING
        and not node.args
    ]


def test_the_window_looks_at_names_without_an_error() -> None:
    found = {
        name: looks
        for name in _files()
        if name.startswith(LOOKING)
        and (looks := _looks((PACKAGE / name).read_text(encoding="utf-8")))
    }
    assert found == WITHIN_TRY


def test_a_planted_look_is_found() -> None:
    assert len(_looks("path.exists(), self._path.is_dir(), is_there(path)")) == 2
