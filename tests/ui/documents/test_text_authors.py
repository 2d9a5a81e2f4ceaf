"""Who wrote each character of a document, through whatever is done to it."""

import random
from pathlib import Path

import pytest
from author_edits import Script, Shelf
from PySide6.QtGui import QTextCursor

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
from abcstudio.ui.services.studio import Studio

FOLK = Author(AuthorKind.MODEL, "Folk", "7")
SCRIPTS = 100


def authors_of(document: Document) -> list[Author]:
    pieces = document.authors.pieces()
    assert sum(piece.length for piece in pieces) == len(document.text())
    assert all(piece.length for piece in pieces)
    return [author for length, author in pieces for _ in range(length)]


def test_random_edits_undone_made_again_saved_and_opened(studio: Studio, tmp_path: Path) -> None:
    """A short form of benchmarks/reliability/authorship.py: one script in a hundred."""
    for number in range(SCRIPTS):
        folder = tmp_path / str(number)
        folder.mkdir()
        shelf = Shelf(studio, folder)
        assert not Script(random.Random(f"16/{number}")).play(shelf), number


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
