"""Measures that return, and measures that come new: chosen among as those that are there."""

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.notation.score import BarLine, Chord
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.rewriting.rewriting_options import RewritingOptions
from abcstudio.ui.composer.rewriting.room import RewritingRoom
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
    composer.rooms[RewritingRoom].bar.set_options(RewritingOptions(is_heard=False))
    composer.parts.files.open_text(TEXT, "measures")
    composer.desk.editor.select(Span(PLACE, PLACE), focus=True)
    composer.desk.watch.settle()
    return composer


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def wait_for_all(qtbot: QtBot, composer: ComposerPage) -> None:
    chooser = composer.rooms[RewritingRoom].presenter.chooser
    qtbot.waitUntil(lambda: chooser.count > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not chooser.is_looking, timeout=PATIENCE_MS)


def lit(composer: ComposerPage) -> list[str]:
    """Return what is lit in the text as tried out."""
    marks = composer.desk.editor.marks
    return [
        one.cursor.selectedText()
        for one in composer.desk.editor.extraSelections()
        if one.format.background().color() == marks.tried_color
    ]


def measures(composer: ComposerPage) -> int:
    view = composer.desk.watch.settle()
    assert view is not None
    return view.tune.measure_count


def test_measures_that_return_change_too(qtbot: QtBot, composer: ComposerPage) -> None:
    composer.rooms[RewritingRoom].bar.kept.everywhere.trigger()
    press(qtbot, Qt.Key.Key_F12)
    wait_for_all(qtbot, composer)
    for _ in range(3):
        shown = lit(composer)
        assert len({*shown}) == 1
        assert composer.desk.editor.text() == TEXT.replace(RETURNS, shown[0])
        press(qtbot, Qt.Key.Key_F12)
    press(qtbot, Qt.Key.Key_Return)
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == TEXT


def test_the_first_version_stays_while_others_come(qtbot: QtBot, composer: ComposerPage) -> None:
    press(qtbot, Qt.Key.Key_F12)
    chooser = composer.rooms[RewritingRoom].presenter.chooser
    qtbot.waitUntil(lambda: chooser.count > 0, timeout=PATIENCE_MS)
    first = composer.desk.editor.text()
    qtbot.waitUntil(lambda: not chooser.is_looking, timeout=PATIENCE_MS)
    assert composer.desk.editor.text() == first
    assert (chooser.number, chooser.count) == (1, 8)
    press(qtbot, Qt.Key.Key_Escape)
    assert composer.desk.editor.text() == TEXT


def test_four_measures_more(qtbot: QtBot, main_window: MainWindow, composer: ComposerPage) -> None:
    before = measures(composer)
    main_window.registry.action("tune.add_measures").trigger()
    wait_for_all(qtbot, composer)
    assert "After measure 3: version 1 of 8" in composer.rooms[RewritingRoom].bar.sentence.text()
    shown = set()
    for _ in range(9):
        assert measures(composer) == before + 4
        text = composer.desk.editor.text()
        head, tail = TEXT[: PLACE + len(RETURNS)], TEXT[PLACE + len(RETURNS) :]
        assert text.startswith(head)
        assert text.endswith(tail)
        shown.add(text)
        press(qtbot, Qt.Key.Key_F12)
    assert len(shown) == 8
    press(qtbot, Qt.Key.Key_Escape)
    assert composer.desk.editor.text() == TEXT


def test_as_many_measures_as_the_bar_says(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    bar, before = composer.rooms[RewritingRoom].bar, measures(composer)
    main_window.registry.action("tune.add_measures").trigger()
    wait_for_all(qtbot, composer)
    assert bar.added.isVisible()
    assert not bar.kept.isVisible()
    bar.added.setFocus()
    qtbot.keyClick(bar.added, Qt.Key.Key_Down)
    qtbot.keyClick(bar.added, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: measures(composer) == before + 2, timeout=PATIENCE_MS)
    wait_for_all(qtbot, composer)
    assert bar.added.hasFocus()
    assert "After measure 3: version 1 of 8" in bar.sentence.text()
    composer.rooms[RewritingRoom].presenter.chooser.keep()
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == TEXT
    # It is remembered, and nothing is said of it where measures are written anew.
    composer.rooms[RewritingRoom].presenter.rewrite()
    assert not bar.added.isVisible()
    composer.rooms[RewritingRoom].presenter.drop()
    assert composer.rooms[RewritingRoom].bar.options().added == 2


def test_an_ending(qtbot: QtBot, main_window: MainWindow, composer: ComposerPage) -> None:
    start = TEXT.index("BGGB")
    composer.desk.editor.select(Span(start, start))
    main_window.registry.action("tune.compose_ending").trigger()
    wait_for_all(qtbot, composer)
    assert "The ending: version 1" in composer.rooms[RewritingRoom].bar.sentence.text()
    assert measures(composer) == 4
    press(qtbot, Qt.Key.Key_Return)
    text = composer.desk.editor.text()
    assert text.startswith(TEXT[: TEXT.index("d2Bd") + 5])
    assert text.endswith(BEHIND)
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == TEXT


def test_one_part_more(qtbot: QtBot, main_window: MainWindow, composer: ComposerPage) -> None:
    main_window.registry.action("tune.compose_part").trigger()
    wait_for_all(qtbot, composer)
    assert "One part more: version 1" in composer.rooms[RewritingRoom].bar.sentence.text()
    view = composer.desk.watch.settle()
    assert view is not None
    bars = [one for one in view.score.voices[0].elements if isinstance(one, BarLine)]
    assert sum(bool(bar.closes_repeat) for bar in bars) == 2
    press(qtbot, Qt.Key.Key_Escape)
    assert composer.desk.editor.text() == TEXT


def test_the_phrase_is_varied_between_its_strong_beats(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    qtbot.keyClick(
        QApplication.focusWidget(),
        Qt.Key.Key_F12,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    wait_for_all(qtbot, composer)
    assert "Measures 1–4: version 1" in composer.rooms[RewritingRoom].bar.sentence.text()
    assert measures(composer) == 4
    shown = set()
    for _ in range(composer.rooms[RewritingRoom].presenter.chooser.count):
        view = composer.desk.watch.settle()
        assert view is not None
        timed = [one for one in view.score.voices[0].elements if isinstance(one, Chord)]
        strong = [one.span.of(view.text)[0] for one in timed if one.onset % Fraction(1, 2) == 0]
        assert strong == list("dABddABc")
        shown.add(composer.desk.editor.text())
        press(qtbot, Qt.Key.Key_F12)
    assert len(shown) == composer.rooms[RewritingRoom].presenter.chooser.count
    press(qtbot, Qt.Key.Key_Return)


def test_a_repeat_is_written_out_and_varied(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    main_window.registry.action("tune.vary_repeat").trigger()
    wait_for_all(qtbot, composer)
    assert "The second time round: version 1" in composer.rooms[RewritingRoom].bar.sentence.text()
    text = composer.desk.editor.text()
    once = TUNE[len(HEADER) + 2 : -3]
    assert text.startswith(f"{OTHER}{HEADER}{once}||\n")
    assert text.endswith(f"|]\n{BEHIND}")
    (varied,) = lit(composer)
    assert varied != once
    assert text == f"{OTHER}{HEADER}{once}||\n{varied}|]\n{BEHIND}"
    view = composer.desk.watch.settle()
    assert view is not None
    assert not view.score.diagnostics
    press(qtbot, Qt.Key.Key_Return)
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == TEXT


def test_the_music_goes_on_from_the_caret(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    caret = TEXT.index("d2Bd")
    composer.desk.editor.select(Span(caret, caret))
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    wait_for_all(qtbot, composer)
    assert (
        "From the caret in measure 2: version 1"
        in composer.rooms[RewritingRoom].bar.sentence.text()
    )
    text = composer.desk.editor.text()
    assert text != TEXT
    assert text.startswith(TEXT[:caret])
    assert text.endswith(f":|\n{BEHIND}")
    assert measures(composer) == 4
    for _ in range(composer.rooms[RewritingRoom].presenter.chooser.count):
        press(qtbot, Qt.Key.Key_F12)
    assert composer.desk.editor.text() == TEXT
    press(qtbot, Qt.Key.Key_Escape)


def test_behind_the_last_note_measures_come_to_the_end_of_the_phrase(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    text = f"{HEADER}{RETURNS}|BGGB d2\n"
    composer.parts.files.open_text(text, "broken off")
    composer.desk.editor.select(Span(len(text) - 1, len(text) - 1), focus=True)
    main_window.registry.action("tune.compose_on").trigger()
    wait_for_all(qtbot, composer)
    assert composer.desk.editor.text().startswith(text.rstrip())
    assert measures(composer) == 4
    press(qtbot, Qt.Key.Key_Escape)
    assert composer.desk.editor.text() == text


def test_what_cannot_go_on_says_why(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    start = TEXT.index("Bged")
    composer.desk.editor.select(Span(start, start))
    main_window.registry.action("tune.compose_ending").trigger()
    assert "ends with measure 4 already" in composer.rooms[RewritingRoom].bar.sentence.text()
    qtbot.mouseClick(composer.rooms[RewritingRoom].bar.more_button, Qt.MouseButton.LeftButton)
    assert "ends with measure 4 already" in composer.rooms[RewritingRoom].bar.sentence.text()
    press(qtbot, Qt.Key.Key_Escape)
    assert not composer.rooms[RewritingRoom].bar.isVisible()
