"""The file of kept tunes: what is damaged is put aside, and no tune is lost with it."""

from pathlib import Path

import pytest

from abcstudio.corpus.kept_book import KeptBook, SetName
from abcstudio.corpus.kept_book_file import load_book, save_book, state_of
from abcstudio.own_files import DamagedFile

TUNE = "X:1\nT:Kesh\nK:G\nGABc|"


@pytest.fixture
def book() -> KeptBook:
    kept, _ = KeptBook().add_set("Friday").add(TUNE, 0)
    return kept


def test_a_book_is_read_as_it_was_written(tmp_path: Path, book: KeptBook):
    path = tmp_path / "data" / "tunebook.abc"
    assert load_book(path).book == KeptBook()
    state = save_book(path, book)
    read = load_book(path)
    assert (read.book, read.state, read.error) == (book, state, None)
    assert state_of(path) == state
    path.write_bytes(path.read_bytes() + b"\n%\n")
    assert state_of(path) != state


def test_what_is_no_text_is_put_aside(tmp_path: Path):
    path = tmp_path / "tunebook.abc"
    path.write_bytes(b"\0\1\2" * 100)
    told: list[DamagedFile] = []
    assert load_book(path, told.append).book == KeptBook()
    assert told[0].kept is not None
    assert told[0].kept.read_bytes() == b"\0\1\2" * 100
    assert not path.exists()


def test_a_folder_in_its_place_is_put_aside(tmp_path: Path, book: KeptBook):
    path = tmp_path / "tunebook.abc"
    path.mkdir()
    told: list[DamagedFile] = []
    assert load_book(path, told.append).book == KeptBook()
    assert len(told) == 1
    save_book(path, book)
    assert load_book(path).book == book


def test_a_damaged_set_costs_its_line_and_a_copy_is_kept(tmp_path: Path, book: KeptBook):
    path = tmp_path / "tunebook.abc"
    save_book(path, book.add_set("Sunday"))
    text = path.read_text().replace('"Friday"', "Friday")
    path.write_text(text)
    told: list[DamagedFile] = []
    read = load_book(path, told.append).book
    assert [tune.title for tune in read.tunes] == ["Kesh"]
    assert [item.name for item in read.items if isinstance(item, SetName)] == ["Sunday"]
    assert len(told[0].parts) == 1
    assert told[0].kept is not None
    assert told[0].kept.read_text() == text
