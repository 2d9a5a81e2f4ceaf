"""The transport bar and its controller, with real jobs and SDL's driver that plays to nobody."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.errors import SoundError
from abcstudio.playback.sound.tones import FRAME_RATE
from abcstudio.playback.transport.device import BUSY_CHUNK_FRAMES, CHUNK_FRAMES
from abcstudio.playback.transport.player import Player
from abcstudio.ui.playback.bar.transport_bar import TransportBar
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune
from abcstudio.ui.services.actions import Actions
from tests.ui.events import deliver_events
from tests.ui.playing_steps import PATIENCE_MS, let_device_pull

TUNE = "X:1\nT:Scale\nM:4/4\nL:1/4\nQ:1/4=120\nK:C\nCDEF|GABc|CDEF|GABc|\n"


@pytest.fixture
def playback(qtbot: QtBot, studio):
    controller = PlaybackController(studio)
    yield controller
    controller.close()


@pytest.fixture
def bar(qtbot: QtBot, playback, studio):
    window = QWidget()
    qtbot.addWidget(window)
    made = TransportBar(playback, Actions(window, {}), studio)
    made.setParent(window)
    window.resize(1280, 60)
    made.resize(1280, made.sizeHint().height())
    window.show()
    return made


def test_a_long_file_name_loses_its_middle_before_the_title_goes(bar, playback) -> None:
    name = f"all the tunes of the session{' of the week' * 20}.abc"
    playback.offer(PlayedTune(TUNE, "The Silver Spear", name))
    title = bar.title
    shown = title.shown_words(title.fontMetrics())
    assert shown.startswith("all the tunes")
    assert "…" in shown
    assert shown.endswith(".abc, The Silver Spear")
    assert title.fontMetrics().horizontalAdvance(shown) <= title.width()
    assert name in title.toolTip().replace("\n", " ")
    playback.offer(PlayedTune(TUNE, name, "set.abc"))
    assert title.shown_words(title.fontMetrics()).startswith("set.abc, all the tunes")
    playback.offer(PlayedTune(TUNE, "", name))
    assert title.shown_words(title.fontMetrics()).endswith(".abc")


def test_playing_pausing_and_stopping(qtbot: QtBot, playback, bar) -> None:
    states: list[str] = []
    playback.state_changed.connect(states.append)
    playback.offer(PlayedTune(TUNE, "Scale"))
    bar.commands.toggle.trigger()
    qtbot.waitUntil(lambda: playback.position > 0.2, timeout=PATIENCE_MS)
    assert states == ["loading", "playing"]
    assert bar.position.value() > 0
    bar.commands.toggle.trigger()
    assert playback.state == "paused"
    place = playback.position
    assert place > 0.15
    let_device_pull(playback, qtbot)
    assert playback.position == place
    bar.commands.toggle.trigger()
    assert playback.state == "playing"
    bar.commands.stop.trigger()
    assert (playback.state, playback.position) == ("stopped", 0)
    assert not bar.commands.stop.isEnabled()


def test_the_bar_knows_length_and_tempo_before_anything_is_played(
    qtbot: QtBot, playback, bar
) -> None:
    with qtbot.waitSignal(playback.tempo.changed, timeout=PATIENCE_MS):
        playback.offer(PlayedTune(TUNE, "Scale"))
    assert bar.time.text() == "0:00 / 0:08"
    assert bar.tempo.value() == 120
    bar.tempo.setValue(60)
    assert bar.time.text() == "0:00 / 0:16"
    assert bar.tempo_percent.text() == "50 %"
    bar.commands.faster.trigger()
    assert playback.tempo.percent == 55
    bar.commands.written_tempo.trigger()
    assert (bar.tempo.value(), bar.tempo_percent.text()) == (120, "")


def test_without_a_tune_the_bar_says_why_it_is_off(qtbot: QtBot, playback, bar) -> None:
    assert not bar.commands.toggle.isEnabled()
    always = (bar.commands.interpretation, bar.commands.practice, bar.commands.voices)
    buttons = [
        button
        for button in bar.findChildren(QToolButton)
        if button.defaultAction() is not None and button.defaultAction() not in always
    ]
    tips = {button.toolTip() for button in buttons}
    assert tips == {"There is no tune to play: choose one in the table, or write one."}
    playback.offer(PlayedTune(TUNE, "Scale"))
    assert bar.commands.toggle.isEnabled()
    assert "Ctrl+Space" in bar.findChildren(QToolButton)[1].toolTip()
    with qtbot.waitSignal(playback.playable_changed, timeout=PATIENCE_MS):
        playback.offer(PlayedTune("X:1\nT:Nothing\nK:C\n", "Nothing"))
    assert not bar.commands.toggle.isEnabled()


def test_the_sounding_notes_are_told_in_their_order(qtbot: QtBot, playback) -> None:
    heard: list[int] = []
    playback.sounding.changed.connect(lambda offsets: heard.extend(sorted(offsets)))
    playback.offer(PlayedTune(TUNE, "Scale"))
    playback.tempo.set_percent(300)
    playback.play()
    qtbot.waitUntil(lambda: len(heard) >= 6, timeout=PATIENCE_MS)
    playback.stop()
    start = TUNE.index("CDEF")
    assert heard[:6] == [start, start + 1, start + 2, start + 3, start + 5, start + 6]


def test_playing_from_a_note_begins_there(qtbot: QtBot, playback) -> None:
    playback.offer(PlayedTune(TUNE, "Scale"))
    with qtbot.waitSignal(playback.sounding.changed, timeout=PATIENCE_MS) as caught:
        playback.hear(playback.tune, TUNE.index("GABc"))
    assert caught.args == [frozenset({TUNE.index("GABc")})]
    assert playback.position >= 2


def test_the_tempo_changes_while_playing_and_the_place_stays(qtbot: QtBot, playback) -> None:
    playback.offer(PlayedTune(TUNE, "Scale"))
    playback.play()
    qtbot.waitUntil(lambda: playback.position > 1, timeout=PATIENCE_MS)
    states: list[str] = []
    playback.state_changed.connect(states.append)
    playback.tempo.set_percent(50)
    # What was heard at one second is now heard at two.
    qtbot.waitUntil(lambda: 2 < playback.position < 4, timeout=PATIENCE_MS)
    assert states == []
    assert playback.tempo.duration == pytest.approx(16)


def test_a_tune_ends_by_itself_and_a_loop_does_not(qtbot: QtBot, playback, bar) -> None:
    short = "X:1\nM:4/4\nL:1/4\nQ:1/4=300\nK:C\nCD|\n"
    playback.offer(PlayedTune(short, "Short"))
    bar.commands.loop.trigger()
    playback.play()
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)
    backwards: list[float] = []
    last = [0.0]

    def on_position(seconds: float) -> None:
        if seconds < last[0]:
            backwards.append(seconds)
        last[0] = seconds

    playback.position_changed.connect(on_position)
    qtbot.waitUntil(lambda: len(backwards) >= 2, timeout=PATIENCE_MS)
    bar.commands.loop.trigger()
    qtbot.waitUntil(lambda: playback.state == "stopped", timeout=PATIENCE_MS)


def test_a_click_on_the_bar_goes_there(qtbot: QtBot, playback, bar) -> None:
    with qtbot.waitSignal(playback.tempo.changed, timeout=PATIENCE_MS):
        playback.offer(PlayedTune(TUNE, "Scale"))
    middle = QPoint(bar.position.width() // 2, bar.position.height() // 2)
    qtbot.mouseClick(bar.position, Qt.MouseButton.LeftButton, pos=middle)
    assert playback.position == pytest.approx(4, abs=0.1)
    playback.play()
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)
    assert playback.position >= 3.9


def test_volume_and_instrument_are_kept(qtbot: QtBot, playback, bar, studio) -> None:
    bar.volume.setValue(30)
    qtbot.waitUntil(lambda: studio.settings.volume == 0.3, timeout=PATIENCE_MS)
    bar.instrument.setCurrentIndex(bar.instrument.findData("harp"))
    bar.instrument.activated.emit(bar.instrument.currentIndex())
    assert studio.settings.instrument == "harp"
    assert playback.loader.instrument == "harp"


def test_a_bad_sound_font_is_a_notice(qtbot: QtBot, playback, bar, studio, tmp_path) -> None:
    bad = tmp_path / "bad.sf2"
    bad.write_bytes(b"no sound font")
    studio.update_settings(sound_font=str(bad))
    playback.offer(PlayedTune(TUNE, "Scale"))
    with qtbot.waitSignal(studio.notice_requested, timeout=PATIENCE_MS) as caught:
        playback.play()
    assert "bad.sf2" in caught.args[0].text
    assert playback.state == "stopped"


def test_no_device_is_a_notice(qtbot: QtBot, playback, bar, studio, monkeypatch) -> None:
    monkeypatch.setattr("abcstudio.playback.transport.device.device_names", lambda: ())
    failures: list[Exception] = []
    playback.failed.connect(failures.append)
    playback.offer(PlayedTune(TUNE, "Scale"))
    with qtbot.waitSignal(studio.notice_requested, timeout=PATIENCE_MS):
        playback.play()
    assert isinstance(failures[0], SoundError)
    monkeypatch.undo()
    playback.play()
    qtbot.waitUntil(lambda: playback.state == "playing", timeout=PATIENCE_MS)


def test_closing_while_loading_or_playing_waits_for_the_end(qtbot: QtBot, studio) -> None:
    for wait_for in ("loading", "playing"):
        controller = PlaybackController(studio)
        controller.offer(PlayedTune(TUNE * 1, "Scale"))
        controller.play()
        qtbot.waitUntil(lambda: controller.state == wait_for, timeout=PATIENCE_MS)  # noqa: B023
        controller.close()
        controller.play()
        qtbot.waitUntil(lambda: not studio.is_working, timeout=PATIENCE_MS)
        deliver_events()
        assert controller.position >= 0


def test_everything_has_a_name_for_those_who_cannot_see_it(bar) -> None:
    controls = [bar.position, bar.time, bar.tempo, bar.instrument, bar.volume]
    controls += bar.findChildren(QToolButton)
    assert all(control.accessibleName() for control in controls)


def test_while_a_network_trains_the_device_takes_longer_pieces(qtbot: QtBot, playback, bar) -> None:
    playback.offer(PlayedTune(TUNE, "Scale"))
    playback.play()
    qtbot.waitUntil(lambda: playback.position > 0.1, timeout=PATIENCE_MS)
    output = playback.output.player.device.output
    assert output.latency_seconds == pytest.approx(2 * CHUNK_FRAMES / FRAME_RATE)
    place = playback.position
    playback.output.set_busy(True)
    assert playback.state == "playing"
    longer = playback.output.player.device.output
    assert longer.latency_seconds == pytest.approx(2 * BUSY_CHUNK_FRAMES / FRAME_RATE)
    assert not output.is_connected()
    qtbot.waitUntil(lambda: playback.position > place + 0.3, timeout=PATIENCE_MS)
    playback.output.set_busy(False)
    # Not in the middle of a tune: there is no hurry.
    assert playback.output.player.device.output is longer
    playback.stop()
    playback.output.rest()
    assert playback.output.player.device.output is None
    playback.play()
    qtbot.waitUntil(lambda: playback.position > 0.1, timeout=PATIENCE_MS)
    shorter: Any = playback.output.player.device.output
    assert shorter.latency_seconds == pytest.approx(2 * CHUNK_FRAMES / FRAME_RATE)
    playback.stop()


def test_only_a_device_that_stands_still_for_long_is_lost(
    qtbot: QtBot, playback, bar, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[SoundError] = []
    playback.failed.connect(told.append)
    playback.offer(PlayedTune(TUNE, "Scale"))
    playback.play()
    qtbot.waitUntil(lambda: playback.position > 0.1, timeout=PATIENCE_MS)
    # Where the whole program stood still, the first look comes before the device could pull.
    looks: list[float] = []

    def silent_seconds(_player: Player) -> float:
        looks.append(60.0 if len(looks) < 3 or playback.position > 0.3 else 0.0)
        return looks[-1]

    monkeypatch.setattr(Player, "silent_seconds", property(silent_seconds))
    qtbot.waitUntil(lambda: playback.position > 0.2, timeout=PATIENCE_MS)
    assert looks[0] == 60.0
    assert (playback.state, told) == ("playing", [])
    qtbot.waitUntil(lambda: playback.state == "paused", timeout=PATIENCE_MS)
    assert [error.message_id for error in told] == ["sound.device_lost"]


def test_only_the_selection_is_played_also_when_a_training_begins(
    qtbot: QtBot, playback, bar
) -> None:
    with qtbot.waitSignal(playback.tempo.changed, timeout=PATIENCE_MS):
        playback.offer(PlayedTune(TUNE, "Scale"))
    heard: list[frozenset[int]] = []
    playback.sounding.changed.connect(heard.append)
    first = TUNE.index("CDEF")
    playback.hear(playback.tune, first, first + 1)
    qtbot.waitUntil(lambda: playback.position > 0.1, timeout=PATIENCE_MS)
    playback.output.set_busy(True)
    qtbot.waitUntil(lambda: playback.state == "stopped", timeout=PATIENCE_MS)
    assert {offset for offsets in heard for offset in offsets} == {first, first + 1}


def test_length_and_tempo_of_one_tune_never_stand_beside_the_name_of_another(
    qtbot: QtBot, playback, bar
) -> None:
    with qtbot.waitSignal(playback.tempo.duration_changed, timeout=PATIENCE_MS):
        playback.offer(PlayedTune(TUNE, "Scale"))
    written = bar.time.text()
    playback.offer(PlayedTune(TUNE.replace("Q:", "%"), "Another"))
    assert bar.time.text() != written
    assert playback.tempo.duration == playback.tempo.quarters_per_minute == 0
    with qtbot.waitSignal(playback.tempo.duration_changed, timeout=PATIENCE_MS):
        pass
    assert playback.tempo.duration > 0
