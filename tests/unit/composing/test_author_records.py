"""The authors of saved texts, kept beside the program's own files."""

import json
import random

import pytest

from abcstudio.composing import author_records
from abcstudio.composing.author_records import (
    authors_data,
    authors_from,
    keep_authors,
    kept_authors,
)
from abcstudio.composing.authors import FROM_FILE, PERSON, Author, AuthoredPiece, AuthorKind
from abcstudio.own_files import DamagedFile

FOLK = Author(AuthorKind.MODEL, "Folk é", "7")
TEXT = "X:1\nK:G\nGABc|\n"
PIECES = (AuthoredPiece(8, FOLK), AuthoredPiece(len(TEXT) - 8, PERSON))


def test_a_text_finds_its_authors_again(tmp_path):
    keep_authors(tmp_path / "authors", TEXT, PIECES)
    assert kept_authors(tmp_path / "authors", TEXT) == PIECES


def test_another_text_of_the_same_length_has_none(tmp_path):
    keep_authors(tmp_path, TEXT, PIECES)
    assert kept_authors(tmp_path, TEXT.replace("G", "A")) is None
    assert kept_authors(tmp_path / "missing", TEXT) is None


def test_a_text_of_which_nothing_is_known_has_no_record(tmp_path):
    keep_authors(tmp_path, TEXT, PIECES)
    keep_authors(tmp_path, TEXT, [AuthoredPiece(len(TEXT), FROM_FILE)])
    assert not list(tmp_path.iterdir())


def test_random_authors_survive_as_data():
    dice = random.Random(2)
    for _ in range(200):
        pieces = tuple(
            AuthoredPiece(dice.randrange(1, 9), dice.choice((FOLK, PERSON, FROM_FILE)))
            for _ in range(dice.randrange(8))
        )
        length = sum(piece.length for piece in pieces)
        assert authors_from(json.loads(json.dumps(authors_data(pieces))), length) == pieces
        assert authors_from(authors_data(pieces), length + 1) is None


@pytest.mark.parametrize(
    "damage",
    [
        b"{",
        b"[]",
        b'{"authors": [["king", "", ""]], "runs": [[14, 0]]}',
        b'{"authors": [["person", "", ""]], "runs": [[14, 1]]}',
        b'{"authors": [["person", "", ""]], "runs": [[14, -1]]}',
        b'{"authors": [["person", 3, ""]], "runs": [[14, 0]]}',
        b'{"authors": [["person", "", ""]], "runs": [[7, 0], [0, 0], [7, 0]]}',
        b'{"authors": [["person", "", ""]], "runs": 3}',
        b'{"authors": [["person"]], "runs": []}',
    ],
)
def test_a_damaged_record_is_put_aside_and_told(tmp_path, damage):
    keep_authors(tmp_path, TEXT, PIECES)
    (record,) = tmp_path.iterdir()
    record.write_bytes(damage)
    told: list[DamagedFile] = []
    assert kept_authors(tmp_path, TEXT, told.append) is None
    assert [each.path for each in told] == [record]
    assert told[0].kept is not None
    assert told[0].kept.read_bytes() == damage


def test_the_records_of_long_ago_go(tmp_path, monkeypatch):
    monkeypatch.setattr(author_records, "MAX_RECORDS", 3)
    texts = [TEXT + "a" * count for count in range(5)]
    for text in texts:
        keep_authors(tmp_path, text, [AuthoredPiece(len(text), PERSON)])
    kept = [text for text in texts if kept_authors(tmp_path, text)]
    assert len(kept) == 3
    assert texts[-1] in kept
