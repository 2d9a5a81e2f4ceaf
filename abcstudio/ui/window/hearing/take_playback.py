"""The scores and the sound of the takes of runs that are compared in their table."""

from functools import partial

from PySide6.QtCore import QObject

from abcstudio.composing.takes import tunes_in
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.table.runs_table import RunsTable
from abcstudio.ui.training.table.takes_columns import TakesColumns
from abcstudio.ui.window.hearing.column_score import ColumnScore


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
