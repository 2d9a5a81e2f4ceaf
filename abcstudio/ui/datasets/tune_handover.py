"""Where the tunes of the page go: to other pages and into files."""

from PySide6.QtCore import QObject

from abcstudio.corpus.tune import Tune
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.source_dialogs import tunes_folder
from abcstudio.ui.exporting.book_dialog import BookDialog
from abcstudio.ui.exporting.sound_dialog import ALL, SoundDialog


class TuneHandover(QObject):
    """Hands the chosen tunes to training, the composer and the dialogs that write files."""

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        self._chosen = parts.chosen
        self._studio = parts.studio
        self._playback = parts.playback
        self._engraver = parts.engraver
        self._window = parts.page
        table = parts.browser.table
        table.tune_opened.connect(self.open_in_composer)
        parts.preview.open_requested.connect(self.open_in_composer)

    def train(self) -> None:
        """Take the chosen tunes to the training page."""
        tunes, corpus = self._chosen.tunes, self._chosen.corpus
        if tunes:
            self._studio.train_on(tunes, self._chosen.name_to_learn_from, corpus)

    def open_in_composer(self, tune: Tune) -> None:
        """Look at a copy of a tune in the composer."""
        self._studio.show_known_tune(tune.text, tune.title or self.tr("Untitled"))

    def export_book(self) -> None:
        """Ask how the chosen tunes should become a tunebook."""
        tunes = self._chosen.tunes
        if tunes:
            name, folder = self._chosen.source_name, tunes_folder(self._studio)
            BookDialog(
                studio=self._studio,
                engraver=self._engraver,
                tunes=tunes,
                title=name,
                folder=folder,
                parent=self._window,
            ).show()

    def export_sound(self) -> None:
        """Ask how the chosen tunes should become files of sound."""
        tunes = self._chosen.tunes, self._chosen.shown
        if tunes[0]:
            name = self._chosen.source_name.removesuffix(".abc")
            folder = tunes_folder(self._studio)
            dialog = SoundDialog(
                studio=self._studio,
                playback=self._playback,
                source=lambda: tunes,
                name=name,
                folder=folder,
                parent=self._window,
            )
            dialog.propose("mid", ALL)
            dialog.show()
