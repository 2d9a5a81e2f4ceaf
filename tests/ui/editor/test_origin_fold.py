"""The lines that say how a tune was composed: one quiet line, unfolded by key, click and caret."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from abcstudio.composing.provenance import Provenance, with_provenance
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.ui.documents.document import Document
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.services.studio import Studio

ORIGIN = Provenance(
    model="Folk",
    fingerprint="0123456789ab",
    prompt="X:1\nT:Tune",
    take=1,
    takes=3,
    sampling=SamplingConfig(temperature=0.5, rng_seed=42),
)
TUNE = with_provenance("X:1\nT:Tune\nK:D\nABc|", ORIGIN) + "\n"
TEXT = TUNE + "\n" + TUNE
FIRST, SECOND = 4, 13


@pytest.fixture
def editor(qtbot: QtBot, studio: Studio) -> AbcEditor:
    made = AbcEditor(studio)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_document(Document("take", TEXT, made))
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(editor: AbcEditor) -> list[int]:
    """Return the numbers of the lines in sight, from 0."""
    return [block.blockNumber() for block, _ in editor.visible_lines()]


def caret_line(editor: AbcEditor) -> int:
    return editor.textCursor().blockNumber()


def place_caret(editor: AbcEditor, line: int, *, at_end: bool = False) -> None:
    block = editor.document().findBlockByNumber(line)
    cursor = QTextCursor(block)
    if at_end:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)


def test_four_lines_are_one_and_the_text_is_the_same(editor: AbcEditor) -> None:
    assert shown(editor) == [0, 1, 2, 3, FIRST, 8, 9, 10, 11, 12, SECOND, 17]
    assert editor.text() == editor.toPlainText() == TEXT
    editor.selectAll()
    assert editor.createMimeDataFromSelection().text() == TEXT
    assert not editor.document().isModified()
    assert not editor.document().isUndoAvailable()
    # The lines below moved up, none lies on another.
    tops = [place.top() for _, place in editor.visible_lines()]
    height = editor.visible_lines()[0][1].height()
    assert [below - above for above, below in pairwise(tops)] == [height] * 11


def test_the_caret_goes_over_hidden_lines_and_back(qtbot: QtBot, editor: AbcEditor) -> None:
    place_caret(editor, FIRST)
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert caret_line(editor) == 8
    qtbot.keyClick(editor, Qt.Key.Key_Up)
    assert caret_line(editor) == FIRST
    place_caret(editor, FIRST, at_end=True)
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    assert (caret_line(editor), editor.textCursor().positionInBlock()) == (8, 0)
    qtbot.keyClick(editor, Qt.Key.Key_Left)
    assert caret_line(editor) == FIRST
    qtbot.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert editor.textCursor().selectedText().count("%%abcstudio") == 3
    qtbot.keyClick(editor, Qt.Key.Key_Left)
    qtbot.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert caret_line(editor) == 17
    assert 5 not in shown(editor)


def test_key_and_clicks_fold_and_unfold(qtbot: QtBot, editor: AbcEditor) -> None:
    folded = shown(editor)
    editor.fold.toggle()
    assert shown(editor) == list(range(18))
    place_caret(editor, 6)
    editor.fold.toggle()
    assert shown(editor) == folded
    assert caret_line(editor) == FIRST
    places = dict(zip(shown(editor), (place for _, place in editor.visible_lines()), strict=True))
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(editor.numbers, left, pos=QPoint(4, places[SECOND].center().y()))
    assert shown(editor)[-4:] == [14, 15, 16, 17]
    qtbot.mouseClick(editor.numbers, left, pos=QPoint(4, places[SECOND].center().y()))
    assert shown(editor) == folded
    block = editor.document().findBlockByNumber(FIRST)
    words = editor.fold.area_behind(block, places[FIRST])
    qtbot.mouseClick(editor.viewport(), left, pos=words.center())
    assert shown(editor)[:8] == list(range(8))
    qtbot.mouseClick(editor.numbers, left, pos=QPoint(4, places[1].center().y()))
    assert len(shown(editor)) == len(folded) + 3


def test_what_the_caret_comes_to_is_shown(qtbot: QtBot, editor: AbcEditor) -> None:
    place = editor.document().find("temperature").selectionStart()
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)
    assert shown(editor)[:9] == list(range(9))
    assert SECOND + 1 not in shown(editor)


def test_changes_at_the_edges_lose_nothing_from_sight(qtbot: QtBot, editor: AbcEditor) -> None:
    place_caret(editor, FIRST, at_end=True)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    editor.undo()
    assert editor.text() == TEXT
    place_caret(editor, 8)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.textCursor().block().isVisible()
    editor.undo()
    assert editor.text() == TEXT
    editor.fold.toggle()
    editor.fold.toggle()
    assert editor.text() == TEXT


def test_a_shown_document_keeps_what_was_unfolded(editor: AbcEditor) -> None:
    document = editor.findChild(Document)
    assert document is not None
    editor.fold.toggle()
    editor.show_document(Document("other", "X:1\nK:C\nC|\n", editor))
    assert not editor.fold.can_fold(editor.document().firstBlock())
    editor.show_document(document)
    assert len(shown(editor)) == 18
