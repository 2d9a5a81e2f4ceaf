"""Notes entered through the window: by keys, on the piano and by a MIDI keyboard of the test's.

Over 400 lines: three ways of entering the same notes share the page and what they expect.
"""

from collections import deque

import mido
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.playback.midi.midi_input import MidiInput
from abcstudio.ui.composer.changes.room import ChangesRoom
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.note_entry.room import NoteEntryRoom
from abcstudio.ui.composer.note_entry.writer import NEW_TUNE
from abcstudio.ui.playback.midi_keyboard import MidiKeyboard
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.players import Players

pytestmark = pytest.mark.one_window

JIG = "X:1\nM:6/8\nL:1/8\nK:D\n"
PATIENCE_MS = 5000


@pytest.fixture
def composer(qtbot: QtBot, main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    main_window.composer.parts.files.open_text(JIG, "jig")
    main_window.composer.desk.watch.settle()
    main_window.composer.desk.editor.setFocus()
    to_end(main_window.composer)
    return main_window.composer


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


@pytest.fixture
def heard(composer: ComposerPage, monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, ...]]:
    """What is to sound, instead of sounding."""
    found: list[tuple[float, ...]] = []
    live = composer.parts.playback.live
    monkeypatch.setattr(live, "sound", lambda pitches, *_: found.append(tuple(pitches)))
    return found


def to_end(composer: ComposerPage) -> None:
    end = len(composer.desk.editor.text())
    composer.desk.editor.select(Span(end, end))


def keys(qtbot: QtBot, composer: ComposerPage, typed: str) -> None:
    """Type characters; capital letters are with Shift."""
    for sign in typed:
        if sign.isupper():
            qtbot.keyClick(composer.desk.editor, sign, Qt.KeyboardModifier.ShiftModifier)
        else:
            qtbot.keyClicks(composer.desk.editor, sign)


def start(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_F6)
    assert composer.rooms[NoteEntryRoom].entry.is_on
    assert composer.rooms[NoteEntryRoom].bar.isVisible()


def music(composer: ComposerPage) -> str:
    return composer.desk.editor.text().removeprefix(JIG).rstrip("\n")


def test_undo_puts_the_caret_back(
    qtbot: QtBot, composer: ComposerPage, heard: list[tuple[float, ...]]
) -> None:
    start(qtbot, composer)
    carets = []
    for letter in "dfa":
        carets.append(composer.desk.editor.caret())
        keys(qtbot, composer, letter)
    for caret in reversed(carets):
        qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert composer.desk.editor.caret() == caret
    assert composer.desk.editor.text() == JIG


def test_letters_are_notes_until_the_mode_is_left(
    qtbot: QtBot, composer: ComposerPage, heard: list[tuple[float, ...]]
) -> None:
    start(qtbot, composer)
    keys(qtbot, composer, "defgab")
    assert music(composer) == "def gab|"
    keys(qtbot, composer, "5c.c4")
    assert (
        composer.rooms[NoteEntryRoom].entry.state.length
        == composer.rooms[NoteEntryRoom].entry.state.base * 3 / 2
    )
    keys(qtbot, composer, ".r")
    assert music(composer) == "def gab|c'2c'3 z|"
    assert heard[:3] == [(74,), (76,), (78,)]
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Escape)
    assert not composer.rooms[NoteEntryRoom].entry.is_on
    assert not composer.rooms[NoteEntryRoom].bar.isVisible()
    keys(qtbot, composer, "e4")
    assert music(composer) == "def gab|c'2c'3 z|e4"


def test_a_change_that_is_made_again_puts_the_caret_where_it_had_put_it(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    editor = composer.desk.editor
    composer.parts.files.open_text(JIG + "DFA dfa|gfe d3|]\n", "notes")
    first = len(JIG)
    editor.select(Span(first, first))
    main_window.registry.action("note.step_up").trigger()
    changed, chosen = editor.text(), editor.selection()
    assert changed.startswith(JIG + "E")
    editor.undo()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(editor, Qt.Key.Key_Z, modifiers)
    assert editor.text() == changed
    assert editor.selection() == chosen
    # What is written in its place is made again with a caret of its own.
    editor.undo()
    editor.select(Span(first, first))
    editor.insertPlainText("e")
    editor.undo()
    editor.redo()
    assert editor.caret() == first + 1


def test_each_note_is_one_step_to_undo_and_can_be_made_again(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    start(qtbot, composer)
    texts = [composer.desk.editor.text()]
    for key in "defgabcr":
        keys(qtbot, composer, key)
        texts.append(composer.desk.editor.text())
    assert len(set(texts)) == len(texts)
    for text in reversed(texts[:-1]):
        composer.desk.editor.undo()
        assert composer.desk.editor.text() == text
    for text in texts[1:]:
        composer.desk.editor.redo()
        assert composer.desk.editor.text() == text


def test_what_is_typed_after_a_note_is_a_step_of_its_own(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    start(qtbot, composer)
    keys(qtbot, composer, "ga")
    before = composer.desk.editor.text()
    keys(qtbot, composer, "b")
    noted = composer.desk.editor.text()
    keys(qtbot, composer, "|")
    assert music(composer) == music(composer).rstrip("|") + "|"
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == noted
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == before


def test_the_last_note_is_moved_altered_tied_and_taken_back(
    qtbot: QtBot, composer: ComposerPage, heard: list[tuple[float, ...]]
) -> None:
    start(qtbot, composer)
    keys(qtbot, composer, "a")
    assert music(composer) == "A"
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Up)
    assert music(composer) == "B"
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert music(composer) == "B,"
    keys(qtbot, composer, "-")
    assert music(composer) == "_B,"
    keys(qtbot, composer, "++")
    assert music(composer) == "^B,"
    assert heard == [(69,), (71,), (59,), (58,), (59,), (60,)]
    keys(qtbot, composer, "t")
    assert music(composer) == "^B,-"
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Backspace)
    assert music(composer) == ""


def test_a_chord_and_a_triplet(qtbot: QtBot, composer: ComposerPage) -> None:
    start(qtbot, composer)
    keys(qtbot, composer, "dFA")
    assert music(composer) == "[dfa]"
    qtbot.mouseClick(composer.rooms[NoteEntryRoom].bar.chord, Qt.MouseButton.LeftButton)
    keys(qtbot, composer, "d")
    assert music(composer) == "[dfad']"
    qtbot.mouseClick(composer.rooms[NoteEntryRoom].bar.chord, Qt.MouseButton.LeftButton)
    keys(qtbot, composer, "pefg")
    assert music(composer) == "[dfad'](3e'f'g'"
    assert not composer.rooms[NoteEntryRoom].bar.triplet.isChecked()


def test_the_buttons_do_what_the_keys_do(qtbot: QtBot, composer: ComposerPage) -> None:
    start(qtbot, composer)
    bar = composer.rooms[NoteEntryRoom].bar
    quarter = next(b for base, b in bar.lengths.items() if base.denominator == 4)
    for button in (quarter, bar.dot, bar.rest):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert quarter.isChecked()
    assert music(composer) == "z3"
    keys(qtbot, composer, "a")
    qtbot.mouseClick(bar.tie, Qt.MouseButton.LeftButton)
    assert music(composer) == "z3 A3-|"
    assert "dotted quarter near" in bar.sentence.toolTip()
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not composer.rooms[NoteEntryRoom].entry.is_on
    assert QApplication.focusWidget() is composer.desk.editor


def test_each_sentence_has_room_in_the_window_that_the_layout_is_made_for(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    main_window.resize(1280, 800)
    start(qtbot, composer)
    bar = composer.rooms[NoteEntryRoom].bar
    said = []

    def look() -> None:
        said.append(bar.sentence.toolTip())
        assert bar.sentence.text() == said[-1]

    for sign in ("7", "6", "5", "4", "3", ".", "p"):
        keys(qtbot, composer, sign)
        look()
    qtbot.mouseClick(bar.chord, Qt.MouseButton.LeftButton)
    look()
    place = composer.desk.editor.text().index("D")
    composer.desk.editor.select(Span(place, place + 1))
    look()
    composer.parts.files.open_text(JIG + "D3|\n", "chosen")
    composer.desk.editor.select(Span(len(JIG), len(JIG) + 2))
    qtbot.mouseClick(bar.chord, Qt.MouseButton.LeftButton)
    look()
    composer.desk.editor.select(Span(place, place + 1))
    assert len(set(said)) == len(said)
    assert said[-2] == "Letters are text outside the music"


def test_other_signs_are_text_and_fields_stay_text(qtbot: QtBot, composer: ComposerPage) -> None:
    start(qtbot, composer)
    keys(qtbot, composer, "a|:b:|")
    assert music(composer) == "A|:B:|"
    keys(qtbot, composer, '"Am"x')
    assert music(composer) == 'A|:B:|"Am"'
    place = composer.desk.editor.text().index("D")
    composer.desk.editor.select(Span(place, place + 1))
    assert "text" in composer.rooms[NoteEntryRoom].bar.sentence.toolTip()
    keys(qtbot, composer, "G")
    assert "K:G\n" in composer.desk.editor.text()


def test_a_header_that_is_typed_meanwhile_stays_text(qtbot: QtBot, composer: ComposerPage) -> None:
    composer.parts.files.open_text("", "new")
    start(qtbot, composer)
    for line in ("X:1", "T:A fine tune", "C:Brigid", "K:G"):
        keys(qtbot, composer, line)
        qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Return)
    keys(qtbot, composer, "g")
    assert composer.desk.editor.text().rstrip() == "X:1\nT:A fine tune\nC:Brigid\nK:G\nG"


@pytest.mark.parametrize("header", ["X:1\nT:A fine tune", "X:1\nT:A fine tune\nK:D"])
def test_a_text_stays_until_the_first_note_is_entered(
    qtbot: QtBot, composer: ComposerPage, header: str
) -> None:
    editor = composer.desk.editor
    composer.parts.files.open_text(header, "header")
    to_end(composer)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    composer.desk.watch.settle()
    steps = editor.document().availableUndoSteps()
    start(qtbot, composer)
    assert (editor.text(), editor.caret()) == (header, len(header))
    assert editor.document().availableUndoSteps() == steps
    assert "outside" not in composer.rooms[NoteEntryRoom].bar.sentence.text()
    keys(qtbot, composer, "ga")
    assert editor.text().rstrip("\n") == header + "\nGA"
    editor.undo()
    editor.undo()
    assert (editor.text(), editor.caret()) == (header, len(header))
    assert editor.document().availableUndoSteps() == steps
    # Another note begins it as well, but none in a header that goes on.
    keys(qtbot, composer, "r")
    assert editor.text().rstrip("\n") == header + "\nz"
    editor.undo()
    editor.insertPlainText("!")
    keys(qtbot, composer, "g")
    assert editor.text() == header + "!g"


@pytest.mark.parametrize("after", ["\n", "\n\nX:2\nK:C\nC|\n"])
def test_a_line_that_was_begun_is_written_on(
    qtbot: QtBot, composer: ComposerPage, after: str
) -> None:
    composer.parts.files.open_text(JIG + "A6|" + after, "line")
    composer.desk.watch.settle()
    place = len(JIG) + 3
    composer.desk.editor.select(Span(place, place), focus=True)
    start(qtbot, composer)
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Return)
    keys(qtbot, composer, "bc")
    assert composer.desk.editor.text() == JIG + "A6|\nBc" + after
    composer.desk.editor.undo()
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == JIG + "A6|\n" + after


def test_a_keyboard_set_to_ukrainian_enters_notes(qtbot: QtBot, composer: ComposerPage) -> None:
    start(qtbot, composer)
    for sign in "фисвіх":
        code = ord(sign.upper())
        event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(composer.desk.editor, event)
    assert music(composer) == "ABc d"


def test_a_selection_is_deleted_as_text(qtbot: QtBot, composer: ComposerPage) -> None:
    start(qtbot, composer)
    keys(qtbot, composer, "abc")
    composer.desk.editor.select(Span(len(JIG), len(JIG) + 2))
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Backspace)
    assert music(composer) == "c"


def test_every_button_is_reached_and_says_its_name(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, piano
) -> None:
    start(qtbot, composer)
    wanted = {*composer.rooms[NoteEntryRoom].bar.findChildren(QToolButton), piano}
    seen = set()
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in wanted:
            seen.add(focus)
            assert focus.accessibleName()
            assert focus.toolTip() or focus is piano
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == wanted


def test_letters_replace_a_chosen_note_once_and_then_go_after_it(
    qtbot: QtBot, composer: ComposerPage, heard: list[tuple[float, ...]]
) -> None:
    composer.parts.files.open_text(JIG + "AdF|\n", "chosen")
    composer.desk.watch.settle()
    start(qtbot, composer)
    choose_second(composer)
    assert (
        composer.rooms[NoteEntryRoom].bar.sentence.toolTip()
        == "Next: another pitch for the chosen note"
    )
    steps = []
    for letter in "gab":
        steps.append((composer.desk.editor.text(), composer.desk.editor.selection()))
        keys(qtbot, composer, letter)
        assert not composer.desk.editor.textCursor().hasSelection()
    assert music(composer) == "Aga bF|"
    assert heard == [(79,), (81,), (83,)]
    assert composer.desk.editor.caret() == len(JIG) + 5
    assert composer.desk.editor.viewport().rect().contains(composer.desk.editor.cursorRect())
    # What changes the last note changes the one that was just written.
    keys(qtbot, composer, "-")
    assert music(composer) == "Aga _bF|"
    composer.desk.editor.undo()
    for text, selection in reversed(steps):
        composer.desk.editor.undo()
        assert (composer.desk.editor.text(), composer.desk.editor.selection()) == (text, selection)


def choose_second(composer: ComposerPage) -> None:
    place = len(JIG) + 1
    composer.desk.editor.select(Span(place, place + 1))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("G", "A[dg]F|"), ("rg", "AzGF|"), ("pg", "AgF|"), ("Gr", "A[dg]zF|")],
)
def test_what_else_is_entered_for_a_chosen_note(
    qtbot: QtBot, composer: ComposerPage, typed: str, expected: str
) -> None:
    composer.parts.files.open_text(JIG + "AdF|\n", "chosen")
    composer.desk.watch.settle()
    start(qtbot, composer)
    choose_second(composer)
    keys(qtbot, composer, typed)
    assert music(composer) == expected


def test_a_chosen_rest_becomes_a_note(qtbot: QtBot, composer: ComposerPage) -> None:
    composer.parts.files.open_text(JIG + "AzF|\n", "chosen")
    composer.desk.watch.settle()
    start(qtbot, composer)
    choose_second(composer)
    keys(qtbot, composer, "gb")
    assert music(composer) == "AGBF|"


def test_a_caret_inside_a_note_replaces_nothing(qtbot: QtBot, composer: ComposerPage) -> None:
    composer.parts.files.open_text(JIG + "Ad2F|\n", "inside")
    composer.desk.watch.settle()
    start(qtbot, composer)
    place = len(JIG) + 2
    composer.desk.editor.select(Span(place, place))
    keys(qtbot, composer, "e")
    assert music(composer) == "Ad2 eF|"


def test_letters_in_the_score_replace_what_is_chosen_there(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    score = composer.parts.score
    with qtbot.waitSignal(composer.parts.link.engraving.score_ready, timeout=PATIENCE_MS):
        composer.parts.files.open_text(JIG + "AdF A3|\n", "chosen")
    start(qtbot, composer)
    score.note_clicked.emit(len(JIG) + 1)
    score.setFocus()
    # Keys of the score do what they always do there.
    qtbot.keyClick(score, Qt.Key.Key_Up)
    assert music(composer) == "AeF A3|"
    assert score.hasFocus()
    qtbot.keyClick(score, "g")
    assert composer.desk.editor.hasFocus()
    keys(qtbot, composer, "b")
    assert music(composer) == "AgbF A3|"
    score.setFocus()
    qtbot.keyClick(score, Qt.Key.Key_Escape)
    assert not composer.rooms[NoteEntryRoom].entry.is_on
    qtbot.keyClick(score, "a")
    assert music(composer) == "AgbF A3|"


def test_the_score_lights_the_note_that_the_keys_change(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    with qtbot.waitSignal(composer.parts.link.score_shown, timeout=PATIENCE_MS):
        composer.parts.files.open_text(JIG + "AdF|[Ac]2|\n", "lit")
    first = len(JIG)

    def lit() -> list[int]:
        assert composer.parts.score.marks is not None
        return sorted(composer.parts.score.marks.selected)

    composer.desk.editor.select(Span(first + 2, first + 2), focus=True)
    assert lit() == [first + 2]
    start(qtbot, composer)
    assert lit() == [first + 1]
    # Behind a bar line it is still the last one; of a chord, all its notes.
    composer.desk.editor.select(Span(first + 4, first + 4))
    assert lit() == [first + 2]
    composer.desk.editor.select(Span(first + 9, first + 9))
    assert lit() == [first + 5, first + 6]
    composer.desk.editor.select(Span(first, first))
    assert lit() == []
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Escape)
    assert lit() == [first]


def test_a_rest_is_entered_by_each_of_its_keys(qtbot: QtBot, composer: ComposerPage) -> None:
    start(qtbot, composer)
    keys(qtbot, composer, "0rR")
    assert music(composer) == "zzz"


def test_shift_and_a_letter_make_a_chord_as_the_bar_says(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    start(qtbot, composer)
    assert "(Shift: chord)" in composer.rooms[NoteEntryRoom].bar.sentence.toolTip()
    # Nothing is there that it could sound with.
    keys(qtbot, composer, "DF")
    assert music(composer) == "[df]"


def test_an_empty_text_becomes_a_tune(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice]
) -> None:
    composer.parts.files.new()
    start(qtbot, composer)
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Backspace)
    assert notices[-1].text.startswith("There is no note")
    keys(qtbot, composer, "a")
    assert composer.desk.editor.text() == NEW_TUNE + "A\n"
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == ""


def test_it_is_not_heard_when_that_is_switched_off(
    qtbot: QtBot, studio: Studio, composer: ComposerPage, heard: list[tuple[float, ...]]
) -> None:
    start(qtbot, composer)
    qtbot.mouseClick(composer.rooms[NoteEntryRoom].bar.hear, Qt.MouseButton.LeftButton)
    assert not studio.settings.hear_entered
    keys(qtbot, composer, "a")
    assert heard == []
    qtbot.mouseClick(composer.rooms[NoteEntryRoom].bar.hear, Qt.MouseButton.LeftButton)
    keys(qtbot, composer, "b")
    assert heard == [(71,)]


def test_a_note_moved_by_a_command_is_heard_too(
    qtbot: QtBot, composer: ComposerPage, heard: list[tuple[float, ...]]
) -> None:
    composer.parts.files.open_text(JIG + "A6|\n", "moved")
    composer.desk.watch.settle()
    composer.rooms[ChangesRoom].notes.move_note(len(JIG), 1)
    assert music(composer) == "B6|"
    assert heard == [(71,)]


def test_a_note_really_sounds(qtbot: QtBot, composer: ComposerPage) -> None:
    start(qtbot, composer)
    failures: list[Exception] = []
    composer.parts.playback.failed.connect(failures.append)
    keys(qtbot, composer, "a")
    player = composer.parts.playback.output.ready_player()
    qtbot.waitUntil(lambda: not player.live.is_silent or bool(failures), timeout=PATIENCE_MS)
    assert not failures
    qtbot.waitUntil(lambda: player.live.is_silent, timeout=PATIENCE_MS)


# The piano


@pytest.fixture
def piano(qtbot: QtBot, main_window: MainWindow, composer: ComposerPage):
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_F7)
    assert main_window.rooms[Players].piano.isVisible()
    return main_window.rooms[Players].piano.piano


def click(qtbot: QtBot, piano, pitch: int) -> None:
    rect = piano.key_rect(pitch)
    place = QPoint(round(rect.center().x()), round(rect.bottom() - 4))
    qtbot.mouseClick(piano, Qt.MouseButton.LeftButton, pos=place)


def test_the_piano_sounds_and_enters_only_in_its_mode(
    qtbot: QtBot, composer: ComposerPage, piano, heard: list[tuple[float, ...]]
) -> None:
    click(qtbot, piano, 66)
    assert heard == [(66,)]
    assert music(composer) == ""
    start(qtbot, composer)
    for pitch in (66, 65, 66):
        click(qtbot, piano, pitch)
    assert music(composer) == "F=F^F"
    assert heard == [(66,)] * 2 + [(65,), (66,)]
    assert QApplication.focusWidget() is composer.desk.editor


def test_the_piano_is_remembered(
    qtbot: QtBot, studio: Studio, main_window: MainWindow, composer: ComposerPage, piano
) -> None:
    assert studio.settings.show_piano
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_F7)
    assert not main_window.rooms[Players].piano.isVisible()
    assert not studio.settings.show_piano


@pytest.mark.own_window
def test_the_piano_is_played_by_the_keyboard(
    qtbot: QtBot, composer: ComposerPage, piano, heard: list[tuple[float, ...]]
) -> None:
    start(qtbot, composer)
    piano.setFocus()
    assert piano.current == 60
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(piano, key)
    assert piano.accessibleDescription() == "Key D5"
    qtbot.keyPress(piano, Qt.Key.Key_Return)
    assert piano.lit == {74}
    qtbot.keyRelease(piano, Qt.Key.Key_Return)
    assert piano.lit == frozenset()
    qtbot.keyClick(piano, Qt.Key.Key_Space)
    assert music(composer) == "dd"
    assert composer.parts.playback.state == "stopped"


def test_keys_light_up_with_the_sound_and_the_caret(
    qtbot: QtBot, composer: ComposerPage, piano
) -> None:
    composer.parts.files.open_text(JIG + "D2 [FA]4|d6|\n", "lit")
    composer.desk.watch.settle()
    place = composer.desk.editor.text().index("A]")
    composer.desk.editor.select(Span(place, place))
    assert piano.marked == {69}
    seen: set[int] = set()
    composer.parts.playback.sounding.changed.connect(lambda _offsets: seen.update(piano.lit))
    composer.parts.listening.toggle()
    qtbot.waitUntil(lambda: seen >= {62, 66, 69}, timeout=10_000)
    composer.parts.playback.stop()
    assert piano.lit == frozenset()


def test_the_piano_marks_what_was_entered_last(qtbot: QtBot, composer: ComposerPage, piano) -> None:
    composer.parts.files.open_text(JIG + "D3 A3|\n", "marked")
    composer.desk.watch.settle()
    place = composer.desk.editor.text().index(" A3")
    composer.desk.editor.select(Span(place, place), focus=True)
    start(qtbot, composer)
    assert piano.marked == {62}
    keys(qtbot, composer, "e")
    assert piano.marked == {64}
    keys(qtbot, composer, "G")
    assert piano.marked == {64, 67}
    keys(qtbot, composer, "0")
    assert piano.marked == frozenset()
    place = composer.desk.editor.text().index("A3")
    composer.desk.editor.select(Span(place, place))
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Escape)
    assert piano.marked == {69}


@pytest.mark.parametrize(("width", "count"), [(440, 22), (600, 29), (1000, 36), (2000, 36)])
def test_the_piano_has_the_octaves_that_there_is_room_for(
    qtbot: QtBot, composer: ComposerPage, piano, width: int, count: int
) -> None:
    piano.resize(width, piano.height())
    places = [piano.key_rect(pitch) for pitch in range(128)]
    whites = [rect for rect in places if not rect.isEmpty() and rect.height() > 60]
    assert len(whites) == count
    assert min(rect.left() for rect in whites) > -0.1
    assert max(rect.right() for rect in whites) < width + 0.1
    assert not piano.key_rect(60).isEmpty()


# A MIDI keyboard


class FakeSystem:
    def __init__(self) -> None:
        self.names = ["Keys"]
        self.played: deque[mido.Message] = deque()

    def get_input_names(self) -> list[str]:
        return self.names

    def open_input(self, _name: str) -> "FakeSystem":
        return self

    def iter_pending(self):
        while self.played:
            yield self.played.popleft()

    def close(self) -> None:
        pass

    def press(self, *pitches: int) -> None:
        self.played.extend(mido.Message("note_on", note=p, velocity=80) for p in pitches)

    def release(self, *pitches: int) -> None:
        self.played.extend(mido.Message("note_off", note=p) for p in pitches)


@pytest.fixture
def system(composer: ComposerPage, main_window: MainWindow) -> FakeSystem:
    fake = FakeSystem()
    entry = composer.rooms[NoteEntryRoom].entry
    entry.midi.set_input(MidiInput(lambda: fake, refresh=lambda: None))
    assert isinstance(entry.midi, MidiKeyboard)
    return fake


@pytest.mark.own_window
def test_the_keyboards_are_in_the_play_menu_too(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, system: FakeSystem
) -> None:
    main_window.registry.action("play.midi_keyboard").trigger()
    menu = composer.rooms[NoteEntryRoom].bar.midi_menu
    assert menu.isVisible()
    qtbot.waitUntil(lambda: "Keys" in [a.text() for a in menu.actions()], timeout=PATIENCE_MS)
    menu.close()


def choose(qtbot: QtBot, composer: ComposerPage, name: str) -> None:
    menu = composer.rooms[NoteEntryRoom].bar.midi_menu
    menu.aboutToShow.emit()
    qtbot.waitUntil(
        lambda: name in [action.text() for action in menu.actions()], timeout=PATIENCE_MS
    )
    next(action for action in menu.actions() if action.text() == name).trigger()


@pytest.mark.own_window
def test_a_midi_keyboard_is_heard_and_entered_with_its_chords(
    qtbot: QtBot,
    studio: Studio,
    composer: ComposerPage,
    piano,
    system: FakeSystem,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[tuple[float, ...]] = []
    live = composer.parts.playback.live
    monkeypatch.setattr(live, "order", lambda pitches, **_: heard.append(tuple(pitches)))
    start(qtbot, composer)
    choose(qtbot, composer, "Keys")
    qtbot.waitUntil(lambda: any("ready" in notice.text for notice in notices), timeout=PATIENCE_MS)
    assert studio.settings.midi_input == "Keys"
    system.press(62)
    qtbot.waitUntil(lambda: music(composer) == "D", timeout=PATIENCE_MS)
    assert piano.lit == {62}
    system.release(62)
    qtbot.waitUntil(lambda: piano.lit == frozenset(), timeout=PATIENCE_MS)
    system.press(69, 66)
    qtbot.waitUntil(lambda: music(composer) == "D[FA]", timeout=PATIENCE_MS)
    assert heard == [(62,), (69,), (66,)]
    composer.desk.editor.undo()
    assert music(composer) == "D"


@pytest.mark.own_window
def test_a_midi_keyboard_that_goes_says_so(
    qtbot: QtBot, composer: ComposerPage, piano, system: FakeSystem, notices: list[Notice]
) -> None:
    composer.rooms[NoteEntryRoom].entry.action.trigger()
    choose(qtbot, composer, "Keys")
    qtbot.waitUntil(lambda: any("ready" in notice.text for notice in notices), timeout=PATIENCE_MS)
    system.press(60)
    qtbot.waitUntil(lambda: piano.lit == {60}, timeout=PATIENCE_MS)
    system.names.clear()
    composer.rooms[NoteEntryRoom].bar.midi_menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: "not there" in notices[-1].text, timeout=PATIENCE_MS)
    assert piano.lit == frozenset()
    texts = [action.text() for action in composer.rooms[NoteEntryRoom].bar.midi_menu.actions()]
    assert "Keys (not connected)" in texts


def test_the_line_in_hand_stays_in_sight_when_the_bar_opens(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    composer.parts.files.open_text(JIG + "DEF GAB|\n" * 40, "long")
    composer.desk.watch.settle()
    composer.desk.editor.setFocus()
    to_end(composer)
    editor = composer.desk.editor
    before = editor.viewport().height()
    start(qtbot, composer)
    qtbot.keyClick(editor, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: editor.viewport().height() < before - editor.fontMetrics().height())
    assert editor.viewport().rect().contains(editor.cursorRect())
