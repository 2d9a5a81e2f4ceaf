"""Whole measures moved through the window, each a step to undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

HEADER = "X:1\nM:6/8\nL:1/8\nK:D\n"
TUNE = HEADER + "|:A6|B6|c6:|\n"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def composer(main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    # Another tune stands above, so that places in the tune and in the text differ.
    main_window.composer.parts.files.open_text("X:9\nT:Other\nK:C\nC|\n\n" + TUNE, "measures")
    composer = main_window.composer
    composer.desk.watch.settle()
    place = composer.desk.editor.text().index("B6")
    composer.desk.editor.select(Span(place, place), focus=True)
    return composer


def music(composer: ComposerPage) -> str:
    return composer.desk.editor.text().partition(HEADER)[2]


@pytest.mark.parametrize(
    ("keys", "expected", "follows"),
    [
        ("Alt+Right", "|:A6|c6|B6:|\n", "B6:|\n"),
        ("Alt+Left", "|:B6|A6|c6:|\n", "B6|A6|c6:|\n"),
        ("Ctrl+Shift+A", "|:A6|B6|B6|c6:|\n", "B6|c6:|\n"),
        ("Ctrl+Shift+Del", "|:A6|c6:|\n", "c6:|\n"),
    ],
)
def test_keys_change_the_measure_at_the_caret(
    qtbot: QtBot, composer: ComposerPage, keys: str, expected: str, follows: str
) -> None:
    before = composer.desk.editor.text()
    combination = QKeySequence(keys)[0]  # type: ignore[index]
    qtbot.keyClick(composer.desk.editor, combination.key(), combination.keyboardModifiers())
    assert music(composer) == expected
    place = composer.desk.editor.selection()
    assert place.start == place.end
    assert composer.desk.editor.text()[place.start :].partition("\n")[0] + "\n" == follows
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == before


def test_several_measures_move_again_and_again(qtbot: QtBot, composer: ComposerPage) -> None:
    start = composer.desk.editor.text().index("A6")
    composer.desk.editor.select(Span(start, start + 4))
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Right, ALT)
    assert music(composer) == "|:c6|A6|B6:|\n"
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Left, ALT)
    assert music(composer) == "|:A6|B6|c6:|\n"


def test_what_cannot_be_done_is_said(
    qtbot: QtBot, studio: Studio, main_window: MainWindow, composer: ComposerPage
) -> None:
    notices: list[Notice] = []
    studio.notice_requested.connect(notices.append)
    place = composer.desk.editor.text().index("c6")
    composer.desk.editor.select(Span(place, place))
    before = composer.desk.editor.text()
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Right, ALT)
    assert "no measure beyond" in notices[-1].text
    assert composer.desk.editor.text() == before
    composer.parts.files.new()
    composer.desk.watch.settle()
    action = main_window.registry.action("tune.move_measures_left")
    assert not action.isEnabled()
    assert "There is no tune yet." in action.toolTip()
