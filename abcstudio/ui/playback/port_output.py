"""What is played, sent to a MIDI port as well."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.sound.mix import mixed, on_instrument
from abcstudio.ui.playback.sound_loader import SoundLoader
from abcstudio.ui.playback.sound_output import SoundOutput
from abcstudio.ui.playback.track_strips import TrackStrips

if TYPE_CHECKING:
    from abcstudio.playback.midi.midi_output import MidiOutput
    from abcstudio.playback.sound.metronome import Click

_RELOAD_MS = 100


class PortOutput(QObject):
    """Gives the port the messages of the tune, as the mixer has it."""

    def __init__(
        self, output: SoundOutput, loader: SoundLoader, strips: TrackStrips, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._output = output
        self._loader = loader
        self._strips = strips
        self._port: MidiOutput | None = None
        # A slider of the mixer that is dragged changes often.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RELOAD_MS)
        self._timer.timeout.connect(self.reload)
        strips.changed.connect(self._timer.start)

    def send_to(self, port: "MidiOutput | None", *, is_heard: bool) -> None:
        """Send to a port, or to none.

        Args:
            port: Where to.
            is_heard: Whether the tune is heard on the sound device too.
        """
        self._output.ready_player().send_to(port, is_heard=is_heard)
        self._port = port
        self.reload()

    def reload(self) -> None:
        """Take the messages of the tune as it is now."""
        sound = self._loader.sound
        if self._port is not None and sound is not None:
            from abcstudio.playback.midi.port_score import PortScore

            name = self._loader.instrument
            heard = on_instrument(mixed(sound.performance, self._strips.strips), name)
            self._port.load(PortScore.of(heard, INSTRUMENTS[name].midi_program))

    def count_in(self, clicks: "Iterable[Click]", speed: float) -> None:
        """Send the clicks before the tune.

        Args:
            clicks: Their onsets are seconds at the written tempo.
            speed: 2 is twice as fast as written.
        """
        if self._port is not None:
            self._port.count_in(clicks, speed)

    def close(self) -> None:
        """Send nothing new."""
        self._timer.stop()
