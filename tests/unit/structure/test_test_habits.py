"""Tests read what is public and count work: no private attributes, no clock, no fixed waits.

What is left of the old habits stands in the tables below, by file and with the reason. A number may
only fall.
"""

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[2]

CLOCKS = {"monotonic", "perf_counter", "process_time", "thread_time"}
WAITS = {"qtbot.wait", "self._qtbot.wait", "QTest.qWait", "time.sleep", "sleep"}
NAMED_TUPLE = {"_replace", "_asdict", "_make", "_fields"}
"""Public for all their underscore."""

NAMING = {"setattr", "getattr", "hasattr", "delattr", "attrgetter", "methodcaller", "patch"}
"""What takes the name of an attribute, or of a module with one, as a string."""

PRIVATE: dict[str, int] = {}

CLOCK = {
    # How long a program may take to come up.
    "test_app.py": 2,
    # Regular expressions and arrays work in C, where no call can be counted; threads wait for it.
    "test_find_bar.py": 2,
    "test_melody_reader.py": 2,
    "test_sound_font.py": 2,
    "test_synth.py": 2,
    "test_tunebook.py": 2,
}

WAIT = {
    # What a child process does is asked again and again.
    "test_app.py": 1,
    "test_command_line_scores.py": 1,
    # A thread is watched by another.
    "test_melody_reader.py": 1,
}


def private_reads(source: str) -> Iterator[str]:
    """Yield the private names of other objects, as attributes, in strings or as imports."""
    tree = ast.parse(source)
    yield from _inherited_reads(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _is_private(node.attr):
            owner = ast.unparse(node.value)
            if owner not in ("self", "cls"):
                yield f"{owner}.{node.attr}"
        elif isinstance(node, ast.Call) and NAMING & set(ast.unparse(node.func).split(".")):
            yield from (name for argument in node.args for name in _named_in(argument))
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names if _is_private(alias.name))
        elif isinstance(node, ast.Subscript) and _is_namespace(node.value):
            yield from _named_in(node.slice)


def _inherited_reads(tree: ast.AST) -> Iterator[str]:
    """Yield the private attributes of `self` that no class of the file has set."""
    own, read = set(), []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            own.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            own.add(node.attr)
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) in ("self", "cls"):
            read.append(node)
    yield from (
        f"self.{node.attr}" for node in read if _is_private(node.attr) and node.attr not in own
    )


def _is_namespace(value: ast.expr) -> bool:
    """Return whether a value is `vars(...)` or a `__dict__`."""
    return ast.unparse(value).endswith("__dict__") or ast.unparse(value).startswith("vars(")


def _named_in(argument: ast.expr) -> Iterator[str]:
    """Yield the private names in a string, which may be a dotted path or have gaps."""
    pieces = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
    words = (piece.value if isinstance(piece, ast.Constant) else "gap" for piece in pieces)
    yield from filter(_is_private, "".join(map(str, words)).split("."))


def _is_private(name: str) -> bool:
    """Return whether a name is private; `__class__` and the like are Python's own."""
    is_pythons_own = name.startswith("__") and name.endswith("__")
    is_one = name.startswith("_") and name.isidentifier() and name != "_"
    return is_one and not is_pythons_own and name not in NAMED_TUPLE


def clock_reads(source: str) -> Iterator[str]:
    """Yield the calls that look at a clock."""
    for name in _calls(source):
        if name == "time.time" or name.removeprefix("time.") in CLOCKS:
            yield name


def waits(source: str) -> Iterator[str]:
    """Yield the calls that let a fixed time pass."""
    yield from (name for name in _calls(source) if name in WAITS)


def _calls(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize(
    ("habit", "allowed"), [(private_reads, PRIVATE), (clock_reads, CLOCK), (waits, WAIT)]
)
def test_no_habit_grows(habit: Callable[[str], Iterator[str]], allowed: Mapping[str, int]) -> None:
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("*.py")):
        found.setdefault(path.name, []).extend(habit(path.read_text(encoding="utf-8")))
    grown = {name: cases for name, cases in found.items() if len(cases) > allowed.get(name, 0)}
    assert not grown


@pytest.mark.parametrize(
    ("habit", "source", "cases"),
    [
        (private_reads, "assert page._timer.isActive()", ["page._timer"]),
        (private_reads, "self._page = 1; self._page._timer.stop()", ["self._page._timer"]),
        (private_reads, "self._timer = cls._made = 1; a.__class__; row._replace(x=1)", []),
        (private_reads, "class A(Page):\n def a(self): self._timer.stop()", ["self._timer"]),
        (private_reads, "class A(Page):\n def a(self): self._b()\n def _b(self): ...", []),
        (private_reads, "page._Page__timer; page.__timer", ["page._Page__timer", "page.__timer"]),
        (private_reads, 'monkeypatch.setattr(page, "_timer", 1)', ["_timer"]),
        (private_reads, 'patch.setattr("a.b._WAIT", 1); setattr(page, "_x", 1)', ["_WAIT", "_x"]),
        (private_reads, 'mock.patch("a.b._WAIT"); mock.patch.object(a, "_x")', ["_WAIT", "_x"]),
        (private_reads, 'setattr(f"{a}._WAIT", 1); getattr(page, f"{a}_button")', ["_WAIT"]),
        (
            private_reads,
            'getattr(page, "_x"); hasattr(page, "_y"); attrgetter("a._z")(page)',
            ["_x", "_y", "_z"],
        ),
        (private_reads, 'page.__dict__["_x"]; vars(page)["_y"]; cells["_"]', ["_x", "_y"]),
        (private_reads, "from abcstudio.files import _sync_folder, __all__", ["_sync_folder"]),
        (private_reads, 'patch.setattr(os, "fsync", f); name.replace("_", "-")', []),
        (clock_reads, "begun = time.monotonic()", ["time.monotonic"]),
        (
            clock_reads,
            "assert perf_counter() - begun < 1; time.time()",
            ["perf_counter", "time.time"],
        ),
        (clock_reads, "note.time(); timeline.monotonic(1)", []),
        (waits, "qtbot.wait(200); time.sleep(1)", ["qtbot.wait", "time.sleep"]),
        (waits, "qtbot.waitUntil(lambda: done); thread.wait()", []),
    ],
)
def test_a_planted_habit_is_found(
    habit: Callable[[str], Iterator[str]], source: str, cases: list[str]
) -> None:
    assert Counter(habit(source)) == Counter(cases)
