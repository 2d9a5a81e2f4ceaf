"""Tunes of a tunebook renumbered and put in order; every line stays."""

from collections import Counter
from random import Random

import pytest

from abcstudio.corpus.tune_starts import tune_starts
from abcstudio.errors import EditError
from abcstudio.notation.rewriting.tunebook_edits import TuneOrder, renumber
from abcstudio.notation.rewriting.tunebook_edits import sort_tunes as sort_cut_tunes
from tests.thorough import tries

BOOK = """%abc-2.1
M:4/4

free text about the first

% above the reel
X: 7 % seven
T:The Reel
K:D
A|

X:3
T:10 Pounds
K:C
B|

between

%%newpage
X:
K:G
c|

X:12
T:2 Pounds
K:C
d|

X:5
T:An Air
K:A
e|
"""


def sort_tunes(text: str, order: TuneOrder = "title") -> str:
    return sort_cut_tunes(text, tune_starts, order)


def test_numbers_run_through() -> None:
    changed = renumber(BOOK, 10)
    assert changed == (
        BOOK.replace("X: 7 %", "X: 10 %").replace("X:3", "X:11").replace("X:\n", "X:12\n")
        .replace("X:12\nT:2", "X:13\nT:2").replace("X:5", "X:14")
    )  # fmt: skip
    assert renumber(changed, 10) == changed


def titles(text: str) -> list[str]:
    return [line[2:] for line in text.splitlines() if line.startswith("T:")]


def test_titles_are_ordered_as_in_an_index() -> None:
    changed = sort_tunes(BOOK)
    assert titles(changed) == ["2 Pounds", "10 Pounds", "An Air", "The Reel"]
    assert Counter(changed.split("\n")) == Counter(BOOK.split("\n"))
    assert sort_tunes(changed) == changed
    assert changed.startswith("%abc-2.1\nM:4/4\n\nfree text about the first\n\nX:12\n")
    assert "% above the reel\nX: 7 % seven\nT:The Reel\nK:D\nA|\n\n" in changed
    assert "B|\n\nbetween\n\nX:5\n" in changed
    assert changed.endswith("%%newpage\nX:\nK:G\nc|\n")


def test_numbers_are_ordered_by_value() -> None:
    changed = sort_tunes(BOOK, "number")
    assert titles(changed) == ["10 Pounds", "An Air", "The Reel", "2 Pounds"]


MIXED = """%abc-2.1
%%landscape
M:6/8

% the second of all
X:1
T:Whelan's
K:G
GAB cde|

A line of words, with a T: in it.

% no number stands below
T:Banish Misfortune
R:jig
K:Dmix
fed cAG|

  X:3
T:Morrison's
K:Edor
E3 B3|"""


def test_a_tune_without_a_number_is_a_tune_of_its_own() -> None:
    changed = sort_tunes(MIXED)
    assert titles(changed) == ["Banish Misfortune", "Morrison's", "Whelan's"]
    assert sorted(changed.split()) == sorted(MIXED.split())
    assert changed.startswith("%abc-2.1\n%%landscape\nM:6/8\n\n% no number stands below\nT:Banish")
    assert "% the second of all\nX:1\nT:Whelan's" in changed
    assert changed.endswith("GAB cde|\n\nA line of words, with a T: in it.")
    assert len(tune_starts(changed)) == 3
    # It has no number, so it comes last.
    assert titles(sort_tunes(MIXED, "number"))[-1] == "Banish Misfortune"


def test_a_tune_that_is_one_only_at_the_top_stays_there() -> None:
    text = "K:D\nABc|\n\nX:2\nT:b\nK:C\nA|\n\nX:1\nT:a\nK:C\nB|\n"
    changed = sort_tunes(text)
    assert changed == "K:D\nABc|\n\nX:1\nT:a\nK:C\nB|\n\nX:2\nT:b\nK:C\nA|\n"
    assert len(tune_starts(changed)) == len(tune_starts(text)) == 3


@pytest.mark.parametrize("order", ["title", "number"])
def test_nothing_is_lost_of_a_text_of_any_shape(order: TuneOrder) -> None:
    random = Random(3)
    lines = ["X:{0}", "T:{0}", "K:D", "ABc|", "", "", "% {0}", "%%newpage", "words {0}", "M:3/4"]
    for _ in range(tries(75)):
        text = "\n".join(
            random.choice(lines).format(random.randrange(9)) for _ in range(random.randrange(30))
        )
        if starts := tune_starts(text):
            changed = sort_tunes(text, order)
            assert sorted(changed.split()) == sorted(text.split())
            assert len(tune_starts(changed)) >= len(starts), text


def test_a_missing_gap_is_made() -> None:
    assert sort_tunes("X:1\nT:b\nK:C\nA\n\nX:2\nT:a\nK:C\nB") == (
        "X:2\nT:a\nK:C\nB\n\nX:1\nT:b\nK:C\nA"
    )
    assert sort_tunes("X:1\r\nT:b\r\nK:C\r\nA\r\nX:2\r\nT:a\r\nK:C\r\nB\r\n") == (
        "X:2\r\nT:a\r\nK:C\r\nB\r\n\r\nX:1\r\nT:b\r\nK:C\r\nA\r\n"
    )


def test_what_is_no_tunebook_is_declined() -> None:
    with pytest.raises(EditError, match="no_tunes"):
        renumber("K:C\nABC\n")
    with pytest.raises(EditError, match="no_tunes"):
        sort_tunes("")
    with pytest.raises(ValueError, match="number"):
        renumber(BOOK, -1)
