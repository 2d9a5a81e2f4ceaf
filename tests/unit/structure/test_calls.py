"""A call gives at most five values by place, looked for in the syntax trees.

Two neighbours of one type that change places are an error that no other check finds.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import abcstudio

PACKAGE = Path(abcstudio.__file__).parent
MOST_BY_PLACE = 5

# What is called with more by place, and why.
BY_PLACE = {
    "add_all": "as many commands as a group has, all of one type",
    "QTransform": "Qt's: the matrix in its usual order",
    "transform": "reportlab's: the matrix in its usual order",
    "setTextTransform": "reportlab's: the matrix in its usual order",
    "pack": "struct's",
    "read": "torch's `lstm`, which takes no names",
    "multiply": "torch's operator, which takes no names",
    "on_change": "names of settings, as many as there are",
    "make_chord": "one for each chord of a text, with fourteen fields",
    "Stroke": "one for each note: names would make each of these records half as slow again",
    "Sound": "one for each note",
    "PerformedNote": "one for each note",
    "StreamNote": "one for each note",
}


def _many_by_place(source: str) -> Iterator[tuple[str, str]]:
    """Yield what a source text calls with many values by place, and the call."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and len(node.args) > MOST_BY_PLACE:
            yield ast.unparse(node.func).rpartition(".")[2], ast.unparse(node)


def test_no_call_gives_many_values_by_place() -> None:
    found = {
        name: f"{path.relative_to(PACKAGE)}: {call}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for name, call in _many_by_place(path.read_text(encoding="utf-8"))
    }
    assert {name: call for name, call in found.items() if name not in BY_PLACE} == {}
    assert set(found) == set(BY_PLACE)


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ("make(1, 2, 3, 4, 5, 6)", True),
        ("self._page.make(*one, 2, 3, 4, 5, 6)", True),
        ("make(1, 2, 3, 4, 5, f=6)", False),
    ],
)
def test_a_call_with_many_values_by_place_is_found(source: str, is_found: bool) -> None:
    assert bool(list(_many_by_place(source))) == is_found
