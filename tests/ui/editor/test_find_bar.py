"""Finding and replacing: words, notes and expressions, in the tune or the text, within bounds."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.editor.searching import MAX_SECONDS, Query, find_places
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events

pytestmark = pytest.mark.one_window

ONE = 'X:1\nT:Egg\nL:1/8\nK:G\nE2 "E"e[ce] !f!e|\nw:egg e e e\n'
BOOK = ONE + "\nX:2\nT:Two\nK:D\nefe e|\n"


@pytest.fixture
def composer(qtbot: QtBot, main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    main_window.composer.parts.files.open_text(BOOK, "book")
    main_window.composer.desk.watch.settle()
    main_window.composer.desk.editor.setFocus()
    return main_window.composer


def press(qtbot: QtBot, window: MainWindow, action_id: str) -> None:
    combination = window.registry.action(action_id).shortcut()[0]  # type: ignore[index]
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())


def found(text: str, query: Query, within: Span | None = None) -> list[str]:
    return [place.span.of(text) for place in find_places(text, query, within).places]


TEXT = 'X:1\nK:E\nE2"E"ae AE\nw:e'


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query("e"), ["E", "E", "E", "e", "E", "e"]),
        (Query("e", match_case=True), ["e", "e"]),
        (Query("AE", whole_words=True), ["ae", "AE"]),
        (Query("A", whole_words=True), []),
        (Query("E."), []),
        (Query("E.", match_case=True, is_expression=True), ["E2", 'E"']),
        (Query("^[xk]", is_expression=True), ["X", "K"]),
        (Query("e$", is_expression=True), ["E", "E", "e"]),
        (Query("2*", is_expression=True), ["2"]),
        (Query("E", notes_only=True), ["E", "e", "E"]),
        (Query(""), []),
    ],
)
def test_what_is_found(query: Query, expected: list[str]) -> None:
    assert found(TEXT, query) == expected


def test_a_part_of_the_text_and_wide_characters() -> None:
    text = "e \U0001d11e e \U0001d11e\U0001d11e e"
    starts = [place.span.start for place in find_places(text, Query("e")).places]
    assert starts == [0, 4, 9]
    assert found(text, Query("e"), Span(3, 9)) == ["e"]
    assert find_places(text, Query("e"), Span(3, 9)).places[0].span == Span(4, 5)


def test_a_wrong_expression_says_where() -> None:
    result = find_places("abc", Query("ab(c", is_expression=True))
    assert result.places == ()
    assert result.problem.startswith("The expression cannot be read after 4 characters")


@pytest.mark.parametrize(
    "expression", ["(a+)+$", "(a|aa)+$", "(.*)*x", "(.*a){12}x", "(a|a)*b", "((a*)*)*b"]
)
def test_an_expression_that_would_never_end_is_stopped(expression: str) -> None:
    """Without a bound of steps the first line would take longer than a life."""
    text = ("a" * 60 + "!\n") * 400
    # By this clock five lines take the time that all may take.
    clock = (line * MAX_SECONDS / 5 for line in itertools.count())
    result = find_places(text, Query(expression, is_expression=True), clock=clock.__next__)
    assert "takes too long" in result.problem
    assert next(clock) <= 2 * MAX_SECONDS


def test_what_takes_too_long_is_said() -> None:
    result = find_places("a" * 5000 + "!", Query("(a+)+$", is_expression=True))
    assert "takes too long" in result.problem


@pytest.mark.parametrize(
    ("replacement", "expected"),
    [
        (r"\2\1", "2G"),
        (r"<\0>", "<G2>"),
        (r"a\nb", "a\nb"),
        (r"\\1", r"\1"),
        (r"\9", ""),
        (r"\q", r"\q"),
    ],
)
def test_groups_in_the_replacement(replacement: str, expected: str) -> None:
    (place,) = find_places("G2", Query(r"([A-G])(\d)", is_expression=True)).places
    assert place.filled(replacement, is_expression=True) == expected
    assert place.filled(replacement, is_expression=False) == replacement


# In the window


def test_finding_counts_lights_and_goes_round_with_a_word(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    bar = composer.rooms[TextsRoom].find_bar
    press(qtbot, main_window, "edit.find")
    assert bar.line.hasFocus()
    assert not bar.replacement.isVisible()
    qtbot.keyClicks(bar.line, "efe")
    assert bar.count_text() == "Found: 1"
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count_text() == "1 of 1"
    assert composer.desk.editor.selection().of(BOOK) == "efe"
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count_text() == "1 of 1, from the top"
    qtbot.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count_text() == "1 of 1, from the end"
    qtbot.keyClicks(bar.line, "zz")
    assert bar.count_text() == "Not found"
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert composer.desk.editor.hasFocus()
    assert bar.isHidden()


def test_switches_by_keyboard(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    bar = composer.rooms[TextsRoom].find_bar
    press(qtbot, main_window, "edit.find")
    qtbot.keyClicks(bar.line, "e")
    counts = [bar.count_text()]
    for switch in (bar.match_case, bar.notes_only, bar.in_tune):
        while not switch.hasFocus():
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(switch, Qt.Key.Key_Space)
        assert switch.isChecked()
        counts.append(bar.count_text())
    assert counts == ["Found: 13", "Found: 10", "Found: 6", "Found: 3"]


def test_return_on_a_button_presses_it(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    bar = composer.rooms[TextsRoom].find_bar
    press(qtbot, main_window, "edit.find")
    qtbot.keyClicks(bar.line, "e")
    bar.match_case.setFocus()
    qtbot.keyClick(bar.match_case, Qt.Key.Key_Return)
    assert bar.match_case.isChecked()
    assert bar.count_text() == "Found: 10"


def test_the_next_place_is_found_from_the_text_too(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    bar = composer.rooms[TextsRoom].find_bar
    press(qtbot, main_window, "edit.find")
    qtbot.keyClicks(bar.line, "efe")
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    press(qtbot, main_window, "edit.find_next")
    assert composer.desk.editor.selection().of(BOOK) == "efe"
    assert bar.isHidden()


def test_replacing_one_by_one_and_all_at_once(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    bar, editor = composer.rooms[TextsRoom].find_bar, composer.desk.editor
    press(qtbot, main_window, "edit.replace")
    qtbot.keyClicks(bar.line, "e")
    bar.match_case.setChecked(True)
    bar.notes_only.setChecked(True)
    bar.replacement.setFocus()
    qtbot.keyClicks(bar.replacement, "a")
    editor.select(Span(0, 0))
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return)
    assert editor.text() == BOOK
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return)
    assert editor.text() == BOOK.replace('"E"e[', '"E"a[')
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bar.count_text() == "Replaced: 5"
    assert '"E"a[ca] !f!a|\nw:egg e e e\n' in editor.text()
    assert editor.text().endswith("K:D\nafa a|\n")
    assert not main_window.composer.rooms[ComposingRoom].session.is_composing
    editor.undo()
    assert editor.text() == BOOK.replace('"E"e[', '"E"a[')
    editor.undo()
    assert editor.text() == BOOK


def test_groups_of_an_expression(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    bar = composer.rooms[TextsRoom].find_bar
    press(qtbot, main_window, "edit.replace")
    bar.expression.setChecked(True)
    bar.line.setText("^T:(.*)$")
    bar.replacement.setText(r"T:The \1")
    bar.replace_all_button.click()
    assert "T:The Egg\n" in composer.desk.editor.text()
    assert "T:The Two\n" in composer.desk.editor.text()


def test_a_wrong_expression_is_said_in_the_bar(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    bar = composer.rooms[TextsRoom].find_bar
    press(qtbot, main_window, "edit.replace")
    bar.expression.setChecked(True)
    bar.line.setText("(a")
    assert bar.problem.isVisible()
    assert "cannot be read" in bar.problem.text()
    assert not bar.replace_all_button.isEnabled()
    bar.line.setText("(e)")
    assert not bar.problem.isVisible()
    assert bar.replace_all_button.isEnabled()


def test_the_count_follows_the_text(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    bar = composer.rooms[TextsRoom].find_bar
    press(qtbot, main_window, "edit.find")
    qtbot.keyClicks(bar.line, "efe")
    composer.desk.editor.select(Span(len(BOOK) - 1, len(BOOK) - 1), focus=True)
    qtbot.keyClicks(composer.desk.editor, "efe")
    qtbot.waitUntil(lambda: bar.count_text() == "Found: 2")
    composer.parts.files.open_text("X:1\nK:C\nabc|\n", "other")
    qtbot.waitUntil(lambda: bar.count_text() == "Not found")


def test_of_many_places_those_near_the_caret_are_lit(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    composer.parts.files.open_text("X:1\nK:C\n" + "CDEF|\n" * 900, "long")
    press(qtbot, main_window, "edit.find")
    bar, editor = composer.rooms[TextsRoom].find_bar, composer.desk.editor
    bar.line.setText("F|")
    assert bar.count_text() == "Found: 900"
    editor.select(Span(0, 0))
    bar.find_previous()
    assert bar.count_text() == "900 of 900, from the end"
    chosen = editor.textCursor().selectionStart()
    lit = [mark.cursor.selectionStart() for mark in editor.extraSelections()]
    assert chosen in lit
    assert len(lit) < 600


@pytest.mark.own_window
def test_the_bar_fits_into_a_small_window(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    main_window.resize(1024, 700)
    press(qtbot, main_window, "edit.replace")
    bar = composer.rooms[TextsRoom].find_bar
    bar.line.setText("e")
    deliver_events()
    assert bar.minimumSizeHint().width() <= bar.width()
    assert bar.line.width() >= 80
