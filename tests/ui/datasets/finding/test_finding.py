"""Find by melody: typed, played, from a selection; listed, lit, heard, opened."""

from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord
from abcstudio.notation.spans import Span
from abcstudio.ui.datasets.finding.places_model import TITLE
from abcstudio.ui.datasets.finding.room import FindingRoom
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.players import Players
from abcstudio.workers.tunes import TunesRead, read_source
from tests.ui.tables import column_of

pytestmark = pytest.mark.one_window

WAIT_MS = 120_000
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
MELODY = "GABd e2dB"
PHRASE = "gGG2 EGDC|B,G,B,D GBdg"
"""Stands twice in a tune of the box."""


@pytest.fixture
def finding(qtbot: QtBot, main_window: MainWindow) -> FindingRoom:
    """The search in sight, by its keys."""
    main_window.show_page("composer")
    qtbot.keyClick(main_window, Qt.Key.Key_F3, CTRL | SHIFT)
    assert main_window.page_name == "datasets"
    found = main_window.datasets.rooms[FindingRoom]
    # The tunes may still be being read.
    qtbot.waitUntil(found.view.isVisible, timeout=WAIT_MS)
    qtbot.waitUntil(found.view.query.field.hasFocus, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: found.keeper.melodies is not None, timeout=WAIT_MS)
    found.view.query.field.write("")
    settle(qtbot, found)
    return found


def settle(qtbot: QtBot, finding: FindingRoom) -> None:
    qtbot.waitUntil(lambda: not finding.presenter.is_busy, timeout=WAIT_MS)


def look_for(qtbot: QtBot, finding: FindingRoom, melody: str) -> None:
    field = finding.view.query.field
    field.setFocus()
    qtbot.keyClicks(field, melody)
    settle(qtbot, finding)


def shared(window: MainWindow) -> frozenset[int]:
    marks = window.datasets.parts.preview.score.marks
    return marks.shared if marks is not None else frozenset()


@pytest.mark.own_window
def test_a_melody_is_typed_as_soon_as_the_tunes_are_read(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    may_read = Event()

    def slow_reading(*given: Any, **named: Any) -> TunesRead:
        assert may_read.wait(WAIT_MS / 1000)
        return read_source(*given, **named)

    monkeypatch.setattr("abcstudio.ui.datasets.tune_sources.read_source", slow_reading)
    window: MainWindow = request.getfixturevalue("main_window")
    window.show_page("composer")
    qtbot.keyClick(window, Qt.Key.Key_F3, CTRL | SHIFT)
    page = window.datasets
    assert page.parts.views.currentWidget() is page.parts.views.state
    may_read.set()
    qtbot.waitUntil(page.rooms[FindingRoom].view.isVisible, timeout=WAIT_MS)
    # Not on the list of sources, where a letter would choose another one.
    qtbot.waitUntil(page.rooms[FindingRoom].view.query.field.hasFocus, timeout=WAIT_MS)


def test_typed_notes_are_found_lit_heard_and_opened(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    look_for(qtbot, finding, MELODY)
    view, preview = finding.view, main_window.datasets.parts.preview
    assert view.shows_places
    first = view.table.place
    assert first is not None
    assert first.score == 1
    assert str(first.likeness) == "note for note"
    assert preview.tune is first.tune
    qtbot.waitUntil(lambda: shared(main_window) == set(first.notes), timeout=WAIT_MS)
    assert view.query.score.marks is not None
    assert first.tune.title in view.words.text()

    qtbot.keyClick(view.query.field, Qt.Key.Key_Return)
    assert view.table.hasFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert main_window.playback.text == first.tune.text
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    second = view.table.place
    assert second is not None
    assert second is not first
    qtbot.waitUntil(lambda: main_window.playback.text == second.tune.text, timeout=WAIT_MS)
    main_window.playback.stop()
    qtbot.keyClick(view.table, Qt.Key.Key_Up)
    assert preview.tune is first.tune
    assert not main_window.playback.is_heard

    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert main_window.page_name == "composer"
    assert main_window.composer.desk.editor.text().rstrip("\n") == first.tune.text


def test_down_goes_from_the_last_line_of_the_notes_to_what_was_found(
    qtbot: QtBot, finding: FindingRoom
) -> None:
    field, table = finding.view.query.field, finding.view.table
    field.setFocus()
    field.write(f"L:1/8\n{MELODY}")
    settle(qtbot, finding)
    field.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down, SHIFT)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert table.hasFocus()
    assert table.currentIndex().row() == 0


def test_what_is_too_short_says_so(qtbot: QtBot, finding: FindingRoom) -> None:
    assert finding.view.state.title.text() == "Which tune is this?"
    look_for(qtbot, finding, "GAB")
    assert finding.view.state.title.text() == "Too short to look for"
    assert "One more note" in finding.view.state.sentence.text()
    look_for(qtbot, finding, "d")
    assert finding.view.shows_places


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("A2AB AFED B2BA BcdB", "Read in D major"),
        ("F# A A B A F# E D", "Read as note names"),
        ("69 69 71 69 66 64 62", "Read as MIDI numbers"),
        ("*URUDDDDURDUR", "Read as a contour: up, down, repeated"),
    ],
)
def test_it_is_shown_how_the_notes_were_read(
    qtbot: QtBot, finding: FindingRoom, typed: str, words: str
) -> None:
    look_for(qtbot, finding, typed)
    assert finding.view.shows_places
    said = finding.view.query.reading
    assert said.isVisible()
    assert said.text() == words
    finding.view.query.field.write("")
    settle(qtbot, finding)
    assert not said.isVisible()


def test_of_notes_with_a_key_nothing_is_said(qtbot: QtBot, finding: FindingRoom) -> None:
    finding.view.query.field.write("K:D\nA2AB AFED")
    settle(qtbot, finding)
    assert finding.view.shows_places
    assert not finding.view.query.reading.isVisible()


def test_notes_in_a_far_key_are_found_in_the_same_tune(qtbot: QtBot, finding: FindingRoom) -> None:
    look_for(qtbot, finding, MELODY)
    titles = {place.tune.title for place in finding.view.table.places if place.score == 1}
    finding.view.query.field.write("K:Eb\nL:1/16\ne2f2g2b2c'4b2g2")
    settle(qtbot, finding)
    again = {place.tune.title for place in finding.view.table.places if place.score == 1}
    assert again == titles


def test_what_is_played_on_the_piano_is_looked_for(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    times = iter(range(1000))
    recorder = finding.recorder
    assert recorder is not None
    recorder.set_clock(lambda: next(times) / 8)
    qtbot.keyClick(main_window, Qt.Key.Key_F3, ALT | SHIFT)
    assert recorder.is_listening
    assert main_window.rooms[Players].piano.isVisible()
    for pitch in (67, 69, 71, 74, 76, 74, 71):
        main_window.rooms[Players].piano.piano.pressed.emit(pitch)
        main_window.rooms[Players].piano.piano.released.emit(pitch)
    settle(qtbot, finding)
    assert finding.view.shows_places
    sounding = [
        round(note.pitch.midi_number)
        for element in parse(finding.presenter.query.text).voices[0].elements
        if isinstance(element, Chord)
        for note in element.notes
    ]
    assert sounding == [67, 69, 71, 74, 76, 74, 71]
    main_window.show_page("composer")
    assert not recorder.is_listening


def test_where_else_looks_for_the_selected_notes(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    composer = main_window.composer
    main_window.show_page("composer")
    text = "X:1\nT:Own\nM:4/4\nL:1/8\nK:A\nAAAA A4|A4 ABce f2ec|\n"
    composer.parts.files.open_text(text, "own")
    composer.desk.watch.settle()
    start = text.index("ABce")
    composer.desk.editor.select(
        type(composer.desk.editor.selection())(start, start + len("ABce f2ec"))
    )
    qtbot.keyClick(main_window, Qt.Key.Key_F9, CTRL | SHIFT)
    settle(qtbot, finding)
    assert main_window.page_name == "datasets"
    assert finding.view.query.field.toPlainText().endswith("ABce f2ec")
    assert finding.view.table.places[0].score == 1
    assert finding.view.table.hasFocus(), main_window.focusWidget()


def test_where_else_looks_for_notes_of_the_preview(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    page = main_window.datasets
    page.parts.views.tabs.setCurrentIndex(0)
    page.browser.show_tune(100)
    tune, text = page.parts.preview.tune, page.parts.preview.text
    assert tune is not None
    start = tune.text.index("\n", tune.text.index("K:")) + 1
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + 20, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    qtbot.keyClick(main_window, Qt.Key.Key_F2, ALT | SHIFT)
    settle(qtbot, finding)
    # Only elsewhere, as it says.
    assert tune not in [place.tune for place in finding.view.table.places if not place.is_own]


def test_the_tune_that_was_asked_about_says_so_where_it_has_the_notes_twice(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    assert finding.keeper.melodies is not None
    source = next(one for one in finding.keeper.melodies.tunes if PHRASE in one.text)
    composer = main_window.composer
    main_window.show_page("composer")
    composer.parts.files.open_text(source.text, source.title)
    composer.desk.watch.settle()
    start = source.text.index(PHRASE)
    composer.desk.editor.select(Span(start, start + len(PHRASE)))
    qtbot.keyClick(main_window, Qt.Key.Key_F9, CTRL | SHIFT)
    settle(qtbot, finding)
    table = finding.view.table
    own = [row for row, place in enumerate(table.places) if place.is_own]
    assert [table.places[row].tune for row in own] == [source]
    words = table.model().index(own[0], column_of(table, TITLE)).data()
    assert words == "Cooley's (this tune)"
    table.selectRow(own[0])
    assert finding.view.words.text().startswith(words)
    ends = table.places[own[0]].ends
    assert ends is not None
    assert ends[0] > start + len(PHRASE)
    # Once other notes are typed, it is a tune as any other.
    field = finding.view.query.field
    field.write(f"{field.toPlainText()} ")
    settle(qtbot, finding)
    assert not any(place.is_own for place in table.places)


def test_where_no_other_tune_has_the_notes_that_is_said(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    composer = main_window.composer
    main_window.show_page("composer")
    odd = "X:1\nT:Odd\nM:4/4\nL:1/8\nK:C\nC,^c'C,^f'D,_b'C,^c'|^F,c'_A,^g'B,,_e'C,d'|\n"
    composer.parts.files.open_text(odd, "odd")
    composer.desk.watch.settle()
    start = odd.index("C,^c")
    composer.desk.editor.select(Span(start, len(odd) - 2))
    qtbot.keyClick(main_window, Qt.Key.Key_F9, CTRL | SHIFT)
    settle(qtbot, finding)
    assert finding.view.state.title.text() == "No other tune has this melody"


def test_undo_brings_a_cleared_melody_back(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    look_for(qtbot, finding, MELODY)
    main_window.registry.action("datasets.clear_melody").trigger()
    settle(qtbot, finding)
    assert finding.view.state.title.text() == "Which tune is this?"
    qtbot.keyClick(finding.view.query.field, Qt.Key.Key_Z, CTRL)
    settle(qtbot, finding)
    assert finding.view.query.field.toPlainText() == MELODY
    assert finding.view.shows_places


def test_the_preview_is_the_tables_again_when_the_search_is_left(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    look_for(qtbot, finding, MELODY)
    page = main_window.datasets
    assert page.parts.preview.tune is not page.browser.table.tune
    page.parts.views.tabs.setCurrentIndex(0)
    assert page.parts.preview.tune is page.browser.table.tune
    page.parts.views.tabs.setCurrentWidget(finding.view)
    assert page.parts.preview.tune is finding.view.table.places[0].tune


def test_a_title_in_any_spelling_is_found_in_the_field_and_played_from_its_start(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    look_for(qtbot, finding, "drowsy magie")
    place = finding.view.table.place
    assert place is not None
    assert place.tune.title == "Drowsy Maggie"
    assert "title" in finding.view.words.text()
    assert not finding.score.has_notes
    qtbot.waitUntil(lambda: main_window.datasets.parts.preview.tune is place.tune, timeout=WAIT_MS)
    finding.found.toggle()
    assert main_window.playback.text == place.tune.text
    main_window.playback.stop()


def test_a_title_that_no_tune_has_says_so(qtbot: QtBot, finding: FindingRoom) -> None:
    look_for(qtbot, finding, "qwertyuiop")
    assert not finding.view.shows_places
    assert finding.view.state.title.text() == "No tune has this title"
