"""One way to reach things in the window, looked for in the syntax trees.

A class is given the parts that it needs. It is given no whole page, reaches through no part of a
part, and runs background work of which only the newest counts by `LatestJob`. What a class is for,
the last word of its name says.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import abcstudio

UI = Path(abcstudio.__file__).parent / "ui"
PAGES = {"ComposerPage", "DatasetsPage", "LearnPage", "TrainingPage", "MainWindow"}
MOST_NAMES = 3

OF_SIGNALS = {"connect", "disconnect", "emit"}
DATA = {"settings", "element", "note", "made", "meant"}
"""Records: what is in them is read as it is."""

WIDGETS = ("Page", "View", "Panel", "Bar", "Box", "Dialog", "Strip")
DRIVERS = ("Commands", "Session", "Presenter", "Controller")
OTHERWISE = {
    "Page": "the protocol of pages",
    "TuneView": "a tune as it was last read: see the table of words",
}


@cache
def _trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(UI).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(UI.rglob("*.py"))
    }


@pytest.fixture(scope="module", autouse=True)
def _trees_are_let_go() -> Iterator[None]:
    """Keep them for these tests only: all later searches for garbage would look at them."""
    yield
    _trees.cache_clear()


def _names(node: ast.expr) -> list[str]:
    """Return the names of a chain `a.b.c`, from the first; none where it begins otherwise."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.insert(0, node.attr)
        node = node.value
    return [node.id, *names] if isinstance(node, ast.Name) else []


def _reaching(tree: ast.Module) -> Iterator[str]:
    """Yield the chains that lead through a part of a part: `a.b.c.d`, or that of `self`."""
    modules = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    for node in ast.walk(tree):
        names = _names(node) if isinstance(node, ast.Attribute) else []
        if not names or names[0] in modules or DATA & set(names):
            continue
        if names[-1] in OF_SIGNALS:
            names.pop()
        if len(names) - (names[0] == "self") > MOST_NAMES:
            yield ".".join(names)


def _given_pages(tree: ast.Module) -> Iterator[str]:
    """Yield the functions that are given a page of the window, or the window."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            given = (*node.args.args, *node.args.kwonlyargs)
            kinds = {ast.unparse(each.annotation) for each in given if each.annotation is not None}
            if kinds & PAGES:
                yield node.name


def _compared_jobs(tree: ast.Module) -> Iterator[str]:
    """Yield the comparisons of a job with the newest one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Is | ast.IsNot):
            sides = {ast.unparse(side) for side in (node.left, *node.comparators)}
            if any("job" in side.lower() for side in sides) and "None" not in sides:
                yield ast.unparse(node)


def _classes() -> dict[str, ast.ClassDef]:
    return {
        node.name: node
        for tree in _trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }


def _roots(name: str, classes: dict[str, ast.ClassDef]) -> set[str]:
    """Return the bases of a class that the window does not define itself."""
    if name not in classes:
        return {name}
    bases = (ast.unparse(base) for base in classes[name].bases)
    return {root for base in bases for root in _roots(base, classes)}


def test_no_class_reaches_through_the_parts_of_others() -> None:
    found = {name: list(_reaching(tree)) for name, tree in _trees().items()}
    assert {name: chains for name, chains in found.items() if chains} == {}


def test_no_class_is_given_a_whole_page() -> None:
    found = {name: list(_given_pages(tree)) for name, tree in _trees().items()}
    assert {name: given for name, given in found.items() if given} == {}


def test_the_newest_job_is_known_in_one_place() -> None:
    found = {name for name, tree in _trees().items() if list(_compared_jobs(tree))}
    assert found == {"services/latest_job.py"}


def test_each_suffix_has_one_meaning() -> None:
    classes = _classes()
    for name in classes:
        roots = _roots(name, classes)
        if name.endswith(WIDGETS) and name not in OTHERWISE:
            assert any(root.startswith("Q") and root != "QObject" for root in roots) or (
                roots == {"ViewBox"}
            ), name
        if name.endswith(DRIVERS):
            assert roots == {"QObject"}, name
    assert set(OTHERWISE) <= set(classes)


def test_commands_register_and_sessions_begin_and_end() -> None:
    for name, node in _classes().items():
        methods = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
        if name.endswith("Commands"):
            called = {
                ast.unparse(each.func) for each in ast.walk(node) if isinstance(each, ast.Call)
            }
            assert {"CommandGroup", "CommandSpec"} <= called, name
        if name.endswith("Session"):
            assert {"start", "stop"} <= methods, name


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ("self._page.commands.notes.changed.connect(f)", True),
        ("page.commands.notes.changed", True),
        ("self._playback.tempo.changed.connect(f)", False),
        ("self._studio.settings.window.page", False),
        ("import os\nos.path.a.b", False),
    ],
)
def test_a_reach_through_is_found(source: str, is_found: bool) -> None:
    assert bool(list(_reaching(ast.parse(source)))) == is_found


def test_a_whole_page_and_a_compared_job_are_found() -> None:
    assert list(_given_pages(ast.parse("def __init__(self, page: ComposerPage): ...")))
    assert list(_compared_jobs(ast.parse("if job is self._job: ...")))
    assert not list(_compared_jobs(ast.parse("if self._job is None: ...")))
