"""The book of kept tunes: read when needed, written after each change, undone step by step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.kept_book import KeptBook
from abcstudio.corpus.kept_book_file import FileState, load_book, save_book, state_of
from abcstudio.ui.services.newest_writer import NewestWriter
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence

_MOST_UNDONE = 200


class KeptTunes(QObject):
    """Holds the book. What another program has written into its file is read before each change.

    Signals:
        changed: The book is another one.
    """

    changed = Signal()

    def __init__(self, studio: Studio, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.path = path
        self._studio = studio
        self._book: KeptBook | None = None
        self._state: FileState = None
        self._error: OSError | None = None
        self._undone: list[KeptBook] = []
        self._done: list[KeptBook] = []
        self._writer = NewestWriter(studio, lambda: path, self._saving, self)

    @property
    def book(self) -> KeptBook:
        """The book as it is now."""
        return self._book if self._book is not None else self._read()

    def refresh(self) -> None:
        """Read the file again where another program has changed it."""
        if self._book is None or self._writer.is_busy:
            return
        if state_of(self.path) != self._state:
            before, now = self._book, self._read()
            if now != before:
                self._done.clear()
                self._undone.clear()
                self.changed.emit()

    def change(self, change: Callable[[KeptBook], KeptBook]) -> bool:
        """Change the book as one step to undo; return whether it is another one then."""
        self.refresh()
        book = self.book
        if self._error is not None:
            self._studio.notify(error_sentence(self._error), "error")
            return False
        now = change(book)
        if now == book:
            return False
        self._done = [*self._done[1 - _MOST_UNDONE :], book]
        self._undone.clear()
        self._take(now)
        return True

    @property
    def can_undo(self) -> bool:
        """Whether a change can be undone."""
        return bool(self._done)

    def undo(self) -> None:
        """Undo the last change."""
        if self._done:
            self._undone.append(self.book)
            self._take(self._done.pop())

    def redo(self) -> None:
        """Make the change again that was undone last."""
        if self._undone:
            self._done.append(self.book)
            self._take(self._undone.pop())

    def undo_if(self, book: KeptBook) -> None:
        """Undo the last change, where the book is still what that has made of it."""
        if self.book == book:
            self.undo()

    def _read(self) -> KeptBook:
        what = self.tr("The tunebook of kept tunes")
        read = load_book(self.path, partial(self._studio.tell_damaged, what=what))
        self._book, self._state, self._error = read.book, read.state, read.error
        return read.book

    def _take(self, book: KeptBook) -> None:
        self._book = book
        self.changed.emit()
        self._writer.write()

    def _saving(self, path: Path) -> Callable[[], None]:
        return partial(self._save, path, self.book)

    def _save(self, path: Path, book: KeptBook) -> None:
        """Write in the background; nothing is read until that is done."""
        self._state = save_book(path, book)
