"""Files that are named from outside: on the command line, in macOS' Finder, by dropping them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from abcstudio.guarded_files import is_folder
from abcstudio.recipes.foreign_files import FOREIGN_SUFFIXES
from abcstudio.recipes.import_model import is_model
from abcstudio.ui.window.running.named_paths import local_path, path_of

_OPENED_SUFFIXES = frozenset({".abc", ".txt"}) | FOREIGN_SUFFIXES


class StudioApplication(QApplication):
    """An application that passes on the files which macOS names by events.

    No event filter: one of an application gets each event of each widget. For it the switch of the
    colours, which sends thousands, took 128 ms instead of 103.

    Signals:
        file_named: A file is opened from the Finder. Carries its path.
    """

    file_named = Signal(object)

    @override
    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        self.file_named.emit(path_of(event.file() or event.url().toString()))
        return True


class NamedFiles(QObject):
    """Holds files back until the window is up, then passes them on at once.

    Signals:
        named: Files or folders are to be opened. Carries their paths, in the order named.
    """

    named = Signal(object)

    def __init__(self, names: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = [path_of(name) for name in names]
        self._is_released = False

    @property
    def name_texts(self) -> bool:
        """Whether a text is among those that wait, which a folder is not."""
        return not all(map(is_folder, self._waiting))

    def release(self) -> None:
        """Pass on what was named until now, and from now on whatever is named."""
        self._is_released = True
        waiting, self._waiting = self._waiting, []
        if waiting:
            self.named.emit(tuple(waiting))

    def take(self, *paths: Path) -> None:
        """Take files that the system or a later start names, perhaps before there is a window."""
        if not self._is_released:
            self._waiting.extend(paths)
        elif paths:
            self.named.emit(paths)


def openable_files(dropped: QMimeData) -> list[Path]:
    """Return those of the dropped files and folders that the window can open."""
    paths = [local_path(url) for url in dropped.urls() if url.isLocalFile()]
    return [path for path in paths if _is_opened(path)]


def _is_opened(path: Path) -> bool:
    return path.suffix.lower() in _OPENED_SUFFIXES or is_folder(path) or is_model(path)
