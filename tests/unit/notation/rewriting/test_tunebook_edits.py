"""Tunes of a tunebook renumbered and put in order; every line stays."""

from collections import Counter

import pytest

from abcstudio.errors import EditError
from abcstudio.notation.rewriting.tunebook_edits import renumber, sort_tunes

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
