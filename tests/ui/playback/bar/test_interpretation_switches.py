"""The switches for how tunes are played, used in the whole window."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QToolButton
from pytestqt.qtbot import QtBot

from abcstudio.paths import settings_file
from abcstudio.playback.interpretation import PLAIN, Interpretation, choices_of
from abcstudio.settings import load_settings
from abcstudio.ui.playback.played_tune import PlayedTune

pytestmark = pytest.mark.one_window

TUNE = 'X:1\nT:Scale\nM:4/4\nL:1/4\nR:reel\nK:C\n"C"CDEF|"G"GABc|"C"CDEF|"G"GABc|\n'
PATIENCE_MS = 120_000


@pytest.fixture
def switches(main_window, qtbot: QtBot):
    """The switches, opened as a person does."""
    (button,) = [
        button
        for button in main_window.transport.findChildren(QToolButton)
        if button.defaultAction() is main_window.transport.commands.interpretation
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    opened = main_window.transport.switches
    qtbot.waitUntil(opened.isVisible, timeout=PATIENCE_MS)
    qtbot.mouseClick(opened.more, Qt.MouseButton.LeftButton)
    yield opened
    opened.more.setChecked(False)
    opened.close()


def click(qtbot: QtBot, switches, name: str) -> None:
    switches.switches[name].setFocus()
    qtbot.keyClick(switches.switches[name], Qt.Key.Key_Space)


def test_there_is_a_switch_for_each_part_of_the_interpretation(switches, main_window) -> None:
    assert set(switches.switches) == {field.name for field in fields(Interpretation)}
    assert {name for name, switch in switches.switches.items() if not switch.isChecked()} == {
        "grace_notes_before_beat",
        "skip_repeats",
    }
    frame, window = switches.frameGeometry(), main_window.frameGeometry()
    assert window.contains(frame)
    assert all(switch.text() and switch.toolTip() for switch in switches.switches.values())


@pytest.mark.own_window
def test_a_click_is_kept(switches, qtbot: QtBot) -> None:
    click(qtbot, switches, "drums")
    qtbot.waitUntil(lambda: load_settings(settings_file()).interpretation == {"drums": False})
    click(qtbot, switches, "drums")
    qtbot.waitUntil(lambda: load_settings(settings_file()).interpretation == {})


def test_all_can_be_set_at_once(switches, qtbot: QtBot, studio) -> None:
    assert not switches.all_on.isEnabled()
    qtbot.mouseClick(switches.all_off, Qt.MouseButton.LeftButton)
    assert studio.settings.interpretation == choices_of(PLAIN)
    assert not any(switch.isChecked() for switch in switches.switches.values())
    qtbot.mouseClick(switches.all_on, Qt.MouseButton.LeftButton)
    assert studio.settings.interpretation == {}


def test_a_switch_is_heard_while_the_tune_plays(switches, qtbot: QtBot, main_window) -> None:
    playback = main_window.playback
    playback.offer(PlayedTune(TUNE, "Scale"))
    playback.play()
    qtbot.waitUntil(lambda: playback.position > 0.2, timeout=PATIENCE_MS)
    states: list[str] = []
    playback.state_changed.connect(states.append)

    def tracks() -> list[str]:
        return [track.name for track in playback.loader.sound.performance.tracks]

    assert "Chords" in tracks()
    click(qtbot, switches, "chord_accompaniment")
    qtbot.waitUntil(lambda: "Chords" not in tracks(), timeout=PATIENCE_MS)
    before = playback.tempo.duration
    click(qtbot, switches, "rhythm_tempo")
    qtbot.waitUntil(lambda: playback.tempo.duration > before * 1.5, timeout=PATIENCE_MS)
    assert playback.tempo.quarters_per_minute == 120
    assert states == []
    playback.stop()


def test_six_switches_say_the_most_of_it(switches, qtbot: QtBot, studio, main_window) -> None:
    qtbot.mouseClick(switches.more, Qt.MouseButton.LeftButton)
    shown = [box for box in switches.findChildren(QCheckBox) if box.isVisible()]
    assert shown == list(switches.main.values())
    assert len(shown) == 6
    assert main_window.frameGeometry().contains(switches.frameGeometry())
    backing = switches.main["backing"]
    assert backing.checkState() is Qt.CheckState.Checked
    backing.setFocus()
    qtbot.keyClick(backing, Qt.Key.Key_Space)
    off = {"chord_accompaniment": False, "drums": False, "drone": False}
    assert studio.settings.interpretation == off
    assert backing.checkState() is Qt.CheckState.Unchecked
    studio.update_settings(interpretation={"drums": False})
    assert backing.checkState() is Qt.CheckState.PartiallyChecked
    qtbot.keyClick(backing, Qt.Key.Key_Space)
    assert studio.settings.interpretation == {}
    qtbot.keyClick(switches.main["skip_repeats"], Qt.Key.Key_Space)
    assert studio.settings.interpretation == {"skip_repeats": True}
