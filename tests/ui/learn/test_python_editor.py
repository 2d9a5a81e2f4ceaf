"""The editor of a lesson's cell: indentation, Tab, pasting, colours."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.learn.python_editor import PythonEditor
from abcstudio.ui.services.studio import Studio


@pytest.fixture
def editor(qtbot: QtBot, studio: Studio) -> Iterator[PythonEditor]:
    box = QWidget()
    layout = QHBoxLayout(box)
    made = PythonEditor(studio)
    layout.addWidget(made)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    made.setFocus()
    yield made
    box.close()


def put(editor: PythonEditor, code: str) -> None:
    """Show code, the caret at the sign |."""
    editor.show_code(code, code.replace("|", ""))
    cursor = editor.textCursor()
    cursor.setPosition(code.index("|"))
    editor.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("def f(x):|", "def f(x):\n    "),
        ("    y = 1|", "    y = 1\n    "),
        ("    return y|", "    return y\n"),
        ("        pass|", "        pass\n    "),
    ],
)
def test_a_new_line_is_indented(qtbot: QtBot, editor: PythonEditor, code: str, after: str) -> None:
    put(editor, code)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == after


def test_tab_indents_at_the_beginning_of_a_line_and_leads_on_elsewhere(
    qtbot: QtBot, editor: PythonEditor
) -> None:
    put(editor, "|x = 1")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "    x = 1"
    qtbot.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert editor.toPlainText() == "x = 1"
    put(editor, "y = |2")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "y = 2"
    assert not editor.hasFocus()


def test_selected_lines_are_indented_together_as_one_step(
    qtbot: QtBot, editor: PythonEditor
) -> None:
    put(editor, "|a = 1\nb = 2\n")
    editor.moveCursor(QTextCursor.MoveOperation.Down, QTextCursor.MoveMode.KeepAnchor)
    editor.moveCursor(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "    a = 1\n    b = 2\n"
    editor.undo()
    assert editor.toPlainText() == "a = 1\nb = 2\n"


def test_backspace_takes_a_step_of_the_indentation(qtbot: QtBot, editor: PythonEditor) -> None:
    put(editor, "        |x")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.toPlainText() == "    x"


def test_what_is_pasted_is_plain_and_has_no_tabs(editor: PythonEditor) -> None:
    put(editor, "|")
    data = QMimeData()
    data.setHtml("<b>x</b>")
    data.setText("if x:\r\n\ty = 1")
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "if x:\n    y = 1"
    data.setText("x" * 200_000)
    editor.insertFromMimeData(data)
    assert len(editor.toPlainText()) < 100


def color_at(editor: PythonEditor, code: str, word: str) -> str:
    put(editor, "|" + code)
    block = editor.document().findBlock(code.index(word))
    place = code.index(word) - block.position()
    for each in block.layout().formats():
        if each.start <= place < each.start + each.length:
            return str(each.format.foreground().color().name())
    return ""


@pytest.mark.parametrize(
    ("code", "word", "color"),
    [
        ("return x", "return", "syntax_decoration"),
        ("print(x)", "print", "syntax_chord"),
        ("x.sum()", "sum", ""),
        ("x = 'for' + y", "for", "syntax_bar"),
        ('"""one\nfor two\n"""', "for", "syntax_bar"),
        ("x = 1  # for", "for", "syntax_comment"),
        ("x = ...  # TODO: y", "TODO", "accent"),
        ("y = 0.5", "0.5", "syntax_field"),
    ],
)
def test_words_have_their_colors(
    qtbot: QtBot, editor: PythonEditor, studio: Studio, code: str, word: str, color: str
) -> None:
    wanted = getattr(studio.colors, color) if color else ""
    qtbot.waitUntil(lambda: color_at(editor, code, word) == wanted, timeout=2000)


def test_a_screen_reader_hears_what_the_editor_holds(editor: PythonEditor) -> None:
    assert editor.accessibleName() == "Code of the lesson"
