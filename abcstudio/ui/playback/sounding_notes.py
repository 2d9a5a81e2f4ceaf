"""Which notes of the tune sound now."""

from PySide6.QtCore import QObject, Signal

from abcstudio.ui.playback.sound_loader import SoundLoader
from abcstudio.ui.playback.sound_output import SoundOutput

_NOTHING: frozenset[int] = frozenset()


class SoundingNotes(QObject):
    """Follows the player through the notes.

    Signals:
        changed: Carries a frozenset: the first characters of the notes that sound.
    """

    changed = Signal(object)

    def __init__(self, output: SoundOutput, loader: SoundLoader, parent: QObject) -> None:
        super().__init__(parent)
        self._output = output
        self._loader = loader
        self._offsets = _NOTHING

    @property
    def offsets(self) -> frozenset[int]:
        """The first characters of the notes that sound."""
        return self._offsets

    @property
    def pitches(self) -> frozenset[int]:
        """The MIDI numbers of the written notes that sound."""
        if self._loader.sound is None:
            return _NOTHING
        performance = self._loader.sound.performance
        return frozenset(
            round(note.pitch)
            for note in performance.notes
            if note.span.start in self._offsets and not performance.tracks[note.voice].is_backing
        )

    def follow(self) -> None:
        """Find the notes at the place that is heard."""
        player, sound = self._output.player, self._loader.sound
        if player is not None and sound is not None:
            # While it is counted in, and while the last note of a part rings, nothing is played.
            stands = player.stands_still
            self._set(_NOTHING if stands else sound.timeline.sounding_at(player.position))

    def clear(self) -> None:
        """Let no note sound."""
        self._set(_NOTHING)

    def _set(self, offsets: frozenset[int]) -> None:
        if offsets != self._offsets:
            self._offsets = offsets
            self.changed.emit(offsets)
