"""How fast the tune is played, and how long it lasts so."""

from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from abcstudio.ui.playback.sound_output import SoundOutput
from abcstudio.workers.sound import Outline

MIN_TEMPO_PERCENT, MAX_TEMPO_PERCENT = 20, 300


class PlayedTempo(QObject):
    """The tempo that is chosen for a tune, beside the one that it is written in.

    Signals:
        changed: Carries the quarter notes a minute at the start; 0 while there is no tune.
        duration_changed: Carries the seconds that the tune lasts.
    """

    changed = Signal(float)
    duration_changed = Signal(float)

    def __init__(self, output: SoundOutput, parent: QObject) -> None:
        super().__init__(parent)
        self._output = output
        self._speed = self._chosen_speed = 1.0
        self._written = 0.0
        self._beat = Fraction(1)
        self._written_duration = self._duration = 0.0

    @property
    def speed(self) -> float:
        """How many times as fast as written the tune is played."""
        return self._speed

    @property
    def percent(self) -> int:
        """The tempo in percent of the written one."""
        return round(100 * self._speed)

    @property
    def quarters_per_minute(self) -> float:
        """The quarter notes a minute at the start, 0 while there is no tune."""
        return self._written * self._speed

    @property
    def beat(self) -> Fraction:
        """The note that the tune is counted in, in quarter notes."""
        return self._beat

    @property
    def beats_per_minute(self) -> float:
        """The tempo at the start in the tune's own beat, 0 while there is no tune."""
        return self.quarters_per_minute / float(self._beat)

    @property
    def written_beats_per_minute(self) -> float:
        """The same as the tune writes it."""
        return self._written / float(self._beat)

    @property
    def duration(self) -> float:
        """The seconds that the tune lasts."""
        return self._duration

    def set_percent(self, percent: float) -> None:
        """Play so much slower or faster than written; heard at once, without a restart."""
        self._chosen_speed = max(MIN_TEMPO_PERCENT, min(MAX_TEMPO_PERCENT, percent)) / 100
        if self._chosen_speed != self._speed:
            self.go_back()
        else:
            # The box shows the limit to a person who typed more.
            self.changed.emit(self.quarters_per_minute)

    def set_beats_per_minute(self, beats_per_minute: float) -> None:
        """Play so many of the tune's beats a minute at the start, later tempos in proportion."""
        if self._written:
            self.set_percent(100 * beats_per_minute / self.written_beats_per_minute)

    def go_back(self) -> None:
        """Play at the tempo that was chosen: a loop for practice has gone faster each time."""
        if self._speed != self._chosen_speed:
            self._output.set_speed(self._chosen_speed)
            self.show_speed(self._chosen_speed)

    def forget(self) -> None:
        """Play another tune at its own tempo; how long it lasts and how fast it is is not known."""
        self._chosen_speed = 1.0
        self.go_back()
        self._written_duration = 0.0
        self._show_duration()
        if self._written:
            self._written = 0.0
            self.changed.emit(0.0)

    def show_speed(self, speed: float) -> None:
        """Say how fast it is played now, where a loop for practice goes faster each time."""
        self._speed = speed
        self._show_duration()
        self.changed.emit(self.quarters_per_minute)

    def take(self, outline: Outline) -> None:
        """Take length and tempo of a tune as it is written."""
        self._written_duration = outline.seconds
        self._show_duration()
        if (outline.tempo, outline.beat) != (self._written, self._beat):
            self._written, self._beat = outline.tempo, outline.beat
            self.changed.emit(self.quarters_per_minute)

    def _show_duration(self) -> None:
        duration = self._written_duration / self._speed
        if duration != self._duration:
            self._duration = duration
            self.duration_changed.emit(duration)
