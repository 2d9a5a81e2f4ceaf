"""Sending to a MIDI port: every note, in order, on time, and none left on.

Over 400 lines: one output is driven through all its states, by one clock.
"""

import random
import threading
from collections import deque
from collections.abc import Callable
from typing import cast

import mido
import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.loop import Loop
from abcstudio.playback.midi.midi_output import (
    MidiOutput,
    PortLost,
    PortNews,
    PortOpened,
    PortsFound,
)
from abcstudio.playback.midi.port_score import PortScore
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.sound.metronome import Click
from abcstudio.playback.sound.sound_stream import SoundStream, Stretch, ToneSource
from abcstudio.playback.sound.tones import FRAME_RATE
from abcstudio.stopping import stopping

TUNE = "X:1\nM:4/4\nL:1/4\nQ:1/4=600\nK:C\nCDEF|GABc|\n"
SCALE = [60, 62, 64, 65, 67, 69, 71, 72]
WHOLE_SCALE = [(kind, note) for note in SCALE for kind in ("note_on", "note_off")]
CHUNK = 441


class HandDrivenClock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 1e6

    def __call__(self) -> float:
        return self.now


class Port:
    """Keeps what it is sent, and when."""

    def __init__(self, clock: Callable[[], float] = float) -> None:
        self._clock = clock
        self.messages: list[tuple[float, mido.Message]] = []
        self.is_gone = False
        self.is_closed = False

    def send(self, message: mido.Message) -> None:
        if self.is_gone:
            raise OSError("gone")
        self.messages.append((self._clock(), message))

    def panic(self) -> None:
        self.messages.append((self._clock(), mido.Message("control_change", control=120)))

    def close(self) -> None:
        self.is_closed = True

    def of(self, *kinds: str) -> list[mido.Message]:
        return [message for _, message in self.messages if message.type in kinds]

    def notes(self) -> list[tuple[str, int]]:
        """Return what was begun and ended, in order."""
        return [(message.type, message.note) for message in self.of("note_on", "note_off")]

    def sounding(self) -> set[tuple[int, int]]:
        """Return what was begun by a note_on and not ended by a note_off."""
        on: set[tuple[int, int]] = set()
        for message in self.of("note_on", "note_off"):
            change = on.add if message.type == "note_on" else on.discard
            change((message.channel, message.note))
        return on

    def transport(self) -> list[str]:
        """Return the messages for those that follow the clock, but for its ticks."""
        kinds = ("start", "continue", "stop", "songpos")
        return [f"{m.type} {m.pos}" if m.type == "songpos" else m.type for m in self.of(*kinds)]


class System:
    """A system with a port, and maybe another one."""

    def __init__(self, port: Port, other: Port | None = None) -> None:
        self.ports = {"Synth": port}
        if other is not None:
            self.ports["Other"] = other

    def get_output_names(self) -> list[str]:
        return [name for name, port in self.ports.items() if not port.is_gone]

    def open_output(self, name: str) -> Port:
        return self.ports[name]


class Sender:
    """Sends without waiting: before each step all that was to be sent has been sent in its order.

    A minute goes by with each step.
    """

    def __init__(
        self,
        *ports: Port,
        text: str = TUNE,
        clock: HandDrivenClock | None = None,
        **options: bool,
    ) -> None:
        self.clock = clock or HandDrivenClock()
        self.begun = 0.0
        self.news: list[PortNews] = []
        self.output = MidiOutput(lambda: System(*ports), refresh=lambda: None, clock=self.clock)
        self.output.choose("Synth", **options)
        self.score = PortScore.of(perform(parse(text), PLAIN), 73)
        self.output.load(self.score)

    def hear(self, start: float, stop: float, speed: float = 1.0) -> Callable[[], None]:
        """Let a part of the music be heard, in one stretch."""
        length = round((stop - start) / speed * FRAME_RATE)
        return lambda: self.output.heard(1.0, Stretch(start, speed, length))

    def run(self, *steps: Callable[[], object]) -> None:
        left = deque(steps)

        def should_stop() -> bool:
            due = self.output.due_times
            if due:
                self.clock.now = max(self.clock.now, due[0])
                return False
            if not left:
                return True
            self.clock.now += 60
            left.popleft()()
            return False

        with stopping(should_stop):
            self.output.run(self.news.append)


def nothing() -> None:
    """A step in which only the port is looked for."""


def play(
    sender: Sender, start: float = 0.0, stop: float = 0.9, speed: float = 1.0
) -> Callable[[], None]:
    """Tell of the music from one place to another in pieces, as the player does."""

    def tell() -> None:
        sender.begun = sender.clock.now + 0.05
        step = CHUNK * speed / FRAME_RATE
        for number in range(round((stop - start) / step)):
            place = start + number * step
            heard_at = sender.begun + number * CHUNK / FRAME_RATE
            sender.output.heard(heard_at, Stretch(place, speed, CHUNK))

    return tell


def test_every_note_comes_in_order_and_on_time() -> None:
    clock = HandDrivenClock()
    port = Port(clock)
    sender = Sender(port, clock=clock)
    sender.run(nothing, play(sender))
    ons = [(at, m) for at, m in port.messages if m.type == "note_on"]
    assert [message.note for _, message in ons] == SCALE
    assert max(abs(at - sender.begun - 0.1 * n) for n, (at, _) in enumerate(ons)) < 0.001
    assert len(port.of("note_off")) == 8
    assert port.of("program_change")[0].program == 73
    assert port.of("start")
    # Eight beats of 24 ticks, and the one that ends them.
    assert len(port.of("clock")) == 193


def test_twice_as_fast_is_half_as_long() -> None:
    clock = HandDrivenClock()
    port = Port(clock)
    sender = Sender(port, clock=clock)
    sender.run(nothing, play(sender, speed=2.0))
    last = [at for at, message in port.messages if message.type == "note_on"][-1]
    assert last - sender.begun == pytest.approx(0.35, abs=0.001)


def test_a_jump_ends_what_sounds_and_stopping_leaves_no_note_on() -> None:
    port = Port()
    sender = Sender(port, has_clock=False)
    counts: list[int] = []

    def count() -> None:
        counts.append(len(port.of("note_on")))

    sender.run(
        nothing,
        *(play(sender, stop=0.15), count),
        *(play(sender, start=0.4, stop=0.45), count),
        sender.output.silence,
        lambda: counts.append(len(port.of("note_off"))),
    )
    assert counts == [2, 3, 3]
    assert not port.of("clock", "start", "stop")
    assert not port.sounding()


def test_a_port_that_goes_is_told_and_found_again() -> None:
    port = Port()
    sender = Sender(port)

    def lose() -> None:
        port.is_gone = True
        play(sender)()

    def find() -> None:
        assert isinstance(sender.news[-1], PortLost)
        port.is_gone = False
        port.messages.clear()
        sender.output.choose("Synth")

    sender.run(nothing, lose, find, play(sender))
    assert sum(isinstance(item, PortOpened) for item in sender.news) == 2
    assert len(port.of("note_off")) == 8
    assert port.is_closed
    assert port.of("control_change")


def test_without_midi_nothing_happens_but_a_word() -> None:
    def fail() -> System:
        raise OSError("no MIDI here")

    news: list[PortNews] = []
    MidiOutput(fail).run(news.append)
    assert news == [PortsFound(())]


def test_a_port_that_is_left_hears_of_the_end_and_the_next_one_of_the_beginning() -> None:
    first, second = Port(), Port()
    sender = Sender(first, second)
    sender.run(
        nothing,
        sender.hear(0.0, 0.45),
        lambda: sender.output.choose("Other"),
        sender.hear(0.45, 0.8),
    )
    assert not first.sounding()
    kinds = [message.type for _, message in first.messages]
    assert kinds.index("stop") < kinds.index("control_change")
    assert first.transport() == ["start", "stop"]
    assert first.is_closed
    kinds = [message.type for _, message in second.messages]
    assert kinds[:4] == ["program_change", "songpos", "continue", "clock"]
    assert [m.note for m in second.of("note_on")] == [69, 71, 72]
    assert not second.sounding()


def test_the_end_of_all_sending_ends_what_goes_on_at_the_port() -> None:
    port = Port()
    sender = Sender(port)
    sender.run(nothing, sender.hear(0.0, 0.45))
    assert port.transport() == ["start", "stop"]
    assert not port.sounding()
    assert port.is_closed


@pytest.mark.parametrize("is_silenced_first", [False, True])
def test_no_port_is_a_port_that_is_left(is_silenced_first: bool) -> None:
    port = Port()
    sender = Sender(port)

    def leave() -> None:
        if is_silenced_first:
            sender.output.silence()
        sender.output.choose("")
        if not is_silenced_first:
            sender.output.silence()

    sender.run(nothing, sender.hear(0.0, 0.45), leave, nothing)
    assert port.transport() == ["start", "stop"]
    assert not port.sounding()
    assert not any(isinstance(item, PortLost) for item in sender.news)


def test_looking_leaves_an_open_port_alone() -> None:
    port = Port()
    sender = Sender(port)
    kinds: list[str] = []
    sender.run(
        nothing,
        sender.hear(0.0, 0.05),
        sender.output.look,
        lambda: sender.output.choose("Synth"),
        lambda: kinds.extend(message.type for _, message in port.messages),
    )
    assert kinds.count("note_on") == 1
    assert "note_off" not in kinds
    assert "control_change" not in kinds
    assert sender.news == [PortsFound(("Synth",)), PortOpened("Synth"), PortsFound(("Synth",))]


def test_the_clock_can_be_switched_on_while_it_plays() -> None:
    port = Port()
    sender = Sender(port, has_clock=False)
    sender.run(
        nothing,
        sender.hear(0.0, 0.45),
        lambda: sender.output.choose("Synth", has_clock=True),
        sender.hear(0.45, 0.9),
    )
    assert port.transport() == ["songpos 18", "continue", "stop"]
    # No note is cut for that, nor begun again.
    assert port.notes() == WHOLE_SCALE


def test_the_clock_can_be_switched_off_while_it_plays() -> None:
    port = Port()
    sender = Sender(port)

    def switch() -> None:
        sender.hear(0.2, 0.4)()
        sender.output.choose("Synth", has_clock=False)

    sender.run(nothing, sender.hear(0.0, 0.2), switch, sender.hear(0.4, 0.9))
    assert port.transport() == ["start", "stop"]
    assert port.of("clock", "stop")[-1].type == "stop"
    assert len(port.of("note_on")) == 8


def test_those_that_follow_the_clock_are_told_where_the_music_goes_on() -> None:
    port = Port()
    sender = Sender(port)
    sender.run(
        nothing,
        sender.hear(0.0, 0.2),
        # Between two sixteenths: they go on with the next one.
        sender.hear(0.43, 0.5),
        sender.output.silence,
        sender.hear(0.2, 0.3),
        sender.hear(0.0, 0.1),
    )
    assert port.transport() == [
        *("start", "stop", "songpos 18", "continue", "stop"),
        *("songpos 8", "continue", "stop", "start", "stop"),
    ]
    kinds = [message.type for _, message in port.messages]
    begin, end = kinds.index("songpos"), kinds.index("continue")
    assert kinds[begin:end].count("clock") == 4


def test_a_place_beyond_all_song_positions_is_no_error() -> None:
    port = Port()
    sender = Sender(port)
    sender.output.load(PortScore((), tuple(tick / 1000 for tick in range(6 * 0x4002))))
    sender.run(nothing, sender.hear(98.304, 98.31))
    assert port.transport() == ["continue", "stop"]
    assert not any(isinstance(item, PortLost) for item in sender.news)


def test_a_port_is_found_again_by_itself_and_told_lost_once() -> None:
    port = Port()
    sender = Sender(port)

    def lose() -> None:
        port.is_gone = True
        sender.hear(0.0, 0.2)()

    def come_back() -> None:
        port.is_gone = False

    sender.run(nothing, lose, nothing, nothing, come_back, sender.hear(0.2, 0.9))
    names = ("Synth",)
    assert sender.news == [
        *(PortsFound(names), PortOpened("Synth"), PortLost("Synth")),
        *(PortsFound(()), PortsFound(names), PortOpened("Synth")),
    ]
    assert [message.note for message in port.of("note_on")] == [64, 65, 67, 69, 71, 72]


def test_a_port_that_cannot_even_be_silenced_is_closed_all_the_same() -> None:
    port = Port()
    sender = Sender(port)

    def lose() -> None:
        port.is_gone = True

    sender.run(nothing, sender.hear(0.0, 0.05), lose)
    assert port.is_closed


def test_the_last_note_of_a_selection_ends_with_it() -> None:
    port = Port()
    sender = Sender(port)
    sounding: list[int] = []
    step = 1 / FRAME_RATE

    def ring() -> None:
        sender.output.heard(1.2, Stretch(0.2 - step, 0.0, 441))

    sender.run(
        nothing,
        sender.hear(0.0, 0.2 + step / 2),
        lambda: sounding.append(len(port.sounding())),
        ring,
        lambda: sounding.append(len(port.sounding())),
        ring,
    )
    assert sounding == [1, 0]
    assert [message.note for message in port.of("note_on")] == [60, 62]
    assert port.transport() == ["start", "stop"]


PASSES = 10
LOOPED = "X:1\nM:4/4\nL:1/4\nQ:1/4=240\nK:C\nCDEF|GABc|CDEF|GABc|\n"


@pytest.mark.parametrize("speed", [0.2, 1.0, 1.37, 2.2, 2.3, 2.6, 3.0])
@pytest.mark.parametrize("speed_step", [0.0, 0.07])
def test_each_pass_of_a_loop_has_its_notes_and_no_others(speed: float, speed_step: float) -> None:
    port = Port()
    sender = Sender(port, text=LOOPED)
    stream = SoundStream(cast(ToneSource, None), [], 4.0)
    stream.speed, stream.loop = speed, Loop(1.0, 2.0, speed_step, 3.0)
    stream.go_to(1.0)

    def hear() -> None:
        heard_at = 1.0
        while stream.passes < PASSES:
            _, stretches = stream.render(512)
            for stretch in stretches:
                sender.output.heard(heard_at, stretch)
                heard_at += stretch.length / FRAME_RATE

    sender.run(nothing, hear)
    notes = [message.note for message in port.of("note_on")]
    assert notes[: 4 * PASSES] == [67, 69, 71, 72] * PASSES
    assert len(notes) <= 4 * PASSES + 1
    assert len(port.of("continue")) in (PASSES, PASSES + 1)


def test_another_speed_loses_nothing_and_sends_nothing_twice() -> None:
    port = Port()
    sender = Sender(port)
    chance = random.Random(3)

    def hear() -> None:
        place, heard_at = 0.0, 1.0
        while place < 0.9:
            speed, length = chance.choice([0.2, 1.0, 2.2, 3.0]), chance.choice([1, 2, 64, 300])
            sender.output.heard(heard_at, Stretch(place, speed, length))
            place += length * speed / FRAME_RATE
            heard_at += length / FRAME_RATE

    sender.run(nothing, hear)
    assert [message.note for message in port.of("note_on")] == SCALE
    assert len(port.of("clock")) == 193
    assert port.transport() == ["start", "stop"]


def test_another_score_is_compared_while_the_device_goes_on() -> None:
    is_comparing, may_go_on = threading.Event(), threading.Event()

    class Slow(PortScore):
        def has_notes_of(self, other: PortScore) -> bool:
            is_comparing.set()
            return may_go_on.wait(60)

    sender = Sender(Port())
    was_held_up: list[bool] = []

    def compare() -> None:
        sender.output.load(Slow((), ()))
        loader = threading.Thread(target=sender.output.load, args=(PortScore((), ()),))
        loader.start()
        assert is_comparing.wait(60)
        device = threading.Thread(target=sender.hear(0.0, 0.01))
        device.start()
        device.join(60)
        was_held_up.append(device.is_alive())
        may_go_on.set()
        for thread in (loader, device):
            thread.join(60)

    sender.run(nothing, compare)
    assert was_held_up == [False]


def test_other_instruments_are_chosen_without_moving_those_that_follow_the_clock() -> None:
    port = Port()
    sender = Sender(port)
    other = PortScore.of(perform(parse(TUNE), PLAIN), 40)
    sender.run(
        nothing,
        sender.hear(0.0, 0.45),
        lambda: sender.output.load(other),
        sender.hear(0.45, 0.9),
    )
    assert [message.program for message in port.of("program_change")] == [73, 40]
    assert port.transport() == ["start", "stop"]


def test_blocks_that_begin_before_the_last_one_ends_keep_their_order() -> None:
    port = Port()
    sender = Sender(port)

    def stumble() -> None:
        sender.output.heard(10.0, Stretch(0.0, 1.0, round(0.35 * FRAME_RATE)))
        sender.output.heard(10.2, Stretch(0.35, 1.0, round(0.55 * FRAME_RATE)))

    sender.run(nothing, stumble)
    assert port.notes() == WHOLE_SCALE


def test_the_metronome_clicks_at_the_port_on_the_channel_of_the_drums() -> None:
    port = Port()
    sender = Sender(port, has_clicks=True)
    sender.run(
        nothing,
        sender.hear(0.0, 0.45),
        lambda: sender.output.choose("Synth", has_clicks=False),
        sender.hear(0.45, 0.8),
    )
    drums = [message for message in port.of("note_on") if message.channel == 9]
    assert [message.note for message in drums] == [76, 77, 77, 77, 76]
    assert drums[0].velocity > drums[1].velocity
    assert not port.sounding()


def test_counting_in_is_heard_at_the_port_before_the_music() -> None:
    port = Port()
    sender = Sender(port)
    dues: list[float] = []

    def wait() -> None:
        sender.output.count_in([Click(0.0, True), Click(0.1, False)], speed=2.0)
        sender.output.heard(10.0, Stretch(0.0, 0.0, 441))
        sender.output.heard(10.01, Stretch(0.0, 0.0, 441))
        dues.extend(sender.output.due_times)

    sender.run(nothing, wait, sender.hear(0.0, 0.9, speed=2.0))
    assert dues == pytest.approx([10.0, 10.03, 10.05, 10.08])
    ons = [(message.channel, message.note) for message in port.of("note_on")]
    assert ons[:3] == [(9, 76), (9, 77), (0, 60)]
    assert not port.sounding()


def test_counting_in_that_is_given_up_is_forgotten() -> None:
    port = Port()
    sender = Sender(port)

    def give_up() -> None:
        sender.output.count_in([Click(0.0, True)], speed=1.0)
        sender.output.silence()
        sender.output.heard(10.0, Stretch(0.0, 0.0, 441))

    sender.run(nothing, give_up)
    assert not port.of("note_on")


@pytest.mark.parametrize(
    ("edited", "held"), [("CDEF|GABd|", {60}), ("EDEF|GABc|", set()), ("C/D/DEF|GABc|", set())]
)
def test_an_edit_cuts_those_notes_alone_that_do_not_go_on(edited: str, held: set[int]) -> None:
    port = Port()
    sender = Sender(port)
    changed = PortScore.of(perform(parse(TUNE.replace("CDEF|GABc|", edited)), PLAIN), 73)
    sounding: list[set[int]] = []
    sender.run(
        nothing,
        sender.hear(0.0, 0.07),
        lambda: sender.output.load(changed),
        sender.hear(0.07, 0.09),
        lambda: sounding.append({number for _, number in port.sounding()}),
    )
    assert sounding == [held]


def test_another_volume_cuts_no_note() -> None:
    port = Port()
    sender = Sender(port)
    softer = PortScore(
        tuple(
            event._replace(value=event.value // 2) if event.rank == 2 else event
            for event in sender.score.events
        ),
        sender.score.clocks,
    )
    sender.run(
        nothing,
        sender.hear(0.0, 0.05),
        lambda: sender.output.load(softer),
        sender.hear(0.05, 0.09),
    )
    assert [message.type for message in port.of("note_on", "note_off")] == ["note_on", "note_off"]
    assert [m.type for _, m in port.messages].index("note_off") > len(port.of("clock"))
