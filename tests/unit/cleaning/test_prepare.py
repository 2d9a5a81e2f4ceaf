"""The preparation as a whole, on small books."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from cleaning.cleaning import Book
from cleaning.prepare import PrepareReport, PrepareRequest, prepare, rejected_tunes

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import CancelledError, CorpusError
from abcstudio.stopping import stopping

FIRST = Book("first", source="A source")
SECOND = Book("second", "Second Book", is_numbered=True)
IN_G = "GABc d2B2|dedB A2G2|EFGA B2d2|A2F2 G2A2|B2d2 e2g2|d2B2 cBAG|GABc d2B2|A2F2 G4"
IN_D = "defg a2f2|abaf e2d2|Bcde f2a2|e2c2 d2e2|f2a2 b2d'2|a2f2 gfed|defg a2f2|e2c2 d4"
OTHER = "G2B2 d2g2|f2d2 c2A2|B2G2 A2F2|G2E2 D4|D2E2 F2G2|A2B2 c2A2|B2d2 g2B2|A2F2 G4"


def tune(number: int, title: str, key: str, music: str) -> str:
    return f"X:{number}\nT:{title}\nM:C\nL:1/8\nK:{key}\n{music}\n\n"


@pytest.fixture
def request_of_two_books(tmp_path: Path) -> PrepareRequest:
    first, second = tmp_path / "first.abc", tmp_path / "second"
    second.mkdir()
    first.write_text(tune(1, "One", "G", f"{IN_G}||"))
    (second / "a.abc").write_text(
        tune(5, "The Same in D", "D", f"{IN_D}|]") + tune(6, "Other Reel", "G", f'"4"{OTHER}:|')
    )
    (second / "b.abc").write_text(
        tune(6, "Other Again", "G", f"{OTHER}|]") + tune(7, "Broken", "G", "GAB|GABc d2d2|")
    )
    return PrepareRequest(((FIRST, first), (SECOND, second)), tmp_path / "out" / "tunes.abc")


def test_books_become_one_tunebook_with_figures(request_of_two_books: PrepareRequest) -> None:
    reports: list[PrepareReport] = []
    result = prepare(request_of_two_books, reports.append)
    written = read_tunebook(request_of_two_books.output)
    assert [(one.reference_number, one.title, one.rhythm) for one in written] == [
        ("1", "One", ""),
        ("2", "Other Reel", "reel"),
    ]
    assert [one.origin for one in written] == ["A source", "Second Book"]
    assert reports[-1] == PrepareReport(5, 5)
    assert (result.tunes, result.with_rhythm) == (2, 0.5)
    assert result.books["second"].read == 4
    assert result.books["second"].duplicates == 2
    assert sum(result.books["second"].dropped.values()) == 1


def test_what_another_tunebook_has_is_left_out(request_of_two_books: PrepareRequest) -> None:
    (first, second), output = request_of_two_books.books, request_of_two_books.output
    beside = replace(request_of_two_books, books=(second,), beside=first[1])
    assert prepare(beside).books["second"].duplicates == 2
    assert [one.title for one in read_tunebook(output)] == ["Other Reel"]


def test_a_stop_leaves_nothing_behind(request_of_two_books: PrepareRequest) -> None:
    with pytest.raises(CancelledError), stopping(lambda: True):
        prepare(request_of_two_books)
    assert not request_of_two_books.output.exists()


def test_nothing_usable_is_told(tmp_path: Path) -> None:
    book = tmp_path / "book.abc"
    book.write_text("X:1\nT:A\nM:C\nK:C\nCD|\n")
    with pytest.raises(CorpusError):
        prepare(PrepareRequest(((FIRST, book),), tmp_path / "out.abc"))


@pytest.mark.skipif(shutil.which("abc2midi") is None, reason="abc2midi is not installed")
def test_the_checker_names_the_very_tunes_that_it_rejects() -> None:
    good = tune(1, "Good", "G", f"{IN_G}|]")
    bad = tune(2, "Bad", "G", "G>A2 ~(GA)|]")
    assert rejected_tunes("abc2midi", [good, bad, good, good, bad]) == {1, 4}
