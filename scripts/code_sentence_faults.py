"""Finds sentences in the code that cannot be translated whole, or that name keys.

A sentence is a literal text, is not put together with another one, says counts as plurals, and
takes the names of keys from the actions.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from collected_sentences import ROW

ROOT = Path(__file__).resolve().parents[1] / "abcstudio"
# Keys that no sentence may name by letters; "Enter" and "Delete" are verbs where one begins.
KEY = re.compile(
    r"\b(Ctrl|Alt|Shift|Return|Esc|Escape|Space|Del|Backspace|PgUp|PgDown|F[1-9]|F1[0-2])\b"
    r"|\bTab\b|(?<!^)(?<!^&)(?<!\. )(?<!\n)\b(Enter|Delete)\b"
)
COUNT = re.compile(r"%L?n\b")
COUNTED_NOUN = re.compile(
    r"\{\d\} (characters|evaluations|files|flats|hits|lines|measures|notes|pages|pieces|places"
    r"|problems|runs|sharps|steps|times|tunes|voices|words)\b(?!/)"
)
# The one place where ids become sentences, and the one that says what keys are called.
EXCEPT = ("ui/words/translation.py", "ui/words/qt_words.py")


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, ast.expr, ast.expr | None]]:
    """Yield the calls that have a sentence, their text and their count."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if ast.unparse(node.func).endswith(".translate") and (
            not ast.unparse(node.func).startswith("QCoreApplication.")
        ):
            continue  # Moves a painter, or letters.
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name == ROW:
            # What a name or a call gives was translated before.
            said = (ast.Name, ast.Attribute, ast.Call)
            yield from ((node, text, None) for text in node.args[1:] if not isinstance(text, said))
        first = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
        if first is None or len(node.args) <= first:
            continue
        count = node.args[first + 2] if len(node.args) > first + 2 else None
        yield node, node.args[first], count


def glued(tree: ast.AST) -> Iterator[str]:
    """Yield where sentences are put together with other text."""
    collected = {id(call) for call, _, _ in calls(tree)}
    for node in ast.walk(tree):
        inner: list[ast.expr] = []
        if isinstance(node, ast.JoinedStr):
            inner = [each for each in ast.walk(node) if isinstance(each, ast.expr)]
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            inner = [node.left, node.right]
        if any(id(each) in collected for each in inner):
            yield f"{getattr(node, 'lineno', 0)}: glued"


def homeless(tree: ast.AST) -> Iterator[str]:
    """Yield the commands outside a class: their words would be collected under none."""
    at_home = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for inner in ast.walk(node)
    }
    for call, _, _ in calls(tree):
        if getattr(call.func, "id", "") == ROW and id(call) not in at_home:
            yield f"{call.lineno}: a command outside a class"


def faults(source: str) -> list[str]:
    """Return what is amiss with the sentences of one file."""
    tree = ast.parse(source)
    found = [*glued(tree), *homeless(tree)]
    for call, text, count in calls(tree):
        if isinstance(call.func, ast.Name) and call.func.id == "tr":
            found.append(f"{call.lineno}: a context taken for a text")
        if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
            found.append(f"{call.lineno}: no literal")
            continue
        words = text.value
        if KEY.search(words):
            found.append(f"{call.lineno}: a key: {words}")
        if bool(COUNT.search(words)) != (count is not None):
            found.append(f"{call.lineno}: a count: {words}")
        if COUNTED_NOUN.search(words):
            found.append(f"{call.lineno}: a number before a noun: {words}")
    return found


def code_faults() -> Iterator[str]:
    """Yield what is amiss with the sentences of the window's code, a line each."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        if place not in EXCEPT:
            yield from (f"{place}:{each}" for each in faults(path.read_text(encoding="utf-8")))
