"""Who wrote what was copied, for where it is pasted."""

from contextlib import AbstractContextManager, nullcontext

from PySide6.QtGui import QTextCursor

from abcstudio.composing.authors import PASTED, AuthoredPiece
from abcstudio.ui.documents.document import Document


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
