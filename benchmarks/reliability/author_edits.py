"""Random edits of a document in which each character tells who wrote it: what `authorship.py` does.

No character comes twice in a script, so what the document says of its authors can be checked to the
character, after each edit and after the text was saved, closed and opened again.
"""

import random
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from abcstudio.composing.authors import (
    FROM_FILE,
    PASTED,
    PERSON,
    REWRITING,
    Author,
    AuthorKind,
)
from abcstudio.ui.composer.authorship.author_keeper import AuthorKeeper
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.services.studio import Studio

OTHERS = (Author(AuthorKind.MODEL, "Folk", "7"), PASTED, REWRITING)
STEPS = 20
"""Edits of a script; between the first and the second half its text is saved and opened again."""

_COMMON, _WIDE = 0x4E00, 0x20000


class Shelf:
    """The open texts of a program, and what it keeps of their authors.

    Each script has its own: the texts of two may be one, which has one record.
    """

    def __init__(self, studio: Studio, folder: Path) -> None:
        self._owner = QObject()
        self._studio = studio
        self._folder = folder
        self._documents = Documents(self._owner)
        AuthorKeeper(studio, self._documents, folder / "authors", self._owner)

    def reopened(self, document: Document) -> Document:
        """Save a text, close it and open its file as one that was never open."""
        path = self._folder / "script.abc"
        self._documents.add(document)
        document.save(path)
        while self._studio.is_working:
            QApplication.processEvents()
        self._documents.remove(document)
        again = Document.read(path)
        self._documents.add(again)
        return again


class Script:
    """Edits by a person, by a model and by commands, undone and made again."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._by: dict[str, Author] = {}
        self._codes = count(_COMMON)
        self._wide = count(_WIDE)
        self.document = Document("Untitled", self._words(FROM_FILE, 12))

    def play(self, shelf: Shelf) -> str:
        """Make the edits; return the first fault, "" where there is none."""
        acts = (
            self._type, self._delete, self._write, self._undo, self._redo, self._clear_history,
        )  # fmt: skip
        for step in range(STEPS):
            if step == STEPS // 2:
                self.document = shelf.reopened(self.document)
                if fault := self._fault():
                    return f"after it was opened again: {fault}"
            act = self._dice.choice(acts)
            act()
            if fault := self._fault():
                return f"after step {step + 1}, {act.__name__}: {fault}"
        return ""

    def _fault(self) -> str:
        text, pieces = self.document.text(), self.document.authors.pieces()
        if sum(piece.length for piece in pieces) != len(text) or not all(p.length for p in pieces):
            return f"{pieces} are no partition of {len(text)} characters"
        told = [author for length, author in pieces for _ in range(length)]
        wrong = [place for place, one in enumerate(text) if told[place] != self._by[one]]
        return f"{len(wrong)} characters are another's, the first at {wrong[0]}" if wrong else ""

    def _words(self, author: Author, most: int) -> str:
        codes = [
            next(self._wide if self._dice.random() < 0.1 else self._codes)
            for _ in range(self._dice.randrange(1, most + 1))
        ]
        words = "".join(map(chr, codes))
        self._by.update(dict.fromkeys(words, author))
        return words

    def _cursor(self) -> QTextCursor:
        """Return a place before which there is a whole character, or nothing."""
        text = self.document.text_document
        cursor = QTextCursor(text)
        cursor.setPosition(self._dice.randrange(text.characterCount()))
        if self._dice.random() < 0.5:
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            for _ in range(self._dice.randrange(20)):
                cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        return cursor

    def _type(self) -> None:
        cursor = self._cursor()
        for character in self._words(PERSON, 4):
            cursor.insertText(character)

    def _delete(self) -> None:
        cursor = self._cursor()
        for _ in range(self._dice.randrange(4)):
            cursor.deletePreviousChar()

    def _write(self) -> None:
        author = self._dice.choice(OTHERS)
        text = self.document.text()
        start = self._dice.randrange(len(text) + 1)
        end = min(len(text), start + self._dice.randrange(6))
        may_join = self.document.text_document.isUndoAvailable()
        joins = may_join and self._dice.random() < 0.3
        with self.document.authors.writing(author):
            self.document.replace_part(start, end, self._words(author, 6), joins=joins)

    def _undo(self) -> None:
        for _ in range(self._dice.randrange(1, 4)):
            self.document.text_document.undo()

    def _redo(self) -> None:
        for _ in range(self._dice.randrange(1, 4)):
            self.document.text_document.redo()

    def _clear_history(self) -> None:
        if self._dice.random() < 0.2:
            stacks = (QTextDocument.Stacks.RedoStack, QTextDocument.Stacks.UndoAndRedoStacks)
            self.document.text_document.clearUndoRedoStacks(self._dice.choice(stacks))
            self.document.text_document.setModified(self._dice.random() < 0.5)
