"""The tune that was found, in the preview: its place lit and heard."""

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.recipes.finding.found_place import FoundPlace
from abcstudio.ui.datasets.previewing.preview_presenter import PreviewPresenter
from abcstudio.ui.datasets.previewing.tune_playback import TunePlayback
from abcstudio.ui.datasets.tune_preview import TunePreview
from abcstudio.ui.playback.playback_controller import PlaybackController

# Going through the list with a held arrow key must not make the sound of every tune on the way.
_PAUSE_MS = 80


class FoundPreview(QObject):
    """Shows one place at a time.

    Once a place was played, the next one that the person comes to is played, too, until it is
    paused or stopped.

    Signals:
        lit: A place is lit in its score.
    """

    lit = Signal()

    def __init__(
        self,
        preview: TunePreview,
        engraving: PreviewPresenter,
        playing: TunePlayback,
        playback: PlaybackController,
    ) -> None:
        super().__init__(preview)
        self._preview = preview
        self._playing = playing
        self._place: FoundPlace | None = None
        self._goes_along = self._went_along = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._play)
        engraving.controller.score_ready.connect(self._light)
        playback.state_changed.connect(self._on_state_changed)
        playback.finished.connect(self._on_finished)

    @property
    def place(self) -> FoundPlace | None:
        """The place that is shown."""
        return self._place

    def show_place(self, place: FoundPlace | None) -> None:
        """Show a place, or none: then the preview is free for other tunes."""
        self._place = place
        if place is None:
            self._timer.stop()
            self._goes_along = self._went_along = False
            self._preview.score.set_shared(())
        elif self._preview.tune is place.tune:
            self._light()
        else:
            self._preview.set_tune(place.tune)

    def toggle(self) -> None:
        """Play the place, or fall silent where its tune sounds."""
        place = self._place
        if place is None:
            return
        if self._playing.is_heard(place.tune):
            self._goes_along = False
            self._playing.toggle()
        else:
            self._play()

    def play_along(self) -> None:
        """Play the place where the one before was played."""
        if self._goes_along:
            self._timer.start()

    def play_next(self) -> None:
        """Play the place, held keys apart."""
        self._timer.start()

    def _play(self) -> None:
        place = self._place
        if place is not None:
            self._playing.play_place(place.tune, None if place.is_title else place.ends)
            self._goes_along = True

    def _light(self) -> None:
        place = self._place
        if place is not None and self._preview.tune is place.tune:
            self._preview.score.set_shared(place.notes, is_shown=True)
            self.lit.emit()

    def _on_state_changed(self, state: PlayerState) -> None:
        if state is PlayerState.STOPPED:
            self._went_along, self._goes_along = self._goes_along, False

    def _on_finished(self) -> None:
        self._goes_along = self._went_along
