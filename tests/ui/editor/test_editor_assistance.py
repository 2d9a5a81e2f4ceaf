"""Writing ABC with help: explanations, completion, brackets, remarks and snippets, by keys.

Over 400 lines: what helps is tried together, as it works together under one caret.
"""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QInputDialog, QToolTip
from pytestqt.qtbot import QtBot

from abcstudio.notation.assistance.snippets import TEMPLATES
from abcstudio.notation.spans import Span
from abcstudio.paths import snippets_file
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.writing.room import WritingRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.editor.editor_marks import ProblemMark
from abcstudio.ui.look.plain_text import tooltip
from abcstudio.ui.look.theme import DARK, LIGHT
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

HEADER = "X:1\nT:Kesh\nM:6/8\nL:1/8\nK:G\n"
TUNE = HEADER + "|:G3 GAB|(A3 ABd):|\n"


@pytest.fixture
def composer(qtbot: QtBot, main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    main_window.composer.parts.files.open_text(TUNE, "kesh")
    main_window.composer.desk.watch.settle()
    main_window.composer.desk.editor.setFocus()
    return main_window.composer


def press(qtbot: QtBot, window: MainWindow, action_id: str) -> None:
    """Press the keys of a command where the focus is."""
    combination = window.registry.action(action_id).shortcut()[0]  # type: ignore[index]
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())


def put_caret(page: ComposerPage, place: int) -> None:
    page.desk.editor.select(Span(place, place), focus=True)
    page.desk.watch.settle()


def write(qtbot: QtBot, page: ComposerPage, text: str, typed: str) -> None:
    """Show a text, and type at its end."""
    page.parts.files.open_text(text, "typed")
    put_caret(page, len(page.desk.editor.text()) - 1)
    qtbot.keyClicks(page.desk.editor, typed)


def entries(page: ComposerPage) -> list[str]:
    completer = page.rooms[WritingRoom].commands.completer
    if not completer.is_open or completer.popup is None:
        return []
    model = completer.popup.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


# Explanations


def test_the_first_text_is_explained_before_a_key_is_pressed(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    main_window.show_page("composer")
    qtbot.waitUntil(lambda: bool(main_window.composer.rooms[WritingRoom].explanation.text()))


def test_the_line_explains_the_caret(composer: ComposerPage, qtbot: QtBot) -> None:
    put_caret(composer, TUNE.index("GAB"))
    qtbot.waitUntil(lambda: "G above middle C" in composer.rooms[WritingRoom].explanation.text())
    put_caret(composer, TUNE.index("6/8"))
    qtbot.waitUntil(lambda: "6 eighth notes" in composer.rooms[WritingRoom].explanation.text())
    assert "6 eighth notes" in composer.rooms[WritingRoom].explanation.toolTip()


def test_a_click_on_an_explanation_that_is_cut_shows_all_of_it(
    composer: ComposerPage, qtbot: QtBot
) -> None:
    line = composer.rooms[WritingRoom].explanation
    composer.desk.editor.setFocus()
    for words, is_cut in (("C is a note.", False), ("The sharp written here holds. " * 20, True)):
        line.set_text(words.strip())
        QToolTip.hideText()
        assert (line.shown_words() != line.text()) is is_cut
        qtbot.mouseClick(line.words, Qt.MouseButton.LeftButton)
        shown = " ".join(QToolTip.text().split()) if QToolTip.isVisible() else ""
        assert shown == (line.text() if is_cut else "")
    QToolTip.hideText()
    assert composer.desk.editor.hasFocus()


def test_typing_is_explained_when_it_has_been_read(composer: ComposerPage, qtbot: QtBot) -> None:
    put_caret(composer, len(TUNE) - 1)
    qtbot.keyClicks(composer.desk.editor, "c'2")
    qtbot.waitUntil(
        lambda: composer.rooms[WritingRoom].explanation.text().startswith("C two octaves above")
    )


def test_blanks_behind_the_last_line_do_not_hide_it(composer: ComposerPage, qtbot: QtBot) -> None:
    write(qtbot, composer, HEADER + "V:1", " ")
    composer.desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    composer.desk.editor.textCursor().deletePreviousChar()
    assert composer.desk.editor.text().endswith("V:1 ")
    qtbot.waitUntil(lambda: "voice 1" in composer.rooms[WritingRoom].explanation.text())
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: composer.rooms[WritingRoom].explanation.text() == "Nothing stands here yet."
    )


def test_the_line_can_be_switched_off_and_that_is_remembered(
    composer: ComposerPage, main_window: MainWindow
) -> None:
    action = main_window.registry.action("view.explain")
    assert action.isChecked()
    action.trigger()
    assert composer.rooms[WritingRoom].explanation.isHidden()
    assert not main_window.studio.settings.explain_caret
    action.trigger()
    assert composer.rooms[WritingRoom].explanation.isVisible()
    assert main_window.studio.settings.explain_caret


def test_the_mouse_hears_of_the_problem_first(composer: ComposerPage) -> None:
    place = TUNE.index("GAB")
    composer.desk.editor.marks.set_problems(
        [ProblemMark(Span(place, place + 1), "error", "Wrong <b>.")]
    )
    said = composer.desk.editor.tooltip_at(place)
    assert said.index(tooltip("Wrong <b>.")) < said.index("G above middle C")
    assert composer.desk.editor.tooltip_at(len(TUNE) + 5) == ""


def test_the_mouse_points_at_the_character_under_it(composer: ComposerPage) -> None:
    editor = composer.desk.editor
    place = TUNE.index("GAB")
    cursor = editor.textCursor()
    cursor.setPosition(place)
    left = editor.cursorRect(cursor)
    cursor.setPosition(place + 1)
    right = editor.cursorRect(cursor)
    for x in (left.left() + 1, right.left() - 1):
        assert editor.offset_under(QPoint(x, left.center().y())) == place
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    end = editor.cursorRect(cursor)
    assert editor.offset_under(end.center() + QPoint(40, 0)) is None
    assert editor.offset_under(QPoint(left.left(), editor.viewport().height() - 2)) is None


def test_a_long_explanation_is_cut_and_whole_in_the_tooltip(composer: ComposerPage) -> None:
    line = composer.rooms[WritingRoom].explanation
    line.set_text("word " * 100)
    shown = line.findChildren(type(line.words))[-1].text()
    assert shown.endswith("…")
    assert line.toolTip().count("word") == 100
    line.set_text("Ends a line: <EOL>, $.")
    assert "<EOL>" in line.toolTip()


# Completion


def test_a_field_opens_the_list_and_tab_takes_the_first(
    composer: ComposerPage, qtbot: QtBot
) -> None:
    write(qtbot, composer, "X:1\nT:a\n\n", "M")
    assert entries(composer) == ["M:", "m:"]
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Tab)
    assert composer.desk.editor.text().endswith("\nM:\n")
    assert entries(composer)[:2] == ["4/4", "6/8"]
    qtbot.keyClicks(composer.desk.editor, "6")
    assert entries(composer) == ["6/8"]
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Tab)
    assert composer.desk.editor.text().endswith("\nM:6/8\n")
    assert not entries(composer)
    assert composer.desk.editor.hasFocus()


def test_return_is_a_new_line_until_something_was_chosen(
    composer: ComposerPage, qtbot: QtBot
) -> None:
    write(qtbot, composer, HEADER + "G3", " !tr")
    assert entries(composer)[0] == "trill"
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Return)
    assert composer.desk.editor.text() == HEADER + "G3 !tr\n\n"
    assert not entries(composer)
    qtbot.keyClicks(composer.desk.editor, "A!tr")
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Down)
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Return)
    assert composer.desk.editor.text().endswith("\nA!trill!\n")


def test_plain_music_and_words_open_nothing(composer: ComposerPage, qtbot: QtBot) -> None:
    write(qtbot, composer, HEADER, "")
    typed = ""
    for sign in "A2Bc (3def|z4 G2:|":
        qtbot.keyClicks(composer.desk.editor, sign)
        typed += sign
        assert not entries(composer), typed
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(composer.desk.editor, "w")
    assert entries(composer) == ["w:", "W:"]
    qtbot.keyClicks(composer.desk.editor, ": my bon-nie")
    assert not entries(composer)
    assert composer.desk.editor.text().endswith("\nw: my bon-nie\n")


def test_chords_that_fit_the_key_come_first_and_close_their_quote(
    composer: ComposerPage, qtbot: QtBot
) -> None:
    write(qtbot, composer, HEADER + "G3", '"')
    assert entries(composer)[:3] == ["G", "C", "D"]
    qtbot.keyClicks(composer.desk.editor, "E")
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Down)
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Tab)
    assert composer.desk.editor.text().endswith('G3"Em"\n')
    composer.desk.editor.undo()
    assert composer.desk.editor.text().endswith('G3"E\n')


def test_escape_closes_for_good_and_stops_nothing_else(
    composer: ComposerPage, qtbot: QtBot
) -> None:
    write(qtbot, composer, HEADER + "G3", "!f")
    assert entries(composer)
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Escape)
    assert not entries(composer)
    qtbot.keyClicks(composer.desk.editor, "f")
    assert not entries(composer)
    qtbot.keyClicks(composer.desk.editor, "! !f")
    assert entries(composer)


def test_asking_opens_the_list_and_return_takes(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    write(qtbot, composer, "X:1\nK:", "")
    assert not entries(composer)
    press(qtbot, main_window, "edit.complete")
    assert entries(composer)[0] == "G"
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Down)
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Return)
    assert composer.desk.editor.text() == "X:1\nK:D\n"


def test_asking_where_nothing_is_known_says_so(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    seen: list[str] = []
    main_window.studio.notice_requested.connect(lambda notice: seen.append(notice.text))
    put_caret(composer, TUNE.index("Kesh") + 2)
    press(qtbot, main_window, "edit.complete")
    assert seen == ["Nothing is known that could be chosen here."]


def test_a_click_takes_an_entry_and_going_away_closes(composer: ComposerPage, qtbot: QtBot) -> None:
    write(qtbot, composer, HEADER + "G3", "!fer")
    popup = composer.rooms[WritingRoom].commands.completer.popup
    assert popup is not None
    where = popup.list.visualRect(popup.list.model().index(0, 0)).center()
    qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert composer.desk.editor.text().endswith("G3!fermata!\n")
    qtbot.keyClicks(composer.desk.editor, "!")
    assert popup.isVisible()
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Home)
    qtbot.waitUntil(popup.isHidden)
    qtbot.keyClicks(composer.desk.editor, "!")
    assert popup.isVisible()
    composer.parts.score.setFocus()
    qtbot.waitUntil(popup.isHidden)


def test_the_list_stays_inside_the_window(composer: ComposerPage, qtbot: QtBot) -> None:
    write(qtbot, composer, HEADER + "\n" * 40 + "X:2\nK:", "G ")
    qtbot.keyClicks(composer.desk.editor, "c")
    popup = composer.rooms[WritingRoom].commands.completer.popup
    assert popup is not None
    assert popup.isVisible()
    assert composer.window().rect().contains(popup.geometry())


# Brackets


def lit(page: ComposerPage, color: str) -> list[str]:
    return [
        mark.cursor.selectedText()
        for mark in page.desk.editor.extraSelections()
        if mark.format.foreground().color().name() == color
    ]


def test_partners_are_lit_and_a_lonely_bracket_is_red(composer: ComposerPage, qtbot: QtBot) -> None:
    put_caret(composer, TUNE.index("(A3"))
    qtbot.waitUntil(lambda: lit(composer, LIGHT.accent) == ["(", ")"])
    put_caret(composer, TUNE.index("|:"))
    qtbot.waitUntil(lambda: lit(composer, LIGHT.accent) == ["|:", ":|"])
    put_caret(composer, len(TUNE) - 1)
    qtbot.keyClicks(composer.desk.editor, "(")
    qtbot.waitUntil(lambda: lit(composer, LIGHT.error) == ["("])
    put_caret(composer, TUNE.index("Kesh"))
    qtbot.waitUntil(lambda: not lit(composer, LIGHT.error))


def test_a_key_goes_to_the_partner_and_back(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    put_caret(composer, TUNE.index("(A3"))
    press(qtbot, main_window, "edit.matching_bracket")
    assert composer.desk.editor.caret() == TUNE.index(")")
    press(qtbot, main_window, "edit.matching_bracket")
    assert composer.desk.editor.caret() == TUNE.index("(A3")


# Closing brackets


@pytest.fixture
def closing(composer: ComposerPage, main_window: MainWindow, qtbot: QtBot) -> ComposerPage:
    action = main_window.registry.action("edit.close_brackets")
    assert not action.isChecked()
    action.trigger()
    assert main_window.studio.settings.close_brackets
    write(qtbot, composer, HEADER, "")
    composer.desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    return composer


def last_line(page: ComposerPage) -> str:
    return page.desk.editor.text().split("\n")[-1]


def test_brackets_are_not_closed_unless_wanted(composer: ComposerPage, qtbot: QtBot) -> None:
    write(qtbot, composer, HEADER + "A ", '([{"')
    assert composer.desk.editor.text() == HEADER + 'A ([{"\n'


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("(AB", "(AB)"),
        ("(AB) c", "(AB) c"),
        ("[CEG]2", "[CEG]2"),
        ("{g}A", "{g}A"),
        ("([{", "([{}])"),
        ("(3ABc", "(3ABc"),
        ("|[1 A", "|[1 A"),
        ("A[|", "A[|"),
        ('"Am"A', '"Am"A'),
        ("w:(no", "w:(no"),
        ("% (no", "% (no"),
        (")", ")"),
    ],
)
def test_brackets_are_closed(
    closing: ComposerPage, qtbot: QtBot, typed: str, expected: str
) -> None:
    qtbot.keyClicks(closing.desk.editor, typed)
    assert last_line(closing) == expected


def test_backspace_takes_both_and_each_is_one_step(closing: ComposerPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(closing.desk.editor, "A (")
    assert last_line(closing) == "A ()"
    qtbot.keyClick(closing.desk.editor, Qt.Key.Key_Backspace)
    assert last_line(closing) == "A "
    closing.desk.editor.undo()
    assert last_line(closing) == "A ()"


def test_what_is_selected_goes_inside_the_brackets(closing: ComposerPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(closing.desk.editor, "AB cd")
    end = len(closing.desk.editor.text())
    closing.desk.editor.select(Span(end - 2, end), focus=True)
    qtbot.keyClicks(closing.desk.editor, "(")
    assert last_line(closing) == "AB (cd)"


def test_a_closed_quote_still_offers_chords(closing: ComposerPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(closing.desk.editor, '"')
    assert entries(closing)[:2] == ["G", "C"]
    qtbot.keyClick(closing.desk.editor, Qt.Key.Key_Tab)
    assert last_line(closing) == '"G"'


# Remarks


def test_lines_become_remarks_and_music_again(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    start = TUNE.index("M:6/8")
    composer.desk.editor.select(Span(start, TUNE.index("K:G")), focus=True)
    press(qtbot, main_window, "edit.toggle_comment")
    assert "\n% M:6/8\n% L:1/8\nK:G" in composer.desk.editor.text()
    press(qtbot, main_window, "edit.toggle_comment")
    assert composer.desk.editor.text() == TUNE
    composer.desk.editor.undo()
    assert "\n% M:6/8\n% L:1/8\nK:G" in composer.desk.editor.text()
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == TUNE


# Snippets


def choose_snippet(qtbot: QtBot, window: MainWindow, letters: str) -> None:
    press(qtbot, window, "edit.insert")
    search = window.composer.rooms[WritingRoom].commands.snippets.list.search
    assert search.hasFocus()
    qtbot.keyClicks(search, letters)
    qtbot.keyClick(search, Qt.Key.Key_Return)


def test_a_snippet_is_put_in_and_tab_walks_its_places(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    put_caret(composer, len(TUNE))
    choose_snippet(qtbot, main_window, "two endings")
    editor = composer.desk.editor
    assert editor.text() == TUNE + "|:  |1  :|2  |]"
    assert editor.hasFocus()
    qtbot.keyClicks(editor, "ABc")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.textCursor().position() == len(TUNE) + len("|: ABc |1 ")
    qtbot.keyClicks(editor, "d3")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.textCursor().position() == len(TUNE) + len("|: ABc |1 d3 :|2 ")
    qtbot.keyClicks(editor, "e3")
    assert editor.text() == TUNE + "|: ABc |1 d3 :|2 e3 |]"


def test_shift_tab_goes_back_and_escape_lets_tab_be_tab(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    put_caret(composer, len(TUNE))
    choose_snippet(qtbot, main_window, "two endings")
    editor = composer.desk.editor
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert editor.caret() == len(TUNE) + 3
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()


def test_the_selection_goes_inside_and_is_one_undo_step(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    place = TUNE.index("GAB")
    composer.desk.editor.select(Span(place, place + 3), focus=True)
    choose_snippet(qtbot, main_window, "slur")
    assert "G3 (GAB)|" in composer.desk.editor.text()
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == TUNE


def test_a_new_tune_stands_apart_and_has_the_next_number(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    put_caret(composer, len(TUNE))
    choose_snippet(qtbot, main_window, "new tune: reel")
    assert composer.desk.editor.text().startswith(TUNE + "\nX:2\nT:Untitled\nR:reel\nM:4/4\n")
    assert composer.desk.editor.textCursor().selectedText() == "Untitled"


def test_a_new_text_from_a_template(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    main_window.registry.action("file.new_from_template").trigger()
    snippets = composer.rooms[WritingRoom].commands.snippets
    assert snippets.list.list.count() == len(TEMPLATES)
    qtbot.keyClicks(snippets.list.search, "waltz")
    qtbot.keyClick(snippets.list.search, Qt.Key.Key_Return)
    assert composer.desk.editor.text().startswith("X:1\nT:Untitled\nR:waltz\nM:3/4\nL:1/8\nK:G\n")
    qtbot.keyClicks(composer.desk.editor, "My waltz")
    assert "T:My waltz\n" in composer.desk.editor.text()
    assert not composer.desk.watch.settle().problems()


def test_own_snippets_are_kept_listed_and_deleted(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    place = TUNE.index("(A3 ABd)")
    composer.desk.editor.select(Span(place, place + 8), focus=True)
    main_window.registry.action("edit.keep_snippet").trigger()
    (dialog,) = [d for d in composer.findChildren(QInputDialog) if d.isVisible()]
    assert dialog.textValue() == "(A3 ABd)"
    dialog.setTextValue("My turn")
    dialog.accept()
    qtbot.waitUntil(lambda: snippets_file().is_file())
    data = json.loads(Path(snippets_file()).read_text(encoding="utf-8"))
    assert data["snippets"] == [{"name": "My turn", "body": "(A3 ABd)"}]
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    put_caret(composer, len(TUNE))
    choose_snippet(qtbot, main_window, "my turn")
    assert composer.desk.editor.text() == TUNE + "(A3 ABd)"
    press(qtbot, main_window, "edit.insert")
    snippets = composer.rooms[WritingRoom].commands.snippets
    assert snippets.list.list.item(0).text() == "My turn"
    qtbot.keyClick(snippets.list.search, Qt.Key.Key_Delete)
    assert snippets.list.list.item(0).text() != "My turn"
    qtbot.waitUntil(
        lambda: not json.loads(Path(snippets_file()).read_text(encoding="utf-8"))["snippets"]
    )
    qtbot.keyClick(snippets.list.search, Qt.Key.Key_Escape)
    assert composer.desk.editor.hasFocus()


def test_nothing_selected_keeps_nothing(composer: ComposerPage, main_window: MainWindow) -> None:
    seen: list[str] = []
    main_window.studio.notice_requested.connect(lambda notice: seen.append(notice.text))
    put_caret(composer, 3)
    main_window.registry.action("edit.keep_snippet").trigger()
    assert seen == ["First select the text for the snippet."]


def test_while_the_network_writes_nothing_is_put_in(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    document = Document("take")
    document.begin_composing()
    composer.desk.documents.add(document)
    for action_id in ("edit.complete", "edit.insert", "edit.toggle_comment"):
        action = main_window.registry.action(action_id)
        assert not action.isEnabled()
        assert "still writing" in action.toolTip()
    document.end_composing("X:1\nK:C\nA|\n")
    assert main_window.registry.action("edit.insert").isEnabled()


def test_other_colours_reach_the_popups(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    write(qtbot, composer, HEADER + "G3", "!f")
    main_window.studio.update_settings(theme="dark")
    popup = composer.rooms[WritingRoom].commands.completer.popup
    assert popup is not None
    assert DARK.base in popup.styleSheet()
    assert popup.mapToGlobal(QPoint(0, 0)).x() >= 0


def test_help_for_the_text_is_about_writing(
    composer: ComposerPage, main_window: MainWindow, qtbot: QtBot
) -> None:
    composer.desk.editor.setFocus()
    press(qtbot, main_window, "help.here")
    assert main_window.rooms[Helpers].dialogs.help_window is not None
    assert main_window.rooms[Helpers].dialogs.help_window.topic == "writing"
    main_window.rooms[Helpers].dialogs.help_window.close()


def test_every_command_says_what_it_does_and_can_be_found(main_window: MainWindow) -> None:
    for action_id in (
        "edit.replace", "edit.complete", "edit.insert", "edit.keep_snippet", "edit.toggle_comment",
        "edit.matching_bracket", "edit.close_brackets", "view.explain", "file.new_from_template",
    ):  # fmt: skip
        action = main_window.registry.action(action_id)
        assert len(action.statusTip()) > len(action.text()) / 2
        assert action.toolTip()
