"""Playing the tune that the page of tunes shows."""

from PySide6.QtCore import QObject, Qt

from abcstudio.corpus.tune import Tune
from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.playback.played_tune import PlayedTune, SourceTune
from abcstudio.workers.tunes import TunesRead

_NOWHERE = 0
"""The number of a tune that is not, or not yet, among those that were read again."""


class TunePlayback(QObject):
    """Offers the player the tune of the preview, plays it when asked, and marks what sounds."""

    def __init__(self, parts: DatasetsParts) -> None:
        """Follow the preview; the page must be in sight to be heard."""
        super().__init__(parts.page)
        preview = self._preview = parts.preview
        sources = self._sources = parts.sources
        playback = self._playback = parts.playback
        self._page = parts.page
        # At once, not with the score after a pause: Space means the tune that is chosen now.
        preview.tune_changed.connect(self.offer)
        preview.engraving_requested.connect(self.offer)
        preview.play_requested.connect(self._on_play_requested)
        preview.note_clicked.connect(self._on_note_clicked)
        table = parts.browser.table
        table.tune_picked.connect(self._on_tune_picked)
        sources.started.connect(self._on_started)
        sources.finished.connect(self._on_read)
        playback.sounding.changed.connect(self._on_sounding_changed)
        playback.follow_requested.connect(preview.score.follow_again)
        # Later: loading a tune stops the one before.
        playback.state_changed.connect(self._on_state_changed, Qt.ConnectionType.QueuedConnection)

    def toggle(self) -> None:
        """Play the chosen tune, or pause where that is the one that sounds."""
        if self._preview.tune is not None:
            self._playback.toggle(self._played(self._preview.tune))

    def play_place(self, tune: Tune, ends: tuple[int, int] | None) -> None:
        """Play a tune of the source from one note to another, each by its first character.

        Without them it is played from its start to its end.
        """
        self._playback.hear(self._played(tune), *(ends or (0, None)))

    def is_heard(self, tune: Tune) -> bool:
        """Whether a tune of the source sounds now."""
        return self._playback.is_heard and self._playback.is_about(self._identity(tune))

    def offer(self) -> None:
        """Let the transport bar play the tune that is shown, and nothing where there is none."""
        if self._page.isVisible():
            tune = self._preview.tune
            self._playback.offer(PlayedTune("") if tune is None else self._played(tune))

    def _on_play_requested(self, tune: Tune) -> None:
        self._playback.hear(self._played(tune))

    def _on_tune_picked(self, tune: Tune) -> None:
        self._playback.offer(self._played(tune), is_chosen=True)

    def _on_note_clicked(self, offset: int) -> None:
        tune = self._preview.tune
        if tune is not None:
            self._playback.hear(self._played(tune), offset)

    def _on_sounding_changed(self, offsets: frozenset[int]) -> None:
        tune = self._preview.tune
        is_heard = tune is not None and self._playback.is_about(self._identity(tune))
        self._preview.highlight(offsets if is_heard and self._page.isVisible() else ())

    def _on_state_changed(self, state: PlayerState) -> None:
        if state is PlayerState.STOPPED:
            self.offer()

    def _on_started(self) -> None:
        """Take the number from the tune that is played: it may be that of another one soon."""
        which = self._playback.tune.which
        if isinstance(which, SourceTune) and which.source == self._sources.current:
            self._playback.identify(SourceTune(which.source, _NOWHERE))

    def _on_read(self, read: TunesRead) -> None:
        """Find the tune that is played among those that were read again."""
        played = self._playback.tune
        if played.which == SourceTune(read.path, _NOWHERE):
            found = next((tune for tune in read.tunes if tune.text == played.text), None)
            if found is not None:
                self._playback.identify(self._identity(found))
                self.offer()

    def _played(self, tune: Tune) -> PlayedTune:
        return PlayedTune(
            tune.text,
            tune.title or self.tr("Untitled"),
            self._sources.name,
            tune.file_header,
            self._identity(tune),
        )

    def _identity(self, tune: Tune) -> SourceTune:
        return SourceTune(self._sources.current, tune.number)
