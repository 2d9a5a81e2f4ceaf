"""Finds every sentence that the code marks for translation.

`lupdate` reads Python, but passes over a call whose number is an attribute or an expression, and
knows no commands. So the calls are found in the syntax tree, and `lupdate` is given a list of them.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from abcstudio.counted_messages import COUNTED
from abcstudio.messages import ENGLISH

MESSAGES = "messages"
"""The context of the engine's sentences."""
PACKAGE = Path(__file__).resolve().parents[1] / "abcstudio"
_FIRST = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
ROW = "CommandSpec"
"""A command, whose words and tooltip belong to the class that registers it."""


@dataclass(frozen=True, slots=True, order=True)
class Collected:
    """A sentence as the code has it.

    Attributes:
        context: The class that says it, or `messages`.
        source: Its English.
        comment: What tells it from others of the same English: the id of a message.
        is_counted: It has forms by a number.
    """

    context: str
    source: str
    comment: str = ""
    is_counted: bool = False


def collected(package: Path = PACKAGE) -> list[Collected]:
    """Return the sentences of the window and of the engine, sorted, each once."""
    found = {
        Collected(MESSAGES, text, message_id, message_id in COUNTED)
        for message_id, text in ENGLISH.items()
    }
    for path in sorted(package.rglob("*.py")):
        found.update(sentences_of(path.read_text(encoding="utf-8")))
    # A text that is said with a number anywhere is a text with a number.
    counted = {(each.context, each.source, each.comment) for each in found if each.is_counted}
    return sorted(
        each
        for each in found
        if each.is_counted or (each.context, each.source, each.comment) not in counted
    )


def sentences_of(code: str) -> Iterator[Collected]:
    """Yield the sentences of one file."""
    yield from _walk(ast.parse(code), "")


def as_calls(sentences: list[Collected]) -> str:
    """Return the sentences as Python that `lupdate` reads without a gap.

    It takes a text for one with a number only where a number or a call is given.
    """
    return "".join(
        f"QCoreApplication.translate({each.context!r}, {each.source!r}, {each.comment!r}"
        f"{', 2' if each.is_counted else ''})\n"
        for each in sentences
    )


def _walk(node: ast.AST, class_name: str) -> Iterator[Collected]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            if (found := _sentence(child, class_name)) is not None:
                yield found
            for text in _texts_of_row(child):
                yield Collected(class_name, text)
        yield from _walk(child, child.name if isinstance(child, ast.ClassDef) else class_name)


def _texts_of_row(call: ast.Call) -> Iterator[str]:
    """Yield the literal words and tooltip of a command."""
    if getattr(call.func, "id", "") == ROW:
        for text in call.args[1:]:
            if words := _constant(text):
                yield words


def _sentence(call: ast.Call, class_name: str) -> Collected | None:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    first = _FIRST.get(name)
    if first is None or len(call.args) <= first:
        return None
    text = call.args[first]
    if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
        return None
    context = class_name if name == "tr" else _constant(call.args[0])
    if not context:
        return None
    is_counted = name != "QT_TRANSLATE_NOOP" and len(call.args) > first + 2
    comment = _constant(call.args[first + 1]) if len(call.args) > first + 1 else ""
    return Collected(context, text.value, comment, is_counted)


def _constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
