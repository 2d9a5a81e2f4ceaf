"""A MIDI port that is open, and what was begun there, so that all of it is ended."""

import logging
from typing import Any, NamedTuple

import mido

log = logging.getLogger(__name__)

OFF, PROGRAM, ON = 0, 1, 2
"""The ranks of events that share a place: ends come before beginnings."""


class PortEvent(NamedTuple):
    """A note's end or beginning, or a program, to send at a place of the music.

    Attributes:
        place: Seconds at the written tempo.
        channel: From 0.
        number: The note's.
        value: A velocity, or a program.
    """

    place: float
    rank: int
    channel: int
    number: int
    value: int


class PortCommand(NamedTuple):
    """What else there is to send.

    Attributes:
        kind: "clock", "start", "continue", "stop" or "songpos", as mido names them; "cut" ends all
            notes.
        position: Of "songpos": sixteenths from the start of the tune.
        kept: Of "cut": channel and number of the notes that go on.
    """

    kind: str
    position: int = 0
    kept: frozenset[tuple[int, int]] = frozenset()


class OpenPort:
    """Sends to a port of mido's. For one thread.

    Attributes:
        name: The port's.
    """

    def __init__(self, name: str, port: Any) -> None:
        self.name = name
        self._port = port
        self._on: set[tuple[int, int]] = set()
        self._is_running = False

    def send(self, message: PortEvent | PortCommand) -> None:
        """Send something now; the end of what was not begun is left out.

        Raises:
            Exception: The port is gone; each backend raises errors of its own.
        """
        if isinstance(message, PortEvent):
            self._send_event(message)
        elif message.kind == "cut":
            for channel, number in sorted(self._on - message.kept):
                self._port.send(mido.Message("note_off", channel=channel, note=number))
            self._on &= message.kept
        elif message.kind == "songpos":
            self._port.send(mido.Message("songpos", pos=message.position))
        elif message.kind != "stop" or self._is_running:
            self._port.send(mido.Message(message.kind))
            if message.kind != "clock":
                self._is_running = message.kind != "stop"

    def close(self) -> None:
        """End what goes on there, and give the port back; one that is gone is no error."""
        try:
            self.send(PortCommand("cut"))
            self.send(PortCommand("stop"))
            # As when it is pulled out: nothing may go on sounding.
            self._port.panic()
        except Exception as error:  # noqa: BLE001 - each backend raises errors of its own
            log.info("The MIDI port could not be silenced: %s", error)
        try:
            self._port.close()
        except Exception as error:  # noqa: BLE001 - a device that is gone cannot be closed
            log.info("The MIDI port could not be closed: %s", error)

    def _send_event(self, event: PortEvent) -> None:
        _, rank, channel, number, value = event
        if rank == PROGRAM:
            self._port.send(mido.Message("program_change", channel=channel, program=value))
        elif rank == ON:
            self._on.add((channel, number))
            self._port.send(mido.Message("note_on", channel=channel, note=number, velocity=value))
        elif (channel, number) in self._on:
            self._on.discard((channel, number))
            self._port.send(mido.Message("note_off", channel=channel, note=number))
