"""The score of what is looked for, and its sound."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune
from abcstudio.ui.score.engraving_controller import EngravingController
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.melodies import QueryRead

_IDENTITY = "melody to look for"


class QueryScore(QObject):
    """Draws the melody that is looked for, and plays it.

    Signals:
        drawn: Another score is shown, or none.
    """

    drawn = Signal()

    def __init__(self, view: ScoreView, engraver: Engraver, playback: PlaybackController) -> None:
        super().__init__(view)
        self._view = view
        self._playback = playback
        self._text = self._file_header = ""
        self._shared: tuple[int, ...] = ()
        self._engraving = EngravingController(engraver, self)
        self._engraving.set_breaks("auto")
        view.width_changed.connect(self._engraving.set_score_width)
        view.note_clicked.connect(self.hear)
        self._engraving.score_ready.connect(self._on_score_ready)
        self._engraving.failed.connect(self._on_failed)
        playback.sounding.changed.connect(self._on_sounding_changed)
        self.show_query(None)

    @property
    def has_notes(self) -> bool:
        """Whether there is a melody."""
        return bool(self._text)

    def show_query(self, query: QueryRead | None) -> None:
        """Draw a melody, or say that there is none."""
        text = query.text if query is not None and query.note_count else ""
        is_new, self._text = text != self._text, text
        self._file_header = query.file_header if query is not None else ""
        if not text:
            self._view.set_message(self.tr("The notes appear here."))
            self.drawn.emit()
        elif is_new:
            self._engraving.set_score_width(self._view.score_width())
            self._engraving.engrave(TuneSource(text, self._file_header))

    def mark(self, notes: Sequence[int]) -> None:
        """Mark the notes that the chosen relative has, too."""
        self._shared = tuple(notes)
        self._view.set_shared(self._shared, is_shown=bool(notes))

    def hear(self, first: int | None = None) -> None:
        """Play the melody from its start, or from the note that stands at a character."""
        if self._text:
            tune = PlayedTune(
                self._text,
                self.tr("What you look for"),
                self.tr("Find by melody"),
                self._file_header,
                _IDENTITY,
            )
            self._playback.hear(tune, 0 if first is None else first)

    def close(self) -> None:
        """Draw no more."""
        self._engraving.close()

    def _on_score_ready(self, engraved: EngravedScore, text: str) -> None:
        if text == self._text:
            self._view.set_score(engraved)
            self.drawn.emit()
            self.mark(self._shared)

    def _on_failed(self, error: Exception) -> None:
        self._view.set_message(error_sentence(error))

    def _on_sounding_changed(self, offsets: frozenset[int]) -> None:
        self._view.highlight(offsets if self._playback.is_about(_IDENTITY) else ())
