"""Playing the takes of runs that are compared in their table."""

from PySide6.QtCore import QObject

from abcstudio.composing.takes import tunes_in
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.table.runs_table import RunsTable


class TakePlayback(QObject):
    """Plays the first tune of a take; another take then sounds in its place, from its start."""

    def __init__(self, table: RunsTable, playback: PlaybackController, studio: Studio) -> None:
        super().__init__(table)
        self._playback, self._studio = playback, studio
        table.play_requested.connect(self.toggle)

    def toggle(self, text: str, run: str) -> None:
        """Play the take of a run, or pause where that is the one that sounds."""
        tune = next(iter(tunes_in(text)), "")
        if not tune:
            self._studio.notify(self.tr("There is no music in this take yet."))
            return
        title = next((each.title for each in split_tunebook(tune)), "")
        self._playback.toggle(PlayedTune(tune, title, one_line(run), identity=(run, tune)))
