"""The dialogs that ask for a source of tunes."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from abcstudio.paths import home_dir
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.studio import Studio


class SourceDialogs(QObject):
    """Asks for a file or a folder and adds it to the sources."""

    def __init__(self, sources: TuneSources, studio: Studio, window: QWidget) -> None:
        super().__init__(window)
        self._sources = sources
        self._studio = studio
        self._window = window

    def ask_file(self) -> None:
        """Ask for a file of tunes and add it."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Add tunes"),
            tunes_folder(self._studio),
            self.tr(
                "Tunes (*.abc *.txt *.musicxml *.mxl *.xml *.mid *.midi *.kar *.zip);;All files (*)"
            ),
        )
        if name:
            self._sources.add(Path(name))

    def ask_folder(self) -> None:
        """Ask for a folder of tunes and add it."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Add a folder of tunes"), tunes_folder(self._studio)
        )
        if name:
            self._sources.add(Path(name))


def tunes_folder(studio: Studio) -> str:
    """Return the folder that dialogs about tunes begin in."""
    return studio.settings.tunes_folder or str(home_dir())
