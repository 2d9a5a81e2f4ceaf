"""Every problem of a source is found once, by its kind, and each fix does what it says."""

from typing import Any

import pytest

from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.health.fixes import fixes_of, left_out
from abcstudio.corpus.health.problem import (
    EMPTY_LINE,
    NEAR_COPY,
    NO_NUMBER,
    ODD_CHARACTER,
    OTHER_VERSIONS,
    REPEATED_NUMBER,
    SAME_MELODY,
    SAME_TEXT,
)
from abcstudio.corpus.health.scan import HealthProgress, HealthScanner, kinds_of
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CancelledError
from abcstudio.messages import ENGLISH
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.stopping import stopping
from tests.unit.corpus.health.sick_tunes import SICK


def _book() -> CleanedBook:
    return CleanedBook.of(split_tunebook(SICK))


def _found(book: CleanedBook, kind: str) -> list[int]:
    return [one.place for one in HealthScanner().scan(book) if one.kind == kind]


@pytest.mark.parametrize(
    ("kind", "places"),
    [
        (SAME_TEXT, [1]),
        (SAME_MELODY, [2]),
        (REPEATED_NUMBER, [2]),
        (NO_NUMBER, [3]),
        (EMPTY_LINE, [4]),
        ("no-notes", [4]),
        (ODD_CHARACTER, [5, 5]),
        ("measure-short", [5, 5]),
    ],
)
def test_each_problem_is_found_at_its_tune(kind: str, places: list[int]) -> None:
    book = _book()
    assert len(book.tunes) == 6
    assert _found(book, kind) == places


@pytest.mark.parametrize(
    "kind", [SAME_TEXT, SAME_MELODY, REPEATED_NUMBER, NO_NUMBER, EMPTY_LINE, ODD_CHARACTER]
)
def test_a_fix_removes_its_problem_and_brings_no_other_kind(kind: str) -> None:
    book = _book()
    before = {one.kind for one in HealthScanner().scan(book)}
    fixes = fixes_of(book, kind, sorted(set(_found(book, kind))))
    fixed = book.with_changes(fixes.changes)
    assert fixes.unchanged == 0
    assert _found(fixed, kind) == []
    assert {one.kind for one in HealthScanner().scan(fixed)} < before
    assert fixed.changed == tuple(fixes.changes)


def test_a_fix_says_what_it_writes() -> None:
    book = _book()
    assert fixes_of(book, EMPTY_LINE, (4,)).changes[4] == (
        "X:5\nT:Parted\nM:3/4\nL:1/8\nK:F\nf2c'2a2|g2b2d'2|c'2a2f2|e2c2f2|"
    )
    assert fixes_of(book, REPEATED_NUMBER, (2,)).changes[2].startswith("X:7\n")
    assert fixes_of(book, NO_NUMBER, (3,)).changes[3].startswith("X:7\nT:No number\n")
    assert fixes_of(book, ODD_CHARACTER, (5,)).changes[5].endswith("a2c2|e2a2|a2|")
    assert fixes_of(book, SAME_TEXT, (1,)).changes == {1: None}


def test_numbers_that_are_given_at_once_differ() -> None:
    book = CleanedBook.of(split_tunebook("X:1\nK:C\nc|\n\n" * 4))
    changes = fixes_of(book, REPEATED_NUMBER, (1, 2, 3)).changes
    assert [text.partition("\n")[0] for text in changes.values() if text] == ["X:2", "X:3", "X:4"]


def test_a_tune_is_read_again_only_when_it_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str, *others: Any) -> Score:
        read.append(text)
        return parse(text, *others)

    monkeypatch.setattr("abcstudio.corpus.health.scan.parse", counted)
    # Plain tunes are not read at all.
    monkeypatch.setattr("abcstudio.corpus.health.scan.plain_music", lambda _text: None)
    scanner, book = HealthScanner(), _book()
    first = scanner.scan(book)
    assert len(read) == 6
    fixed = book.with_changes(fixes_of(book, NO_NUMBER, (3,)).changes)
    scanner.scan(fixed)
    assert len(read) == 7
    assert scanner.scan(book) == first


def test_a_tune_with_three_other_notes_is_nearly_the_same_and_stays_when_all_is_fixed() -> None:
    other = SICK.split("\n\n")[2].replace("X:2", "X:9").replace("ABAF|G2", "AcAF|G2")
    book = CleanedBook.of(split_tunebook(f"{SICK}\n{other.replace('E2FE', 'E2DE')}\n"))
    found = [one for one in HealthScanner().scan(book) if one.place == 6]
    assert [one.kind for one in found] == [NEAR_COPY]
    assert str(found[0].words) == ("Half of its measures or more are those of “The First” (no. 1).")
    assert NEAR_COPY in OTHER_VERSIONS
    assert fixes_of(book, NEAR_COPY, (6,)).changes == {6: None}


def test_changes_follow_their_tunes_when_these_are_read_anew() -> None:
    book = _book().with_changes({1: None, 3: "X:9\nK:C\nc|\n"})
    anew = split_tunebook("X:8\nK:C\nnew|\n\n" + SICK.replace("T:The First, by", "T:First, by"))
    assert book.changes_for(anew) == {4: "X:9\nK:C\nc|\n"}
    assert book.changes_for(_book().tunes) == {1: None, 3: "X:9\nK:C\nc|\n"}


def test_tunes_that_are_left_out_have_no_problems() -> None:
    book = _book().with_changes(left_out((4, 5)).changes)
    assert book.kept == (0, 1, 2, 3)
    assert {one.place for one in HealthScanner().scan(book)} <= set(book.kept)


def test_kinds_stand_by_gravity_then_by_count() -> None:
    kinds = kinds_of(HealthScanner().scan(_book()))
    gravities = ["error", "warning", "hint"]
    keys = [(gravities.index(kind.severity), -len(kind.problems)) for kind in kinds]
    assert keys == sorted(keys)
    assert all(f"health.{kind.kind}" in ENGLISH for kind in kinds)


def test_every_kind_of_problem_of_the_notation_has_a_name() -> None:
    codes = {
        name.removeprefix("notation.")
        for name in ENGLISH
        if name.startswith("notation.")
        and not name.startswith(("notation.fix-", "notation.length-", "notation.repeat-from"))
    }
    assert {code for code in codes if f"health.{code}" not in ENGLISH} == set()


def test_a_scan_tells_how_far_it_is_and_can_be_stopped() -> None:
    told: list[HealthProgress] = []
    HealthScanner().scan(_book(), told.append)
    assert told[0] == HealthProgress(0, 6)
    assert [one for one in told if not one.compares][-1] == HealthProgress(6, 6)
    with pytest.raises(CancelledError), stopping(lambda: True):
        HealthScanner().scan(_book())
