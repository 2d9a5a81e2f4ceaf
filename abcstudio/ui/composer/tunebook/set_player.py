"""Plays the tunes of a set one after another."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.corpus.tune import Tune
from abcstudio.playback.transport.player_state import PlayerState
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import DocumentTune, PlayedTune


class SetPlayer(QObject):
    """Plays each tune as many times as its set says, then the next one.

    Args of the constructor:
        times_of: Returns how many times a tune of a document is played.

    Signals:
        tune_begun: A tune of the set begins. Carries its `Document`, and its place in it from 0.
        ended: The last tune has been played, or the person has stopped or chosen another tune.
    """

    tune_begun = Signal(object, int)
    ended = Signal()

    def __init__(
        self,
        documents: Documents,
        playback: PlaybackController,
        times_of: Callable[[Document, Tune], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._documents = documents
        self._playback = playback
        self._document: Document | None = None
        self._times_of = times_of
        self._place = 0
        # How many times the tune has been played.
        self._played_through = 0
        # The end of a tune comes right after its silence; a silence without it is the person's.
        self._silence = QTimer(self, interval=0, singleShot=True)
        self._silence.timeout.connect(self._end)
        playback.finished.connect(self._on_finished)
        playback.state_changed.connect(self._on_state_changed)
        playback.tune_changed.connect(self._on_tune_changed)

    @property
    def is_on(self) -> bool:
        """Whether a set is played."""
        return self._document is not None

    def play(self, document: Document) -> None:
        """Play the tunes of a text from the first to the last."""
        self._document, self._place, self._played_through = document, 0, 0
        self._hear()

    def _hear(self) -> None:
        document = self._document
        if document is None or document not in self._documents:
            self._end()
            return
        tunes = document.book().tunes()
        if self._place >= len(tunes):
            self._end()
            return
        self.tune_begun.emit(document, self._place)
        self._silence.stop()
        self._playback.hear(self._played(document, tunes[self._place]))

    def _played(self, document: Document, tune: Tune) -> PlayedTune:
        return PlayedTune(
            tune.text,
            tune.title or document.name,
            self._documents.source_of(document),
            tune.file_header,
            DocumentTune(document.key, self._place + 1),
        )

    def _on_finished(self) -> None:
        if self.is_on:
            self._silence.stop()
            self._go_on()
            self._hear()

    def _go_on(self) -> None:
        """Repeat the tune, or advance to the next one."""
        document = self._document
        tunes = document.book().tunes() if document is not None else ()
        self._played_through += 1
        if document is None or self._place >= len(tunes):
            return
        if self._played_through >= self._times_of(document, tunes[self._place]):
            self._place, self._played_through = self._place + 1, 0

    def _on_state_changed(self, state: PlayerState) -> None:
        if self.is_on and state is PlayerState.STOPPED:
            self._silence.start()

    def _on_tune_changed(self, tune: PlayedTune) -> None:
        document = self._document
        if document is not None and tune.which != DocumentTune(document.key, self._place + 1):
            self._end()

    def _end(self) -> None:
        if self._document is not None:
            self._document = None
            self.ended.emit()
