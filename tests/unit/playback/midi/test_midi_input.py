"""MIDI keyboards that come and go, with a system of the test's own."""

from collections import deque
from collections.abc import Callable

import mido
import pytest

from abcstudio.playback.midi.midi_input import (
    KeyboardLost,
    KeyboardOpened,
    KeyboardsFound,
    KeyPressed,
    KeyReleased,
    MidiEvent,
    MidiInput,
)
from abcstudio.stopping import stopping


class FakePort:
    def __init__(self, system: "FakeSystem", name: str) -> None:
        self.system = system
        self.name = name
        self.is_closed = False

    def iter_pending(self):
        if self.system.is_broken:
            raise OSError("no answer")
        while self.system.played:
            yield self.system.played.popleft()

    def close(self) -> None:
        self.is_closed = True
        self.system.closed += 1


class FakeSystem:
    """A system with keyboards that a test plugs in and out, round by round."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)
        self.played: deque[mido.Message] = deque()
        self.is_broken = False
        self.opened = self.closed = self.refreshed = 0
        self.now = 0.0

    def get_input_names(self) -> list[str]:
        return self.names

    def open_input(self, name: str) -> FakePort:
        self.opened += 1
        return FakePort(self, name)

    def refresh(self) -> None:
        self.refreshed += 1


def run(system: FakeSystem, midi: MidiInput, *rounds: Callable[[], object]) -> list[MidiEvent]:
    """Run with something happening before each round; the clock goes on by 5 seconds each."""
    events: list[MidiEvent] = []
    left = deque(rounds)

    def should_stop() -> bool:
        system.now += 5
        if not left:
            return True
        left.popleft()()
        return False

    with stopping(should_stop):
        midi.run(events.append)
    return events


def listener(system: FakeSystem) -> MidiInput:
    return MidiInput(lambda: system, refresh=system.refresh, clock=lambda: system.now)


def test_keys_are_told_in_their_order() -> None:
    system = FakeSystem("Keys")
    midi = listener(system)
    midi.choose("Keys")
    note = mido.Message
    messages = [
        note("note_on", note=60, velocity=80),
        note("control_change", control=64, value=127),
        note("note_on", note=64, velocity=1),
        note("note_on", note=60, velocity=0),
        note("note_off", note=64),
    ]
    events = run(system, midi, lambda: None, lambda: system.played.extend(messages))
    assert events == [
        KeyboardsFound(("Keys",)),
        KeyboardOpened("Keys"),
        KeyPressed(60, 80),
        KeyPressed(64, 1),
        KeyReleased(60),
        KeyReleased(64),
    ]
    assert system.closed == system.opened


def test_nothing_is_opened_before_a_keyboard_is_chosen() -> None:
    system = FakeSystem("Keys", "Pads")
    midi = listener(system)
    assert run(system, midi, midi.look, lambda: None) == [KeyboardsFound(("Keys", "Pads"))]
    assert system.opened == 0
    assert run(system, midi, midi.look) == [KeyboardsFound(("Keys", "Pads"))]


def test_a_keyboard_that_goes_is_found_again() -> None:
    system = FakeSystem()
    midi = listener(system)
    midi.choose("Keys")
    events = run(
        system,
        midi,
        lambda: None,
        lambda: None,
        lambda: system.names.append("Keys"),
        lambda: None,
        system.names.clear,
        lambda: None,
        lambda: system.names.append("Keys"),
    )
    assert events == [
        KeyboardsFound(()),
        KeyboardLost("Keys"),
        KeyboardsFound(("Keys",)),
        KeyboardOpened("Keys"),
        KeyboardsFound(()),
        KeyboardLost("Keys"),
        KeyboardsFound(("Keys",)),
        KeyboardOpened("Keys"),
    ]


def test_one_that_does_not_answer_is_no_crash() -> None:
    system = FakeSystem("Keys")
    midi = listener(system)
    midi.choose("Keys")

    def breaks() -> None:
        system.is_broken = True
        system.names.clear()

    events = run(system, midi, lambda: None, breaks, lambda: None)
    assert events[-1] == KeyboardLost("Keys")
    assert system.closed == system.opened == 1


def test_another_choice_closes_the_first() -> None:
    system = FakeSystem("Keys", "Pads")
    midi = listener(system)
    midi.choose("Keys")
    events = run(system, midi, lambda: None, lambda: midi.choose("Pads"), lambda: midi.choose(""))
    assert KeyboardOpened("Keys") in events
    assert events[-1] == KeyboardOpened("Pads")
    assert system.closed == system.opened


@pytest.mark.parametrize("name", ["", "Pads"])
def test_keys_that_are_down_come_up_when_another_keyboard_is_chosen(name: str) -> None:
    system = FakeSystem("Keys", "Pads")
    midi = listener(system)
    midi.choose("Keys")
    press = [mido.Message("note_on", note=number, velocity=80) for number in (64, 60, 67)]
    release = mido.Message("note_off", note=67)
    events = run(
        system,
        midi,
        lambda: system.played.extend([*press, release]),
        # Looking again is no reason: the same keyboard goes on.
        lambda: None,
        lambda: midi.choose(name),
    )
    assert system.opened >= 2
    at = events.index(KeyReleased(67))
    rest = [KeyReleased(60), KeyReleased(64)]
    assert events[at + 1 :] == rest + ([KeyboardOpened(name)] if name else [])


def test_keys_that_are_down_come_up_when_the_keyboard_is_lost() -> None:
    system = FakeSystem("Keys")
    midi = listener(system)
    midi.choose("Keys")
    press = mido.Message("note_on", note=60, velocity=80)
    events = run(system, midi, lambda: system.played.append(press), system.names.clear)
    assert events[-3:] == [KeyReleased(60), KeyboardsFound(()), KeyboardLost("Keys")]


def test_keys_that_are_down_come_up_at_the_end() -> None:
    system = FakeSystem("Keys")
    midi = listener(system)
    midi.choose("Keys")
    press = mido.Message("note_on", note=60, velocity=80)
    assert run(system, midi, lambda: system.played.append(press))[-1] == KeyReleased(60)


def test_a_system_without_midi_has_no_keyboards() -> None:
    def broken() -> FakeSystem:
        raise OSError("no MIDI here")

    events: list[MidiEvent] = []
    MidiInput(broken, refresh=lambda: None).run(events.append)
    assert events == [KeyboardsFound(())]
