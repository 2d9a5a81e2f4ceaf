"""The music while versions of measures are chosen among: it goes on in a loop of these."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.playback.loop import Loop
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.rewriting.rewriting_options import RewritingOptions
from abcstudio.ui.composer.rewriting.room import RewritingRoom
from abcstudio.ui.playback.played_tune import PlayedTune
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.playing_steps import PATIENCE_MS, let_device_pull, press, show

pytestmark = pytest.mark.one_window

# A second a measure.
HEADER = "X:1\nT:Test\nM:4/4\nL:1/8\nQ:1/4=240\nR:reel\nK:D\n"
TUNE = HEADER + "d2fd Adfd|BGGB d2Bd|d2fd Adfd|Bged cABc|d2fd Adfd|BGGB d2Bd|\n"
CHOSEN = HEADER + "d2fd Adfd|BGGB d2Bd|"


@pytest.fixture
def composer(qtbot: QtBot, main_window: MainWindow) -> ComposerPage:
    show(main_window, qtbot, TUNE)
    composer = main_window.composer
    composer.rooms[RewritingRoom].bar.set_options(RewritingOptions())
    composer.desk.editor.select(Span(len(CHOSEN), len(CHOSEN)), focus=True)
    return composer


def rewrite(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_F12)
    chooser = window.composer.rooms[RewritingRoom].presenter.chooser
    qtbot.waitUntil(lambda: chooser.count > 0, timeout=60_000)
    qtbot.waitUntil(lambda: window.playback.state == "playing", timeout=PATIENCE_MS)


def loop_of(window: MainWindow) -> tuple[float, float] | None:
    loop = window.playback.chosen_loop.loop
    return None if loop is None else (round(loop.start, 3), round(loop.end, 3))


def test_the_measures_are_played_again_and_again(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    rewrite(qtbot, main_window)
    qtbot.waitUntil(lambda: loop_of(main_window) == (2.0, 3.0), timeout=PATIENCE_MS)
    assert 1.9 <= main_window.playback.position <= 3.1
    press(qtbot, main_window, Qt.Key.Key_Escape)
    assert composer.desk.editor.text() == TUNE
    assert loop_of(main_window) is None
    assert main_window.playback.state == "stopped"


def test_the_music_goes_on_from_version_to_version(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    rewrite(qtbot, main_window)
    playback = main_window.playback
    states: list[object] = []
    texts: list[str] = []
    places: list[float] = []
    playback.state_changed.connect(states.append)
    playback.position_changed.connect(places.append)
    playback.loader.made.connect(lambda: texts.append(playback.text))
    for _ in range(9):
        press(qtbot, main_window, Qt.Key.Key_F12)
        qtbot.waitUntil(
            lambda: texts[-1:] == [composer.desk.watch.view and composer.desk.watch.view.text],
            timeout=PATIENCE_MS,
        )
        let_device_pull(playback, qtbot)
        qtbot.waitUntil(lambda: not playback.loader.is_looking, timeout=PATIENCE_MS)
        assert loop_of(main_window) == (2.0, 3.0)
        assert playback.text.strip() == composer.desk.editor.text().strip()
    assert states == []
    assert min(places) > 1.9
    assert max(places) < 3.1


def test_what_sounds_goes_on_when_a_version_is_kept(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    rewrite(qtbot, main_window)
    press(qtbot, main_window, Qt.Key.Key_Return)
    assert not composer.rooms[RewritingRoom].presenter.is_on
    assert loop_of(main_window) is None
    assert main_window.playback.state == "playing"
    qtbot.waitUntil(lambda: main_window.playback.position > 3.2, timeout=PATIENCE_MS)


def test_a_loop_of_the_person_comes_back(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    playback = main_window.playback
    start, end = TUNE.index("BGGB"), TUNE.index("cABc")
    playback.chosen_loop.set_notes(start, end)
    before = loop_of(main_window)
    playback.play()
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)
    rewrite(qtbot, main_window)
    assert loop_of(main_window) == (2.0, 3.0)
    press(qtbot, main_window, Qt.Key.Key_Escape)
    assert loop_of(main_window) == before
    assert playback.state == "playing"


def test_the_loudspeaker_ends_the_music_and_begins_it(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    rewrite(qtbot, main_window)
    hear = composer.rooms[RewritingRoom].bar.hear
    qtbot.mouseClick(hear, Qt.MouseButton.LeftButton)
    assert main_window.playback.state == "stopped"
    assert loop_of(main_window) is None
    composer.desk.editor.setFocus()
    press(qtbot, main_window, Qt.Key.Key_F12)
    assert main_window.playback.state == "stopped"
    qtbot.mouseClick(hear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: main_window.playback.state == "playing", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: loop_of(main_window) == (2.0, 3.0), timeout=PATIENCE_MS)
    composer.desk.editor.setFocus()
    press(qtbot, main_window, Qt.Key.Key_Escape)


def test_new_measures_are_played_in_a_loop(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    playback = main_window.playback
    playback.play()
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)
    main_window.registry.action("tune.add_measures").trigger()
    chooser = composer.rooms[RewritingRoom].presenter.chooser
    qtbot.waitUntil(lambda: chooser.count > 0 and not chooser.is_looking, timeout=60_000)
    qtbot.waitUntil(lambda: loop_of(main_window) == (3.0, 7.0), timeout=PATIENCE_MS)
    press(qtbot, main_window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: not playback.loader.is_looking, timeout=PATIENCE_MS)
    assert loop_of(main_window) == (3.0, 7.0)
    assert playback.state == "playing"
    press(qtbot, main_window, Qt.Key.Key_Escape)
    assert composer.desk.editor.text() == TUNE


def test_measures_with_rests_at_their_ends_are_played_whole(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    text = HEADER + "d2fd Adfd|BGGB d2Bd|z2fd Adz2|Bged cABc|d2fd Adfd|BGGB d2Bd|\n"
    composer.parts.files.open_text(text, "rests")
    composer.desk.editor.select(Span(len(CHOSEN), len(CHOSEN)), focus=True)
    composer.rooms[RewritingRoom].bar.kept.rhythm.trigger()
    rewrite(qtbot, main_window)
    qtbot.waitUntil(lambda: loop_of(main_window) == (2.0, 3.0), timeout=PATIENCE_MS)
    press(qtbot, main_window, Qt.Key.Key_Escape)
    assert composer.desk.editor.text() == text


def test_another_tune_that_is_played_meanwhile_goes_on(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    rewrite(qtbot, main_window)
    playback = main_window.playback
    playback.hear(PlayedTune(TUNE, title="Another one"))
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)
    playback.chosen_loop.set(Loop(1.0, 2.0))
    press(qtbot, main_window, Qt.Key.Key_Escape)
    assert composer.desk.editor.text() == TUNE
    assert playback.state == "playing"
    assert loop_of(main_window) == (1.0, 2.0)


def test_what_stops_the_sound_leaves_the_versions_that_are_there(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    rewrite(qtbot, main_window)
    chooser, shown = composer.rooms[RewritingRoom].presenter.chooser, composer.desk.editor.text()
    qtbot.waitUntil(lambda: not chooser.is_looking, timeout=60_000)
    composer.rooms[RewritingRoom].bar.more_button.click()
    assert chooser.is_looking
    main_window.registry.action("play.stop").trigger()
    assert not chooser.is_looking
    assert main_window.playback.state == "stopped"
    assert composer.desk.editor.text() == shown
    press(qtbot, main_window, Qt.Key.Key_Escape)
    assert composer.desk.editor.text() == TUNE
