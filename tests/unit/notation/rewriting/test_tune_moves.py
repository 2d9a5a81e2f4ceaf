"""Whole tunes moved, copied, added and removed; all else stays byte for byte."""

import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.rewriting.tune_moves import TuneBlocks, TuneMove

HEAD = "%abc-2.1\nL:1/8\n\n"
A = "X:1\nT:a\nK:C\nA\n"
B = "%c\nX:7 % seven\nT:b\nR:jig\nM:6/8\nK:D\nB\n"
C = "X:3\nT:c\nK:C\nC\n"
BOOK = f"{HEAD}{A}\n{B}\n{C}"


def blocks(text: str = BOOK) -> TuneBlocks:
    return TuneBlocks(text, [tune.offset for tune in split_tunebook(text)])


def titles(moved: TuneMove) -> list[str]:
    return [tune.title for tune in split_tunebook(moved.text)]


@pytest.mark.parametrize(
    ("index", "to", "expected"),
    [(0, 2, "bca"), (2, 0, "cab"), (0, 1, "bac"), (1, 0, "bac"), (1, 1, "abc")],
)
def test_a_tune_goes_to_its_new_place(index: int, to: int, expected: str) -> None:
    moved = blocks().move(index, to)
    assert "".join(titles(moved)) == expected
    assert moved.text.startswith(HEAD)
    assert moved.text.endswith("\n")
    assert not moved.text.endswith("\n\n")
    assert moved.text[moved.place :].startswith("X:")
    assert f"T:{expected[to]}" in moved.text[moved.place : moved.place + 20]


def test_moving_there_and_back_gives_the_same_text() -> None:
    there = blocks().move(0, 2)
    assert blocks(there.text).move(2, 0).text == BOOK
    assert blocks().move(1, 1).text == BOOK


def test_the_comment_above_a_tune_goes_with_it() -> None:
    moved = blocks().move(1, 0)
    assert moved.text.startswith(HEAD + "%c\nX:7 % seven\n")


def test_a_deleted_tune_is_gone_and_the_caret_at_its_neighbour() -> None:
    moved = blocks().delete(1)
    assert moved.text == f"{HEAD}{A}\n{C}"
    assert moved.text[moved.place :] == C
    last = blocks().delete(2)
    assert last.text == f"{HEAD}{A}\n{B}"
    assert last.text[last.place :].startswith("X:7")


def test_the_only_tune_can_be_deleted() -> None:
    assert blocks(A).delete(0).text == ""


def test_a_copy_gets_the_next_free_number() -> None:
    moved = blocks().duplicate(1)
    assert titles(moved) == ["a", "b", "b", "c"]
    assert moved.text[moved.place :].startswith("X:8 % seven\nT:b\n")


def test_a_new_tune_is_of_the_kind_of_the_one_above() -> None:
    moved = blocks().add_below(1)
    assert "X:8\nT:\nR:jig\nM:6/8\nL:1/8\nK:D\n" in moved.text
    assert moved.text[: moved.place].endswith("X:8\nT:")
    assert len(split_tunebook(moved.text)) == 4


def test_a_new_tune_after_the_last_ends_the_text_as_it_ended() -> None:
    assert blocks().add_below(2).text.endswith("K:C\n")
    assert blocks(BOOK.rstrip("\n")).add_below(2).text.endswith("K:C")


def test_line_ends_stay() -> None:
    text = BOOK.replace("\n", "\r\n")
    moved = blocks(text).move(2, 0)
    assert moved.text.count("\r\n") == moved.text.count("\n")
    assert "".join(titles(moved)) == "cab"
