"""The score of the known tune beside the list, with what the open tune shares with it."""

from PySide6.QtCore import QObject

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.paths import bundled_tunebook
from abcstudio.ui.composer.newness.newness_look import NewnessRow
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune, SourceTune
from abcstudio.ui.score.engraving_controller import EngravingController
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.words.translation import error_sentence


class KnownScore(QObject):
    """Draws the known tune of a row, marks the shared measures in it, and plays them."""

    def __init__(self, view: ScoreView, engraver: Engraver, playback: PlaybackController) -> None:
        super().__init__(view)
        self._view = view
        self._playback = playback
        self._row: NewnessRow | None = None
        self._drawn = ""
        self._engraving = EngravingController(engraver, self)
        self._engraving.set_breaks("auto")
        view.width_changed.connect(self._engraving.set_score_width)
        self._engraving.score_ready.connect(self._on_score_ready)
        self._engraving.failed.connect(self._on_failed)
        playback.sounding.changed.connect(self._on_sounding_changed)
        view.note_double_clicked.connect(self._on_note_double_clicked)

    @property
    def drawn(self) -> str:
        """The text of the tune that the score shows, "" for none."""
        return self._drawn

    def show_row(self, row: NewnessRow | None) -> None:
        """Show the known tune of a row; nothing where there is none."""
        self._row = row
        if row is None:
            self._drawn = ""
            self._view.set_score(None)
        elif row.known.text == self._drawn:
            self._mark()
        else:
            self._view.highlight(())
            self._view.set_shared(())
            self._engraving.set_score_width(self._view.score_width())
            self._engraving.engrave(TuneSource(row.known.text, row.known.file_header))

    def play(self, row: NewnessRow) -> None:
        """Play the shared measures of a row as they stand in the known tune."""
        self._playback.hear(self._played(row), *row.known_ends)

    def _played(self, row: NewnessRow) -> PlayedTune:
        known = row.known
        return PlayedTune(
            known.text,
            known.title or self.tr("Untitled"),
            self.tr("Known tune"),
            known.file_header,
            SourceTune(bundled_tunebook(), known.number),
        )

    def _mark(self) -> None:
        if self._row is not None:
            self._view.set_shared(self._row.known_notes, is_shown=True)

    def _on_score_ready(self, engraved: EngravedScore, text: str) -> None:
        if self._row is not None and self._row.known.text == text:
            self._drawn = text
            self._view.set_score(engraved)
            self._mark()

    def _on_failed(self, error: Exception) -> None:
        self._drawn = ""
        self._view.set_message(error_sentence(error))

    def _on_sounding_changed(self, offsets: frozenset[int]) -> None:
        row = self._row
        is_heard = row is not None and self._playback.is_about(self._played(row).which)
        self._view.highlight(offsets if is_heard else ())

    def _on_note_double_clicked(self, offset: int) -> None:
        if self._row is not None:
            self._playback.hear(self._played(self._row), offset)
