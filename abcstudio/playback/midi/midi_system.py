"""The system's MIDI keyboards and ports, shared by all threads that listen or send.

PortMidi, which is used where python-rtmidi is not installed, serves one thread at a time, counts
the devices when it is begun and never after, and takes all open ports with it when it ends. So the
calls of all threads take turns, and it is begun anew only while nothing is open.
"""

import importlib.util
import os
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

ALSA_SEQUENCER = Path("/dev/snd/seq")
"""Is there where Linux has MIDI."""

_ALSA_SETTINGS = Path("/usr/share/alsa/alsa.conf")
_JACK_SOCKETS = Path("/dev/shm")
_PORT_MIDI = "mido.backends.pygame"

_turn = threading.Lock()
_open_ports: set["_PortMidiPort"] = set()


class _PortMidiPort:
    """One of PortMidi's ports; no other thread calls PortMidi meanwhile."""

    def __init__(self, open_port: Callable[[str], Any], name: str) -> None:
        with _turn:
            self._port = open_port(name)
            _open_ports.add(self)
        self.name = name

    def send(self, message: Any) -> None:
        """Send a message."""
        with _turn:
            self._port.send(message)

    def panic(self) -> None:
        """Silence all channels."""
        with _turn:
            self._port.panic()

    def iter_pending(self) -> list[Any]:
        """Return the messages that have come."""
        with _turn:
            return list(self._port.iter_pending())

    def close(self) -> None:
        """Give the port back."""
        with _turn:
            _open_ports.discard(self)
            self._port.close()


class SystemBackend:
    """Mido's backend: python-rtmidi where it is installed, else pygame's PortMidi."""

    def __init__(self, alsa_sequencer: Path = ALSA_SEQUENCER) -> None:
        import mido

        self._alsa_sequencer = alsa_sequencer

        os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
        if sys.platform == "linux" and _ALSA_SETTINGS.exists():
            # The library that comes with pygame looks for its settings where it was built.
            os.environ.setdefault("ALSA_CONFIG_PATH", str(_ALSA_SETTINGS))
        name = self._backend_name()
        self._backend = mido.Backend(name)
        self._is_port_midi = name == _PORT_MIDI

    def get_input_names(self) -> list[str]:
        """Return the names of the keyboards."""
        return self._names(self._backend.get_input_names)

    def open_input(self, name: str) -> Any:
        """Open a keyboard."""
        return self._opened(self._backend.open_input, name)

    def get_output_names(self) -> list[str]:
        """Return the names of what can be sent to."""
        return self._names(self._backend.get_output_names)

    def open_output(self, name: str) -> Any:
        """Open a port to send to."""
        return self._opened(self._backend.open_output, name)

    def _names(self, ask: Callable[[], list[str]]) -> list[str]:
        if not self._has_sequencer():
            return []
        turn: AbstractContextManager[object] = _turn if self._is_port_midi else nullcontext()
        with turn:
            return list(ask())

    def _opened(self, open_port: Callable[[str], Any], name: str) -> Any:
        return _PortMidiPort(open_port, name) if self._is_port_midi else open_port(name)

    def _backend_name(self) -> str:
        if importlib.util.find_spec("rtmidi") is None:
            return _PORT_MIDI
        is_jack_alone = self._is_without_alsa() and _is_jack_running()
        return "mido.backends.rtmidi/UNIX_JACK" if is_jack_alone else "mido.backends.rtmidi"

    def _has_sequencer(self) -> bool:
        """Return whether the system has MIDI; without it ALSA complains on standard error."""
        return not self._is_without_alsa() or self._backend_name().endswith("JACK")

    def _is_without_alsa(self) -> bool:
        return sys.platform == "linux" and not self._alsa_sequencer.exists()


def look_anew() -> None:
    """Let PortMidi look for devices again, if none is open."""
    with _turn:
        midi = sys.modules.get("pygame.midi")
        if midi is not None and midi.get_init() and not _open_ports:
            midi.quit()


def _is_jack_running() -> bool:
    return any(_JACK_SOCKETS.glob("jack_default*"))
