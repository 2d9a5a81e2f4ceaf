"""A record of more than five fields is made with keywords only, looked for in the syntax trees.

Two neighbours of one type that change places are an error that no other check finds.
"""

import ast
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

import abcstudio

PACKAGE = Path(abcstudio.__file__).parent
MOST_BY_PLACE = 5

# Records of more fields that are made by place, and why.
BY_PLACE = {
    "DecorationRow": "a row of a table, whose columns stand under each other",
    "Instrument": "a row of a table",
    "_Pattern": "a row of a table",
    "Sheet": "three are needed, the rest have names at every call",
    "Drawing": "travels between processes as the tuple of its fields",
}


def _by_place(source: str) -> Iterator[str]:
    """Yield the records of a source text that have many fields and may be made by place."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.ClassDef):
            continue
        marks = [ast.unparse(mark) for mark in node.decorator_list]
        if not any("dataclass" in mark for mark in marks):
            continue
        fields = [
            field
            for field in node.body
            if isinstance(field, ast.AnnAssign)
            and "ClassVar" not in ast.unparse(field.annotation)
            and "init=False" not in ast.unparse(field)
        ]
        # What comes after this mark is made with keywords only.
        by_place = list(takewhile(lambda field: ast.unparse(field.annotation) != "KW_ONLY", fields))
        is_record = any("dataclass" in mark and "kw_only=True" not in mark for mark in marks)
        if is_record and len(by_place) > MOST_BY_PLACE:
            yield node.name


def test_records_of_many_fields_are_made_with_keywords() -> None:
    found = {
        name
        for path in sorted(PACKAGE.rglob("*.py"))
        for name in _by_place(path.read_text(encoding="utf-8"))
    }
    assert found == set(BY_PLACE)


@pytest.mark.parametrize("mark", ["dataclass", "dataclass(frozen=True, slots=True)"])
def test_a_record_of_many_fields_is_found(mark: str) -> None:
    fields = "".join(f"    field_{number}: int\n" for number in range(MOST_BY_PLACE + 1))
    assert list(_by_place(f"@{mark}\nclass Planted:\n{fields}")) == ["Planted"]
    assert not list(_by_place(f"@dataclass(kw_only=True)\nclass Planted:\n{fields}"))
    assert not list(_by_place(f"@{mark}\nclass Planted:\n    _: KW_ONLY\n{fields}"))
