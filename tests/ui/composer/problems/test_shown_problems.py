"""While notes are entered, the measure that is being written is no problem until it is left."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.playing_steps import PATIENCE_MS

pytestmark = pytest.mark.one_window

JIG = "X:1\nT:a\nM:6/8\nL:1/8\nK:D\n"
SHORT = "Measure 3 is one half note short: 2 eighth notes instead of 6 in the meter 6/8."


@pytest.fixture
def composer(main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    page = main_window.composer
    page.parts.files.open_text(JIG + "A6|B6|\n", "jig")
    page.desk.watch.settle()
    end = len(page.desk.editor.text())
    page.desk.editor.select(Span(end, end), focus=True)
    return page


def enter_two(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_F6)
    qtbot.keyClicks(composer.desk.editor, "ab")
    composer.desk.watch.settle()


def test_the_measure_that_is_written_is_short_once_entry_ends(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    enter_two(qtbot, composer)
    assert composer.rooms[ProblemsRoom].strip.sentence() == "No problems"
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Escape)
    assert composer.rooms[ProblemsRoom].strip.sentence() == SHORT
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_F6)
    assert composer.rooms[ProblemsRoom].strip.sentence() == "No problems"
    qtbot.keyClicks(composer.desk.editor, "abcde")
    composer.desk.watch.settle()
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Escape)
    assert "Measure 4 is 5 eighth notes short" in composer.rooms[ProblemsRoom].strip.sentence()


def test_nothing_is_doubtful_in_a_score_that_is_being_composed(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    unclosed = JIG + "|:A6|B6|"
    take = Document("Take", unclosed)
    take.begin_composing()
    composer.desk.documents.add(take)
    composer.desk.watch.settle()
    qtbot.waitUntil(lambda: composer.parts.link.drawn_view() is not None, timeout=PATIENCE_MS)
    marks = composer.parts.score.marks
    assert marks is not None
    assert not marks.waves
    take.end_composing(unclosed + "d6|\n")
    composer.desk.watch.settle()
    qtbot.waitUntil(
        lambda: composer.parts.score.marks is not None and bool(composer.parts.score.marks.waves),
        timeout=PATIENCE_MS,
    )


def test_it_is_short_once_the_caret_leaves_it(qtbot: QtBot, composer: ComposerPage) -> None:
    enter_two(qtbot, composer)
    composer.desk.editor.select(Span(len(JIG), len(JIG)))
    assert composer.rooms[ProblemsRoom].strip.sentence() == SHORT
    end = len(composer.desk.editor.text().rstrip())
    composer.desk.editor.select(Span(end, end))
    assert composer.rooms[ProblemsRoom].strip.sentence() == "No problems"


def test_a_short_measure_before_it_is_a_problem(qtbot: QtBot, composer: ComposerPage) -> None:
    enter_two(qtbot, composer)
    for letters in ("|ab", "|a"):
        qtbot.keyClicks(composer.desk.editor, letters)
    composer.desk.watch.settle()
    numbers = [one.sentence.split()[1] for one in composer.rooms[ProblemsRoom].strip.problems]
    assert numbers == ["3", "4"]
