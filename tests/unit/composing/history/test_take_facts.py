"""What is found out about a take: form, right measures, range, the jury's numbers."""

from pathlib import Path

import pytest

from abcstudio.composing.history.take_facts import TakeFacts, facts_of_take
from abcstudio.composing.history.take_orders import NEWEST, NEWNESS, ORDERS, SCORE, order_key
from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_jury, bundled_tunebook

HEAD = "X:1\nT:A\nM:4/4\nL:1/8\nK:D\n"
JURY = Jury.load(bundled_jury())
A, B, C = "DEFG ABcd|", "dcBA GFED|", "FAFA dfdf|"


@pytest.mark.parametrize(
    ("music", "form"),
    [
        (f"|:{A}{A}:|\n|:{B}{B}:|", "AABB"),
        (f"{A}{B}||\n{B}{A}||", "AB"),
        (f"|:{A}{B}:|{C}{C}||{A}{B}|]", "AABA"),
        (f"|:{A}{A}[1 {B}:|[2 {C}|]", "AA"),
        (f"|:F2|{A}{A}:|", "AA"),
        (f"|:{A}{B}:|\n|:{A}{C}{A}{B}:|", "AABB"),
        ("", ""),
    ],
)
def test_a_letter_is_a_part_and_one_that_is_repeated_stands_twice(music: str, form: str) -> None:
    assert facts_of_take(f"{HEAD}{music}\n", JURY).form == form


def test_right_measures_range_and_numbers() -> None:
    facts = facts_of_take(f"{HEAD}A,2 DE FGAB|c2d|g'2 {A}{B}\n", JURY)
    assert (facts.right, facts.measures) == (2, 4)
    assert (facts.low, facts.high) == ("A,", "g'")
    assert facts.marks == JuryMarks.of(JURY.judge(parse(f"{HEAD}A,2 DE FGAB|c2d|g'2 {A}{B}\n")))
    assert facts_of_take("", JURY) == TakeFacts()
    free = facts_of_take("X:1\nM:none\nK:C\nCDE|CDEF|\n", JURY)
    assert (free.right, free.measures) == (0, 0)


def test_every_tune_of_the_box_has_facts() -> None:
    for tune in split_tunebook(Path(bundled_tunebook()).read_text(encoding="utf-8"))[:30]:
        facts = facts_of_take(tune.text, JURY)
        assert facts.form.isalpha()
        assert 0 < facts.right <= facts.measures
        assert facts.low
        assert facts.high


def test_takes_are_ordered_by_score_and_newness_and_what_is_not_known_comes_last() -> None:
    facts = {
        1: TakeFacts(newer=10, marks=JuryMarks(score=0.2)),
        2: TakeFacts(newer=80, marks=JuryMarks(score=0.7)),
        3: None,
        4: TakeFacts(marks=JuryMarks(score=0.2)),
    }

    def ordered(order: str) -> list[int]:
        return sorted(facts, key=lambda number: order_key(order, number, facts[number]))

    assert ordered(NEWEST) == [4, 3, 2, 1]
    assert ordered(SCORE) == [2, 4, 1, 3]
    assert ordered(NEWNESS) == [2, 1, 4, 3]
    assert all(sorted(ordered(order)) == [1, 2, 3, 4] for order in ORDERS)
