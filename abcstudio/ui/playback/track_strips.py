"""The mixer of the tune that is played: its tracks, and how each is heard."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from abcstudio.playback.sound.mix import Strip
from abcstudio.workers.sound import OutlinedTrack


class TrackStrips(QObject):
    """Keeps a strip for each track, as long as the tune has that track.

    Attributes:
        tracks: The voices of the tune, and what accompanies them.

    Signals:
        tracks_changed: The tune has other tracks than before; those that stay are heard as they
            were.
        changed: Tracks are heard otherwise than before.
        instrument_changed: A track is to be played on another instrument.
    """

    tracks_changed = Signal()
    changed = Signal()
    instrument_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.tracks: tuple[OutlinedTrack, ...] = ()
        self._strips: dict[int, Strip] = {}

    @property
    def strips(self) -> Mapping[int, Strip]:
        """The strips by the number of the track; tracks that are not named are as they are."""
        return self._strips

    @property
    def instruments(self) -> tuple[tuple[int, str], ...]:
        """The numbers of the tracks that have an instrument of their own, with its name."""
        return tuple(
            (track, strip.instrument) for track, strip in self._strips.items() if strip.instrument
        )

    @property
    def is_mixed(self) -> bool:
        """Whether any track is heard otherwise than the tune has it."""
        return any(strip != Strip() for strip in self._strips.values())

    def strip(self, track: int) -> Strip:
        """Return how one of the tracks is heard."""
        return self._strips.get(track, Strip())

    def set_strip(self, track: int, strip: Strip) -> None:
        """Let one of the tracks be heard otherwise, at once."""
        if track >= len(self.tracks):
            return
        self._strips = {number: self.strip(number) for number in range(len(self.tracks))}
        before, self._strips[track] = self._strips[track], strip
        if strip.instrument != before.instrument:
            self.instrument_changed.emit()
        self.changed.emit()

    def take(self, tracks: Sequence[OutlinedTrack]) -> None:
        """Take the tracks of the tune as it is now."""
        if tuple(tracks) == self.tracks:
            return
        self._strips = {
            number: self.strip(number) if track in self.tracks[number : number + 1] else Strip()
            for number, track in enumerate(tracks)
        }
        self.tracks = tuple(tracks)
        self._tell()

    def clear(self) -> None:
        """Forget the tracks of a tune that is no longer played."""
        self.tracks, self._strips = (), {}
        self._tell()

    def _tell(self) -> None:
        self.tracks_changed.emit()
        self.changed.emit()
