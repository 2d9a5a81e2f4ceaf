"""What goes on while a tune is played, edited, changed and stopped, in the whole window."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.playback.loop import Loop
from abcstudio.playback.sound.mix import Strip
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events
from tests.ui.playing_steps import (
    ALT,
    CTRL,
    PATIENCE_MS,
    has_gone_back,
    is_known,
    let_device_pull,
    play,
    press,
    wait_until_stopped,
)

pytestmark = pytest.mark.one_window

HEAD = "X:1\nT:Going on\nM:4/4\nL:1/4\nQ:1/4=120\nK:C\n"
TUNE = HEAD + "CDEF|GABc|CDEF|GABc|\n"
SHORT = "X:2\nT:Short\nM:4/4\nL:1/4\nQ:1/4=240\nK:C\nCD|\n"


@pytest.fixture
def window(main_window: MainWindow, qtbot: QtBot) -> MainWindow:
    show(main_window, qtbot, TUNE)
    return main_window


def show(window: MainWindow, qtbot: QtBot, text: str) -> None:
    window.show_page("composer")
    window.composer.parts.files.open_text(text, "going on")
    qtbot.waitUntil(lambda: window.playback.text.strip() == text.strip(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: is_known(window, text), timeout=PATIENCE_MS)
    window.composer.desk.editor.setFocus()


def replace(window: MainWindow, old: str, new: str, last: bool = False) -> None:
    text = window.composer.desk.editor.text()
    at = text.rindex(old) if last else text.index(old, text.index("K:C"))
    window.composer.desk.editor.select(Span(at, at + len(old)))
    window.composer.desk.editor.insertPlainText(new)


def heard_pitches(window: MainWindow) -> list[int]:
    sound = window.playback.loader.sound
    assert sound is not None
    return [round(note.pitch) for note in sound.performance.notes]


def test_what_is_edited_is_heard_while_it_plays(window: MainWindow, qtbot: QtBot) -> None:
    playback = window.playback
    states: list[str] = []
    play(window, qtbot, 0.6)
    playback.state_changed.connect(states.append)
    replace(window, "GABc|", "dddd|", last=True)
    qtbot.waitUntil(lambda: heard_pitches(window)[-4:] == [74] * 4, timeout=PATIENCE_MS)
    assert playback.state == "playing"
    assert not states
    assert playback.position > 0.6
    # The score follows it again.
    qtbot.waitUntil(lambda: bool(playback.sounding.offsets), timeout=PATIENCE_MS)
    view = window.composer.desk.watch.view
    assert view is not None
    assert playback.sounding.offsets <= set(view.notes)


def test_an_edit_while_playing_begins_is_played(window: MainWindow, qtbot: QtBot) -> None:
    playback = window.playback
    replace(window, "CDEF|", "dddd|")
    playback.play()
    assert playback.state == "loading"
    qtbot.waitUntil(lambda: "dddd" in playback.text, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: heard_pitches(window)[:4] == [74] * 4, timeout=PATIENCE_MS)
    assert playback.state == "playing"


def test_more_before_the_place_leaves_the_note_that_is_heard(
    window: MainWindow, qtbot: QtBot
) -> None:
    playback = window.playback
    playback.seek(3.9)
    play(window, qtbot, 4.1)
    before = playback.position
    replace(window, "CDEF|", "CDEFCDEF|")
    qtbot.waitUntil(lambda: len(heard_pitches(window)) == 20, timeout=PATIENCE_MS)
    assert before + 2 <= playback.position < before + 4
    assert playback.state == "playing"


def test_what_cannot_be_played_leaves_what_is_heard(window: MainWindow, qtbot: QtBot) -> None:
    play(window, qtbot, 0.2)
    failures: list[object] = []
    window.playback.failed.connect(failures.append)
    replace(window, "CDEF|GABc|CDEF|GABc|", "z4|")
    qtbot.waitUntil(lambda: "z4" in window.playback.text, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not window.studio.is_working, timeout=PATIENCE_MS)
    assert window.playback.state == "playing"
    assert not failures
    window.composer.desk.editor.undo()
    qtbot.waitUntil(lambda: window.playback.loader.is_current,
                    timeout=PATIENCE_MS)  # fmt: skip
    assert window.playback.state == "playing"


def test_an_edited_tune_goes_on_from_where_it_was_paused(window: MainWindow, qtbot: QtBot) -> None:
    playback = window.playback
    play(window, qtbot, 2.2)
    playback.pause()
    place = playback.position
    replace(window, "GABc|", "dddd|", last=True)
    qtbot.waitUntil(lambda: heard_pitches(window)[-4:] == [74] * 4, timeout=PATIENCE_MS)
    assert playback.state == "paused"
    assert playback.position == pytest.approx(place, abs=0.05)
    playback.play()
    qtbot.waitUntil(lambda: playback.position > place + 0.1, timeout=PATIENCE_MS)
    assert playback.position < place + 2


def test_after_a_stop_what_is_shown_is_played(window: MainWindow, qtbot: QtBot) -> None:
    playback, editor = window.playback, window.composer.desk.editor
    editor.select(Span(len(editor.text()), len(editor.text())))
    editor.insertPlainText("\n" + SHORT)
    editor.select(Span(0, 0))
    qtbot.waitUntil(lambda: "Going on" in playback.text, timeout=PATIENCE_MS)
    play(window, qtbot, 0.2)
    editor.select(Span(len(editor.text()) - 2, len(editor.text()) - 2))
    view = window.composer.desk.watch.settle()
    assert view is not None
    assert view.tune.title == "Short"
    deliver_events()
    assert "Going on" in playback.text
    assert playback.state == "playing"
    press(qtbot, window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: playback.text.strip() == SHORT.strip(), timeout=PATIENCE_MS)
    press(qtbot, window, Qt.Key.Key_Space, CTRL)
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)
    assert heard_pitches(window) == [60, 62]


def test_the_composer_s_tune_follows_one_of_the_tunebook(window: MainWindow, qtbot: QtBot) -> None:
    playback = window.playback
    window.show_page("datasets")
    qtbot.waitUntil(lambda: window.datasets.parts.preview.tune is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(
        lambda: playback.text == window.datasets.parts.preview.tune.text, timeout=PATIENCE_MS
    )
    play(window, qtbot, 0.2)
    window.show_page("composer")
    assert "Going on" not in playback.text
    playback.stop()
    qtbot.waitUntil(lambda: playback.text.strip() == TUNE.strip(), timeout=PATIENCE_MS)


def test_an_emptied_text_falls_silent_and_cannot_be_played(
    window: MainWindow, qtbot: QtBot
) -> None:
    play(window, qtbot, 0.2)
    window.composer.desk.editor.selectAll()
    press(qtbot, window, Qt.Key.Key_Delete)
    wait_until_stopped(window, qtbot)
    assert not window.playback.is_playable
    assert not window.transport.commands.toggle.isEnabled()
    window.composer.desk.editor.undo()
    qtbot.waitUntil(lambda: window.playback.is_playable, timeout=PATIENCE_MS)


def test_the_end_of_a_loop_set_where_the_music_is_leads_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    playback = window.playback
    play(window, qtbot, 0.4)
    press(qtbot, window, Qt.Key.Key_BracketLeft, ALT)
    start = playback.chosen_loop.loop.start
    # It is drawn from where it begins.
    assert window.transport.position.loop is not None
    qtbot.waitUntil(lambda: playback.position > 1.2, timeout=PATIENCE_MS)
    press(qtbot, window, Qt.Key.Key_BracketRight, ALT)
    end = playback.chosen_loop.loop.end
    places: list[float] = []
    playback.position_changed.connect(places.append)
    qtbot.waitUntil(lambda: has_gone_back(places, 2), timeout=PATIENCE_MS)
    back = next(index for index, place in enumerate(places) if place < end - 0.2)
    assert start <= places[back] < start + 0.4
    assert max(places[back:]) <= end + 0.03
    assert playback.state == "playing"


def test_a_selection_is_played_once_also_while_all_is_repeated(
    window: MainWindow, qtbot: QtBot
) -> None:
    playback = window.playback
    playback.chosen_loop.set_all()
    first = TUNE.index("GA")
    playback.hear(playback.tune, first, first + 1)
    qtbot.waitUntil(lambda: playback.position > 2.2, timeout=PATIENCE_MS)
    # Another instrument does not make it longer.
    playback.loader.set_instrument("harp" if playback.loader.instrument != "harp" else "piano")
    assert max(wait_until_stopped(window, qtbot)) < 3.1


def test_a_pause_in_a_selection_leaves_its_end(window: MainWindow, qtbot: QtBot) -> None:
    playback = window.playback
    first = TUNE.index("GA")
    playback.hear(playback.tune, first, first + 1)
    qtbot.waitUntil(lambda: playback.position > 2.3, timeout=PATIENCE_MS)
    playback.pause()
    playback.play()
    assert max(wait_until_stopped(window, qtbot)) < 3.1


def test_a_place_chosen_long_ago_is_forgotten(window: MainWindow, qtbot: QtBot) -> None:
    playback = window.playback
    play(window, qtbot, 0.2)
    playback.seek(7.5)
    wait_until_stopped(window, qtbot)
    playback.loader.set_instrument("harp" if playback.loader.instrument != "harp" else "piano")
    playback.play()
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)
    assert playback.position < 1


def test_practice_ends_at_the_tempo_of_its_beginning(window: MainWindow, qtbot: QtBot) -> None:
    playback = window.playback
    window.studio.update_settings(loop_times=2, loop_faster_percent=20, loop_most_percent=300)
    playback.tempo.set_percent(200)
    playback.chosen_loop.set(Loop(7.0, 7.6))
    for _ in range(2):
        playback.seek(3.45)
        play(window, qtbot, 0.2)
        qtbot.waitUntil(lambda: playback.tempo.percent == 220, timeout=PATIENCE_MS)
        wait_until_stopped(window, qtbot)
        assert playback.tempo.percent == 200
        assert playback.output.player.speed == 2.0


def test_another_tune_begins_at_its_own_tempo(window: MainWindow, qtbot: QtBot) -> None:
    playback, bar = window.playback, window.transport
    playback.tempo.set_percent(50)
    playback.chosen_loop.set_all()
    playback.strips.set_strip(0, Strip(is_mute=True))
    assert bar.tempo.value() == 60
    # Of the same title, length and tempo.
    show(window, qtbot, TUNE.replace("CDEF", "EFGA"))
    assert (playback.tempo.quarters_per_minute, bar.tempo.value()) == (120, 120)
    assert not bar.tempo_percent.text()
    assert playback.chosen_loop.loop is None
    assert not playback.strips.strip(0).is_mute


def test_a_new_title_changes_nothing_else(window: MainWindow, qtbot: QtBot) -> None:
    playback = window.playback
    playback.tempo.set_percent(50)
    playback.chosen_loop.set_all()
    text = window.composer.desk.editor.text()
    window.composer.desk.editor.select(Span(text.index("Going"), text.index("Going")))
    window.composer.desk.editor.insertPlainText("Still ")
    qtbot.waitUntil(lambda: playback.tune.title == "Still Going on", timeout=PATIENCE_MS)
    assert playback.tempo.percent == 50
    assert playback.chosen_loop.loop is not None


def test_a_tempo_that_cannot_be_had_is_not_shown(window: MainWindow, qtbot: QtBot) -> None:
    playback, bar = window.playback, window.transport
    playback.tempo.set_percent(300)
    bar.tempo.setValue(500)
    assert bar.tempo.value() == round(playback.tempo.quarters_per_minute) == 360


def test_nothing_is_marked_while_it_is_counted_in(window: MainWindow, qtbot: QtBot) -> None:
    playback = window.playback
    window.studio.update_settings(count_in=True)
    player = playback.output.ready_player()
    marked: list[frozenset[int]] = []
    was_counted_in: list[bool] = []
    playback.sounding.changed.connect(marked.append)
    playback.sounding.changed.connect(lambda _: was_counted_in.append(player.stands_still))
    playback.play()
    qtbot.waitUntil(lambda: player.stands_still, timeout=PATIENCE_MS)
    let_device_pull(playback, qtbot, 40)
    assert not marked
    qtbot.waitUntil(lambda: bool(marked), timeout=PATIENCE_MS)
    assert was_counted_in == [False]
    assert playback.position < 0.3
