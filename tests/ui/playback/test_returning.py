"""A tune is found as it was left: at its tempo, with its loop, while the program runs."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.playback.loop import Loop
from abcstudio.ui.documents.document import Document
from abcstudio.ui.playback.kept_choices import MOST_TUNES
from abcstudio.ui.playback.played_tune import DocumentTune, PlayedTune
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.playing_steps import CTRL, PATIENCE_MS, is_known, play, press, show

pytestmark = pytest.mark.one_window

TUNE = "X:1\nT:Practice\nM:4/4\nL:1/4\nQ:1/4=240\nK:C\nCDEF|GABc|CDEF|GABc|\n"
OTHER = "X:1\nT:Other\nM:4/4\nL:1/4\nQ:1/4=120\nK:C\nEFGA|EFGA|\n"


@pytest.fixture
def first(main_window: MainWindow, qtbot: QtBot) -> Document:
    """A tune at half its tempo whose second measure is repeated, then another tune."""
    show(main_window, qtbot, TUNE)
    main_window.transport.tempo.setValue(120)
    editor = main_window.composer.desk.editor
    start = TUNE.index("GABc")
    editor.select(Span(start, start + 4))
    press(qtbot, main_window, Qt.Key.Key_L, CTRL)
    document = main_window.composer.desk.documents.current
    show(main_window, qtbot, OTHER)
    return document


def come_back(window: MainWindow, qtbot: QtBot, document: Document) -> None:
    window.composer.desk.documents.choose(document)
    qtbot.waitUntil(lambda: is_known(window, document.text()), timeout=PATIENCE_MS)


def ends(window: MainWindow) -> tuple[float, float]:
    loop = window.playback.chosen_loop.loop
    assert loop is not None
    return loop.start, loop.end


def test_tempo_and_loop_come_back_with_the_tune(
    main_window: MainWindow, qtbot: QtBot, first: Document
) -> None:
    playback, bar = main_window.playback, main_window.transport
    assert playback.tempo.percent == 100
    assert playback.chosen_loop.loop is None
    come_back(main_window, qtbot, first)
    assert (playback.tempo.percent, bar.tempo.value()) == (50, 120)
    assert ends(main_window) == (1, 2)
    assert bar.commands.loop.isChecked()
    play(main_window, qtbot)
    assert playback.position >= 2  # The second measure, at half the tempo.
    playback.stop()


def test_a_loop_comes_back_to_its_notes(main_window: MainWindow, qtbot: QtBot) -> None:
    playback = main_window.playback
    changed = TUNE.replace("CDEF|", "CDEF|CDEF|", 1)
    playback.offer(PlayedTune(TUNE, "Practice", identity="of a test"))
    qtbot.waitUntil(lambda: is_known(main_window, TUNE), timeout=PATIENCE_MS)
    playback.chosen_loop.set(Loop(1.0, 2.0))
    playback.offer(PlayedTune(OTHER, "Other", identity="another"))
    playback.offer(PlayedTune(changed, "Practice", identity="of a test"))
    qtbot.waitUntil(lambda: is_known(main_window, changed), timeout=PATIENCE_MS)
    assert ends(main_window) == (2, 3)


def test_another_tune_in_its_place_is_played_as_it_is_written(
    main_window: MainWindow, first: Document
) -> None:
    playback = main_window.playback
    identity = DocumentTune(first.key, 1)
    playback.offer(PlayedTune(OTHER, "Another", identity=identity))
    assert playback.tempo.percent == 100
    assert playback.chosen_loop.loop is None


def test_what_was_given_up_stays_given_up(
    main_window: MainWindow, qtbot: QtBot, first: Document
) -> None:
    playback = main_window.playback
    other = main_window.composer.desk.documents.current
    come_back(main_window, qtbot, first)
    playback.tempo.set_percent(100)
    playback.chosen_loop.set(None)
    come_back(main_window, qtbot, other)
    come_back(main_window, qtbot, first)
    assert playback.tempo.percent == 100
    assert playback.chosen_loop.loop is None


def test_only_the_latest_tunes_are_kept(main_window: MainWindow) -> None:
    playback = main_window.playback
    tunes = [PlayedTune(TUNE, "Practice", identity=("of a test", n)) for n in range(MOST_TUNES + 2)]
    for tune in tunes:
        playback.offer(tune)
        playback.tempo.set_percent(50)
        playback.chosen_loop.set(Loop(0.0, 1.0))
    playback.offer(PlayedTune(OTHER, "Other", identity="the last one"))
    for tune, percent in ((tunes[-1], 50), (tunes[1], 100), (tunes[2], 50)):
        playback.offer(tune)
        assert playback.tempo.percent == percent
