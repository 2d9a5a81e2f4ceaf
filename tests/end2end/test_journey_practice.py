"""Practising a few measures: choose them, slow down, play them round, louder voice, stop."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.main_window import MainWindow

MUSIC_LINES = 9


@pytest.fixture
def places(window: MainWindow) -> Iterator[list[float]]:
    heard: list[float] = []
    window.playback.position_changed.connect(heard.append)
    yield heard
    window.playback.stop()


def goes_round(places: list[float]) -> bool:
    """Return whether the music has gone back by itself."""
    return any(later < earlier - 0.2 for earlier, later in pairwise(places))


@pytest.mark.parametrize("window", ["uk"], indirect=True)
def test_by_keyboard(window: MainWindow, hands, places: list[float]) -> None:
    hands.press("Ctrl+3")
    composer, playback = window.composer, window.playback
    hands.wait(lambda: composer.parts.link.drawn_view() is not None)
    hands.wait(lambda: playback.tempo.quarters_per_minute > 0)
    hands.tab_to(composer.desk.editor)
    hands.press("Ctrl+Home")
    for _ in range(MUSIC_LINES):
        hands.press("Down")
    hands.press("Home")
    hands.press("Shift+End")
    hands.press("Ctrl+L")
    loop = playback.chosen_loop.loop
    assert loop is not None
    assert 0 < loop.start < loop.end < playback.tempo.duration
    hands.press("Alt+=")
    assert playback.tempo.percent == 105
    for _ in range(2):
        hands.press("Alt+-")
    assert playback.tempo.percent == 95
    playback.tempo.set_percent(300)
    hands.press("Ctrl+Space")
    places.clear()
    hands.wait(lambda: goes_round(places))
    assert min(places) >= loop.start / 3 - 0.01
    hands.press("Alt+[")
    assert playback.chosen_loop.loop is not None
    assert playback.chosen_loop.loop.start > loop.start
    hands.press("Ctrl+L")
    assert playback.chosen_loop.loop is None
    hands.press("Esc")
    hands.wait(lambda: playback.state == "stopped")


def test_by_mouse(window: MainWindow, hands, qtbot: QtBot, places: list[float]) -> None:
    hands.click(window.page_bar.tabs["composer"])
    composer, playback, bar = window.composer, window.playback, window.transport
    hands.wait(lambda: composer.parts.link.drawn_view() is not None)
    hands.wait(lambda: playback.tempo.quarters_per_minute > 0)
    first, last = note_at(window, 7), note_at(window, 18)
    viewport = composer.parts.score.viewport()
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(viewport, left, pos=first)
    qtbot.mouseClick(viewport, left, shift, pos=last)
    hands.wait(composer.desk.editor.textCursor().hasSelection)
    hands.click_action(bar, bar.commands.loop)
    assert playback.chosen_loop.loop is not None
    hands.click(bar.practice_button)
    practice = bar.practice_settings
    hands.wait(practice.isVisible)
    box = practice.metronome
    qtbot.mouseClick(box, left, pos=QPoint(box.height() // 2, box.height() // 2))
    assert window.studio.settings.metronome
    practice.close()
    hands.click_action(bar, bar.commands.toggle)
    hands.wait(lambda: playback.state == "playing")
    places.clear()
    hands.wait(lambda: goes_round(places))
    hands.click(bar.mixer_button)
    hands.wait(bar.mixer.isVisible)
    hands.click(bar.mixer.rows[0][1])
    assert playback.strips.strip(0).is_mute
    bar.mixer.close()
    hands.click_action(bar, bar.commands.loop)
    assert playback.chosen_loop.loop is None
    middle = QPoint(bar.position.width() // 2, bar.position.height() // 2)
    qtbot.mouseClick(bar.position, left, pos=middle)
    assert playback.position == pytest.approx(playback.tempo.duration / 2, rel=0.1)
    hands.click_action(bar, bar.commands.stop)
    hands.wait(lambda: playback.state == "stopped")


def note_at(window: MainWindow, number: int) -> QPoint:
    """Return where a note of the score stands in its view."""
    score = window.composer.parts.score
    assert score.marks is not None
    box = score.marks.engraved.notes[number].box
    return score.mapFromScene((box.left + box.right) / 2, (box.top + box.bottom) / 2)
