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
    """Yield the private attributes of other objects."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and _is_private(node.attr):
            owner = ast.unparse(node.value)
            if owner not in ("self", "cls"):
                yield f"{owner}.{node.attr}"


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in NAMED_TUPLE


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
        (private_reads, "self._page._timer.stop()", ["self._page._timer"]),
        (private_reads, "self._timer.stop(); cls._made = 1; a.__class__; row._replace(x=1)", []),
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
