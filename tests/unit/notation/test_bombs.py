"""Texts made to blow the reader up do no harm, and what a limit cuts is told.

benchmarks/reliability/abc_bombs.py measures the same texts in full size.
"""

import pytest
from abc_checks import examine
from bombs import BIG, SMALL, Bomb

from abcstudio.messages import english
from abcstudio.notation.limits import MAX_DIAGNOSTICS, MAX_ELEMENTS, MAX_FIELD_LENGTH
from abcstudio.notation.reader.parser import parse

SHORT = 20_000
PIECE = 2_000
"""Enough for what is not to come to a limit."""


@pytest.mark.parametrize("bomb", SMALL, ids=lambda bomb: bomb.name)
def test_small_bombs_are_read_performed_and_written(bomb: Bomb) -> None:
    outcome = examine(bomb.make(SHORT if bomb.limit else PIECE), everything=True)
    assert not outcome.failures
    assert not bomb.limit or bomb.limit in outcome.diagnostics


@pytest.mark.parametrize("bomb", BIG, ids=lambda bomb: bomb.name)
def test_a_piece_of_each_large_bomb_is_read_performed_and_written(bomb: Bomb) -> None:
    assert not examine(bomb.make(PIECE)).failures


@pytest.mark.parametrize(
    ("name", "size"), [("10^5 notes in a chord", 20_000_000), ("10^4 voices", 10_000_000)]
)
def test_the_bombs_of_many_notes_and_voices_name_their_limit(name: str, size: int) -> None:
    bomb = next(bomb for bomb in BIG if bomb.name == name)
    assert bomb.limit in {finding.code for finding in parse(bomb.make(size)).diagnostics}


def test_a_limit_is_named_even_where_there_are_too_many_other_findings() -> None:
    score = parse("X:1\nK:C\n" + "?" * (MAX_ELEMENTS + 10))
    codes = [finding.code for finding in score.diagnostics]
    assert len(codes) <= MAX_DIAGNOSTICS
    assert codes.count("limit-elements") == 1
    assert codes.count("limit-diagnostics") == 1


def test_a_long_field_is_cut_and_told() -> None:
    score = parse("X:1\nT:" + "t" * (MAX_FIELD_LENGTH + 1) + "\nK:C\nA|")
    assert len(score.title) == MAX_FIELD_LENGTH
    (finding,) = score.diagnostics
    assert (
        english(f"notation.{finding.code}", finding.parameters)
        == "The field or directive is longer than 20,000 characters; the rest of it is not read."
    )


def test_parts_that_play_too_much_are_played_once() -> None:
    tune = "X:1\nL:1/8\nM:4/4\nP:A%d\nK:C\nP:A\n" + "ABcd efga|" * 20
    assert parse(tune % 9).part_order == ("A",) * 9
    score = parse(tune % 900)
    assert score.part_order == ()
    assert [finding.code for finding in score.diagnostics] == ["limit-parts"]


def test_repeats_within_parts_count() -> None:
    tune = "X:1\nL:1/8\nM:4/4\nP:A%d\nK:C\nP:A\n|:" + "ABcd efga|" * 20 + ":|"
    assert parse(tune % 30).part_order
    assert not parse(tune % 60).part_order
