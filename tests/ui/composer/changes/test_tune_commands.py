"""Tunes changed as music through the window: by keys, dialogs and the menu, each one undo step."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.ui.composer.changes.transpose_dialog import TransposeDialog
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.controls.choice_dialog import ChoiceDialog
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

KESH = "X:1\nT:Kesh\nM:6/8\nL:1/8\nQ:3/8=110\nK:G\nG3 GAB|A3 ABd|e3 g3|d6|\n"
BOOK = KESH + "\nX:1\nT:Another\nM:4/4\nL:1/8\nK:D\nDEFG A4|d8|\n"


@pytest.fixture
def composer(qtbot: QtBot, main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    main_window.composer.parts.files.open_text(BOOK, "book")
    main_window.composer.desk.watch.settle()
    main_window.composer.desk.editor.setFocus()
    return main_window.composer


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


def press(qtbot: QtBot, window: MainWindow, action_id: str) -> None:
    """Press the keys of a command where the focus is."""
    combination = window.registry.action(action_id).shortcut()[0]  # type: ignore[index]
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())


def dialog_of(page: ComposerPage, kind: type[Any]) -> Any:
    (found,) = [dialog for dialog in page.findChildren(kind) if dialog.isVisible()]
    return found


def undo_gives_back(page: ComposerPage, text: str) -> None:
    """Take one step back and expect the text as it was, to the byte."""
    assert page.desk.editor.text() != text
    page.desk.editor.undo()
    assert page.desk.editor.text() == text


@pytest.mark.parametrize(
    ("action_id", "expected"),
    [
        ("tune.transpose_up", "K:Ab\nA3 ABc|B3 Bce|f3 a3|e6|\n"),
        ("tune.transpose_down", "K:F#\nF3 FGA|G3 GAc|d3 f3|c6|\n"),
        ("tune.transpose_octave_up", "K:G\ng3 gab|a3 abd'|e'3 g'3|d'6|\n"),
        ("tune.transpose_octave_down", "K:G\nG,3 G,A,B,|A,3 A,B,D|E3 G3|D6|\n"),
        ("tune.halve_lengths", "Q:3/16=110\nK:G\nG3/2 G/A/B/|A3/2 A/B/d/|e3/2 g3/2|d3|\n"),
        ("tune.double_lengths", "Q:3/4=110\nK:G\nG6 G2A2B2|A6 A2B2d2|e6 g6|d12|\n"),
    ],
)
def test_keys_change_the_tune_at_the_caret(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, action_id: str, expected: str
) -> None:
    composer.desk.editor.select(Span(40, 40), focus=True)
    press(qtbot, main_window, action_id)
    changed = composer.desk.editor.text()
    assert expected in changed
    assert changed.endswith("\nX:1\nT:Another\nM:4/4\nL:1/8\nK:D\nDEFG A4|d8|\n")
    undo_gives_back(composer, BOOK)


def test_an_octave_moves_the_selected_notes_and_keeps_them_selected(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    start = BOOK.index("A3 ABd")
    composer.desk.editor.select(Span(start, start + 6), focus=True)
    press(qtbot, main_window, "tune.transpose_octave_up")
    assert "K:G\nG3 GAB|a3 abd'|e3 g3|d6|\n" in composer.desk.editor.text()
    press(qtbot, main_window, "tune.transpose_octave_down")
    press(qtbot, main_window, "tune.transpose_octave_down")
    assert "K:G\nG3 GAB|A,3 A,B,D|e3 g3|d6|\n" in composer.desk.editor.text()
    for _ in range(3):
        composer.desk.editor.undo()
    assert composer.desk.editor.text() == BOOK


def test_a_selection_without_notes_is_explained(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice]
) -> None:
    composer.desk.editor.select(Span(0, 3), focus=True)
    press(qtbot, main_window, "tune.transpose_octave_up")
    assert "Select some notes" in notices[-1].text
    assert composer.desk.editor.text() == BOOK


def test_transposing_to_a_key_shows_what_comes_out(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    press(qtbot, main_window, "tune.transpose")
    dialog = dialog_of(composer, TransposeDialog)
    assert isinstance(dialog, TransposeDialog)
    assert dialog.key.currentText() == "G major"
    assert not dialog.transpose_button.isEnabled()
    dialog.key.setCurrentIndex(dialog.key.findData("Bb"))
    assert dialog.preview.text() == "The tune in G major comes out in B♭ major, with 2 flats."
    dialog.key_way.setCurrentIndex(dialog.key_way.findData("down"))
    qtbot.mouseClick(dialog.transpose_button, Qt.MouseButton.LeftButton)
    assert "K:Bb\nB,3 B,CD|C3 CDF|G3 B3|F6|\n" in composer.desk.editor.text()
    undo_gives_back(composer, BOOK)


def test_a_letter_chooses_the_key_without_a_sign_first(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    press(qtbot, main_window, "tune.transpose")
    dialog = dialog_of(composer, TransposeDialog)
    assert isinstance(dialog, TransposeDialog)
    for letter in "ebac":
        qtbot.keyClicks(dialog.key, letter)
        assert dialog.key.currentData() == letter.upper()
    assert dialog.to_key.isChecked()
    assert "C major" in dialog.preview.text()
    dialog.reject()


def test_transposing_by_an_interval_and_leaving_it(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    press(qtbot, main_window, "tune.transpose")
    dialog = dialog_of(composer, TransposeDialog)
    assert isinstance(dialog, TransposeDialog)
    dialog.interval.setCurrentIndex(dialog.interval.findData("M2"))
    dialog.interval.activated.emit(dialog.interval.currentIndex())
    assert dialog.by_interval.isChecked()
    assert "A major, with 3 sharps" in dialog.preview.text()
    dialog.interval_way.setCurrentIndex(dialog.interval_way.findData("down"))
    assert "F major, with one flat" in dialog.preview.text()
    dialog.reject()
    assert composer.desk.editor.text() == BOOK


def test_measures_per_line_and_columns(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    press(qtbot, main_window, "tune.measures_per_line")
    dialog = dialog_of(composer, ChoiceDialog)
    assert isinstance(dialog, ChoiceDialog)
    assert dialog.number is not None
    assert dialog.switch is not None
    dialog.number.setValue(2)
    dialog.switch.setChecked(True)
    qtbot.mouseClick(dialog.agree_button, Qt.MouseButton.LeftButton)
    assert "K:G\nG3 GAB|A3 ABd|\ne3 g3 |d6    |\n" in composer.desk.editor.text()
    undo_gives_back(composer, BOOK)


def test_another_unit_note_length(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    main_window.registry.action("tune.unit_note_length").trigger()
    dialog = dialog_of(composer, ChoiceDialog)
    assert isinstance(dialog, ChoiceDialog)
    assert dialog.choice is not None
    assert dialog.choice.currentText() == "1/8"
    dialog.choice.setCurrentIndex(dialog.choice.findText("1/16"))
    qtbot.mouseClick(dialog.agree_button, Qt.MouseButton.LeftButton)
    assert "L:1/16\nQ:3/8=110\nK:G\nG6 G2A2B2|" in composer.desk.editor.text()
    undo_gives_back(composer, BOOK)


def test_tunes_are_numbered_and_sorted(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    main_window.registry.action("tune.renumber").trigger()
    dialog = dialog_of(composer, ChoiceDialog)
    assert isinstance(dialog, ChoiceDialog)
    assert dialog.number is not None
    dialog.number.setValue(5)
    qtbot.mouseClick(dialog.agree_button, Qt.MouseButton.LeftButton)
    assert composer.desk.editor.text() == BOOK.replace("X:1\nT:K", "X:5\nT:K").replace(
        "X:1\nT:A", "X:6\nT:A"
    )
    undo_gives_back(composer, BOOK)
    main_window.registry.action("tune.sort_by_title").trigger()
    assert composer.desk.editor.text().index("T:Another") < composer.desk.editor.text().index(
        "T:Kesh"
    )
    undo_gives_back(composer, BOOK)


def test_sorting_moves_a_tune_without_a_number_in_one_step(
    main_window: MainWindow, composer: ComposerPage
) -> None:
    text = "%abc-2.1\n\nX:1\nT:Whelan's\nK:G\nG8|\n\n% bare\nT:Banish\nK:D\nD8|\n"
    composer.parts.files.open_text(text, "mixed")
    composer.desk.watch.settle()
    main_window.registry.action("tune.sort_by_title").trigger()
    assert composer.desk.editor.text() == (
        "%abc-2.1\n\n% bare\nT:Banish\nK:D\nD8|\n\nX:1\nT:Whelan's\nK:G\nG8|\n"
    )
    undo_gives_back(composer, text)


def test_old_breaks_become_line_ends(main_window: MainWindow, composer: ComposerPage) -> None:
    old = "X:1\nK:C\nC8|!D8|\n"
    composer.parts.files.open_text(old, "old")
    composer.desk.watch.settle()
    main_window.registry.action("tune.modern_line_breaks").trigger()
    assert composer.desk.editor.text() == "X:1\nK:C\nC8|\nD8|\n"
    undo_gives_back(composer, old)


def test_what_cannot_be_done_says_why(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice]
) -> None:
    text = "X:1\nL:1/8\nM:none\nK:C\nZ A|\n"
    composer.parts.files.open_text(text, "free")
    composer.desk.watch.settle()
    press(qtbot, main_window, "tune.double_lengths")
    assert "without changing what is heard" in notices[-1].text
    assert composer.desk.editor.text() == text


def test_without_a_tune_the_commands_say_so(
    main_window: MainWindow, composer: ComposerPage
) -> None:
    composer.parts.files.open_text("", "empty")
    composer.desk.watch.settle()
    for action_id in ("tune.transpose", "tune.halve_lengths", "tune.renumber"):
        action = main_window.registry.action(action_id)
        assert not action.isEnabled()
        assert "There is no tune yet." in action.toolTip()
    composer.parts.files.open_text("K:C\nCDEF|\n", "headless")
    composer.desk.watch.settle()
    assert main_window.registry.action("tune.transpose").isEnabled()
    assert "no tune" not in main_window.registry.action("tune.transpose").toolTip()
    assert "X:" in main_window.registry.action("tune.renumber").toolTip()


def test_a_problem_is_fixed_by_key_and_by_button(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    text = "X:1\nL:1/8\nM:4/4\nK:C\nCDEF ;GABc|C8|;D8|\n"
    composer.parts.files.open_text(text, "doubtful")
    composer.desk.watch.settle()
    place = text.index(";")
    composer.desk.editor.select(Span(place, place), focus=True)
    assert composer.rooms[ProblemsRoom].strip.fix_button.isVisible()
    assert composer.rooms[ProblemsRoom].strip.fix_button.text() == "Remove ;"
    press(qtbot, main_window, "tune.fix_problem")
    once = text.replace(" ;", " ")
    assert composer.desk.editor.text() == once
    qtbot.mouseClick(composer.rooms[ProblemsRoom].strip.fix_button, Qt.MouseButton.LeftButton)
    assert composer.desk.editor.text() == once.replace(";", "")
    assert not composer.rooms[ProblemsRoom].strip.fix_button.isVisible()
    assert not main_window.registry.action("tune.fix_problem").isEnabled()
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == once


def test_the_menu_parts_the_commands_into_groups(main_window: MainWindow) -> None:
    main_window.rooms[Helpers].menus.rebuild()
    texts = [action.text() for action in main_window.rooms[Helpers].menus.menus["tune"].actions()]
    assert texts[:3] == ["&Compose", "C&hange", "&Measures"]
    texts = [
        action.text()
        for action in main_window.rooms[Helpers].menus.submenus["tune.change"].actions()
    ]
    assert texts.count("") == 1
    assert texts.index("&Transpose…") < texts.index("&Halve the note lengths")


def test_no_two_commands_share_their_keys(main_window: MainWindow) -> None:
    commands = [command for command in main_window.registry.commands() if command.spec.keys]
    for command in commands:
        rivals = [c for c in commands if c.competes_with(command)]
        assert command.spec.keys not in [c.spec.keys for c in rivals], command.action_id
