"""The book of kept tunes: read when needed, written after each change, undone step by step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.kept_book import KeptBook
from abcstudio.corpus.kept_book_file import FileState, load_book, save_book, state_of
from abcstudio.messages import reason, unwritable_id
from abcstudio.ui.services.studio import JOB_WAIT_MS, Studio
from abcstudio.ui.words.translation import error_sentence, message
from abcstudio.workers.job import Job, plain_work

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
        self._job: Job | None = None
        self._has_news = False

    @property
    def book(self) -> KeptBook:
        """The book as it is now."""
        return self._book if self._book is not None else self._read()

    def refresh(self) -> None:
        """Read the file again where another program has changed it."""
        if self._book is None or self._job is not None or self._has_news:
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

    def close(self) -> None:
        """Write what is not written yet."""
        if self._job is not None:
            self._job.wait(JOB_WAIT_MS)
        if self._has_news:
            self._has_news = False
            try:
                save_book(self.path, self.book)
            except OSError as error:
                self._on_failed(error)

    def _read(self) -> KeptBook:
        what = self.tr("The tunebook of kept tunes")
        read = load_book(self.path, partial(self._studio.tell_damaged, what=what))
        self._book, self._state, self._error = read.book, read.state, read.error
        return read.book

    def _take(self, book: KeptBook) -> None:
        self._book, self._has_news = book, True
        self.changed.emit()
        self._write()

    def _write(self) -> None:
        if self._job is None and self._has_news:
            self._has_news = False
            self._job = Job(plain_work(save_book, self.path, self.book))
            self._job.finished.connect(self._on_written)
            self._job.failed.connect(self._on_failed)
            self._job.ended.connect(self._on_ended)
            self._studio.start(self._job)

    def _on_written(self, state: FileState) -> None:
        self._state = state

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            parameters = {"path": self.path, "reason": reason(error)}
            self._studio.notify(message(unwritable_id(self.path), parameters), "error")

    def _on_ended(self) -> None:
        self._job = None
        self._write()
