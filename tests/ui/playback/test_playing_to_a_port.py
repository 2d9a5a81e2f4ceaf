"""What is played goes to a MIDI port too, which comes and goes."""

from itertools import count

import mido
import pytest
from pytestqt.qtbot import QtBot

from abcstudio.playback.midi.midi_output import MidiOutput
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.players import Players
from tests.ui.playing_steps import PATIENCE_MS, play, show

TUNE = "X:1\nT:Practice\nM:4/4\nL:1/4\nQ:1/4=240\nK:C\nCDEF|GABc|CDEF|GABc|\nCDEF|GABc|CDEF|GABc|\n"


@pytest.fixture
def window(main_window: MainWindow, qtbot: QtBot) -> MainWindow:
    show(main_window, qtbot, TUNE)
    return main_window


class Port:
    def __init__(self) -> None:
        self.messages: list[mido.Message] = []
        self.is_closed = False

    def send(self, message: mido.Message) -> None:
        self.messages.append(message)

    def panic(self) -> None:
        pass

    def close(self) -> None:
        self.is_closed = True

    def count(self, *kinds: str) -> int:
        return sum(message.type in kinds for message in self.messages)

    def sounding(self) -> set[int]:
        on: set[int] = set()
        for message in self.messages:
            if message.type == "note_on":
                on.add(message.note)
            elif message.type == "note_off":
                on.discard(message.note)
        return on


class System:
    port = Port()
    is_there = True

    def get_output_names(self) -> list[str]:
        return ["Synth"] if self.is_there else []

    def open_output(self, _name: str) -> Port:
        return self.port


@pytest.fixture
def port(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Port:
    made = Port()
    monkeypatch.setattr(System, "port", made)
    window.rooms[Players].midi_sender.set_output(MidiOutput(System, refresh=lambda: None))
    return made


def play_to_the_port(window: MainWindow, qtbot: QtBot, port: Port) -> None:
    window.studio.update_settings(midi_output="Synth")
    play(window, qtbot)
    qtbot.waitUntil(lambda: port.count("note_on") > 1, timeout=PATIENCE_MS)


def test_what_is_played_goes_to_a_midi_port(window: MainWindow, qtbot: QtBot, port: Port) -> None:
    window.registry.action("play.midi_output").trigger()
    menu = window.rooms[Players].midi_sender.menu
    qtbot.waitUntil(lambda: any(a.text() == "Synth" for a in menu.actions()), timeout=PATIENCE_MS)
    next(a for a in menu.actions() if a.text() == "Synth").trigger()
    menu.close()
    assert window.studio.settings.midi_output == "Synth"
    play(window, qtbot)
    qtbot.waitUntil(
        lambda: [m.note for m in port.messages if m.type == "note_on"][:3] == [60, 62, 64],
        timeout=PATIENCE_MS,
    )
    window.playback.stop()
    qtbot.waitUntil(lambda: not port.sounding(), timeout=PATIENCE_MS)
    window.studio.update_settings(midi_output="")


def test_closing_the_window_stops_what_plays_at_the_port(
    window: MainWindow, qtbot: QtBot, port: Port
) -> None:
    play_to_the_port(window, qtbot, port)
    window.end_without_asking()
    assert (port.count("start"), port.count("stop")) == (1, 1)
    assert not port.sounding()


def test_choosing_no_port_stops_what_plays_there(
    window: MainWindow, qtbot: QtBot, port: Port
) -> None:
    play_to_the_port(window, qtbot, port)
    window.studio.update_settings(midi_output="")
    qtbot.waitUntil(lambda: port.count("stop") == 1, timeout=PATIENCE_MS)
    assert not port.sounding()
    assert window.playback.state == "playing"
    window.playback.stop()


def test_the_menu_of_ports_cuts_no_note(window: MainWindow, qtbot: QtBot, port: Port) -> None:
    play_to_the_port(window, qtbot, port)
    window.rooms[Players].midi_sender.menu.aboutToShow.emit()
    count = port.count("note_on")
    qtbot.waitUntil(lambda: port.count("note_on") > count + 1, timeout=PATIENCE_MS)
    assert not port.is_closed
    window.playback.stop()


def test_the_metronome_clicks_at_the_port_too(window: MainWindow, qtbot: QtBot, port: Port) -> None:
    play_to_the_port(window, qtbot, port)
    assert not any(m.type == "note_on" and m.channel == 9 for m in port.messages)
    window.studio.update_settings(metronome=True)
    qtbot.waitUntil(
        lambda: any(m.type == "note_on" and m.channel == 9 for m in port.messages),
        timeout=PATIENCE_MS,
    )
    window.playback.stop()
    qtbot.waitUntil(lambda: not port.sounding(), timeout=PATIENCE_MS)


def test_counting_in_is_heard_at_the_port(window: MainWindow, qtbot: QtBot, port: Port) -> None:
    with qtbot.waitSignal(window.studio.notice_requested, timeout=PATIENCE_MS):
        window.studio.update_settings(midi_output="Synth", count_in=True)
    play(window, qtbot)
    qtbot.waitUntil(lambda: 60 in port.sounding(), timeout=PATIENCE_MS)
    begun = [(m.channel, m.note) for m in port.messages if m.type == "note_on"]
    assert begun == [(9, 76), (9, 77), (9, 77), (9, 77), (0, 60)]
    window.playback.stop()


def test_the_metronome_alone_looks_for_no_port(window: MainWindow, port: Port) -> None:
    window.studio.update_settings(metronome=True)
    assert not window.rooms[Players].midi_sender.is_running
    assert not port.messages


def test_a_port_that_comes_back_is_found(
    window: MainWindow, qtbot: QtBot, port: Port, monkeypatch: pytest.MonkeyPatch
) -> None:
    # By its clock each look for ports is long after the one before.
    window.rooms[Players].midi_sender.set_output(
        MidiOutput(System, refresh=lambda: None, clock=count(step=60).__next__)
    )
    monkeypatch.setattr(System, "is_there", False)
    notices: list[str] = []
    window.studio.notice_requested.connect(lambda notice: notices.append(notice.text))
    window.studio.update_settings(midi_output="Synth")
    qtbot.waitUntil(lambda: any("found by itself" in text for text in notices), timeout=PATIENCE_MS)
    monkeypatch.setattr(System, "is_there", True)
    qtbot.waitUntil(lambda: any("goes to Synth" in text for text in notices), timeout=PATIENCE_MS)
    assert sum("not there" in text for text in notices) == 1
    window.studio.update_settings(midi_output="")
