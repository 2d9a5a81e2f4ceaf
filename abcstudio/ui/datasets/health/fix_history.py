"""The fixes of a source's tunes, each of which can be undone."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.health.fixes import Fixes


@dataclass(frozen=True, slots=True)
class _Step:
    """A fix that was made: its words, and the book before it."""

    words: str
    before: CleanedBook


class FixHistory(QObject):
    """Keeps the tunes as cleaning has left them, with the way back.

    Signals:
        book_changed: There is another book, by a fix or by undo.
        changed: There may be something to undo, or nothing any more.
    """

    book_changed = Signal()
    changed = Signal()

    def __init__(self, in_sight: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._in_sight = in_sight
        self._book = CleanedBook((), ())
        self._steps: list[_Step] = []

    @property
    def book(self) -> CleanedBook:
        """The tunes now."""
        return self._book

    @property
    def can_undo(self) -> bool:
        """Whether undo takes a fix back now: there is one, and its view is in front."""
        return bool(self._steps) and self._in_sight()

    @property
    def words(self) -> str:
        """What the fix that undo takes back is called, "" without one."""
        return self._steps[-1].words if self._steps else ""

    def begin(self, book: CleanedBook) -> None:
        """Take the tunes of another source."""
        self._book, self._steps = book, []
        self._tell()

    def make(self, fixes: Fixes, words: str) -> None:
        """Make a fix, one step of undo."""
        if fixes.changes:
            self._steps.append(_Step(words, self._book))
            self._book = self._book.with_changes(fixes.changes)
            self._tell()

    def undo(self) -> None:
        """Take the last fix back."""
        if self._steps:
            self._book = self._steps.pop().before
            self._tell()

    def _tell(self) -> None:
        self.book_changed.emit()
        self.changed.emit()
