"""What is played, sent to a MIDI port at the moment when it is heard, with MIDI's clock.

The player tells which places of the music are heard when (`heard`); the messages between them are
sent by a thread of their own (`run`), which keeps to its clock. Ports come and go: the one that was
chosen is found again.
"""

import heapq
import itertools
import logging
import threading
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Protocol

from abcstudio.playback.midi.midi_port import OFF, PROGRAM, OpenPort, PortCommand, PortEvent
from abcstudio.playback.midi.midi_system import SystemBackend, look_anew
from abcstudio.playback.midi.port_score import CLOCKS_PER_SIXTEENTH, PortScore, click_events
from abcstudio.playback.sound.metronome import Click
from abcstudio.playback.sound.sound_stream import Stretch
from abcstudio.playback.sound.tones import FRAME_RATE
from abcstudio.stopping import asked_to_stop

log = logging.getLogger(__name__)

_LAST_SONG_POSITION = 0x3FFF
_WAIT_SECONDS, _RESCAN_SECONDS = 0.2, 2.0
_NEAR = 1e-4
# A loop ends up to a frame after its last place, and goes on as much after its first.
_OVERSHOOT_FRAMES = 1.01
_NOWHERE = -1.0
_place_of = attrgetter("place")


class OutputBackend(Protocol):
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
        backend: Callable[[], OutputBackend] = SystemBackend,
        *,
        clock: Callable[[], float] = time.monotonic,
        refresh: Callable[[], None] = look_anew,
    ) -> None:
        self._make_backend = backend
        self._clock = clock
        self._refresh = refresh
        # Held while another score is loaded; the device's thread never waits for it.
        self._loading = threading.Lock()
        self._changed = threading.Condition()
        self._wanted = ""
        self._is_looking = True
        self._looked_at = -_RESCAN_SECONDS
        self._names: tuple[str, ...] | None = None
        self._is_lost = False
        self._has_clock, self._has_clicks = True, False
        self._score = PortScore((), ())
        self._programs: list[PortEvent] = []
        self._due: list[tuple[float, int, PortEvent | PortCommand]] = []
        self._numbers = itertools.count()
        # When the last message of the music is due: none of the later ones may be sent before.
        self._floor = 0.0
        self._expected = _NOWHERE
        self._sent_to = 0.0
        self._start_tick = 0
        self._is_score_new = self._is_clock_new = True
        self._count_in: tuple[PortEvent, ...] = ()
        self._port: OpenPort | None = None

    @property
    def due_times(self) -> list[float]:
        """When each message that waits is to be sent, by the clock, in order."""
        with self._changed:
            return sorted(due for due, *_ in self._due)

    def choose(self, name: str, *, has_clock: bool = True, has_clicks: bool = False) -> None:
        """Send to a port from now on.

        Args:
            name: "" sends to none.
            has_clock: Whether the clock's ticks are sent.
            has_clicks: Whether the metronome's clicks are sent.
        """
        with self._changed:
            if name != self._wanted:
                self._wanted, self._is_lost = name, False
            if has_clock != self._has_clock:
                self._has_clock, self._is_clock_new = has_clock, True
                self._due = [entry for entry in self._due if not _is_of_clock(entry[2])]
                heapq.heapify(self._due)
                self._push(0.0, PortCommand("stop"))
            self._has_clicks = has_clicks
            self._is_looking = True
            self._changed.notify()

    def look(self) -> None:
        """Look for ports now, and tell which there are even if they are the same."""
        with self._changed:
            self._names = None
            self._is_looking = True
            self._changed.notify()

    def load(self, score: PortScore) -> None:
        """Take the messages of another tune, or the same notes louder or softer."""
        programs = [event for event in score.events if event.rank == PROGRAM]
        with self._loading:
            before = self._score
            is_same, is_same_time = before.has_notes_of(score), before.clocks == score.clocks
            with self._changed:
                self._score, self._programs = score, programs
                self._is_score_new = self._is_score_new or not is_same
                if not is_same_time:
                    self._expected = _NOWHERE

    def count_in(self, counted: Iterable[Click], speed: float) -> None:
        """Send clicks while the music waits to begin.

        Args:
            counted: Their onsets are seconds at the written tempo.
            speed: 2 is twice as fast as written.
        """
        events = click_events((click.onset / speed, click) for click in counted)
        with self._changed:
            self._count_in = events

    def heard(self, heard_at: float, stretch: Stretch) -> None:
        """Send what lies in a stretch of the music when it is heard.

        Args:
            heard_at: When it begins, in seconds of the clock.
            stretch: Its speed is 0 while the music waits to begin, and when it has ended.
        """
        with self._changed:
            if self._port is None:
                self._count_in = ()
                return
            if stretch.speed:
                self._go_on(heard_at, stretch)
            elif self._expected >= 0:
                self._expected = _NOWHERE
                self._end(max(heard_at, self._floor))
            else:
                for event in self._count_in:
                    self._push(heard_at + event.place, event)
                self._count_in = ()
            self._changed.notify()

    def silence(self) -> None:
        """End all notes now; what was to come is forgotten."""
        with self._changed:
            self._forget()
            self._end(0.0)
            self._changed.notify()

    def run(self, report: Callable[[PortNews], None]) -> None:
        """Send until asked to stop; what happens to the ports goes to `report`."""
        try:
            backend = self._make_backend()
        except (ImportError, OSError, RuntimeError) as error:
            log.warning("MIDI ports cannot be used: %s", error)
            report(PortsFound(()))
            return
        try:
            while not asked_to_stop():
                if self._is_looking or self._is_look_due():
                    self._is_looking = False
                    self._look(backend, report)
                message = self._next_due()
                if message is not None:
                    self._send(message, report)
        finally:
            self._close()
            self._refresh()

    def _go_on(self, heard_at: float, stretch: Stretch) -> None:
        place, speed, length = stretch
        step = speed / FRAME_RATE
        end = place + length * step
        tolerance = max(_NEAR / 2, _OVERSHOOT_FRAMES * step)
        is_jump = abs(place - self._expected) > _NEAR
        if is_jump:
            self._sent_to = place - tolerance
        begin, self._sent_to = self._sent_to, max(self._sent_to, end - tolerance)
        self._expected, self._count_in = end, ()
        floor = self._floor
        if is_jump or self._is_score_new:
            self._is_score_new = False
            # What was edited while it is played may leave what sounds alone.
            kept = frozenset() if is_jump else self._score.held_at(begin)
            self._begin_notes(begin, max(heard_at, floor), kept)
        if self._has_clock and (is_jump or self._is_clock_new):
            self._is_clock_new = False
            self._begin_clock(begin, max(heard_at, floor))
        for at, message in self._between(begin, self._sent_to):
            due = max(floor, heard_at + max(0.0, at - place) / speed)
            self._floor = max(self._floor, due)
            self._push(due, message)

    def _between(self, begin: float, end: float) -> Iterator[tuple[float, PortEvent | PortCommand]]:
        """Yield what lies between two places, and where."""
        score = self._score
        if self._has_clock:
            first, last = (bisect_left(score.clocks, place) for place in (begin, end))
            for tick in range(first, last):
                if tick == self._start_tick:
                    yield score.clocks[tick], PortCommand("continue" if tick else "start")
                yield score.clocks[tick], PortCommand("clock")
        for events in (score.events, score.clicks):
            first, last = (bisect_left(events, place, key=_place_of) for place in (begin, end))
            for event in events[first:last]:
                # Those that sound when the metronome is switched off are ended all the same.
                if events is score.events or self._has_clicks or event.rank == OFF:
                    yield event.place, event

    def _begin_notes(self, place: float, due: float, kept: frozenset[tuple[int, int]]) -> None:
        """Begin anew at a place: end notes that do not sound there, choose its programs."""
        self._push(due, PortCommand("cut", kept=kept))
        programs = {event.channel: event for event in self._programs if event.place < place}
        for event in programs.values():
            self._push(due, event)

    def _begin_clock(self, place: float, due: float) -> None:
        """Let those that follow the clock go to a place, or to the next one that has a number."""
        sixteenth = -(-bisect_left(self._score.clocks, place) // CLOCKS_PER_SIXTEENTH)
        self._start_tick = sixteenth * CLOCKS_PER_SIXTEENTH
        self._push(due, PortCommand("stop"))
        if 0 < sixteenth <= _LAST_SONG_POSITION:
            self._push(due, PortCommand("songpos", sixteenth))

    def _end(self, due: float) -> None:
        self._push(due, PortCommand("cut"))
        self._push(due, PortCommand("stop"))

    def _forget(self) -> None:
        """Forget what was to come, and where the music was."""
        self._due.clear()
        self._expected, self._floor, self._count_in = _NOWHERE, 0.0, ()

    def _push(self, due: float, message: PortEvent | PortCommand) -> None:
        heapq.heappush(self._due, (due, next(self._numbers), message))

    def _next_due(self) -> PortEvent | PortCommand | None:
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

    def _send(self, message: PortEvent | PortCommand, report: Callable[[PortNews], None]) -> None:
        port = self._port
        if port is None:
            return
        try:
            port.send(message)
        except Exception as error:  # noqa: BLE001 - each backend raises errors of its own
            log.info("The MIDI port does not answer: %s", error)
            self._close()
            self._looked_at = self._clock()
            self._tell_lost(port.name, report)

    def _is_look_due(self) -> bool:
        """Return whether the chosen port is missing and may have come back."""
        is_missing = bool(self._wanted) and self._port is None
        return is_missing and self._clock() - self._looked_at >= _RESCAN_SECONDS

    def _look(self, backend: OutputBackend, report: Callable[[PortNews], None]) -> None:
        """Look which ports there are and open the chosen one; leave it alone where it is open."""
        wanted, was_open = self._wanted, self._port
        self._looked_at = self._clock()
        if self._port is not None and self._port.name != wanted:
            self._close()
        names = self._names or ()
        try:
            if self._port is None:
                self._refresh()
            names = tuple(dict.fromkeys(backend.get_output_names()))
            if wanted not in names:
                self._close()
            elif self._port is None:
                self._open(OpenPort(wanted, backend.open_output(wanted)))
        except Exception as error:  # noqa: BLE001 - each backend raises errors of its own
            log.info("The MIDI port %s cannot be opened: %s", wanted, error)
        if names != self._names:
            self._names = names
            report(PortsFound(names))
        if self._port is None:
            if wanted:
                self._tell_lost(wanted, report)
        elif self._port is not was_open:
            self._is_lost = False
            report(PortOpened(wanted))

    def _tell_lost(self, name: str, report: Callable[[PortNews], None]) -> None:
        if not self._is_lost:
            self._is_lost = True
            report(PortLost(name))

    def _open(self, port: OpenPort) -> None:
        """Send to a port from here on; it has neither programs nor the clock's place yet."""
        with self._changed:
            self._forget()
            self._port = port

    def _close(self) -> None:
        port, self._port = self._port, None
        if port is not None:
            port.close()


def _is_of_clock(message: PortEvent | PortCommand) -> bool:
    return isinstance(message, PortCommand) and message.kind != "cut"
