"""A cleaned tunebook keeps its encoding, its line ends, and every byte that no fix has changed."""

from pathlib import Path

import pytest

from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.health.fixes import fixes_of, left_out
from abcstudio.corpus.health.problem import EMPTY_LINE, NO_NUMBER, ODD_CHARACTER
from abcstudio.corpus.sources import read_source
from abcstudio.errors import CorpusError
from abcstudio.recipes.health.cleaned_file import cleaned_bytes, write_cleaned
from tests.unit.corpus.health.sick_tunes import SICK


def _book(path: Path, data: bytes) -> CleanedBook:
    path.write_bytes(data)
    return CleanedBook.of(read_source(path).tunes)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "title"),
    [("utf-8", "Ой у лузі"), ("utf-8-sig", "Ой у лузі"), ("utf-16", "Ой у лузі"),
     ("cp1251", "Ой у лузі калина"), ("cp1252", "Café à l’été")],
)  # fmt: skip
def test_only_what_is_fixed_changes(
    tmp_path: Path, encoding: str, title: str, line_end: str
) -> None:
    text = f"% free text\n\nX:1\nT:{title}\nK:C\nc|\n\n\n\nX:2\nK:D\n\nd|\n\nmore words\n"
    path = tmp_path / "book.abc"
    data = text.replace("\n", line_end).encode(encoding)
    book = _book(path, data)
    assert cleaned_bytes(book, path) == data
    fixed = book.with_changes(fixes_of(book, EMPTY_LINE, (1,)).changes)
    wanted = text.replace("K:D\n\nd", "K:D\nd").replace("\n", line_end)
    assert cleaned_bytes(fixed, path) == wanted.encode(encoding)
    without = book.with_changes(left_out((0,)).changes)
    assert cleaned_bytes(without, path).decode(encoding).startswith(
        f"% free text{line_end}{line_end}X:2"
    )  # fmt: skip


def test_a_byte_that_means_nothing_stays_in_a_tune_that_is_fixed(tmp_path: Path) -> None:
    head = "X:1\nT:café - жито\nK:C\n".encode()
    path = tmp_path / "book.abc"
    book = _book(path, head + b"c\xff|\xc2\xa0d|\n")
    fixed = book.with_changes(fixes_of(book, ODD_CHARACTER, (0,)).changes)
    assert cleaned_bytes(fixed, path) == head + b"c\xff| d|\n"


def test_a_folder_becomes_one_tunebook_whose_tunes_stand_alone(tmp_path: Path) -> None:
    (tmp_path / "a.abc").write_bytes(b"M:3/4\r\n\r\nX:1\r\nK:C\r\nc3|\r\n")
    (tmp_path / "b.abc").write_text("X:1\nK:D\nd|\n")
    book = CleanedBook.of(read_source(tmp_path).tunes)
    assert [tune.file for tune in book.tunes] == ["a.abc", "b.abc"]
    target = tmp_path / "out" / "all.abc"
    assert write_cleaned(book, tmp_path, target) == 2
    assert target.read_bytes() == b"X:1\nM:3/4\nK:C\nc3|\n\nX:1\nK:D\nd|\n\n"


def test_a_file_that_has_changed_meanwhile_is_not_written_over_with_old_tunes(
    tmp_path: Path,
) -> None:
    path = tmp_path / "book.abc"
    book = _book(path, SICK.encode())
    fixed = book.with_changes(fixes_of(book, NO_NUMBER, (3,)).changes)
    path.write_text("% another line\n" + SICK, encoding="utf-8")
    with pytest.raises(CorpusError, match="file_changed"):
        write_cleaned(fixed, path, tmp_path / "clean.abc")
    assert not (tmp_path / "clean.abc").exists()


def test_no_tune_no_file(tmp_path: Path) -> None:
    path = tmp_path / "book.abc"
    book = _book(path, b"X:1\nK:C\nc|\n").with_changes({0: None})
    with pytest.raises(CorpusError, match="no_tunes_left"):
        write_cleaned(book, path, tmp_path / "clean.abc")
