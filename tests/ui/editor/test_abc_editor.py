"""The editor by itself: numbers, marks, positions, colours, finding, the strip of problems."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.composing.prompt_header import header_value, with_header
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.tune_watch import TuneView, TuneWatch, facts_of
from abcstudio.ui.composer.problems.problems_strip import ProblemsStrip
from abcstudio.ui.documents.document import Document
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.abc_highlighter import AbcHighlighter
from abcstudio.ui.editor.editor_marks import ProblemMark
from abcstudio.ui.editor.find_bar import FindBar
from abcstudio.ui.look.theme import DARK, LIGHT
from abcstudio.ui.services.studio import Studio

Change = Callable[[AbcEditor, Document], None]
TUNE = "X:1\nT:One\nM:4/4\nL:1/8\nK:G\nGABc d2d2|g4 d4|\n"
TWO = TUNE + "\nX:2\nT:Two\nM:4/4\nL:1/8\nK:D\nDEFG A4|\n"


@pytest.fixture
def editor(qtbot: QtBot, studio: Studio) -> AbcEditor:
    made = AbcEditor(studio)
    qtbot.addWidget(made)
    made.resize(500, 300)
    return made


def show(editor: AbcEditor, text: str) -> Document:
    document = Document("tune", text, editor)
    editor.show_document(document)
    return document


def underlined(editor: AbcEditor) -> list[str]:
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [
        mark.cursor.selectedText()
        for mark in editor.extraSelections()
        if mark.format.underlineStyle() == wave
    ]


def test_selecting_counts_characters_even_after_a_clef_sign(editor: AbcEditor) -> None:
    text = "T:\U0001d11e x\nGAB\n"
    show(editor, text)
    place = text.index("GAB")
    editor.select(Span(place, place + 3))
    assert editor.textCursor().selectedText() == "GAB"
    assert editor.selection() == Span(place, place + 3)
    assert editor.caret() == place + 3


def test_each_document_keeps_its_caret_and_its_undo(editor: AbcEditor, qtbot: QtBot) -> None:
    one = show(editor, TUNE)
    editor.select(Span(5, 5))
    qtbot.keyClicks(editor, "zz")
    two = show(editor, TWO)
    assert editor.caret() == 0
    editor.show_document(one)
    assert editor.caret() == 7
    assert one.text().startswith("X:1\nTzz")
    editor.undo()
    assert one.text() == TUNE
    assert two.text() == TWO


def test_problems_are_underlined(editor: AbcEditor) -> None:
    show(editor, TUNE)
    place = TUNE.index("g4")
    editor.marks.set_problems([ProblemMark(Span(place, place + 2), "error", "wrong")])
    assert underlined(editor) == ["g4"]
    assert editor.marks.sentence_at(place + 1) == "wrong"
    assert editor.marks.sentence_at(place + 2) == ""
    editor.marks.set_problems([])
    assert underlined(editor) == []


def test_a_problem_at_the_very_end_does_not_leave_the_text(editor: AbcEditor) -> None:
    show(editor, "X:1")
    editor.marks.set_problems(
        [ProblemMark(Span(3, 3), "error", "no key"), ProblemMark(Span(90, 95), "error", "x")]
    )
    assert editor.text() == "X:1"


def test_the_number_strip_grows_with_the_lines(editor: AbcEditor) -> None:
    show(editor, "\n" * 20)
    narrow = editor.number_width()
    show(editor, "\n" * 2000)
    assert editor.number_width() > narrow
    assert editor.viewportMargins().left() == editor.number_width()


def color_at(document: Document, offset: int) -> str:
    block = document.text_document.findBlock(offset)
    for style in block.layout().formats():
        if style.start <= offset - block.position() < style.start + style.length:
            return style.format.foreground().color().name()
    return ""


def test_each_kind_of_token_has_its_colour_and_the_scheme_changes_it(editor: AbcEditor) -> None:
    document = show(editor, TUNE + '"Am"!trill!A % words\n')
    highlighter = AbcHighlighter(document.text_document, LIGHT)
    editor.set_colorer(highlighter.color_lines)
    editor.grab()
    text = document.text()
    for token, color in (
        ("T:One", LIGHT.syntax_field),
        ("GABc", LIGHT.syntax_note),
        ("|g4", LIGHT.syntax_bar),
        ('"Am"', LIGHT.syntax_chord),
        ("!trill!", LIGHT.syntax_decoration),
        ("% words", LIGHT.syntax_comment),
    ):
        assert color_at(document, text.index(token)) == color, token
    highlighter.set_colors(DARK)
    editor.grab()
    assert color_at(document, text.index("|g4")) == DARK.syntax_bar


def test_a_field_letter_in_the_music_is_music(editor: AbcEditor) -> None:
    document = show(editor, "X:1\nK:C\nE:|\n\nE: words\n")
    AbcHighlighter(document.text_document, LIGHT).color_lines(document.text_document.begin(), 9)
    assert color_at(document, document.text().index("E:|")) == LIGHT.syntax_note


def test_the_watch_reads_the_tune_at_the_caret(editor: AbcEditor, qtbot: QtBot) -> None:
    watch = TuneWatch(editor)
    show(editor, TWO)
    watch.read_now()
    assert watch.view is not None
    assert (watch.view.tune.title, watch.count) == ("One", 2)
    with qtbot.waitSignal(watch.tune_changed) as changed:
        editor.select(Span(TWO.index("DEFG"), TWO.index("DEFG")))
    view = changed.args[0]
    assert isinstance(view, TuneView)
    assert view.tune.title == "Two"
    note = view.note_at(TWO.index("EFG"))
    assert note is not None
    (place,) = view.places((note,))
    assert place.of(TWO) == "E"
    watch.stop()


def test_typing_is_read_a_moment_later(editor: AbcEditor, qtbot: QtBot) -> None:
    watch = TuneWatch(editor)
    show(editor, TUNE)
    watch.read_now()
    editor.select(Span(len(TUNE) - 1, len(TUNE) - 1))
    with qtbot.waitSignal(watch.tune_changed, timeout=2000):
        qtbot.keyClicks(editor, "c8|")
    view = watch.settle()
    assert view is not None
    assert view.text.endswith("g4 d4|c8|")


def test_a_few_notes_without_a_header_are_a_tune() -> None:
    facts = facts_of("GABc|")
    assert facts.problems is not None
    assert facts_of("  \n").problems is None


def test_the_strip_names_a_problem_and_leads_to_it(qtbot: QtBot, studio: Studio) -> None:
    strip = ProblemsStrip(studio)
    qtbot.addWidget(strip)
    strip.set_problems((), 0)
    assert strip.sentence() == "No problems"
    strip.set_problems((), 0, has_tune=False)
    assert strip.sentence() == "No tune yet"
    strip.set_problems((), 0)
    assert strip.sentence() == "No problems"
    strip.set_problems(
        (ProblemMark(Span(2, 4), "error", "first"), ProblemMark(Span(9, 10), "warning", "second")),
        0,
    )
    assert strip.sentence() == "first"
    chosen: list[Span] = []
    strip.problem_chosen.connect(chosen.append)
    strip.choose_next()
    strip.choose_next()
    strip.go_after(5)
    assert chosen == [Span(9, 10), Span(2, 4), Span(9, 10)]
    assert strip.sentence() == "second"


def test_the_strip_is_written_anew_where_the_caret_comes_to_another_problem(
    qtbot: QtBot, studio: Studio
) -> None:
    strip = ProblemsStrip(studio)
    qtbot.addWidget(strip)
    strip.set_problems(
        (ProblemMark(Span(2, 4), "error", "first"), ProblemMark(Span(9, 10), "warning", "second")),
        0,
    )
    shown: list[str] = []
    strip.shown_changed.connect(lambda: shown.append(strip.sentence()))
    for caret in (1, 2, 4, 5, 8, 12):
        strip.set_caret(caret)
    assert len(shown) == 1
    assert strip.sentence() == "second"


def test_finding_goes_round_and_closes_with_esc(
    editor: AbcEditor, qtbot: QtBot, studio: Studio
) -> None:
    bar = FindBar(editor, studio, editor)
    show(editor, "abc ABC abc\n")
    bar.open_bar()
    qtbot.keyClicks(bar.line, "abc")
    starts = []
    for _ in range(4):
        qtbot.keyClick(bar.line, Qt.Key.Key_Return)
        starts.append(editor.selection().start)
    assert starts == [0, 4, 8, 0]
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert bar.isHidden()


@pytest.mark.parametrize(
    ("seed", "letter", "value", "expected"),
    [
        ("", "K", "Em", "X:1\nK:Em\n"),
        ("X:1\nT:", "R", "reel", "X:1\nT:\nR:reel\n"),
        ("X:1\nT:a\nK:G\n", "M", "6/8", "X:1\nT:a\nM:6/8\nK:G\n"),
        ("X:1\nM:4/4\nK:G\nGAB", "M", "3/4", "X:1\nM:3/4\nK:G\nGAB"),
        ("X:1\nM:4/4\nK:G\n", "M", "", "X:1\nK:G\n"),
        ("X:1\n", "M", "", "X:1\n"),
    ],
)
def test_header_lines_of_a_seed(seed: str, letter: str, value: str, expected: str) -> None:
    assert with_header(seed, letter, value) == expected
    assert header_value(expected, letter) == value


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Change:
    def change(editor: AbcEditor, _document: Document) -> None:
        for key in keys:
            QTest.keyClick(editor, key, modifier)

    return change


def put(start: int, end: int, words: str) -> Change:
    return lambda _editor, document: document.replace_part(start, end, words)


def undo_by_menu(editor: AbcEditor, _document: Document) -> None:
    QApplication.sendEvent(
        editor.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5)),
    )
    (action,) = editor.findChildren(QAction, "edit-undo")
    action.trigger()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


@pytest.mark.parametrize(
    "undo",
    [
        pytest.param(lambda editor, _document: editor.undo(), id="command"),
        pytest.param(press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier), id="key"),
        pytest.param(undo_by_menu, id="menu"),
    ],
)
@pytest.mark.parametrize("selected", [(10, 10), (10, 13), (13, 10)])
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(press(Qt.Key.Key_X, Qt.Key.Key_Y), id="typing"),
        pytest.param(press(Qt.Key.Key_Delete), id="Delete"),
        pytest.param(press(Qt.Key.Key_Backspace), id="Backspace"),
        pytest.param(put(10, 12, "zz"), id="change at the caret"),
        pytest.param(put(10, 10, "zz"), id="insertion at the caret"),
        pytest.param(put(10, 13, ""), id="removal at the caret"),
        pytest.param(put(1, 2, "zz"), id="change elsewhere"),
        pytest.param(put(2, 16, "zz"), id="change around the caret"),
    ],
)
def test_undo_puts_caret_and_selection_where_they_were(
    editor: AbcEditor, change: Change, selected: tuple[int, int], undo: Change
) -> None:
    text = "X:1\nK:C\nABcd efga|\n"
    document = Document("a", text)
    editor.show_document(document)
    editor.select(Span(*selected))
    change(editor, document)
    assert document.text() != text
    undo(editor, document)
    cursor = editor.textCursor()
    assert (document.text(), cursor.anchor(), cursor.position()) == (text, *selected)
