"""The text of a document is written through the desk only, looked for in the syntax trees.

The desk holds what every change needs: no change while the network composes, one step to undo, what
is selected when it is undone.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import abcstudio

UI = Path(abcstudio.__file__).parent / "ui"

# Files that write into the text of a document otherwise than through the desk, and why.
OTHER_WRITERS = {
    "composer/desk/tune_desk.py": "it is the desk",
    "composer/desk/text_trial.py": "it is the desk's: several texts in turn, one step to undo",
    "documents/document.py": "it is the document: it loads, reloads and takes what is composed",
    "documents/encodings/encoding_chooser.py": "what a file declares, right after it was read",
    "documents/written_text.py": "it is how the document and its pieces put a text in",
    "editor/large_edits.py": "typing and pasting in the place of much of the text",
    "learn/python_editor.py": "the cell of a lesson, which is no document",
    "learn/pictures/picture_box.py": "the tune of a lesson in two colours, which is no document",
    "window/help_window.py": "it lays out the help, which is no document",
    "playback/playing_in/playing_recorder.py": "what is played, into a field, which is no document",
    "datasets/finding/query_panel.py": "a melody to look for, which is no document",
    "datasets/health/difference_view.py": "what a fix changes, which is no document",
    "composer/writing/bracket_closer.py": "typing: the second bracket comes with the first",
}
OF_DOCUMENT = {"replace_text", "replace_part"}
OF_CURSOR = {
    "deleteChar", "deletePreviousChar", "insertBlock", "insertFragment", "insertHtml",
    "insertMarkdown", "insertText", "removeSelectedText",
}  # fmt: skip
OF_WIDGET = {"appendPlainText", "insertPlainText", "setPlainText", "clear"}


def _writes(source: str) -> Iterator[str]:
    """Yield the calls of a source text that write into the text of a document."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        method, owner = node.func.attr, ast.unparse(node.func.value)
        is_desk = method == "replace_text" and owner.endswith("desk")
        is_editor = owner.endswith(("editor", "text_document")) and method in OF_WIDGET
        if not is_desk and (method in OF_DOCUMENT | OF_CURSOR or is_editor):
            yield ast.unparse(node.func)


def test_the_desk_writes_into_the_text() -> None:
    found = {
        path.relative_to(UI).as_posix(): writes
        for path in sorted(UI.rglob("*.py"))
        if (writes := list(_writes(path.read_text(encoding="utf-8"))))
    }
    assert set(found) == set(OTHER_WRITERS), found


@pytest.mark.parametrize(
    "planted",
    [
        "document.replace_text(apply_changes(text, edits))",
        "self._desk.document.replace_part(at, at + 1, character)",
        "self._editor.textCursor().insertText(words)",
        "cursor.removeSelectedText()",
        "self._editor.setPlainText(text)",
        "self.text_document.clear()",
    ],
)
def test_a_writer_past_the_desk_is_found(planted: str) -> None:
    assert list(_writes(planted))


@pytest.mark.parametrize(
    "harmless",
    ["self._desk.replace_text(edit)", "self.preview.setPlainText(text)", "self._rows.clear()"],
)
def test_what_writes_elsewhere_is_not_found(harmless: str) -> None:
    assert not list(_writes(harmless))
