"""Space plays while notes are entered, and in the score; it writes only where letters are text."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.note_entry.room import NoteEntryRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.playing_steps import PATIENCE_MS

pytestmark = pytest.mark.one_window

JIG = "X:1\nM:6/8\nL:1/8\nK:D\n"
TUNE = JIG + "AdF A3|\n"


@pytest.fixture
def composer(qtbot: QtBot, main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    page = main_window.composer
    with qtbot.waitSignal(page.parts.link.engraving.score_ready, timeout=PATIENCE_MS):
        page.parts.files.open_text(TUNE, "jig")
    page.desk.watch.settle()
    page.rooms[TextsRoom].focus_text()
    return page


def press(qtbot: QtBot, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Space, modifiers)


def plays_and_pauses(qtbot: QtBot, composer: ComposerPage) -> None:
    before, chosen = composer.desk.editor.text(), composer.desk.editor.selection()
    press(qtbot)
    qtbot.waitUntil(lambda: composer.parts.playback.state == "playing", timeout=PATIENCE_MS)
    press(qtbot)
    assert composer.parts.playback.state == "paused"
    assert (composer.desk.editor.text(), composer.desk.editor.selection()) == (before, chosen)


def choose_in_score(composer: ComposerPage) -> QWidget:
    composer.parts.score.note_clicked.emit(len(JIG) + 1)
    composer.parts.score.setFocus()
    return composer.parts.score


def test_it_plays_after_a_letter(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_F6)
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_B)
    assert composer.desk.editor.hasFocus()
    plays_and_pauses(qtbot, composer)


def test_it_leaves_the_chosen_note_alone(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_F6)
    composer.desk.editor.select(Span(len(JIG) + 1, len(JIG) + 2), focus=True)
    plays_and_pauses(qtbot, composer)
    press(qtbot, Qt.KeyboardModifier.ShiftModifier)
    assert composer.desk.editor.text() == TUNE


def test_a_key_that_is_held_down_plays_once(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_F6)
    asked: list[None] = []
    composer.rooms[NoteEntryRoom].entry.play_requested.connect(lambda: asked.append(None))
    kind, key = QEvent.Type.KeyPress, Qt.Key.Key_Space
    for is_repeated in (False, True, True):
        plain = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(composer.desk.editor, QKeyEvent(kind, key, plain, " ", is_repeated))
    assert len(asked) == 1
    assert composer.desk.editor.text() == TUNE


@pytest.mark.parametrize("is_entering", [False, True])
def test_it_plays_in_the_score_with_a_note_chosen(
    qtbot: QtBot, composer: ComposerPage, is_entering: bool
) -> None:
    if is_entering:
        qtbot.keyClick(composer.desk.editor, Qt.Key.Key_F6)
    score = choose_in_score(composer)
    plays_and_pauses(qtbot, composer)
    assert score.hasFocus()


def test_letters_are_text_only_once_the_text_has_the_focus(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    score = choose_in_score(composer)
    qtbot.keyClick(score, Qt.Key.Key_G)
    assert composer.desk.editor.text() == TUNE
    qtbot.keyClick(score, Qt.Key.Key_Return)
    assert composer.desk.editor.hasFocus()
    assert composer.desk.editor.textCursor().selectedText() == "d"
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_G)
    assert composer.desk.editor.text() == TUNE.replace("d", "g")


def test_it_is_a_blank_where_letters_are_text(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_F6)
    place = composer.desk.editor.text().index("D")
    composer.desk.editor.select(Span(place, place), focus=True)
    press(qtbot)
    assert "K: D" in composer.desk.editor.text()
    assert composer.parts.playback.state == "stopped"
