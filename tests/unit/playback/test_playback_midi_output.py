"""Sending to a MIDI port: every note, in order, on time, and none left on."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import mido
import pytest

from abcstudio.notation.parser import parse
from abcstudio.playback.interpretation import MUSICIAN, PLAIN
from abcstudio.playback.midi_output import (
    MidiOutput,
    PortLost,
    PortNews,
    PortOpened,
    PortScore,
    PortsFound,
)
from abcstudio.playback.mix import Strip, mixed
from abcstudio.playback.performer import perform
from abcstudio.playback.sound_stream import Stretch
from abcstudio.playback.tones import FRAME_RATE

TUNE = "X:1\nM:4/4\nL:1/4\nQ:1/4=600\nK:C\nCDEF|GABc|\n"
CHUNK = 441


class Port:
    """Keeps what it is sent, and when."""

    def __init__(self) -> None:
        self.messages: list[tuple[float, mido.Message]] = []
        self.is_gone = False
        self.is_closed = False

    def send(self, message: mido.Message) -> None:
        if self.is_gone:
            raise OSError("gone")
        self.messages.append((time.monotonic(), message))

    def panic(self) -> None:
        self.messages.append((time.monotonic(), mido.Message("control_change", control=120)))

    def close(self) -> None:
        self.is_closed = True

    def of(self, *kinds: str) -> list[mido.Message]:
        return [message for _, message in self.messages if message.type in kinds]


class System:
    """A system with one port."""

    def __init__(self, port: Port) -> None:
        self.port = port

    def get_output_names(self) -> list[str]:
        return [] if self.port.is_gone else ["Synth"]

    def open_output(self, name: str) -> Port:
        assert name == "Synth"
        return self.port


@contextmanager
def sending(port: Port, **options: bool) -> Iterator[tuple[MidiOutput, list[PortNews]]]:
    output = MidiOutput(lambda: System(port), refresh=lambda: None)
    output.choose("Synth", **options)
    news: list[PortNews] = []
    is_over = threading.Event()
    thread = threading.Thread(target=output.run, args=(news.append, is_over.is_set))
    thread.start()
    wait_until(lambda: any(isinstance(item, PortOpened) for item in news))
    output.load(PortScore.of(perform(parse(TUNE), PLAIN), 73))
    yield output, news
    is_over.set()
    output.look()
    thread.join(5)
    assert not thread.is_alive()


def wait_until(holds: Callable[[], bool]) -> None:
    patience = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < patience
        time.sleep(0.005)


def play(output: MidiOutput, start: float = 0.0, stop: float = 0.9, speed: float = 1.0) -> float:
    """Tell of the music from one place to another, as the player does; return when it begins."""
    begun = time.monotonic() + 0.05
    step = CHUNK * speed / FRAME_RATE
    for number in range(round((stop - start) / step)):
        place = start + number * step
        output.heard(begun + number * CHUNK / FRAME_RATE, Stretch(place, speed, CHUNK))
    return begun


def test_every_note_comes_in_order_and_on_time() -> None:
    port = Port()
    with sending(port) as (output, _):
        begun = play(output)
        wait_until(lambda: len(port.of("note_off")) == 8)
        ons = [(at, m) for at, m in port.messages if m.type == "note_on"]
        assert [message.note for _, message in ons] == [60, 62, 64, 65, 67, 69, 71, 72]
        assert max(abs(at - begun - 0.1 * n) for n, (at, _) in enumerate(ons)) < 0.05
        assert port.of("program_change")[0].program == 73
        assert port.of("start")
        # Eight beats of 24 ticks, and the one that ends them.
        wait_until(lambda: len(port.of("clock")) >= 193)
        assert len(port.of("clock")) == 193


def test_twice_as_fast_is_half_as_long() -> None:
    port = Port()
    with sending(port) as (output, _):
        begun = play(output, speed=2.0)
        wait_until(lambda: len(port.of("note_off")) == 8)
        last = [at for at, message in port.messages if message.type == "note_on"][-1]
        assert last - begun == pytest.approx(0.35, abs=0.05)


def test_a_jump_ends_what_sounds_and_stopping_leaves_no_note_on() -> None:
    port = Port()
    with sending(port, has_clock=False) as (output, _):
        play(output, stop=0.15)
        wait_until(lambda: len(port.of("note_on")) == 2)
        play(output, start=0.4, stop=0.45)
        wait_until(lambda: len(port.of("note_on")) == 3)
        output.silence()
        wait_until(lambda: len(port.of("note_off")) == 3)
        assert not port.of("clock", "start", "stop")
        sounding: set[int] = set()
        for message in port.of("note_on", "note_off"):
            (sounding.add if message.type == "note_on" else sounding.discard)(message.note)
        assert not sounding


def test_a_port_that_goes_is_told_and_found_again() -> None:
    port = Port()
    with sending(port) as (output, news):
        port.is_gone = True
        play(output)
        wait_until(lambda: any(isinstance(item, PortLost) for item in news))
        port.is_gone = False
        port.messages.clear()
        output.choose("Synth")
        wait_until(lambda: sum(isinstance(item, PortOpened) for item in news) == 2)
        play(output)
        wait_until(lambda: len(port.of("note_off")) == 8)
    assert port.is_closed
    assert port.of("control_change")


def test_without_midi_nothing_happens_but_a_word() -> None:
    def fail() -> System:
        raise OSError("no MIDI here")

    news: list[PortNews] = []
    MidiOutput(fail).run(news.append, lambda: False)
    assert news == [PortsFound(())]


def test_the_drums_keep_their_kit() -> None:
    text = "X:1\nM:4/4\nL:1/4\n%%MIDI channel 10\nK:C\nCDEF|\n"
    score = PortScore.of(perform(parse(text), MUSICIAN), 73)
    assert not [event for event in score.events if event.rank == 1]
    assert {event.channel for event in score.events} == {9}


def test_another_volume_cuts_no_note() -> None:
    performance = perform(parse(TUNE), PLAIN)
    score = PortScore.of(performance, 73)
    softer = PortScore.of(mixed(performance, {0: Strip(volume=0.5)}), 73)
    assert softer != score
    assert score.has_notes_of(softer)
    assert not score.has_notes_of(PortScore.of(performance, 74))
    assert not score.has_notes_of(PortScore((), ()))
    output = MidiOutput(lambda: System(Port()))
    output._port = Port()
    output.load(score)
    output.heard(0.0, Stretch(0.0, 1.0, 44_100))
    before = len(output._due)
    output.load(softer)
    output.heard(1.0, Stretch(1.0, 1.0, 44_100))
    assert not [message for _, _, message in output._due[before:] if message == ("cut",)]
