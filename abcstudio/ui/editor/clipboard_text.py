"""Text of the editor on its way to the clipboard, and from there or from the mouse into it."""

from contextlib import AbstractContextManager, nullcontext

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.composing.authors import PASTED, AuthoredPiece
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.editor_text import to_offset
from abcstudio.ui.documents.large_changes import AT_ONCE
from abcstudio.ui.documents.long_lines import MOST_IN_LINE, is_too_long
from abcstudio.ui.editor.line_numbers import NumberedTextEdit
from abcstudio.ui.look.theme import Colors

_Keys = QKeySequence.StandardKey
_FORWARDS = (_Keys.Delete, _Keys.DeleteEndOfWord, _Keys.DeleteEndOfLine)
_BACKWARDS = (_Keys.Backspace, _Keys.DeleteStartOfWord)


class BoundedTextEdit(NumberedTextEdit):
    """Refuses what would make a line too long to be edited, before it is laid out.

    Signals:
        change_refused: A change is not in the text. Carries the sentence why.
        large_write_requested: Words come in the place of what is selected, and either is long.
            Carries the words.
    """

    change_refused = Signal(str)
    large_write_requested = Signal(str)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type or delete, unless the line that comes of it would be too long."""
        words = event.text()
        forwards = any(map(event.matches, _FORWARDS))
        deletes = forwards or any(map(event.matches, _BACKWARDS))
        is_cut = event.matches(_Keys.Cut) and self.textCursor().hasSelection()
        types = bool(words) and words.isprintable()
        if (deletes or is_cut or types) and not self._may_write(
            words if types else "", joins=deletes, forwards=forwards
        ):
            self.refuse_change()
        elif is_cut:
            self.cut()
        elif (deletes or types) and self._is_large(""):
            self.large_write_requested.emit(words if types else "")
        else:
            super().keyPressEvent(event)

    @override
    def cut(self) -> None:
        """Take what is selected to the clipboard."""
        if not self._may_write(""):
            self.refuse_change()
        elif self._is_large(""):
            self.copy()
            self.large_write_requested.emit("")
        else:
            super().cut()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method writes as keys are taken."""
        if event.commitString() and not self._may_write(event.commitString()):
            # What it shows before it is text goes.
            super().inputMethodEvent(QInputMethodEvent())
            self.refuse_change()
        else:
            super().inputMethodEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a text unless one of its lines would hold the window at each key."""
        if self._may_write(source.text()):
            if self._is_large(source.text()):
                self.large_write_requested.emit(source.text())
            else:
                super().insertFromMimeData(source)
            return
        words = self.tr(
            "Nothing was pasted: a line of more than %Ln characters is too long to edit here. "
            "Break it into shorter lines first.",
            "",
            MOST_IN_LINE,
        )
        self.change_refused.emit(words)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped; what is refused stays where it comes from."""
        refused: list[str] = []
        before = self.document().revision()
        self.change_refused.connect(refused.append)
        super().dropEvent(event)
        self.change_refused.disconnect(refused.append)
        if refused:
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.ignore()
            if self.document().revision() != before:
                self.undo()

    def take_back_soon(self) -> None:
        """Undo a change that made a line too long by some other way, once it has ended."""
        QTimer.singleShot(0, self, self._take_back)

    def refuse_change(self) -> None:
        """Say why a change that would make a line too long is not in the text."""
        words = self.tr(
            "Nothing was changed: a line of more than %Ln characters is too long to edit here. "
            "Break it into shorter lines first.",
            "",
            MOST_IN_LINE,
        )
        self.change_refused.emit(words)

    def _take_back(self) -> None:
        self.undo()
        self.refuse_change()

    def _is_large(self, words: str) -> bool:
        """Return whether words in the place of what is selected are a change made in pieces."""
        cursor = self.textCursor()
        going = cursor.selectionEnd() - cursor.selectionStart()
        return going + len(words) > AT_ONCE and not self.isReadOnly()

    def _may_write(self, words: str, *, joins: bool = False, forwards: bool = False) -> bool:
        """Return whether words may stand in place of what is selected.

        Args:
            words: They may be empty.
            joins: Where nothing is selected, a neighbour of the caret goes.
            forwards: It is the one behind the caret.
        """
        if self.isReadOnly():
            return True
        cursor = self.textCursor()
        if joins and not cursor.hasSelection():
            moves = QTextCursor.MoveOperation
            move = moves.NextCharacter if forwards else moves.PreviousCharacter
            cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
        start, end = QTextCursor(cursor), QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        end.setPosition(cursor.selectionEnd())
        before, after = start.positionInBlock(), end.block().length() - 1 - end.positionInBlock()
        if not is_too_long(words, before, after):
            return True
        # Some characters take two of the units that Qt counts.
        head, tail = start.block().text(), end.block().text()
        before = to_offset(head, before)
        after = len(tail) - to_offset(tail, end.positionInBlock())
        # A line that is too long already may become shorter.
        is_shorter = before + len(words) + after < max(len(head), len(tail))
        return not is_too_long(words, before, after) or ("\n" not in words and is_shorter)


class CopiedAuthors:
    """Remembers the authors of what was copied last in this editor."""

    def __init__(self) -> None:
        self._document: Document | None = None
        self._copied = ""
        self._pieces: tuple[AuthoredPiece, ...] = ()

    def follow(self, document: Document) -> None:
        """Take the document that is copied from and pasted into."""
        self._document = document

    def copy(self, words: str, cursor: QTextCursor) -> None:
        """Remember who wrote the words that are selected."""
        if self._document is not None:
            self._copied = words
            authors = self._document.authors.now
            self._pieces = authors.pieces(cursor.selectionStart(), cursor.selectionEnd())

    def pasting(self, words: str) -> AbstractContextManager[None]:
        """Let what is written meanwhile be pasted: by its authors where it was copied here."""
        if self._document is None:
            return nullcontext()
        pieces = self._pieces if words == self._copied else ()
        return self._document.authors.writing(PASTED, pieces)


class ClipboardTextEdit(BoundedTextEdit):
    """An editor that copies and pastes characters as they are.

    Attributes:
        copied_authors: Who wrote what was copied.
    """

    def __init__(self, colors: Colors, parent: QWidget | None = None) -> None:
        super().__init__(colors, parent)
        self.copied_authors = CopiedAuthors()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, but no files: the window opens these instead of writing their addresses."""
        return super().canInsertFromMimeData(source) and not source.hasUrls()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the characters as they are: Qt would put blanks and line ends for rare ones."""
        words = self.textCursor().selectedText().replace("\u2029", "\n")
        self.copied_authors.copy(words, self.textCursor())
        data = QMimeData()
        data.setText(words)
        return data

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a text, and remember that it was pasted."""
        with self.copied_authors.pasting(source.text()):
            super().insertFromMimeData(source)
