"""The shape of the code stays within what `benchmarks/structure.py` counts."""

import ast
from pathlib import Path

from structure import (
    Source,
    connections,
    constructors,
    counts,
    fan_out,
    field_copies,
    fragments,
    graph_of,
    methods_named,
    parameters_named,
)


def test_no_count_is_over_its_limit() -> None:
    assert [(count.words, count.value, count.cases) for count in counts() if count.is_over] == []


def modules(**texts: str) -> dict[str, Source]:
    """Return modules of the window with these texts."""
    found = {}
    for name, text in texts.items():
        module = f"abcstudio.ui.{name}"
        found[module] = Source(module, Path(f"{name}.py"), text, ast.parse(text))
    return found


def test_what_a_module_names_is_counted() -> None:
    found = modules(
        page="from abcstudio.ui.a import A\nfrom abcstudio.ui import b\nimport abcstudio.ui.b",
        a="from abcstudio.ui import b",
        b="",
    )
    graph = graph_of(found)
    assert fan_out(graph)[0] == (2, "abcstudio.ui.page")
    assert fragments(found, graph) == ["abcstudio.ui.a"]


def test_what_a_constructor_is_given_is_counted() -> None:
    found = modules(page="class A:\n    def __init__(self, a, /, b, *, c=1): pass\nclass B: pass")
    assert constructors(found) == [(3, "abcstudio.ui.page.A")]


def test_what_a_page_connects_is_counted() -> None:
    found = modules(page="a.clicked.connect(b)\nconnect(a)\na.b.moved.connect(b.c)", other="")
    assert connections(found) == [(2, "abcstudio.ui.page"), (0, "abcstudio.ui.other")]


def test_a_record_that_is_copied_field_by_field_is_found() -> None:
    four = "A(a=it.a, b=it.b, c=it.c, d=it.d, e=3)"
    others = "A(a=it.a, b=it.b, c=its.c, d=its.d)\nA(a=self.a, b=self.b, c=self.c, d=self.d)"
    assert len(field_copies(modules(page=four, other=others))) == 4


def test_what_is_passed_on_and_closed_by_hand_is_found() -> None:
    found = modules(
        page="def f(a, *, should_stop): pass\nclass A:\n    def close(self): pass",
        other="def close(): pass",
    )
    assert parameters_named(found, "should_stop") == ["abcstudio.ui.page.f"]
    assert methods_named(found, "close") == ["abcstudio.ui.page.A"]
