"""MIDI keyboards: which there are, and what is played on one of them.

All calls to the system are made by `MidiInput.run`, in one thread. PortMidi requires that, and a
driver may block. A chosen keyboard that is connected again is found again.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from abcstudio.playback.midi.midi_system import SystemBackend, look_anew
from abcstudio.stopping import asked_to_stop

log = logging.getLogger(__name__)

POLL_SECONDS = 0.004
_RESCAN_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class KeyPressed:
    """A key went down; velocity 1 to 127."""

    pitch: int
    velocity: int


@dataclass(frozen=True, slots=True)
class KeyReleased:
    """A key came up."""

    pitch: int


@dataclass(frozen=True, slots=True)
class KeyboardsFound:
    """The keyboards that there are now."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyboardOpened:
    """The chosen keyboard can be played."""

    name: str


@dataclass(frozen=True, slots=True)
class KeyboardLost:
    """The chosen keyboard is gone, or cannot be opened."""

    name: str


MidiEvent = KeyPressed | KeyReleased | KeyboardsFound | KeyboardOpened | KeyboardLost


class InputBackend(Protocol):
    """What mido offers of a system's MIDI."""

    def get_input_names(self) -> list[str]:
        """Return the names of what can be listened to."""

    def open_input(self, name: str) -> Any:
        """Open one."""


class MidiInput:
    """Listens to one keyboard.

    `choose` and `look` may be called in any thread while `run` goes on in its own.
    """

    def __init__(
        self,
        backend: Callable[[], InputBackend] = SystemBackend,
        *,
        refresh: Callable[[], None] = look_anew,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._make_backend = backend
        self._refresh = refresh
        self._clock = clock
        self._changed = threading.Event()
        self._wanted = ""
        self._port: Any = None
        self._open_name = ""
        self._names: tuple[str, ...] | None = None
        self._is_lost = False
        self._down: set[int] = set()

    def choose(self, name: str) -> None:
        """Listen to this keyboard from now on; "" listens to none."""
        self._wanted = name
        self._is_lost = False
        self._changed.set()

    def look(self) -> None:
        """Look for keyboards now, and tell which there are even if they are the same."""
        self._names = None
        self._changed.set()

    def run(self, report: Callable[[MidiEvent], None]) -> None:
        """Listen until asked to stop; every event goes to `report`."""
        try:
            backend = self._make_backend()
        except (ImportError, OSError, RuntimeError) as error:
            log.warning("MIDI keyboards cannot be used: %s", error)
            report(KeyboardsFound(()))
            return
        looked_at = -_RESCAN_SECONDS
        try:
            while not asked_to_stop():
                is_due = self._clock() - looked_at >= _RESCAN_SECONDS
                if self._changed.is_set() or (is_due and self._wanted):
                    self._changed.clear()
                    self._look(backend, report)
                    looked_at = self._clock()
                if self._poll(report):
                    # While it is played it is there: looking would close it for a moment.
                    looked_at = self._clock()
                time.sleep(POLL_SECONDS)
        finally:
            self._close()
            self._release_all(report)
            self._refresh()

    def _look(self, backend: InputBackend, report: Callable[[MidiEvent], None]) -> None:
        wanted, before = self._wanted, self._open_name
        self._close()
        try:
            self._refresh()
            names = tuple(dict.fromkeys(backend.get_input_names()))
            if wanted in names:
                self._port, self._open_name = backend.open_input(wanted), wanted
        except Exception as error:  # noqa: BLE001 - each backend raises errors of its own
            log.info("The MIDI keyboard %s cannot be opened: %s", wanted, error)
            names = self._names or ()
        if self._open_name != before or not before:
            # What is held down on one that is listened to no more is never heard to come up.
            self._release_all(report)
        if names != self._names:
            self._names = names
            report(KeyboardsFound(names))
        if self._port is not None:
            self._is_lost = False
            if wanted != before:
                report(KeyboardOpened(wanted))
        elif wanted and not self._is_lost:
            self._is_lost = True
            report(KeyboardLost(wanted))

    def _poll(self, report: Callable[[MidiEvent], None]) -> bool:
        """Report what was played since the last time, and return whether anything was."""
        if self._port is None:
            return False
        try:
            messages: Iterable[Any] = list(self._port.iter_pending())
        except Exception as error:  # noqa: BLE001 - each backend raises errors of its own
            log.info("The MIDI keyboard does not answer: %s", error)
            self._close()
            self._changed.set()
            return False
        was_played = False
        for message in messages:
            event = _event_of(message)
            if event is not None:
                is_down = isinstance(event, KeyPressed)
                (self._down.add if is_down else self._down.discard)(event.pitch)
                report(event)
                was_played = True
        return was_played

    def _release_all(self, report: Callable[[MidiEvent], None]) -> None:
        for pitch in sorted(self._down):
            report(KeyReleased(pitch))
        self._down.clear()

    def _close(self) -> None:
        port, self._port, self._open_name = self._port, None, ""
        if port is None:
            return
        try:
            port.close()
        except Exception as error:  # noqa: BLE001 - a device that is gone cannot be closed
            log.info("The MIDI keyboard could not be closed: %s", error)


def _event_of(message: Any) -> KeyPressed | KeyReleased | None:
    if message.type == "note_on" and message.velocity > 0:
        return KeyPressed(int(message.note), int(message.velocity))
    if message.type in ("note_on", "note_off"):
        return KeyReleased(int(message.note))
    return None
