"""Closest relatives: of a tune of the table, of the open tune, of a tune that was found."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from abcstudio.corpus.melody_index.index import Progress
from abcstudio.corpus.melody_index.outline_likeness import Alike
from abcstudio.corpus.melody_index.outlines import Outlines
from abcstudio.corpus.tune import Tune
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.recipes.finding import relatives
from abcstudio.stopping import stop_if_asked
from abcstudio.ui.datasets.finding.room import FindingRoom
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

WAIT_MS = 120_000
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def finding(qtbot: QtBot, main_window: MainWindow) -> FindingRoom:
    page = main_window.datasets
    main_window.show_page("datasets")
    page.parts.views.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: bool(page.browser.table.tunes), timeout=WAIT_MS)
    return page.rooms[FindingRoom]


def settle(qtbot: QtBot, finding: FindingRoom) -> None:
    qtbot.waitUntil(lambda: not finding.presenter.is_busy, timeout=WAIT_MS)


def shared(score: ScoreView) -> frozenset[int]:
    return score.marks.shared if score.marks is not None else frozenset()


def test_both_scores_show_what_two_relatives_share(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    page = main_window.datasets
    page.browser.show_tune(100)
    asked = page.browser.table.tune
    assert asked is not None
    qtbot.keyClick(main_window, Qt.Key.Key_F4, ALT | SHIFT)
    settle(qtbot, finding)
    view = finding.view
    assert view.isVisible()
    assert asked.title in view.query.title.text()
    assert not view.query.field.isVisible()
    first = view.table.place
    assert first is not None
    assert first.tune is not asked
    assert page.parts.preview.tune is first.tune
    qtbot.waitUntil(lambda: shared(page.parts.preview.score) == set(first.notes), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: shared(view.query.score) == set(first.own_notes), timeout=WAIT_MS)

    assert view.table.hasFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert main_window.playback.text == first.tune.text
    main_window.playback.stop()

    qtbot.mouseClick(view.query.back, Qt.MouseButton.LeftButton)
    settle(qtbot, finding)
    assert view.query.field.hasFocus()
    assert not shared(view.query.score)
    assert view.state.title.text() == "Which tune is this?"


def test_the_open_tune_finds_itself_in_another_key(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = next(tune for tune in main_window.datasets.browser.table.tunes if tune.number == 100)
    composer = main_window.composer
    main_window.show_page("composer")
    composer.parts.files.open_text(transpose(known.text, 2), "mine")
    given: list[int] = []
    monkeypatch.setattr("abcstudio.workers.melodies.give_back_freed_by", given.append)
    qtbot.keyClick(main_window, Qt.Key.Key_F11, CTRL | SHIFT)
    settle(qtbot, finding)
    # The melodies may be read first, which gives memory back too.
    assert given[-1:] == [len(main_window.datasets.browser.table.tunes)]
    assert main_window.page_name == "datasets"
    place = finding.view.table.places[0]
    assert place.tune is known
    assert "same tune" in str(place.likeness)
    assert str(place.pitch) == "2 semitones lower"
    qtbot.keyClick(main_window, Qt.Key.Key_F3, CTRL | SHIFT)
    assert finding.view.query.field.hasFocus()


@pytest.mark.own_window
def test_the_first_search_of_a_large_source_shows_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = main_window.datasets
    main_window.show_page("datasets")
    book = tmp_path / "mine.abc"
    tune = "X:{0}\nT:Tune {0}\nM:4/4\nL:1/8\nK:G\nGABd e2dB|AGAB G2D2|GABd e2dB|A2AG G4|\n\n"
    book.write_text("".join(map(tune.format, range(1, 301))), encoding="utf-8")
    page.add_source(book)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 300, timeout=WAIT_MS)
    of_tunes, never = Outlines.of_tunes, threading.Event()

    def without_end(tunes: Sequence[Tune], progress: Progress) -> Outlines:
        while True:
            progress(200, len(tunes))
            never.wait(0.02)
            stop_if_asked()

    monkeypatch.setattr(Outlines, "of_tunes", without_end)
    page.browser.show_tune(7)
    qtbot.keyClick(main_window, Qt.Key.Key_F4, ALT | SHIFT)
    state, presenter = page.rooms[FindingRoom].view.state, page.rooms[FindingRoom].presenter
    qtbot.waitUntil(lambda: state.bar.value() == 200 and state.isVisible(), timeout=WAIT_MS)
    assert state.bar.maximum() == 300
    assert state.sentence.text() == "200 of 300 tunes"
    cancel = state.first_way
    assert cancel is not None
    assert cancel.text() == "Cancel"
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert state.title.text() == "The search was cancelled"
    assert not presenter.is_busy
    monkeypatch.setattr(Outlines, "of_tunes", of_tunes)
    again = state.first_way
    assert isinstance(again, QPushButton)
    assert again.text() == "Look again"
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    settle(qtbot, page.rooms[FindingRoom])
    assert page.rooms[FindingRoom].view.shows_places


@pytest.mark.own_window
def test_comparing_with_a_large_source_shows_how_far_it_is(
    qtbot: QtBot, main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of sixty thousand it takes five seconds, in which the bar stood at its end."""
    page = main_window.datasets
    main_window.show_page("datasets")
    qtbot.waitUntil(lambda: bool(page.browser.table.tunes), timeout=WAIT_MS)
    never = threading.Event()

    def without_end(*_given: Any, progress: Progress) -> list[Alike]:
        while True:
            progress(100, 300)
            never.wait(0.02)
            stop_if_asked()

    monkeypatch.setattr(relatives, "alike_tunes", without_end)
    page.browser.show_tune(7)
    qtbot.keyClick(main_window, Qt.Key.Key_F4, ALT | SHIFT)
    state = page.rooms[FindingRoom].view.state
    qtbot.waitUntil(lambda: state.bar.value() == 100 and state.isVisible(), timeout=WAIT_MS)
    assert state.title.text() == "Looking for relatives…"
    assert state.sentence.text() == "100 of 300 tunes"
    assert state.sentence.isVisible()
    assert state.first_way is not None
    qtbot.mouseClick(state.first_way, Qt.MouseButton.LeftButton)
    assert state.title.text() == "The search was cancelled"


@pytest.mark.own_window
def test_reading_the_melodies_can_be_cancelled(
    qtbot: QtBot, main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from abcstudio.corpus.melody_index.index import MelodyIndex

    of_tunes, never = MelodyIndex.of_tunes, threading.Event()

    def without_end(tunes: Sequence[Tune], progress: Progress) -> None:
        while True:
            progress(1, len(tunes))
            never.wait(0.02)
            stop_if_asked()

    monkeypatch.setattr(MelodyIndex, "of_tunes", without_end)
    page = main_window.datasets
    main_window.show_page("datasets")
    qtbot.waitUntil(lambda: bool(page.browser.table.tunes), timeout=WAIT_MS)
    page.parts.views.show_when_there(page.rooms[FindingRoom].view)
    page.rooms[FindingRoom].presenter.look_for("GABde2dB")
    state, keeper = page.rooms[FindingRoom].view.state, page.rooms[FindingRoom].keeper
    qtbot.waitUntil(lambda: state.bar.maximum() > 0 and state.isVisible(), timeout=WAIT_MS)
    assert state.first_way is not None
    qtbot.mouseClick(state.first_way, Qt.MouseButton.LeftButton)
    assert state.title.text() == "The search was cancelled"
    assert not keeper.is_busy
    monkeypatch.setattr(MelodyIndex, "of_tunes", of_tunes)
    assert state.first_way is not None
    qtbot.mouseClick(state.first_way, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.rooms[FindingRoom].view.shows_places, timeout=WAIT_MS)
