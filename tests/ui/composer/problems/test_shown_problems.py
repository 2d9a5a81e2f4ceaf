"""While notes are entered, the measure that is being written is no problem until it is left."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
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
    page.open_text(JIG + "A6|B6|\n", "jig")
    page.watch.settle()
    end = len(page.editor.text())
    page.editor.select(Span(end, end), focus=True)
    return page


def enter_two(qtbot: QtBot, composer: ComposerPage) -> None:
    qtbot.keyClick(composer.editor, Qt.Key.Key_F6)
    qtbot.keyClicks(composer.editor, "ab")
    composer.watch.settle()


def test_the_measure_that_is_written_is_short_once_entry_ends(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    enter_two(qtbot, composer)
    assert composer.problems.sentence() == "No problems"
    qtbot.keyClick(composer.editor, Qt.Key.Key_Escape)
    assert composer.problems.sentence() == SHORT
    qtbot.keyClick(composer.editor, Qt.Key.Key_F6)
    assert composer.problems.sentence() == "No problems"
    qtbot.keyClicks(composer.editor, "abcde")
    composer.watch.settle()
    qtbot.keyClick(composer.editor, Qt.Key.Key_Escape)
    assert "Measure 4 is 5 eighth notes short" in composer.problems.sentence()


def test_nothing_is_doubtful_in_a_score_that_is_being_composed(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    unclosed = JIG + "|:A6|B6|"
    take = Document("Take", unclosed)
    take.begin_composing()
    composer.documents.add(take)
    composer.watch.settle()
    qtbot.waitUntil(lambda: composer.link.drawn_view() is not None, timeout=PATIENCE_MS)
    marks = composer.score.marks
    assert marks is not None
    assert not marks.waves
    take.end_composing(unclosed + "d6|\n")
    composer.watch.settle()
    qtbot.waitUntil(
        lambda: composer.score.marks is not None and bool(composer.score.marks.waves),
        timeout=PATIENCE_MS,
    )


def test_it_is_short_once_the_caret_leaves_it(qtbot: QtBot, composer: ComposerPage) -> None:
    enter_two(qtbot, composer)
    composer.editor.select(Span(len(JIG), len(JIG)))
    assert composer.problems.sentence() == SHORT
    end = len(composer.editor.text().rstrip())
    composer.editor.select(Span(end, end))
    assert composer.problems.sentence() == "No problems"


def test_a_short_measure_before_it_is_a_problem(qtbot: QtBot, composer: ComposerPage) -> None:
    enter_two(qtbot, composer)
    for letters in ("|ab", "|a"):
        qtbot.keyClicks(composer.editor, letters)
    composer.watch.settle()
    numbers = [one.sentence.split()[1] for one in composer.problems.problems]
    assert numbers == ["3", "4"]
