"""Space plays while notes are entered, and in the score; it writes only where letters are text."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.playing_steps import PATIENCE_MS

pytestmark = pytest.mark.one_window

JIG = "X:1\nM:6/8\nL:1/8\nK:D\n"
TUNE = JIG + "AdF A3|\n"


@pytest.fixture
def composer(qtbot: QtBot, main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    page = main_window.composer
    with qtbot.waitSignal(page.link.engraving.score_ready, timeout=PATIENCE_MS):
        page.open_text(TUNE, "jig")
    page.watch.settle()
    page.focus_text()
    return page


def press(qtbot: QtBot, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Space, modifiers)


def plays_and_pauses(qtbot: QtBot, composer: ComposerPage) -> None:
    before, chosen = composer.editor.text(), composer.editor.selection()
    press(qtbot)
    qtbot.waitUntil(lambda: composer.playback.state == "playing", timeout=PATIENCE_MS)
    press(qtbot)
    assert composer.playback.state == "paused"
    assert (composer.editor.text(), composer.editor.selection()) == (before, chosen)


def choose_in_score(composer: ComposerPage) -> QWidget:
    composer.score.note_clicked.emit(len(JIG) + 1)
    composer.score.setFocus()
    return composer.score


def test_it_plays_after_a_letter(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.keyClick(composer.editor, Qt.Key.Key_F6)
    qtbot.keyClick(composer.editor, Qt.Key.Key_B)
    assert composer.editor.hasFocus()
    plays_and_pauses(qtbot, composer)


def test_it_leaves_the_chosen_note_alone(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.keyClick(composer.editor, Qt.Key.Key_F6)
    composer.editor.select(Span(len(JIG) + 1, len(JIG) + 2), focus=True)
    plays_and_pauses(qtbot, composer)
    press(qtbot, Qt.KeyboardModifier.ShiftModifier)
    assert composer.editor.text() == TUNE


def test_a_key_that_is_held_down_plays_once(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.keyClick(composer.editor, Qt.Key.Key_F6)
    asked: list[None] = []
    composer.note_entry.play_requested.connect(lambda: asked.append(None))
    kind, key = QEvent.Type.KeyPress, Qt.Key.Key_Space
    for is_repeated in (False, True, True):
        plain = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(composer.editor, QKeyEvent(kind, key, plain, " ", is_repeated))
    assert len(asked) == 1
    assert composer.editor.text() == TUNE


@pytest.mark.parametrize("is_entering", [False, True])
def test_it_plays_in_the_score_with_a_note_chosen(
    qtbot: QtBot, composer: ComposerPage, is_entering: bool
) -> None:
    if is_entering:
        qtbot.keyClick(composer.editor, Qt.Key.Key_F6)
    score = choose_in_score(composer)
    plays_and_pauses(qtbot, composer)
    assert score.hasFocus()


def test_letters_are_text_only_once_the_text_has_the_focus(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    score = choose_in_score(composer)
    qtbot.keyClick(score, Qt.Key.Key_G)
    assert composer.editor.text() == TUNE
    qtbot.keyClick(score, Qt.Key.Key_Return)
    assert composer.editor.hasFocus()
    assert composer.editor.textCursor().selectedText() == "d"
    qtbot.keyClick(composer.editor, Qt.Key.Key_G)
    assert composer.editor.text() == TUNE.replace("d", "g")


def test_it_is_a_blank_where_letters_are_text(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.keyClick(composer.editor, Qt.Key.Key_F6)
    place = composer.editor.text().index("D")
    composer.editor.select(Span(place, place), focus=True)
    press(qtbot)
    assert "K: D" in composer.editor.text()
    assert composer.playback.state == "stopped"
