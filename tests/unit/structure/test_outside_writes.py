"""No attribute of another object is overwritten from outside, looked for in the syntax trees.

A class that can be given something later has a method for it, or a property with a setter. The
fields of a record may be set: a dataclass that is not frozen says by that what it is.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

import abcstudio

PACKAGE = Path(abcstudio.__file__).parent

# Attributes of things that others wrote, which offer no other way.
OF_OTHERS = {
    "writeable": "a numpy array becomes read-only",
    "restype": "ctypes: the type of a function of C",
    "argtypes": "ctypes: the types of a function of C",
    "encrypt": "reportlab: what is asked for each object of a PDF",
    "save": "torch: asks as `open` does in the process of lessons",
    "grad": "torch: the gradient of a parameter",
    "forward": "torch: a student's network, whose errors say which lesson they are of",
    "excepthook": "the interpreter's hooks",
    "stdin": "the interpreter's streams",
    "stdout": "the interpreter's streams",
    "stderr": "the interpreter's streams",
    "dont_write_bytecode": "the interpreter's switch",
    "icon": "QStyleOptionViewItem",
    "features": "QStyleOptionViewItem",
    "text": "QStyleOptionViewItem, an element of XML; a take of the guard, which is no dataclass",
    "rect": "QStyleOptionViewItem",
    "state": "QStyleOptionViewItem",
    "cursor": "QTextEdit.ExtraSelection",
    "format": "QTextEdit.ExtraSelection, QTextLayout.FormatRange",
    "__class__": "notation/reader: frozen records are made without their constructor, for speed",
}
# Folders or files of our own in which it is meant, and why.
MEANT = {
    "notation/reader/": "drafts and voices are records of one reading; each sign sets some of them",
    "interchange/musicxml_reading/xml_tree.py": "pyexpat takes its handlers as attributes",
    "reports/writing/docx.py": "python-docx: styles and sizes are attributes",
    "reports/writing/docx_parts.py": "python-docx: styles and sizes are attributes",
    "engraving/drawing/svg_reader.py": "the record of what was found in one drawing",
    "playback/transport/player.py": "drives the loop and the loudness of its stream under its lock",
}


Nodes = list[ast.AST]


@pytest.fixture(scope="module")
def files() -> Mapping[str, Nodes]:
    """What these tests look at of each file: a million other objects need not be kept."""
    looked_at = (ast.ClassDef, ast.FunctionDef, ast.Attribute)
    return {
        path.relative_to(PACKAGE).as_posix(): [
            node
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, looked_at)
        ]
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def _settable(files: Mapping[str, Nodes]) -> set[str]:
    """Return the names of fields of records, and of properties with a setter."""
    names: set[str] = set()
    for node in (node for nodes in files.values() for node in nodes):
        marks = [ast.unparse(mark) for mark in getattr(node, "decorator_list", ())]
        if isinstance(node, ast.ClassDef) and any(
            "dataclass" in mark and "frozen" not in mark for mark in marks
        ):
            fields = (field for field in node.body if isinstance(field, ast.AnnAssign))
            names |= {field.target.id for field in fields if isinstance(field.target, ast.Name)}
        elif isinstance(node, ast.FunctionDef) and any(mark.endswith(".setter") for mark in marks):
            names.add(node.name)
    return names


def _written(nodes: Iterable[ast.AST]) -> Iterator[ast.Attribute]:
    """Yield the attributes of other objects that are assigned to."""
    for node in nodes:
        if not isinstance(node, ast.Attribute) or not isinstance(node.ctx, ast.Store):
            continue
        is_own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
        # What is private is written by its own class alone, to a copy for example.
        if not is_own and not (node.attr.startswith("_") and node.attr != "__class__"):
            yield node


def test_no_attribute_is_overwritten_from_outside(files: Mapping[str, Nodes]) -> None:
    allowed = _settable(files) | set(OF_OTHERS)
    found = [
        f"{name}:{node.lineno} {ast.unparse(node)}"
        for name, nodes in files.items()
        if not name.startswith(tuple(MEANT))
        for node in _written(nodes)
        if node.attr not in allowed
    ]
    assert not found


def test_nothing_is_allowed_that_is_not_done(files: Mapping[str, Nodes]) -> None:
    written = {node.attr for nodes in files.values() for node in _written(nodes)}
    assert set(OF_OTHERS) <= written
    for place in MEANT:
        assert any(list(_written(nodes)) for name, nodes in files.items() if name.startswith(place))


@pytest.mark.parametrize(
    "planted",
    ["score.explain = f", "self._editor.color_lines = f", "a.b.c = 1", "a.b += 1", "a, b.c = 1, 2"],
)
def test_an_overwritten_attribute_is_found(planted: str) -> None:
    assert list(_written(ast.walk(ast.parse(planted))))


@pytest.mark.parametrize("own", ["self.a = 1", "cls.a = 1", "other._a = 1", "a = b.c"])
def test_an_attribute_of_its_own_is_not_found(own: str) -> None:
    assert not list(_written(ast.walk(ast.parse(own))))
