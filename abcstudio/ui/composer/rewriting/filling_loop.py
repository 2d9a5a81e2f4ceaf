"""The loop in which the versions of chosen measures are heard."""

from PySide6.QtCore import QObject, Signal

from abcstudio.notation.spans import Span
from abcstudio.playback.loop import Loop
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import DocumentTune


class FillingLoop(QObject):
    """Repeats some measures of a tune while one version of them takes the place of another.

    Signals:
        play_requested: The tune at the caret is to be played. Carries a place in the document.
    """

    play_requested = Signal(int)

    def __init__(self, playback: PlaybackController, parent: QObject) -> None:
        super().__init__(parent)
        self._playback = playback
        self._before: Loop | None = None
        self._is_on = False
        self._has_begun_to_play = False
        self._is_set = False
        self._which = DocumentTune(0, 0)

    @property
    def is_on(self) -> bool:
        """Whether it repeats them."""
        return self._is_on

    def prepare(self, view: TuneView, place: Span, document_key: int) -> None:
        """Repeat a place of the tune, before its text is changed."""
        playback = self._playback
        self._which = DocumentTune(document_key, view.tune.number)
        is_about = playback.is_about(self._which)
        self._is_on = True
        self._before = playback.chosen_loop.loop if is_about else None
        self._has_begun_to_play = not (is_about and playback.is_heard)
        notes = _notes(view, place)
        self._is_set = is_about and not playback.loader.is_looking and notes is not None
        if self._is_set and notes is not None:
            playback.chosen_loop.set_notes(*notes, whole_measures=True)

    def start(self, view: TuneView, place: Span, document_key: int) -> None:
        """Repeat a place of the tune as the text stands now, and play it."""
        self.prepare(view, place, document_key)
        self.begin(view, place)

    def begin(self, view: TuneView, place: Span) -> None:
        """Play it, as the text stands now; where it sounds already, it goes on."""
        notes = _notes(view, place)
        if notes is None:
            return
        if not self._is_heard():
            self.play_requested.emit(view.offset + notes[0])
        if not self._is_set:
            if self._playback.loader.is_looking:
                # What is known is when the notes of the tune before this change are played.
                self._playback.chosen_loop.forget_timeline()
            self._playback.chosen_loop.set_notes(*notes, whole_measures=True)

    def end(self, *, is_kept: bool) -> None:
        """Repeat what was repeated before; what was begun for this ends where nothing is kept.

        Another tune that the person plays by now goes on as it does.
        """
        was_on, self._is_on = self._is_on, False
        if not (was_on and self._playback.is_about(self._which)):
            return
        if self._has_begun_to_play and not is_kept:
            self._playback.stop()
        self._playback.chosen_loop.set(self._before)

    def _is_heard(self) -> bool:
        """Return whether a place within the loop sounds."""
        playback = self._playback
        loop, place = playback.chosen_loop.loop, playback.position * playback.tempo.speed
        is_within = loop is not None and loop.start <= place <= loop.end
        return playback.is_heard and not self._has_begun_to_play and is_within


def _notes(view: TuneView, place: Span) -> tuple[int, int] | None:
    """Return the first characters of the first and the last note in a place of a tune."""
    inside = [start for start in view.notes if place.start <= start < place.end]
    return (min(inside), max(inside)) if inside else None
