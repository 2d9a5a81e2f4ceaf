"""Measures composed anew in the window: chosen among, kept, put back, one step to undo."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.rewriting.filling_chooser import FillingChooser
from abcstudio.ui.composer.rewriting.rewriting_options import RewritingOptions
from abcstudio.ui.composer.rewriting.room import RewritingRoom
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

PATIENCE_MS = 60_000
OTHER = "X:9\nT:Other\nK:C\nC|\n\n"
HEADER = "X:1\nT:The Test\nM:4/4\nL:1/8\nR:reel\nK:D\n"
BEFORE, AFTER = "|:d2fd Adfd|BGGB d2Bd|", "|Bged cABc:| % end\n\nX:2\nT:Third\nK:G\nG|\n"
CHOSEN, WITH_CHORDS = "d2fd Adfd", '"D"d2fd "A"Adfd'
TEXT = OTHER + HEADER + BEFORE + CHOSEN + AFTER
PLACE = len(OTHER + HEADER + BEFORE)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def composer(main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    composer = main_window.composer
    composer.rooms[RewritingRoom].bar.set_options(RewritingOptions(is_heard=False))
    composer.parts.files.open_text(TEXT, "measures")
    composer.desk.editor.select(Span(PLACE + 2, PLACE + 2), focus=True)
    composer.desk.watch.settle()
    return composer


def chooser_of(composer: ComposerPage) -> FillingChooser:
    return composer.rooms[RewritingRoom].presenter.chooser


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier or Qt.KeyboardModifier.NoModifier)


def rewrite(qtbot: QtBot, composer: ComposerPage) -> None:
    """Press the key, and wait for the first version."""
    press(qtbot, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: chooser_of(composer).count > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not chooser_of(composer).is_looking, timeout=PATIENCE_MS)


def music(composer: ComposerPage) -> str:
    """Return what stands in place of the measure; all else is as it was."""
    text = composer.desk.editor.text()
    assert text.startswith(TEXT[:PLACE])
    assert text.endswith(AFTER)
    return text[PLACE : len(text) - len(AFTER)]


def test_the_first_version_is_put_into_the_text(qtbot: QtBot, composer: ComposerPage) -> None:
    composer.parts.files.open_text(TEXT[:PLACE] + WITH_CHORDS + AFTER, "chords")
    composer.desk.editor.select(Span(PLACE + 2, PLACE + 2), focus=True)
    composer.desk.watch.settle()
    rewrite(qtbot, composer)
    assert music(composer) != WITH_CHORDS
    assert re.findall('"[^"]*"', music(composer)) == ['"D"', '"A"']
    assert "version 1 of 8" in composer.rooms[RewritingRoom].bar.sentence.text()
    assert "Measure 3:" in composer.rooms[RewritingRoom].bar.sentence.text()
    view = composer.desk.watch.view
    assert view is not None
    assert not [one for one in view.score.diagnostics if "measure" in one.code]
    shown = music(composer)
    press(qtbot, Qt.Key.Key_Return)
    assert music(composer) == shown
    assert composer.desk.editor.selection() == Span(PLACE, PLACE)


def test_keys_lead_from_version_to_version(qtbot: QtBot, composer: ComposerPage) -> None:
    rewrite(qtbot, composer)
    seen = [music(composer)]
    for _ in range(8):
        press(qtbot, Qt.Key.Key_F12)
        seen.append(music(composer))
    assert len({*seen}) == 9
    assert seen[-1] == CHOSEN
    press(qtbot, Qt.Key.Key_F12)
    assert music(composer) == seen[0]
    press(qtbot, Qt.Key.Key_F12, SHIFT)
    press(qtbot, Qt.Key.Key_F12, SHIFT)
    assert music(composer) == seen[7]


def test_what_is_kept_is_one_step_to_undo(qtbot: QtBot, composer: ComposerPage) -> None:
    rewrite(qtbot, composer)
    press(qtbot, Qt.Key.Key_F12)
    press(qtbot, Qt.Key.Key_F12)
    kept = music(composer)
    press(qtbot, Qt.Key.Key_Return)
    assert music(composer) == kept
    assert not composer.rooms[RewritingRoom].bar.isVisible()
    editor, document = composer.desk.editor, composer.desk.documents.current
    assert editor.selection() == Span(PLACE, PLACE)
    editor.undo()
    assert editor.text() == TEXT
    assert not document.text_document.isUndoAvailable()
    assert editor.selection() == Span(PLACE + 2, PLACE + 2)
    assert not document.is_modified
    editor.redo()
    assert music(composer) == kept
    assert editor.selection() == Span(PLACE, PLACE)


def test_esc_puts_the_measures_back_without_a_step(qtbot: QtBot, composer: ComposerPage) -> None:
    editor, document = composer.desk.editor, composer.desk.documents.current
    editor.select(Span(PLACE, PLACE + 4))
    rewrite(qtbot, composer)
    press(qtbot, Qt.Key.Key_F12)
    press(qtbot, Qt.Key.Key_Escape)
    assert editor.text() == TEXT
    assert editor.selection() == Span(PLACE, PLACE + 4)
    assert not document.is_modified
    assert not document.text_document.isUndoAvailable()
    assert not document.text_document.isRedoAvailable()
    assert not composer.rooms[RewritingRoom].bar.isVisible()


def test_typing_keeps_what_is_there(qtbot: QtBot, composer: ComposerPage) -> None:
    rewrite(qtbot, composer)
    shown = music(composer)
    press(qtbot, Qt.Key.Key_G)
    assert music(composer) == "g" + shown
    assert not composer.rooms[RewritingRoom].bar.isVisible()
    assert not chooser_of(composer).is_on
    composer.desk.editor.undo()
    assert music(composer) == shown
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == TEXT


def test_esc_stops_the_writing_at_once(qtbot: QtBot, composer: ComposerPage) -> None:
    press(qtbot, Qt.Key.Key_F12)
    assert composer.rooms[RewritingRoom].bar.isVisible()
    assert "writing" in composer.rooms[RewritingRoom].bar.sentence.text()
    press(qtbot, Qt.Key.Key_Escape)
    assert not composer.rooms[RewritingRoom].bar.isVisible()
    assert not chooser_of(composer).is_looking
    assert composer.desk.editor.text() == TEXT


def test_the_mouse_does_it_all(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    qtbot.waitUntil(lambda: composer.parts.link.drawn_view() is not None, timeout=PATIENCE_MS)
    composer.parts.score.menu_requested.emit(
        len(HEADER + BEFORE), composer.parts.score.viewport().mapToGlobal(QPoint(40, 40))
    )
    (menu,) = [menu for menu in composer.findChildren(QMenu) if menu.isVisible()]
    place = menu.actionGeometry(main_window.registry.action("tune.rewrite_measures")).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: chooser_of(composer).count > 0, timeout=PATIENCE_MS)
    bar = composer.rooms[RewritingRoom].bar
    first = music(composer)
    qtbot.mouseClick(bar.next_button, Qt.MouseButton.LeftButton)
    assert music(composer) != first
    qtbot.mouseClick(bar.previous_button, Qt.MouseButton.LeftButton)
    assert music(composer) == first
    qtbot.mouseClick(bar.keep_button, Qt.MouseButton.LeftButton)
    assert music(composer) == first
    assert not bar.isVisible()
    assert main_window.focusWidget() is composer.desk.editor


def test_the_focus_returns_to_the_score_where_it_was(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    qtbot.waitUntil(lambda: composer.parts.link.drawn_view() is not None, timeout=PATIENCE_MS)
    composer.parts.score.setFocus()
    rewrite(qtbot, composer)
    kept = composer.desk.editor.text()
    qtbot.mouseClick(composer.rooms[RewritingRoom].bar.keep_button, Qt.MouseButton.LeftButton)
    assert composer.parts.score.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert composer.desk.editor.text() == kept
    qtbot.waitUntil(lambda: main_window.playback.state == "playing", timeout=PATIENCE_MS)


def test_more_versions_join_those_that_are_there(qtbot: QtBot, composer: ComposerPage) -> None:
    rewrite(qtbot, composer)
    bar = composer.rooms[RewritingRoom].bar
    bar.kept.rhythm.trigger()
    qtbot.mouseClick(bar.more_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not chooser_of(composer).is_looking, timeout=PATIENCE_MS)
    assert f"version 9 of {chooser_of(composer).count}" in bar.sentence.text()
    assert [len(word) for word in re.sub("[',^_=]", "", music(composer)).split()] == [4, 4]
    press(qtbot, Qt.Key.Key_F12, SHIFT)
    assert "version 8 of" in bar.sentence.text()
    composer.desk.editor.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert composer.desk.editor.text() == TEXT


def test_score_and_text_light_the_measures(qtbot: QtBot, composer: ComposerPage) -> None:
    rewrite(qtbot, composer)
    shown = music(composer)

    def lit() -> str:
        view, marks = composer.parts.link.drawn_view(), composer.parts.score.marks
        if view is None or marks is None or not marks.selected:
            return ""
        start, last = min(marks.selected), max(marks.selected)
        return view.text[start : view.notes[last].end] if last in view.notes else ""

    qtbot.waitUntil(lambda: lit() == shown, timeout=PATIENCE_MS)
    tried = [
        one.cursor.selectedText()
        for one in composer.desk.editor.extraSelections()
        if one.format.background().color() == composer.desk.editor.marks.tried_color
    ]
    assert shown in tried


def test_saving_keeps_what_is_there(qtbot: QtBot, composer: ComposerPage, tmp_path: Path) -> None:
    rewrite(qtbot, composer)
    shown = music(composer)
    composer.desk.documents.current.save(tmp_path / "kept.abc")
    assert not chooser_of(composer).is_on
    assert (tmp_path / "kept.abc").read_text() == TEXT[:PLACE] + shown + AFTER


def test_another_text_keeps_what_is_there(qtbot: QtBot, composer: ComposerPage) -> None:
    document = composer.desk.documents.current
    rewrite(qtbot, composer)
    shown = music(composer)
    composer.parts.files.open_text("X:1\nK:C\nC|\n", "other")
    assert not chooser_of(composer).is_on
    assert not composer.rooms[RewritingRoom].bar.isVisible()
    assert document.text() == TEXT[:PLACE] + shown + AFTER
    assert composer.desk.editor.text() == "X:1\nK:C\nC|\n"


def test_the_measures_as_they_were_are_no_change(qtbot: QtBot, composer: ComposerPage) -> None:
    document = composer.desk.documents.current
    rewrite(qtbot, composer)
    press(qtbot, Qt.Key.Key_F12, SHIFT)
    assert "as it was" in composer.rooms[RewritingRoom].bar.sentence.text()
    assert music(composer) == CHOSEN
    assert not document.is_modified
    composer.parts.files.open_text("X:1\nK:C\nC|\n", "other")
    assert not chooser_of(composer).is_on
    assert document.text() == TEXT
    assert not document.is_modified
    assert not document.text_document.isUndoAvailable()


def test_typing_in_the_measures_as_they_were_ends_the_choice(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    rewrite(qtbot, composer)
    press(qtbot, Qt.Key.Key_F12, SHIFT)
    press(qtbot, Qt.Key.Key_G)
    assert not chooser_of(composer).is_on
    assert len(composer.desk.editor.text()) == len(TEXT) + 1
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == TEXT


def test_writing_for_a_text_that_changed_is_given_up(qtbot: QtBot, composer: ComposerPage) -> None:
    press(qtbot, Qt.Key.Key_F12)
    press(qtbot, Qt.Key.Key_G)
    assert not chooser_of(composer).is_on
    assert not composer.rooms[RewritingRoom].bar.isVisible()


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("X:1\nM:4/4\nK:C\nV:1\nC4|\nV:2\nE4|\n", "C4", "several voices"),
        ("X:1\nM:none\nL:1/8\nK:C\nC4|\n", "C4", "no meter"),
        ("X:1\nM:4/4\nL:1/8\nK:C\nC8|D8|\nw:la la\n", "C8", "Keep the rhythm"),
        ("X:1\nM:4/4\nL:1/8\nK:C\n", "X:1", "no measure here"),
        ("C8|D8|\n", "C8", "none of its lines begins with X:"),
    ],
)
def test_what_cannot_be_composed_anew_says_why(
    qtbot: QtBot, composer: ComposerPage, text: str, place: str, reason: str
) -> None:
    composer.parts.files.open_text(text, "odd")
    start = text.index(place)
    composer.desk.editor.select(Span(start, start), focus=True)
    press(qtbot, Qt.Key.Key_F12)
    bar = composer.rooms[RewritingRoom].bar
    qtbot.waitUntil(lambda: reason in bar.sentence.text(), timeout=PATIENCE_MS)
    assert composer.desk.editor.text() == text
    press(qtbot, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_a_caret_before_the_music_means_the_first_full_measure(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    composer.parts.files.open_text(HEADER + "A2|d2fd Adfd|BGGB d2Bd|Bged cABc|]\n", "new")
    composer.desk.editor.select(Span(0, 0), focus=True)
    composer.desk.watch.settle()
    rewrite(qtbot, composer)
    assert composer.rooms[RewritingRoom].bar.sentence.text().startswith("Measure 1: version 1")
    assert composer.desk.editor.text().startswith(HEADER + "A2|")
    assert composer.desk.editor.text().endswith("|BGGB d2Bd|Bged cABc|]\n")
    press(qtbot, Qt.Key.Key_Escape)


def test_undo_puts_the_measures_back(qtbot: QtBot, composer: ComposerPage) -> None:
    rewrite(qtbot, composer)
    press(qtbot, Qt.Key.Key_F12)
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert composer.desk.editor.text() == TEXT
    assert not composer.rooms[RewritingRoom].presenter.is_on


def test_no_model_is_said(
    qtbot: QtBot, composer: ComposerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Studio, "model", None)
    press(qtbot, Qt.Key.Key_F12)
    assert "No model is loaded" in composer.rooms[RewritingRoom].bar.sentence.text()
    press(qtbot, Qt.Key.Key_Escape)
    assert not composer.rooms[RewritingRoom].bar.isVisible()


def test_the_same_measures_can_be_composed_anew_again(qtbot: QtBot, composer: ComposerPage) -> None:
    rewrite(qtbot, composer)
    press(qtbot, Qt.Key.Key_Return)
    once = music(composer)
    rewrite(qtbot, composer)
    assert music(composer) != once
    press(qtbot, Qt.Key.Key_Escape)
    assert music(composer) == once
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == TEXT


@pytest.mark.parametrize(
    ("chosen", "words"),
    [("A|", "The pickup:"), ("A|d2fd Adfd|BGGB d2Bd", "From the pickup to measure 2:")],
)
def test_a_pickup_is_called_so_and_not_measure_0(
    qtbot: QtBot, composer: ComposerPage, chosen: str, words: str
) -> None:
    music = "A|d2fd Adfd|BGGB d2Bd|d2fd Adfd|Bged cABc|\n"
    composer.parts.files.open_text(HEADER + music, "pickup")
    composer.desk.editor.select(Span(len(HEADER), len(HEADER) + len(chosen)), focus=True)
    composer.desk.watch.settle()
    rewrite(qtbot, composer)
    assert composer.rooms[RewritingRoom].bar.sentence.text().startswith(f"{words} version 1 of ")
    composer.rooms[RewritingRoom].presenter.drop()


def test_a_second_part_with_its_pickup_leaves_the_end_of_the_first_alone(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    first, second = "|:A2|d2fd Adfd|d2fd A2:|\n|:", "B2|BGGB d2Bd|Bged A2"
    composer.parts.files.open_text(f"{HEADER}{first}{second}:|\n", "halves")
    start = len(HEADER + first)
    composer.desk.editor.select(Span(start, start + len(second)), focus=True)
    composer.desk.watch.settle()
    rewrite(qtbot, composer)
    for _version in range(3):
        text = composer.desk.editor.text()
        assert text.startswith(HEADER + first)
        assert text.endswith(":|\n")
        assert text != f"{HEADER}{first}{second}:|\n"
        press(qtbot, Qt.Key.Key_F12)
    press(qtbot, Qt.Key.Key_Escape)
    assert composer.desk.editor.text() == f"{HEADER}{first}{second}:|\n"
