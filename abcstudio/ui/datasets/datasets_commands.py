"""The commands of the page of tunes: menus, keys and the dialogs that ask for files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.paths import home_dir
from abcstudio.ui.datasets.chosen_tunes import ChosenTunes
from abcstudio.ui.exporting.book_dialog import BookDialog
from abcstudio.ui.exporting.sound_dialog import ALL, SoundDialog
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio


class DatasetsCommands(QObject):
    """Registers the commands and does what needs a dialog.

    Signals:
        source_added: Carries the path of a file or folder of tunes.
        training_requested: The chosen tunes should be trained on.
        search_requested: The person wants to search.
    """

    source_added = Signal(object)
    training_requested = Signal()
    search_requested = Signal()

    def __init__(
        self,
        chosen: Callable[[], ChosenTunes],
        studio: Studio,
        actions: Actions,
        playback: PlaybackController,
        engraver: Engraver,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._window = parent
        self._studio = studio
        self._playback = playback
        self._engraver = engraver
        self._actions = actions
        self.train = actions.add(
            "datasets.train",
            self.tr("&Train on this"),
            self.training_requested.emit,
            menu="train",
            keys="Ctrl+T",
            icon_name="brain",
            tooltip=self.tr(
                "Takes the selected tunes, or all that are shown, to the training page"
            ),
            page="datasets",
        )
        actions.add(
            "datasets.add_file",
            self.tr("Add tune &file…"),
            self.add_file,
            menu="file",
            icon_name="file-plus",
            tooltip=self.tr("Adds an .abc file to the sources of tunes"),
            page="datasets",
        )
        actions.add(
            "datasets.add_folder",
            self.tr("Add tune f&older…"),
            self.add_folder,
            menu="file",
            icon_name="folder-plus",
            tooltip=self.tr("Adds every .abc file of a folder to the sources of tunes"),
            page="datasets",
        )
        actions.add(
            "datasets.export_book",
            self.tr("Export dataset as t&unebook…"),
            self._ask_book,
            menu="file",
            icon_name="books",
            tooltip=self.tr(
                "Writes the selected tunes, or all that are shown, as one PDF with contents"
            ),
            page="datasets",
        )
        actions.add(
            "datasets.export_sound",
            self.tr("Export dataset as MIDI or soun&d…"),
            self._ask_sound,
            menu="file",
            icon_name="file-music",
            tooltip=self.tr("Writes the selected tunes, or all that are shown, a file each"),
            page="datasets",
        )
        actions.add(
            "datasets.search",
            self.tr("&Search tunes"),
            self.search_requested.emit,
            menu="edit",
            keys="Ctrl+F",
            icon_name="search",
            tooltip=self.tr("Goes to the search line above the tunes"),
            page="datasets",
        )

    @property
    def exports(self) -> tuple[QAction, ...]:
        """The commands that write the tunes to files."""
        names = ("datasets.export_book", "datasets.export_sound")
        return tuple(self._actions.action(name) for name in names)

    def show_count(self, chosen: int) -> None:
        """Offer what needs tunes when there are some."""
        reason = "" if chosen else self.tr("There is no tune to write: change the filter")
        self._actions.set_available("datasets.export_book", reason)
        self._actions.set_available("datasets.export_sound", reason)

    def add_file(self) -> None:
        """Ask for a file of tunes and add it."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Add tunes"),
            self._start_folder(),
            self.tr("ABC tunes (*.abc *.txt);;All files (*)"),
        )
        if name:
            self.source_added.emit(Path(name))

    def add_folder(self) -> None:
        """Ask for a folder of tunes and add it."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Add a folder of tunes"), self._start_folder()
        )
        if name:
            self.source_added.emit(Path(name))

    def _ask_book(self) -> None:
        chosen, folder = self._chosen(), self._start_folder()
        if chosen.tunes:
            BookDialog(
                self._studio, self._engraver, chosen.tunes, chosen.name, folder, self._window
            ).show()

    def _ask_sound(self) -> None:
        chosen, folder = self._chosen(), self._start_folder()
        if chosen.tunes:
            tunes = chosen.tunes, chosen.shown
            name = chosen.name.removesuffix(".abc")
            dialog = SoundDialog(
                self._studio, self._playback, lambda: tunes, name, folder, self._window
            )
            dialog.propose("mid", ALL)
            dialog.show()

    def _start_folder(self) -> str:
        return self._studio.settings.tunes_folder or str(home_dir())
