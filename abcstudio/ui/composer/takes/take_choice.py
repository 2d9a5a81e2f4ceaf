"""What is done with a row of the list of takes: show it, keep it, remove it, bring it back."""

from PySide6.QtCore import QObject

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.ui.composer.takes.take_history import TakeHistory
from abcstudio.ui.composer.takes.takes_list import ListedTake, TakesList
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.documents.documents import Documents


class TakeChoice(QObject):
    """Does it, whether the take is open or one of an earlier session."""

    def __init__(
        self, takes: TakesList, documents: Documents, files: DocumentFiles, history: TakeHistory
    ) -> None:
        super().__init__(takes)
        self._takes = takes
        self._documents = documents
        self._files = files
        self._history = history
        takes.take_chosen.connect(self.choose)
        takes.keep_toggled.connect(self.toggle_kept)
        takes.removal_requested.connect(self._remove)

    def choose(self, take: ListedTake) -> None:
        """Show the take that the person has chosen in the list."""
        self._documents.choose(self._opened(take))

    def step(self, step: int) -> None:
        """Show the next text of the list (1), or the one before (-1)."""
        takes = self._takes.takes
        row = takes.row_of(self._documents.current) + step
        if 0 <= row < takes.rowCount():
            self.choose(takes.take_at(row))

    def toggle_kept(self, take: ListedTake | None = None) -> None:
        """Mark a take as worth keeping, or no longer; without one, the take in the editor."""
        take = take or self._documents.current
        if isinstance(take, RememberedTake):
            self._history.toggle_kept(take)
        else:
            take.set_kept(not take.is_kept)

    def undo_removal(self) -> None:
        """Put the take that went off the list last back, and show it."""
        take = self._history.last_removed
        if take is not None:
            self._history.bring_back(take)
            self._documents.make_current(self._opened(take))

    def _remove(self, take: ListedTake) -> None:
        """Take a take off the list, and show the one that comes in its place, to go on from it."""
        takes = self._takes.takes
        row, rows = takes.row_of(take), takes.rowCount()
        was_chosen = row == self._takes.currentIndex().row()
        if isinstance(take, RememberedTake):
            self._history.forget(take)
        else:
            self._files.close(take)
        if was_chosen and 0 < takes.rowCount() < rows:
            # Shown, not chosen: it is not heard in place of what sounds.
            neighbour = takes.take_at(min(row, takes.rowCount() - 1))
            self._documents.make_current(self._opened(neighbour))

    def _opened(self, take: ListedTake) -> Document:
        return self._history.open(take) if isinstance(take, RememberedTake) else take
