"""Saves several unsaved texts at once, after one question."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from abcstudio.files import write_beside
from abcstudio.guarded_files import is_folder
from abcstudio.paths import home_dir
from abcstudio.ui.documents.closing.closing_dialog import ClosingDialog
from abcstudio.ui.documents.closing.unsaved_text import SUFFIX, UnsavedText, file_stem_of
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence


class SavingTogether:
    """Asks which texts are to be saved, and saves them.

    A text that has a file is saved there, the others go into one folder under their titles.

    Args of the constructor:
        save: Saves a text to its own file; returns whether it is saved.
        save_to: Saves a text to a file; returns whether it is saved.
    """

    def __init__(
        self,
        studio: Studio,
        documents: Documents,
        window: QWidget,
        *,
        save: Callable[[Document], bool],
        save_to: Callable[[Document, Path], bool],
    ) -> None:
        self._studio = studio
        self._documents = documents
        self._window = window
        self._save_to_own = save
        self._save_to = save_to

    def ask(self, unsaved: Sequence[Document], also: str = "") -> bool:
        """Ask about unsaved texts; return whether all are saved or discarded.

        Args:
            unsaved: The texts.
            also: What else closing ends, "" for nothing.
        """
        texts = [
            UnsavedText(self._documents.label_of(each), each.path, file_stem_of(each))
            for each in unsaved
        ]
        dialog = ClosingDialog(texts, self._folder(), also, self._window)
        result, chosen, folder = dialog.exec(), dialog.chosen, dialog.folder
        dialog.deleteLater()
        if result == ClosingDialog.DISCARDED:
            return True
        is_agreed = result == ClosingDialog.DialogCode.Accepted
        return is_agreed and all(
            self._save(unsaved[place], texts[place].stem, folder) for place in chosen
        )

    def _save(self, document: Document, stem: str, folder: Path) -> bool:
        """Save a text; if that fails, bring it to the front."""
        if document.path is not None:
            is_saved = self._save_to_own(document)
        else:
            is_saved = self._save_new(document, stem, folder)
        if not is_saved:
            self._documents.make_current(document)
        return is_saved

    def _save_new(self, document: Document, stem: str, folder: Path) -> bool:
        """Save a text under the first free name; leave no file behind if that fails."""
        try:
            # No other program takes the name meanwhile.
            path = write_beside(folder, stem, SUFFIX, b"")
        except OSError as error:
            self._studio.notify(error_sentence(error), "error")
            return False
        if self._save_to(document, path):
            return True
        with suppress(OSError):
            path.unlink()
        return False

    def _folder(self) -> Path:
        """Return the folder of tunes, else the one last saved to, else that of documents."""
        settings = self._studio.settings
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        known = (settings.tunes_folder, *settings.written_folders[:1], documents)
        folders = (Path(each) for each in known if each)
        return next(filter(is_folder, folders), home_dir())
