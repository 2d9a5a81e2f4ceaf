"""Who wrote each character of a document, through whatever is done to it."""

import random
from itertools import count

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from abcstudio.composing.authors import (
    FROM_FILE,
    PASTED,
    PERSON,
    REWRITING,
    Author,
    AuthoredPiece,
    AuthorKind,
)
from abcstudio.notation.spans import Span
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.large_changes import AT_ONCE
from abcstudio.ui.documents.origins.read_text import ReadText

FOLK = Author(AuthorKind.MODEL, "Folk", "7")
OTHERS = (FOLK, PASTED, REWRITING)
SCRIPTS = 150


def authors_of(document: Document) -> list[Author]:
    pieces = document.authors.pieces()
    assert sum(piece.length for piece in pieces) == len(document.text())
    assert all(piece.length for piece in pieces)
    return [author for length, author in pieces for _ in range(length)]


class Script:
    """Edits in which no character comes twice, so that each tells who wrote it."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.by: dict[str, Author] = {}
        self._codes = count(0x4E00)
        self._wide = count(0x20000)
        self.document = Document("Untitled", self.words(FROM_FILE, 12))
        self.text = self.document.text_document

    def words(self, author: Author, most: int) -> str:
        codes = [
            next(self._wide if self.dice.random() < 0.1 else self._codes)
            for _ in range(self.dice.randrange(1, most + 1))
        ]
        words = "".join(map(chr, codes))
        self.by.update(dict.fromkeys(words, author))
        return words

    def cursor(self) -> QTextCursor:
        cursor = QTextCursor(self.text)
        cursor.setPosition(self.dice.randrange(self.text.characterCount()))
        if self.dice.random() < 0.5:
            # Onto a boundary of characters, never amid one.
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            for _ in range(self.dice.randrange(20)):
                cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return cursor

    def type_words(self) -> None:
        cursor = self.cursor()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        for character in self.words(PERSON, 4):
            cursor.insertText(character)

    def delete(self) -> None:
        cursor = self.cursor()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        for _ in range(self.dice.randrange(4)):
            cursor.deletePreviousChar()

    def write(self) -> None:
        author = self.dice.choice(OTHERS)
        text = self.document.text()
        start = self.dice.randrange(len(text) + 1)
        end = min(len(text), start + self.dice.randrange(6))
        joins = self.text.isUndoAvailable() and self.dice.random() < 0.3
        with self.document.authors.writing(author):
            self.document.replace_part(start, end, self.words(author, 6), joins=joins)

    def undo(self) -> None:
        for _ in range(self.dice.randrange(1, 4)):
            self.text.undo()

    def redo(self) -> None:
        for _ in range(self.dice.randrange(1, 4)):
            self.text.redo()

    def clear_history(self) -> None:
        if self.dice.random() < 0.2:
            self.text.clearUndoRedoStacks(
                self.dice.choice(
                    (QTextDocument.Stacks.RedoStack, QTextDocument.Stacks.UndoAndRedoStacks)
                )
            )
            self.text.setModified(self.dice.random() < 0.5)

    def check(self) -> None:
        expected = [self.by[character] for character in self.document.text()]
        assert authors_of(self.document) == expected


def test_random_edits_undone_and_made_again(qapp) -> None:
    dice = random.Random(16)
    steps = 0
    for _ in range(SCRIPTS):
        script = Script(dice)
        acts = (
            script.type_words,
            script.delete,
            script.write,
            script.undo,
            script.redo,
            script.clear_history,
        )
        for _ in range(20):
            dice.choice(acts)()
            script.check()
            steps += 1
    assert steps == 20 * SCRIPTS


def test_a_text_that_is_read_was_there_and_what_is_typed_is_yours(qapp, tmp_path) -> None:
    path = tmp_path / "a.abc"
    path.write_text("X:1\nK:G\nGABc|\n")
    document = Document.read(path)
    cursor = QTextCursor(document.text_document)
    cursor.insertText("T")
    assert authors_of(document) == [PERSON] + [FROM_FILE] * 14


def test_a_change_keeps_the_authors_of_what_stays(qapp) -> None:
    document = Document("Untitled", "K:G\nGABc d2|e2 f2|\nGABc d2|\n")
    with document.authors.writing(REWRITING):
        document.replace_text("K:G\nABcd d2|e2 g2|\nGABc d2|\n")
    by_command = [
        character
        for character, author in zip(document.text(), authors_of(document), strict=True)
        if author is REWRITING
    ]
    assert "".join(by_command) == "ABcdg"


def test_a_tune_that_is_moved_keeps_its_authors(qapp) -> None:
    one, other = "X:1\nT:One\nK:G\nGABc|\n", "X:2\nT:Other\nK:D\ndefg|\n"
    document = Document("Untitled", f"{one}\n{other}")
    first = AuthoredPiece(len(one), FOLK)
    document.authors.begin([first, AuthoredPiece(len(document.text()) - len(one), PERSON)])
    document.replace_text(f"{other}\n{one}")
    kept = authors_of(document)[-len(one) :]
    assert kept.count(FOLK) > 0.7 * len(one)


def test_large_changes_have_their_author_and_are_undone(qapp) -> None:
    document = Document("Untitled", "X:1\nK:G\n")
    long = "GABc d2 e2|\n" * (AT_ONCE // 10)
    with document.authors.writing(PASTED):
        document.replace_part(8, 8, long)
    document.large.finish()
    assert document.authors.pieces() == (
        AuthoredPiece(8, FROM_FILE),
        AuthoredPiece(len(long), PASTED),
    )
    document.large.undo()
    document.large.finish()
    assert document.authors.pieces() == (AuthoredPiece(8, FROM_FILE),)
    document.large.redo()
    document.large.finish()
    assert document.authors.pieces() == (
        AuthoredPiece(8, FROM_FILE),
        AuthoredPiece(len(long), PASTED),
    )
    cursor = QTextCursor(document.text_document)
    cursor.insertText("%")
    assert document.authors.pieces()[0] == AuthoredPiece(1, PERSON)


def test_what_another_program_wrote_was_there(qapp, tmp_path) -> None:
    path = tmp_path / "a.abc"
    path.write_text("X:1\nK:G\nGABc|\n")
    document = Document.read(path)
    path.write_text("X:1\nK:G\nGABc|defg|\n")
    document.take_read(ReadText.of(path))
    assert set(authors_of(document)) == {FROM_FILE}


def test_parts_are_put_back(qapp) -> None:
    document = Document("Untitled", "GABc|defg|")
    before = document.authors.between(Span(0, 5))
    with document.authors.writing(FOLK):
        document.replace_part(0, 4, "edcB")
        document.replace_part(0, 4, "GABc", joins=True)
    assert FOLK in authors_of(document)
    document.authors.put_back(0, before)
    assert set(authors_of(document)) == {FROM_FILE}
    document.text_document.undo()
    assert set(authors_of(document)) == {FROM_FILE}


@pytest.mark.parametrize("pieces", [(), (AuthoredPiece(3, FOLK),), (AuthoredPiece(30, FOLK),)])
def test_authors_of_another_text_are_not_taken(qapp, pieces) -> None:
    document = Document("Untitled", "GABc|")
    document.authors.begin(pieces)
    assert set(authors_of(document)) == {FROM_FILE}
