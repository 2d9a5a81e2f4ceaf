"""What is played, sent to a MIDI port at the moment when it is heard, with MIDI's clock.

The player tells which places of the music are heard when (`heard`); the messages between them are
sent by a thread of their own (`run`), which keeps to its clock. Ports come and go.
"""

import heapq
import itertools
import logging
import threading
import time
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from abcstudio.playback.midi_file import channels_of
from abcstudio.playback.midi_system import SystemBackend, look_anew
from abcstudio.playback.mix import with_program
from abcstudio.playback.performance import Performance
from abcstudio.playback.sound_stream import Stretch
from abcstudio.playback.tempo_map import TempoMap
from abcstudio.playback.tones import FRAME_RATE

log = logging.getLogger(__name__)

CLOCKS_PER_BEAT = 24
_WAIT_SECONDS = 0.2
_NEAR = 1e-4
_OFF, _PROGRAM, _ON = 0, 1, 2


class PortEvent(NamedTuple):
    """Something to send at a place of the music; ends come before beginnings.

    Attributes:
        place: Seconds at the written tempo.
        value: A velocity, or a program.
    """

    place: float
    rank: int
    channel: int
    number: int
    value: int


@dataclass(frozen=True, slots=True)
class PortScore:
    """A performance as messages for a port, in order.

    Attributes:
        clocks: The places of the clock's ticks.
    """

    events: tuple[PortEvent, ...]
    clocks: tuple[float, ...]

    @classmethod
    def of(cls, performance: Performance, program: int) -> "PortScore":
        """Return the messages of a performance; tracks that name no program get this one."""
        seconds_at = TempoMap(performance.tempos).seconds_at
        channels = channels_of(performance.tracks)
        events = []
        tracks = with_program(performance, program).tracks
        for track, channel in zip(tracks, channels, strict=True):
            if track.program is not None:
                events.append(PortEvent(0.0, _PROGRAM, channel, 0, track.program))
            for change in track.changes:
                place = seconds_at(change.onset_beats)
                events.append(PortEvent(place, _PROGRAM, channel, 0, change.program))
        for note in performance.notes:
            channel = channels[note.voice]
            number = max(0, min(127, round(note.pitch)))
            begin = seconds_at(note.onset_beats)
            end = seconds_at(note.onset_beats + note.duration_beats)
            velocity = max(1, min(127, note.velocity))
            events.append(PortEvent(begin, _ON, channel, number, velocity))
            events.append(PortEvent(max(end, begin + _NEAR), _OFF, channel, number, 0))
        ticks = int(performance.duration_beats * CLOCKS_PER_BEAT) + 1
        clocks = tuple(seconds_at(tick / CLOCKS_PER_BEAT) for tick in range(ticks))
        return cls(tuple(sorted(events)), clocks)

    def has_notes_of(self, other: "PortScore") -> bool:
        """Return whether both differ in nothing but how loud notes are."""
        return [_but_for_velocity(event) for event in self.events] == [
            _but_for_velocity(event) for event in other.events
        ]


def _but_for_velocity(event: PortEvent) -> PortEvent:
    return event._replace(value=0) if event.rank == _ON else event


class Backend(Protocol):
    """What mido offers of a system's MIDI."""

    def get_output_names(self) -> list[str]:
        """Return the names of what can be sent to."""

    def open_output(self, name: str) -> Any:
        """Open one."""


@dataclass(frozen=True, slots=True)
class PortsFound:
    """The ports that there are now."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PortOpened:
    """The chosen port can be sent to."""

    name: str


@dataclass(frozen=True, slots=True)
class PortLost:
    """The chosen port is gone, or cannot be opened."""

    name: str


PortNews = PortsFound | PortOpened | PortLost


class MidiOutput:
    """Sends to one port. All methods may be called in any thread while `run` goes on in its own."""

    def __init__(
        self,
        backend: Callable[[], Backend] = SystemBackend,
        *,
        clock: Callable[[], float] = time.monotonic,
        refresh: Callable[[], None] = look_anew,
    ) -> None:
        self._make_backend = backend
        self._clock = clock
        self._refresh = refresh
        self._changed = threading.Condition()
        self._wanted = ""
        self._is_looking = True
        self._has_clock = True
        self._score = PortScore((), ())
        self._places: list[float] = []
        self._due: list[tuple[float, int, tuple[Any, ...]]] = []
        self._numbers = itertools.count()
        self._expected = -1.0
        self._is_running = False
        self._port: Any = None
        self._on: set[tuple[int, int]] = set()

    def choose(self, name: str, *, has_clock: bool = True) -> None:
        """Send to this port from now on, with the clock's ticks or without; "" sends to none."""
        with self._changed:
            self._wanted, self._has_clock, self._is_looking = name, has_clock, True
            self._changed.notify()

    def look(self) -> None:
        """Look for ports now."""
        with self._changed:
            self._is_looking = True
            self._changed.notify()

    def load(self, score: PortScore) -> None:
        """Take the messages of another tune, or the same notes louder or softer."""
        with self._changed:
            before, self._score = self._score, score
            self._places = [event.place for event in score.events]
            if not before.has_notes_of(score):
                self._expected = -1.0

    def heard(self, heard_at: float, stretch: Stretch) -> None:
        """Send what lies in a stretch of the music when it is heard."""
        place, speed, length = stretch
        if self._port is None or not speed:
            return
        step = speed / FRAME_RATE
        end = place + length * step
        with self._changed:
            if abs(place - self._expected) > _NEAR:
                self._begin_at(place, heard_at)
            self._expected = end
            first, last = (bisect_left(self._places, at - _NEAR / 2) for at in (place, end))
            for event in self._score.events[first:last]:
                self._push(heard_at + max(0.0, event.place - place) / speed, event)
            if self._has_clock:
                clocks = self._score.clocks
                begin, stop = (bisect_left(clocks, at - _NEAR / 2) for at in (place, end))
                for tick in clocks[begin:stop]:
                    self._push(heard_at + max(0.0, tick - place) / speed, ("clock",))
            self._changed.notify()

    def silence(self) -> None:
        """End all notes now; what was to come is forgotten."""
        with self._changed:
            self._due.clear()
            self._expected = -1.0
            was_running, self._is_running = self._is_running, False
            self._push(0.0, ("cut",))
            if was_running and self._has_clock:
                self._push(0.0, ("stop",))
            self._changed.notify()

    def run(self, report: Callable[[PortNews], None], should_stop: Callable[[], bool]) -> None:
        """Send until `should_stop` says so; what happens to the ports goes to `report`."""
        try:
            backend = self._make_backend()
        except (ImportError, OSError, RuntimeError) as error:
            log.warning("MIDI ports cannot be used: %s", error)
            report(PortsFound(()))
            return
        try:
            while not should_stop():
                if self._is_looking:
                    self._is_looking = False
                    self._look(backend, report)
                message = self._next_due()
                if message is not None and not self._sent(message):
                    report(PortLost(self._wanted))
        finally:
            self._close()
            self._refresh()

    def _begin_at(self, place: float, heard_at: float) -> None:
        """Begin anew at a place: end what sounds, choose the programs that hold there."""
        self._push(heard_at, ("cut",))
        programs = {
            event.channel: event
            for event in self._score.events
            if event.rank == _PROGRAM and event.place < place
        }
        for event in programs.values():
            self._push(heard_at, event)
        if self._has_clock and not self._is_running:
            self._push(heard_at, ("start" if place < _NEAR else "continue",))
        self._is_running = True

    def _push(self, due: float, message: tuple[Any, ...]) -> None:
        heapq.heappush(self._due, (due, next(self._numbers), message))

    def _next_due(self) -> tuple[Any, ...] | None:
        """Return the next message when its time has come; None where there is something else."""
        with self._changed:
            if not self._due:
                self._changed.wait(_WAIT_SECONDS)
                return None
            left = self._due[0][0] - self._clock()
            if left > 0:
                self._changed.wait(min(left, _WAIT_SECONDS))
                return None
            return heapq.heappop(self._due)[2]

    def _sent(self, message: tuple[Any, ...]) -> bool:
        """Send a message, and return whether the port took it."""
        import mido

        if self._port is None:
            return True
        try:
            if isinstance(message, PortEvent):
                self._send_event(message)
            elif message[0] == "cut":
                for channel, number in sorted(self._on):
                    self._port.send(mido.Message("note_off", channel=channel, note=number))
                self._on.clear()
            else:
                self._port.send(mido.Message(message[0]))
        except Exception as error:  # noqa: BLE001 - each backend raises errors of its own
            log.info("The MIDI port does not answer: %s", error)
            self._close()
            return False
        return True

    def _send_event(self, event: PortEvent) -> None:
        import mido

        _, rank, channel, number, value = event
        if rank == _PROGRAM:
            self._port.send(mido.Message("program_change", channel=channel, program=value))
        elif rank == _ON:
            self._on.add((channel, number))
            self._port.send(mido.Message("note_on", channel=channel, note=number, velocity=value))
        elif (channel, number) in self._on:
            self._on.discard((channel, number))
            self._port.send(mido.Message("note_off", channel=channel, note=number))

    def _look(self, backend: Backend, report: Callable[[PortNews], None]) -> None:
        wanted = self._wanted
        self._close()
        names: tuple[str, ...] = ()
        try:
            names = tuple(dict.fromkeys(backend.get_output_names()))
            if wanted in names:
                self._port = backend.open_output(wanted)
        except Exception as error:  # noqa: BLE001 - each backend raises errors of its own
            log.info("The MIDI port %s cannot be opened: %s", wanted, error)
        report(PortsFound(names))
        if self._port is not None:
            report(PortOpened(wanted))
        elif wanted:
            report(PortLost(wanted))

    def _close(self) -> None:
        port, self._port = self._port, None
        if port is None:
            return
        try:
            # As when it is pulled out: nothing may go on sounding.
            port.panic()
            port.close()
        except Exception as error:  # noqa: BLE001 - a device that is gone cannot be closed
            log.info("The MIDI port could not be closed: %s", error)
        self._on.clear()
