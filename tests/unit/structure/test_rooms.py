"""Each room says in one sentence what it holds; a room that needs "and" is two rooms."""

import ast
from pathlib import Path

import pytest

import abcstudio

PACKAGE = Path(abcstudio.__file__).parent
ROOMS = [path for path in sorted(PACKAGE.rglob("__init__.py")) if path.parent != PACKAGE]
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.name != "__init__.py"]


def first_line(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")[0]


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: path.parent.name)
def test_a_room_says_what_it_holds_without_and(room: Path) -> None:
    sentence = first_line(room)
    assert sentence.endswith(".")
    assert " and " not in sentence


def test_every_module_says_what_it_holds_in_a_sentence_of_its_own() -> None:
    sentences: dict[str, Path] = {}
    for module in MODULES:
        sentence = first_line(module)
        assert sentence.endswith("."), module
        assert sentence not in sentences, (module, sentences[sentence])
        sentences[sentence] = module
