"""Which voices stand on which staves: `%%score` and `%%staves` (ABC 2.1, 11.1)."""

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span
from abcstudio.notation.staff_layout import StaffLayout, StaffLayoutError, parse_staff_layout


def described(layout: StaffLayout) -> str:
    """Return a layout in short: voices of a staff joined by +, `|` where bar lines go on."""
    staves = " ".join(
        "+".join(staff.voices) + ("|" if staff.bar_lines_continue else "")
        for staff in layout.staves
    )
    return staves + "".join(f" {group.sign}{group.first}-{group.last}" for group in layout.groups)


@pytest.mark.parametrize(
    ("value", "of_score", "of_staves"),
    [
        ("1 2", "1 2", "1 2"),
        ("(1 2) 3", "1+2 3", "1+2 3"),
        ("[S A] {(T1 T2) B}",
         "S A T1+T2 B bracket0-1 brace2-3", "S| A T1+T2| B bracket0-1 brace2-3"),
        ("[S|A|B]", "S| A| B bracket0-2", "S A B bracket0-2"),
        ("Solo | [(S A) (T B)] {R | (L1 L2)}",
         "Solo| S+A T+B R| L1+L2 bracket1-2 brace3-4",
         "Solo S+A| T+B R L1+L2 bracket1-2 brace3-4"),
        ("[{1 2} 3]", "1 2 3 bracket0-2 brace0-1", "1| 2| 3 bracket0-2 brace0-1"),
        ("{1 *2 3}", "1 2 3 brace0-2", "1| 2| 3 brace0-2"),
        ("1 1 2", "1 2", "1 2"),
    ],
)  # fmt: skip
def test_layouts(value: str, of_score: str, of_staves: str) -> None:
    span = Span(0, 0)
    assert described(parse_staff_layout(value, span)) == of_score
    assert described(parse_staff_layout(value, span, bar_lines_continue=True)) == of_staves


@pytest.mark.parametrize(
    "value", ["", "[1", "1]", "(1 2", "[(1 2])", "()", "[]", "((1))", "{" * 9 + "1" + "}" * 9]
)
def test_what_is_no_layout(value: str) -> None:
    with pytest.raises(StaffLayoutError):
        parse_staff_layout(value, Span(0, 0))


TUNE = "X:1\n{}\nV:1\nV:2\nV:3\nK:C\nV:1\nc\nV:2\nA\nV:3\nE\n"


def test_voices_that_are_not_named_stay_but_are_not_shown() -> None:
    score = parse(TUNE.format("%%score [1 3] x"))
    assert len(score.voices) == 3
    assert score.layout is not None
    assert score.layout.voices == ("1", "3", "x")
    known = score.layout.only({"1", "2", "3"})
    assert known is not None
    assert described(known) == "1 3 bracket0-1"
    found = [(d.code, d.parameters["name"]) for d in score.diagnostics]
    assert found == [("layout-voice-unknown", "x"), ("voice-not-shown", "2")]


def test_a_layout_that_cannot_be_read() -> None:
    score = parse(TUNE.format("%%staves [1 2"))
    assert score.layout is None
    assert [d.code for d in score.diagnostics] == ["bad-staff-layout"]


def test_a_tune_without_layout() -> None:
    assert parse(TUNE.format("T:x")).layout is None
