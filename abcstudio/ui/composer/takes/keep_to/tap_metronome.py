"""The metronome to which a rhythm is tapped: it gives the beats of a meter, two of them in 6/8."""

from fractions import Fraction

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from abcstudio.notation.meter import Meter
from abcstudio.notation.values.meter_field import parse_meter
from abcstudio.playback.sound.metronome import beat_of

_MINUTE_MS = 60_000
_COMMON = Meter((4,), 4)


class TapMetronome(QObject):
    """Gives beats while it is on; a dotted quarter note is one in 6/8.

    Signals:
        beat: Now. Carries whether a measure begins.
    """

    beat = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._meter, self._tempo, self._beats = _COMMON, 1, 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._give)

    @property
    def quarter_ms(self) -> float:
        """How long a quarter note lasts."""
        return _MINUTE_MS / self._tempo / float(beat_of(self._meter))

    def set_beats(self, meter: str, tempo: int) -> None:
        """Take the meter, as `M:` says it, and how many of its beats there are a minute."""
        self._meter, self._tempo = parse_meter(meter) or _COMMON, tempo
        if self._timer.isActive():
            self.start()

    def start(self) -> None:
        """Begin a measure now, and go on."""
        self._beats = 0
        self._timer.start(_MINUTE_MS // self._tempo)
        self._give()

    def stop(self) -> None:
        """Fall silent."""
        self._timer.stop()

    def _give(self) -> None:
        beats = Fraction(4) * self._meter.measure_duration / beat_of(self._meter)
        self.beat.emit(self._beats % max(1, round(beats)) == 0)
        self._beats += 1
