"""Chosen tunes as one text, as rows, and as files of each kind."""

import csv
from pathlib import Path

import pytest

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import ExportError
from abcstudio.recipes.tune_list import abc_of, rows_of, table_text, write_tunes

HEADS = ["No.", "Title", "Rhythm", "Meter", "Key", "Measures", "Origin", "File"]
BOOK = (
    "%%abc-charset utf-8\nL:1/8\n\nX:7\nT:=One\nR:reel\nM:4/4\nK:Amix\nabcd|\n\n"
    "X:9\nT:Two\nM:6/8\nK:G\nGAB|\n"
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.abc"
    path.write_text(BOOK)
    return path


def test_tunes_become_one_tunebook_with_what_their_file_says(book: Path) -> None:
    tunes = read_tunebook(book)
    text = abc_of(tunes)
    assert text.startswith("X:7\n")
    assert text.count("L:1/8") == 2
    again = book.with_name("again.abc")
    again.write_text(text)
    assert [(tune.reference_number, tune.title) for tune in read_tunebook(again)] == [
        ("7", "=One"), ("9", "Two")
    ]  # fmt: skip


def test_where_two_have_one_number_all_are_numbered(book: Path) -> None:
    tunes = read_tunebook(book) * 2
    numbers = [line for line in abc_of(tunes).splitlines() if line.startswith("X:")]
    assert numbers == ["X:1", "X:2", "X:3", "X:4"]


def test_rows_have_what_the_table_has(book: Path) -> None:
    assert table_text(rows_of(read_tunebook(book))) == (
        "1\t=One\treel\t4/4\tAmix\t1\t\t\n2\tTwo\t\t6/8\tG\t1\t\t\n"
    )


def test_tunes_are_written_as_abc_and_as_a_table(book: Path) -> None:
    tunes = read_tunebook(book)
    target = book.with_name("out.abc")
    assert write_tunes(tunes, target, HEADS, book) == ()
    assert [tune.title for tune in read_tunebook(target)] == ["=One", "Two"]
    target = book.with_name("out.csv")
    write_tunes(tunes, target, HEADS, book)
    rows = [*csv.reader(target.read_text("utf-8-sig").splitlines())]
    assert rows[0] == HEADS
    assert [row[1] for row in rows[1:]] == ["'=One", "Two"]


def test_of_several_tunes_musicxml_has_a_folder(book: Path) -> None:
    tunes = read_tunebook(book)
    results = write_tunes(tunes, book.with_name("out.musicxml"), HEADS, book)
    assert [result.error for result in results] == [None, None]
    assert sorted(path.name for path in (book.parent / "out").iterdir()) == [
        "out-2.musicxml", "out.musicxml"
    ]  # fmt: skip
    target = book.with_name("one.musicxml")
    write_tunes(tunes[1:], target, HEADS, book)
    assert "Two" in target.read_text()


def test_the_source_is_never_replaced(book: Path) -> None:
    with pytest.raises(ExportError, match="replaces_input"):
        write_tunes(read_tunebook(book)[:1], book, HEADS, book)
    assert book.read_text() == BOOK
