"""Measures that return, and measures that come new: chosen among as those that are there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.notation.score import BarLine
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.rewriting.rewriting_options import RewritingOptions
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

PATIENCE_MS = 60_000
OTHER = "X:9\nT:Other\nK:C\nC|\n\n"
HEADER = "X:1\nT:The Test\nM:4/4\nL:1/8\nR:reel\nK:D\n"
RETURNS = "d2fd Adfd"
TUNE = f"{HEADER}|:{RETURNS}|BGGB d2Bd|{RETURNS}|Bged cABc:|\n"
BEHIND = "\nX:2\nT:Third\nK:G\nG|\n"
TEXT = OTHER + TUNE + BEHIND
PLACE = TEXT.rindex(RETURNS)


@pytest.fixture(autouse=True)
def _few_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.FEWEST_TOGETHER", 24)


@pytest.fixture
def composer(main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    composer = main_window.composer
    composer.rewriting_bar.set_options(RewritingOptions(is_heard=False))
    composer.open_text(TEXT, "measures")
    composer.editor.select(Span(PLACE, PLACE), focus=True)
    composer.watch.settle()
    return composer


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def wait_for_all(qtbot: QtBot, composer: ComposerPage) -> None:
    chooser = composer.rewriting.chooser
    qtbot.waitUntil(lambda: chooser.count > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not chooser.is_looking, timeout=PATIENCE_MS)


def lit(composer: ComposerPage) -> list[str]:
    """Return what is lit in the text as tried out."""
    marks = composer.editor.marks
    return [
        one.cursor.selectedText()
        for one in composer.editor.extraSelections()
        if one.format.background().color() == marks.tried_color
    ]


def measures(composer: ComposerPage) -> int:
    view = composer.watch.settle()
    assert view is not None
    return view.tune.measure_count


def test_measures_that_return_change_too(qtbot: QtBot, composer: ComposerPage) -> None:
    composer.rewriting_bar.kept.everywhere.trigger()
    press(qtbot, Qt.Key.Key_F12)
    wait_for_all(qtbot, composer)
    for _ in range(3):
        shown = lit(composer)
        assert len({*shown}) == 1
        assert composer.editor.text() == TEXT.replace(RETURNS, shown[0])
        press(qtbot, Qt.Key.Key_F12)
    press(qtbot, Qt.Key.Key_Return)
    composer.editor.undo()
    assert composer.editor.text() == TEXT


def test_the_first_version_stays_while_others_come(qtbot: QtBot, composer: ComposerPage) -> None:
    press(qtbot, Qt.Key.Key_F12)
    chooser = composer.rewriting.chooser
    qtbot.waitUntil(lambda: chooser.count > 0, timeout=PATIENCE_MS)
    first = composer.editor.text()
    qtbot.waitUntil(lambda: not chooser.is_looking, timeout=PATIENCE_MS)
    assert composer.editor.text() == first
    assert (chooser.number, chooser.count) == (1, 8)
    press(qtbot, Qt.Key.Key_Escape)
    assert composer.editor.text() == TEXT


def test_four_measures_more(qtbot: QtBot, main_window: MainWindow, composer: ComposerPage) -> None:
    before = measures(composer)
    main_window.registry.action("tune.add_measures").trigger()
    wait_for_all(qtbot, composer)
    assert "After measure 3: version 1 of 8" in composer.rewriting_bar.sentence.text()
    shown = set()
    for _ in range(9):
        assert measures(composer) == before + 4
        text = composer.editor.text()
        head, tail = TEXT[: PLACE + len(RETURNS)], TEXT[PLACE + len(RETURNS) :]
        assert text.startswith(head)
        assert text.endswith(tail)
        shown.add(text)
        press(qtbot, Qt.Key.Key_F12)
    assert len(shown) == 8
    press(qtbot, Qt.Key.Key_Escape)
    assert composer.editor.text() == TEXT


def test_an_ending(qtbot: QtBot, main_window: MainWindow, composer: ComposerPage) -> None:
    start = TEXT.index("BGGB")
    composer.editor.select(Span(start, start))
    main_window.registry.action("tune.compose_ending").trigger()
    wait_for_all(qtbot, composer)
    assert "The ending: version 1" in composer.rewriting_bar.sentence.text()
    assert measures(composer) == 4
    press(qtbot, Qt.Key.Key_Return)
    text = composer.editor.text()
    assert text.startswith(TEXT[: TEXT.index("d2Bd") + 5])
    assert text.endswith(BEHIND)
    composer.editor.undo()
    assert composer.editor.text() == TEXT


def test_one_part_more(qtbot: QtBot, main_window: MainWindow, composer: ComposerPage) -> None:
    main_window.registry.action("tune.compose_part").trigger()
    wait_for_all(qtbot, composer)
    assert "One part more: version 1" in composer.rewriting_bar.sentence.text()
    view = composer.watch.settle()
    assert view is not None
    bars = [one for one in view.score.voices[0].elements if isinstance(one, BarLine)]
    assert sum(bool(bar.closes_repeat) for bar in bars) == 2
    press(qtbot, Qt.Key.Key_Escape)
    assert composer.editor.text() == TEXT


def test_what_cannot_go_on_says_why(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    start = TEXT.index("Bged")
    composer.editor.select(Span(start, start))
    main_window.registry.action("tune.compose_ending").trigger()
    assert "ends with measure 4 already" in composer.rewriting_bar.sentence.text()
    qtbot.mouseClick(composer.rewriting_bar.more_button, Qt.MouseButton.LeftButton)
    assert "ends with measure 4 already" in composer.rewriting_bar.sentence.text()
    press(qtbot, Qt.Key.Key_Escape)
    assert not composer.rewriting_bar.isVisible()
