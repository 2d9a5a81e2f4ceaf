"""The small score of a take in the table of runs."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.ui.score.engraving_controller import EngravingController
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.table.take_column import TakeColumn
from abcstudio.ui.words.translation import error_sentence

_ZOOM = 0.6


class ColumnScore(QObject):
    """Engraves the take of a column as soon as it is in sight.

    Signals:
        drawn_changed: The score shows another tune.
        note_clicked: Carries the place of the note in the tune.
    """

    drawn_changed = Signal()
    note_clicked = Signal(int)

    def __init__(self, column: TakeColumn, engraver: Engraver, studio: Studio) -> None:
        super().__init__(column)
        self.column = column
        self._drawn = self._asked = ""
        self.score = ScoreView(studio)
        self.score.set_zoom(_ZOOM)
        self.score.setAccessibleName(self.tr("Score of the take"))
        column.place_score(self.score)
        self._engraving = EngravingController(engraver, self)
        self._engraving.set_breaks("auto")
        self._engraving.score_ready.connect(self._on_score_ready)
        self._engraving.failed.connect(self._on_failed)
        self.score.width_changed.connect(self._on_width_changed)
        self.score.note_clicked.connect(self._on_note_clicked)
        column.changed.connect(self.show)

    @property
    def drawn(self) -> str:
        """The tune that the score shows, "" for none."""
        return self._drawn

    def show(self) -> None:
        """Show what the column shows, where that can be seen."""
        tune = self.column.tune
        if not tune:
            self._drawn = self._asked = ""
            is_silent = bool(self.column.take)
            words = self.tr("There is no music in this take yet.")
            self.score.set_score(None)
            self.score.set_message(words if is_silent else self.column.missing)
        elif self.score.isVisible() and tune != self._asked:
            self._asked = tune
            self._engraving.set_score_width(self.score.score_width())
            self._engraving.engrave(TuneSource(tune))

    def highlight(self, offsets: Collection[int]) -> None:
        """Colour the notes that sound."""
        self.score.highlight(offsets)

    def close(self) -> None:
        """Draw no more."""
        self._engraving.close()

    def _on_score_ready(self, engraved: EngravedScore, text: str) -> None:
        if text == self._asked:
            self._drawn = text
            self.score.set_score(engraved)
            self.drawn_changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if self._asked:
            self._drawn = ""
            self.score.set_message(error_sentence(error))

    def _on_width_changed(self, width: int) -> None:
        self._engraving.set_score_width(width)
        self.show()

    def _on_note_clicked(self, offset: int) -> None:
        if self._drawn and self._drawn == self.column.tune:
            self.note_clicked.emit(offset)
