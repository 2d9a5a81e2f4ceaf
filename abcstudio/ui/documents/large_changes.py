"""Changes of much of a text, made, undone and made again in pieces, between which the window lives.

Qt takes half a second to put 5 MB into a text in one call, a quarter to undo that, and longer where
it replaces what was there.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from abcstudio.corpus.edited_tunebook import EditedTunebook
from abcstudio.ui.documents.known_text import KnownText
from abcstudio.ui.documents.long_lines import end_of_piece
from abcstudio.ui.documents.written_text import insert, insert_last

AT_ONCE = 200_000
"""Characters that go and come up to which a change is made in one call: some 30 ms."""

_PIECE = 35_000


class LargeChanges(QObject):
    """Makes a change in steps of undo that belong together, and undoes and repeats them together.

    While it is busy, the text is half the old and half the new one. `finish` makes the rest at
    once. A view shows what was there before.

    Signals:
        began: Pieces are going to be changed.
        ended: The text is whole again.
        edited: The text changed; of a change in pieces, once it is whole.
        modified_changed: Whether the text is another one than the saved one may have changed.
    """

    began = Signal()
    ended = Signal()
    edited = Signal()
    modified_changed = Signal()

    def __init__(self, document: QTextDocument, known: KnownText) -> None:
        super().__init__(document)
        self._document = document
        self._known = known
        self._pieces: Iterator[int] | None = None
        self._is_within_piece = False
        self._before: tuple[str, EditedTunebook] | None = None
        self._groups: dict[int, int] = {}
        # The texts that undo and redo of the newest change lead to, by their steps of undo.
        self._reached: dict[int, tuple[str, EditedTunebook]] = {}
        self._leads_to: int | None = None
        self._then: list[Callable[[], object]] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._change_piece)
        document.undoCommandAdded.connect(self._on_step_added)
        document.contentsChanged.connect(self._on_contents_changed)
        document.modificationChanged.connect(self._on_modification_changed)

    @property
    def is_busy(self) -> bool:
        """Whether a change is being made."""
        return self._pieces is not None

    def shown_text(self) -> str:
        """Return the text as it was before the change at hand, else as it is."""
        return self._known.text() if self._before is None else self._before[0]

    def shown_book(self) -> EditedTunebook:
        """Return the tunes of that text."""
        return self._known.book() if self._before is None else self._before[1]

    def replace(self, start: int, end: int, text: str) -> None:
        """Begin to put a text in the place of some of the document, by Qt's positions."""
        self.finish()
        self._begin(self.replacing(start, end, text))

    def undo(self) -> bool:
        """Begin to undo the change made last, if it was made in pieces; return whether it was."""
        self.finish()
        first = self._groups.get(self._document.availableUndoSteps())
        if first is not None:
            self._begin(self._undoing(first))
            self._remember_way(self._document.availableUndoSteps(), first)
        return first is not None

    def redo(self) -> bool:
        """Begin to make the change again that was undone last, if it was made in pieces."""
        self.finish()
        here = self._document.availableUndoSteps()
        last = next((end for end, start in self._groups.items() if start == here), None)
        if last is not None:
            self._begin(self._redoing(last))
            self._remember_way(here, last)
        return last is not None

    def finish(self) -> None:
        """Make the rest of a change at once; within a piece, it goes on after that."""
        while self._pieces is not None and not self._is_within_piece:
            self._change_piece()

    def when_whole(self, act: Callable[[], object]) -> None:
        """Do something as soon as the text is whole: now, or when the change at hand has ended."""
        if self.is_busy:
            self._then.append(act)
        else:
            act()

    def replacing(self, start: int, end: int, text: str) -> Iterator[int]:
        """Replace piece by piece; yield how many characters of the new text have come."""
        before = self._document.availableUndoSteps()
        self._reached = {} if self._before is None else {before: self._before}
        cursor, left, come, pieces = QTextCursor(self._document), end - start, 0, 0
        while left > 0 or come < len(text):
            # What came is not put together again and again.
            self._known.forget()
            until = end_of_piece(text, come, _PIECE) if come < len(text) else come
            is_last = until == len(text)
            going = left if is_last and left <= 2 * _PIECE else self._whole_lines(start, left)
            cursor.beginEditBlock()
            cursor.setPosition(start)
            cursor.setPosition(start + going, QTextCursor.MoveMode.KeepAnchor)
            put = insert_last if is_last and going == left else insert
            put(cursor, text[come:until])
            cursor.endEditBlock()
            start, left, come, pieces = cursor.position(), left - going, until, pieces + 1
            yield come
        if pieces > 1 and self._document.isUndoRedoEnabled():
            self._groups[self._document.availableUndoSteps()] = before

    def _whole_lines(self, start: int, left: int) -> int:
        """Return how many characters the next piece of what goes has: whole lines, or the rest."""
        if left <= _PIECE:
            return left
        block = self._document.findBlock(start + _PIECE)
        return min(left, block.position() + block.length() - start)

    def _undoing(self, first: int) -> Iterator[int]:
        while self._document.availableUndoSteps() > first and self._document.isUndoAvailable():
            self._known.forget()
            self._document.undo()
            yield 0

    def _redoing(self, last: int) -> Iterator[int]:
        while self._document.availableUndoSteps() < last and self._document.isRedoAvailable():
            self._known.forget()
            self._document.redo()
            yield 0

    def _remember_way(self, here: int, there: int) -> None:
        """Keep the text as it is, for the way back; forget all but where the change leads."""
        assert self._before is not None
        reached = {there: self._reached[there]} if there in self._reached else {}
        self._reached = {**reached, here: self._before}
        self._leads_to = there

    def _begin(self, pieces: Iterator[int]) -> None:
        self._before = self._known.text(), self._known.book()
        self._pieces = pieces
        self.began.emit()
        self._timer.start()

    def _change_piece(self) -> None:
        if self._pieces is None:
            return
        self._is_within_piece = True
        try:
            come = next(self._pieces, None)
        finally:
            self._is_within_piece = False
        if come is None:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        # To copy 5 MB out of the document takes a twentieth of a second.
        known = self._reached.pop(self._leads_to, None) if self._leads_to is not None else None
        if known is not None and self._leads_to == self._document.availableUndoSteps():
            self._known.take(*known)
        self._leads_to = None
        self._pieces = self._before = None
        then, self._then = self._then, []
        self.ended.emit()
        self.modified_changed.emit()
        self.edited.emit()
        for act in then:
            act()

    def _on_step_added(self) -> None:
        # Of what could be made again before it, nothing is left.
        steps = self._document.availableUndoSteps()
        self._groups = {last: first for last, first in self._groups.items() if last < steps}

    def _on_contents_changed(self) -> None:
        if not self.is_busy:
            self.edited.emit()

    def _on_modification_changed(self) -> None:
        if not self.is_busy:
            self.modified_changed.emit()
