"""A sign that means nothing goes, and what stands around it stays what it is."""

import pytest

from abcstudio.notation.reader.removal import removal


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("AB ;cd|", "AB cd|"),
        ("AB|;cd|", "AB|cd|"),
        ("AB|cd;|", "AB|cd|"),
        ("A;3B|", "AB|"),
        ("A;/2B|", "AB|"),
        ("A;'B|", "A 'B|"),
        ("^;AB|", "^ AB|"),
        ("AB|;:|", "AB| :|"),
        ("[;K:D]A|", "[ K:D]A|"),
        ("(;AB)|", "(AB)|"),
        (";AB|", "AB|"),
        (";K:D\nA|", None),
        ("AB|\n;\ncd|", None),
        ("AB|\n; % words\ncd|", None),
        ("A;:|", None),
        ("A!tr;ill!B|", None),
    ],
)
def test_the_signs_around_stay_as_they_are(text: str, fixed: str | None) -> None:
    place = text.index(";")
    fix = removal(text, place, place + 1)
    found = None if fix is None else text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert found == fixed


def test_a_line_without_end_is_not_looked_through_for_each_sign() -> None:
    text = "A" * 100_000 + ";B"
    fix = removal(text, 100_000, 100_001)
    assert fix is not None
    assert fix.replacement == ""


@pytest.mark.parametrize("below", ["\n", "\r\n", "\n:|", "\nw: words"])
def test_what_stands_below_makes_no_other_fix(below: str) -> None:
    text = "|:AB cd|4;"
    assert removal(text + below, 9, 10) == removal(text, 9, 10)
