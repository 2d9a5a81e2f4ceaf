"""The scores and the sound of the takes of runs that are compared in their table."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QObject, Signal

from abcstudio.composing.takes import tunes_in
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune
from abcstudio.ui.score.engraving_controller import EngravingController
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.table.runs_table import RunsTable
from abcstudio.ui.training.table.take_column import TakeColumn
from abcstudio.ui.training.table.takes_columns import TakesColumns
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


class TakePlayback(QObject):
    """Plays the first tune of a take; another take then sounds in its place, from its start.

    Attributes:
        scores: Those of the columns, none before the table is opened.
    """

    def __init__(
        self, table: RunsTable, playback: PlaybackController, engraver: Engraver, studio: Studio
    ) -> None:
        super().__init__(table)
        self._playback, self._engraver, self._studio = playback, engraver, studio
        self.scores: tuple[ColumnScore, ...] = ()
        table.play_requested.connect(self.toggle)
        table.takes_made.connect(self._on_takes_made)
        playback.sounding.changed.connect(self._highlight)
        playback.state_changed.connect(self._show_heard)
        playback.tune_changed.connect(self._show_heard)

    def toggle(self, text: str, run: str) -> None:
        """Play the take of a run, or pause where that is the one that sounds."""
        if tune := next(iter(tunes_in(text)), ""):
            self._playback.toggle(_played(tune, run))
        else:
            self._studio.notify(self.tr("There is no music in this take yet."))

    def close(self) -> None:
        """Draw no more."""
        for score in self.scores:
            score.close()

    def _on_takes_made(self, takes: TakesColumns) -> None:
        self.scores = tuple(
            ColumnScore(column, self._engraver, self._studio) for column in takes.columns
        )
        for score in self.scores:
            takes.came_into_sight.connect(score.show)
            score.drawn_changed.connect(self._show_heard)
            score.column.changed.connect(self._show_heard)
            score.note_clicked.connect(partial(self._on_note_clicked, score))
            score.show()

    def _on_note_clicked(self, score: ColumnScore, offset: int) -> None:
        self._playback.hear(_played(score.column.tune, score.column.name), offset)

    def _highlight(self, offsets: frozenset[int]) -> None:
        for score in self.scores:
            score.highlight(offsets if self._is_of(score) else ())

    def _show_heard(self) -> None:
        """Frame the column whose take sounds."""
        for score in self.scores:
            score.column.show_heard(self._playback.is_heard and self._is_of(score))

    def _is_of(self, score: ColumnScore) -> bool:
        """Return whether the tune that is played is the one of a column."""
        tune = score.column.tune
        return bool(tune) and self._playback.is_about((score.column.name, tune))


def _played(tune: str, run: str) -> PlayedTune:
    """Return the tune of a take as it is played."""
    title = next((each.title for each in split_tunebook(tune)), "")
    return PlayedTune(tune, title, one_line(run), identity=(run, tune))
