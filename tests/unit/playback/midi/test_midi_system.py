"""The system's MIDI: PortMidi in the place of others, and several threads that use it."""

import importlib.util
import sys
import threading
import types
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import mido
import pygame
import pytest

from abcstudio.playback.midi.midi_input import KeyboardLost, KeyboardOpened, MidiInput
from abcstudio.playback.midi.midi_output import MidiOutput, PortLost, PortOpened, PortsFound
from abcstudio.playback.midi.midi_system import SystemBackend, look_anew
from abcstudio.stopping import ShouldStop, stopping
from tests.deadline import let_others_run, until


def test_the_door_to_the_system_is_one_that_mido_knows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A backend module in the place of pygame's: mido asks it for names and opens its ports."""

    class Input(mido.ports.BaseInput):  # type: ignore[misc]
        pass

    module: Any = types.ModuleType("mido.backends.pygame")
    module.get_devices = lambda **_: [{"name": "Keys", "is_input": True, "is_output": False}]
    module.Input = Input
    monkeypatch.setitem(sys.modules, "mido.backends.pygame", module)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    sequencer = tmp_path / "seq"
    sequencer.touch()
    backend = SystemBackend(sequencer)
    assert backend.get_input_names() == ["Keys"]
    port = backend.open_input("Keys")
    assert port.name == "Keys"
    port.close()
    sequencer.unlink()
    monkeypatch.setattr(sys, "platform", "linux")
    assert backend.get_input_names() == []


class PortMidi(types.ModuleType):
    """Stands in for pygame.midi: counts devices when it is begun, and ends with all its ports."""

    def __init__(self, alsa_sequencer: Path) -> None:
        super().__init__("pygame.midi")
        self.backend = partial(SystemBackend, alsa_sequencer)
        self.devices: list[tuple[bytes, bytes, int, int, int]] = []
        self.counted: list[tuple[bytes, bytes, int, int, int]] = []
        self.has_begun = False
        self.life = 0
        self.callers = 0
        self.was_crowded = False
        self.sent = 0

    def init(self) -> None:
        if not self.has_begun:
            self.has_begun, self.counted = True, list(self.devices)
            self.life += 1

    def quit(self) -> None:
        self.has_begun = False

    def get_init(self) -> bool:
        return self.has_begun

    def get_count(self) -> int:
        return len(self.counted)

    def get_device_info(self, number: int) -> tuple[bytes, bytes, int, int, int]:
        return self.counted[number]

    def call(self, life: int) -> None:
        """Stand for any call about a port."""
        self.callers += 1
        self.was_crowded = self.was_crowded or self.callers > 1
        let_others_run()
        self.callers -= 1
        if not self.has_begun or life != self.life:
            raise RuntimeError("PortMidi: `Bad pointer'")


class PortMidiPort:
    """Stands in for pygame.midi.Input and Output."""

    system: PortMidi

    def __init__(self, _number: int) -> None:
        self.life = self.system.life

    def write_short(self, *_bytes: int) -> None:
        self.system.call(self.life)
        self.system.sent += 1

    def poll(self) -> bool:
        self.system.call(self.life)
        return False

    def close(self) -> None:
        self.system.call(self.life)


@pytest.fixture
def port_midi(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> PortMidi:
    stand_in = PortMidi(tmp_path)
    PortMidiPort.system = stand_in
    for name in ("Input", "Output"):
        setattr(stand_in, name, PortMidiPort)
    monkeypatch.setitem(sys.modules, "pygame.midi", stand_in)
    monkeypatch.setattr(pygame, "midi", stand_in, raising=False)
    spec = importlib.util.find_spec("mido.backends.pygame")
    assert spec is not None
    assert spec.loader is not None
    backend = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(backend)
    monkeypatch.setitem(sys.modules, "mido.backends.pygame", backend)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    return stand_in


KEYS, SYNTH = (b"ALSA", b"Keys", 1, 0, 0), (b"ALSA", b"Synth", 0, 1, 0)


def test_looking_for_keyboards_takes_no_port_away(port_midi: PortMidi) -> None:
    """Both are there from the start; the keyboards are looked for while the port is sent to."""
    port_midi.devices = [KEYS, SYNTH]
    backend = port_midi.backend()
    port = backend.open_output("Synth")
    keyboard = backend.open_input("Keys")
    look_anew()
    keyboard.close()
    look_anew()
    port.send(mido.Message("note_on", note=60))
    assert port_midi.sent == 1
    port.close()
    look_anew()
    assert not port_midi.has_begun


def until_asked(should_stop: ShouldStop, run: Callable[[Any], None], tell: object) -> None:
    with stopping(should_stop):
        run(tell)


def test_a_keyboard_that_is_looked_for_and_a_port_work_together(port_midi: PortMidi) -> None:
    port_midi.devices = [KEYS, SYNTH]
    seconds = [0.0]
    output, keyboard = (
        MidiOutput(port_midi.backend),
        MidiInput(port_midi.backend, clock=lambda: seconds[0]),
    )
    news: list[object] = []
    rounds = [0]

    def should_stop() -> bool:
        # The keyboards are looked for in every round.
        seconds[0] += 5
        rounds[0] += 1
        return rounds[0] > 40

    def has_looked_since(before: int) -> bool:
        return rounds[0] > before or not listener.is_alive()

    is_over = threading.Event()
    sender = threading.Thread(target=until_asked, args=(is_over.is_set, output.run, news.append))
    output.choose("Synth")
    keyboard.choose("Keys")
    sender.start()
    heard: list[object] = []
    listener = threading.Thread(target=until_asked, args=(should_stop, keyboard.run, heard.append))
    listener.start()
    while listener.is_alive():
        output.silence()
        output.choose("Synth", has_clock=rounds[0] % 2 == 0)
        until(partial(has_looked_since, rounds[0]), what="the keyboards are looked for again")
    is_over.set()
    output.look()
    sender.join(10)
    assert not sender.is_alive()
    assert PortOpened("Synth") in news
    assert not any(isinstance(item, PortLost) for item in news)
    assert KeyboardOpened("Keys") in heard
    assert not any(isinstance(item, KeyboardLost) for item in heard)
    # All are closed again, or PortMidi would go on for them.
    look_anew()
    assert not port_midi.has_begun


def test_port_midi_is_called_by_one_thread_at_a_time(port_midi: PortMidi) -> None:
    port_midi.devices = [KEYS, SYNTH]
    port = port_midi.backend().open_output("Synth")

    def listen() -> None:
        for _ in range(20):
            keyboard = port_midi.backend().open_input("Keys")
            keyboard.iter_pending()
            keyboard.close()
            look_anew()

    listener = threading.Thread(target=listen)
    listener.start()
    while listener.is_alive():
        port.send(mido.Message("note_on", note=60))
    listener.join()
    port.panic()
    port.close()
    assert port_midi.sent > 16
    assert not port_midi.was_crowded


def test_a_port_that_is_plugged_in_later_is_seen(port_midi: PortMidi) -> None:
    output = MidiOutput(port_midi.backend)
    news: list[object] = []
    left = [output.look, lambda: port_midi.devices.append(SYNTH), output.look]

    def should_stop() -> bool:
        if left:
            left.pop(0)()
            return False
        return True

    with stopping(should_stop):
        output.run(news.append)
    assert news == [PortsFound(()), PortsFound(("Synth",))]


def test_a_device_that_is_gone_no_longer_counts_as_open(port_midi: PortMidi) -> None:
    port_midi.devices = [SYNTH]
    port = port_midi.backend().open_output("Synth")
    port_midi.life += 1
    with pytest.raises(RuntimeError, match="Bad pointer"):
        port.close()
    look_anew()
    assert not port_midi.has_begun
    # Closed at last, or it would complain when it is collected.
    port_midi.has_begun, port_midi.life = True, port_midi.life - 1
    port.close()
