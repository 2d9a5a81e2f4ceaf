"""Text of the editor on its way to the clipboard, and from there or from the mouse into it."""

from contextlib import AbstractContextManager, nullcontext

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.composing.authors import PASTED, AuthoredPiece
from abcstudio.ui.documents.document import Document
from abcstudio.ui.editor.bounded_text import BoundedTextEdit
from abcstudio.ui.look.theme import Colors


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
