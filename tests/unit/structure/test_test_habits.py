"""Tests read what is public and count work: no private names, no clock, no fixed waits.

What a test waits for, it waits for with `tests.deadline.until` or pytest-qt's `waitUntil`: both end
when it is there.
"""

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[2]

EXEMPT = {
    # Asks again and again what other threads and programs have done, for a time at most.
    "deadline.py",
    # Stands in for a card's kernels, below what is public of torch and of the network.
    "unit/learning/test_card_without_one.py",
    # Has the faults that this file plants.
    "unit/structure/test_test_habits.py",
}

Nodes = Sequence[ast.AST]
Habit = Callable[[Nodes], Iterator[str]]

PUBLIC = {"_replace", "_asdict", "_make", "_fields", "_exit"}
"""What named tuples and `os` offer, for all the underscore."""

NAMING = {"setattr", "getattr", "hasattr", "delattr", "attrgetter", "methodcaller", "patch"}
"""What takes the name of an attribute, or of a module with one, as a string."""

CLOCK_MODULES = {"time", "timeit"}
TIMERS = ("time", "monotonic", "perf_counter", "process_time", "thread_time", "sleep")
CLOCKS = {"getrusage", "now", "utcnow", "QElapsedTimer", "QDeadlineTimer", "currentDateTime",
          "currentMSecsSinceEpoch", "currentTime", "times", "clock_gettime"}  # fmt: skip
SLEEPS = {"sleep", "msleep", "usleep", "qSleep", "qWait", "sigtimedwait"}
WAITS_FOR_NOTHING = {"Empty", "TimeoutError", "TimeoutExpired"}
"""What is raised when nothing came in a fixed time."""


def private_names(nodes: Nodes) -> Iterator[str]:
    """Yield the private names of other objects, as attributes, in strings or as imports."""
    yield from _inherited_reads(nodes)
    for node in nodes:
        if isinstance(node, ast.Attribute) and _is_private(node.attr):
            if not _is_itself(node.value):
                yield ast.unparse(node)
        elif isinstance(node, ast.Call) and _names_attributes(node.func):
            yield from (name for argument in node.args for name in _named_in(argument))
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names if _is_private(alias.name))
        elif isinstance(node, ast.Subscript) and _is_namespace(node.value):
            yield from _named_in(node.slice)


def _inherited_reads(nodes: Nodes) -> Iterator[str]:
    """Yield the private attributes of `self` that no class of the file has set."""
    own, read = set(), []
    for node in nodes:
        if isinstance(node, ast.FunctionDef):
            own.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            own.add(node.attr)
        elif isinstance(node, ast.Attribute) and _is_itself(node.value):
            read.append(node)
    yield from (
        f"self.{node.attr}" for node in read if _is_private(node.attr) and node.attr not in own
    )


def _names_attributes(function: ast.expr) -> bool:
    """Return whether a function takes the name of an attribute; so does `patch.object`."""
    is_of_patch = isinstance(function, ast.Attribute) and _last(function.value) == "patch"
    return is_of_patch or _last(function) in NAMING


def _is_itself(owner: ast.expr) -> bool:
    return isinstance(owner, ast.Name) and owner.id in ("self", "cls")


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
    return is_one and not is_pythons_own and name not in PUBLIC


def clocks(nodes: Nodes) -> Iterator[str]:
    """Yield what tells how long something took: imports of `time`, and what needs none."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in CLOCK_MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in CLOCK_MODULES:
            yield node.module
        elif isinstance(node, ast.Attribute) and node.attr.startswith(TIMERS):
            if ast.unparse(node.value).endswith(".time"):
                yield ast.unparse(node)
        elif isinstance(node, ast.Call) and _last(node.func) in CLOCKS:
            yield ast.unparse(node.func)


def waits(nodes: Nodes) -> Iterator[str]:
    """Yield what lets a fixed time pass, most of all to show that nothing happens meanwhile."""
    for node in nodes:
        if isinstance(node, ast.Call) and _is_fixed(node):
            yield ast.unparse(node.func)
        elif isinstance(node, ast.Assert) and isinstance(node.test, ast.UnaryOp):
            awaited = node.test.operand
            if isinstance(awaited, ast.Call) and _last(awaited.func) in {"wait", "acquire"}:
                yield f"not {ast.unparse(awaited.func)}"


def _is_fixed(call: ast.Call) -> bool:
    """Return whether a call waits for a time, and for nothing else."""
    name, first = _last(call.func), call.args[0] if call.args else None
    if name == "wait":
        receiver = call.func.value if isinstance(call.func, ast.Attribute) else call.func
        maker = receiver.func if isinstance(receiver, ast.Call) else receiver
        return _last(maker).endswith(("bot", "Event"))
    if name == "singleShot":
        return first is not None and ast.unparse(first) != "0"
    if name == "raises":
        return first is not None and _last(first) in WAITS_FOR_NOTHING
    if name.startswith("waitSignal"):
        return any(ast.unparse(word) == "raising=False" for word in call.keywords)
    has_wait = any(word.arg == "wait" for word in call.keywords)
    return name in SLEEPS or (name == "assertNotEmitted" and has_wait)


def _last(name: ast.expr) -> str:
    """Return the last word of a dotted name."""
    return name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")


def programs_in(source: str) -> Iterator[Nodes]:
    """Yield the nodes of a source, and those of the programs in its strings of several lines."""
    nodes = list(ast.walk(ast.parse(source)))
    yield nodes
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" in node.value:
            with suppress(SyntaxError, ValueError):
                yield list(ast.walk(ast.parse(node.value)))


def cases_of(source: str, *habits: Habit) -> list[str]:
    """Return the cases of some habits in a source."""
    return [case for nodes in programs_in(source) for habit in habits for case in habit(nodes)]


HABITS: tuple[Habit, ...] = (private_names, clocks, waits)


def test_no_test_has_one_of_these_habits() -> None:
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("*.py")):
        name = path.relative_to(TESTS).as_posix()
        if name not in EXEMPT:
            source = path.read_text(encoding="utf-8")
            found[name] = cases_of(source, *HABITS)
    assert len(found) > 300
    assert {name: cases for name, cases in found.items() if cases} == {}


@pytest.mark.parametrize(
    ("habit", "source", "cases"),
    [
        (private_names, "assert page._timer.isActive()", ["page._timer"]),
        (private_names, "self._page = 1; self._page._timer.stop()", ["self._page._timer"]),
        (private_names, "self._timer = cls._made = 1; a.__class__; row._asdict(); os._exit(0)", []),
        (private_names, "class A(Page):\n def a(self): self._timer.stop()", ["self._timer"]),
        (private_names, "class A(Page):\n def a(self): self._b()\n def _b(self): ...", []),
        (private_names, "page._Page__timer; page.__timer", ["page._Page__timer", "page.__timer"]),
        (private_names, 'monkeypatch.setattr(page, "_timer", 1)', ["_timer"]),
        (private_names, 'patch.setattr("a.b._WAIT", 1); setattr(page, "_x", 1)', ["_WAIT", "_x"]),
        (private_names, 'mock.patch("a.b._WAIT"); mock.patch.object(a, "_x")', ["_WAIT", "_x"]),
        (private_names, 'setattr(f"{a}._WAIT", 1); getattr(page, f"{a}_button")', ["_WAIT"]),
        (
            private_names,
            'getattr(page, "_x"); hasattr(page, "_y"); attrgetter("a._z")(page)',
            ["_x", "_y", "_z"],
        ),
        (private_names, 'page.__dict__["_x"]; vars(page)["_y"]; cells["_"]', ["_x", "_y"]),
        (private_names, "from abcstudio.files import _sync_folder, __all__", ["_sync_folder"]),
        (private_names, 'patch.setattr(os, "fsync", f); name.replace("_", "-")', []),
        (clocks, "import time; begun = time.monotonic()", ["time"]),
        (clocks, "import time as t, timeit; t.perf_counter()", ["time", "timeit"]),
        (clocks, "from time import process_time as work", ["time"]),
        (clocks, "searching.time.monotonic()", ["searching.time.monotonic"]),
        (clocks, "resource.getrusage(0); os.times()", ["resource.getrusage", "os.times"]),
        (clocks, "datetime.now(); QElapsedTimer()", ["datetime.now", "QElapsedTimer"]),
        (clocks, "note.time(); bar.time.text(); timeline.monotonic(1)", []),
        (clocks, 'PROGRAM = """\nimport time\ntime.sleep(1)\n"""', ["time"]),
        (waits, 'PROGRAM = """\nimport time\ntime.sleep(1)\n"""', ["time.sleep"]),
        (waits, "qtbot.wait(200); self._qtbot.wait(9)", ["qtbot.wait", "self._qtbot.wait"]),
        (waits, "QTest.qWait(9); QtTest.QTest.qWait(9)", ["QTest.qWait", "QtTest.QTest.qWait"]),
        (waits, "time.sleep(1); sleep(1); QThread.msleep(1)",
         ["time.sleep", "sleep", "QThread.msleep"]),
        (waits, "Event().wait(1); threading.Event().wait(1)",
         ["Event().wait", "threading.Event().wait"]),
        (waits, "QTimer.singleShot(200, loop.quit)", ["QTimer.singleShot"]),
        (waits, "assert not begun.wait(0.5)", ["not begun.wait"]),
        (waits, "with pytest.raises(queue.Empty): answers.get(timeout=1)", ["pytest.raises"]),
        (waits, "qtbot.waitSignal(ended, timeout=99, raising=False)", ["qtbot.waitSignal"]),
        (waits, "qtbot.assertNotEmitted(ended, wait=99)", ["qtbot.assertNotEmitted"]),
        (waits, "qtbot.waitUntil(lambda: done); thread.wait(); hands.wait(is_up)", []),
        (waits, "QTimer.singleShot(0, fail); assert begun.wait(9); thread.join(9)", []),
    ],
)  # fmt: skip
def test_a_planted_habit_is_found(habit: Habit, source: str, cases: list[str]) -> None:
    assert Counter(cases_of(source, habit)) == Counter(cases)
