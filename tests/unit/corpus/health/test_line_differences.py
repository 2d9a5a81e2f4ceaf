"""The lines that a fix changes, and no more of the others than one needs."""

from abcstudio.corpus.health.line_differences import line_differences


def _signs(before: str, after: str | None) -> str:
    return "".join(line.sign for line in line_differences(before, after))


def test_lines_that_change_stand_among_two_that_stay() -> None:
    before = "\n".join("abcdefghi")
    lines = line_differences(before, before.replace("e", "E"))
    assert [(line.sign, line.text) for line in lines] == [
        ("…", ""), (" ", "c"), (" ", "d"), ("-", "e"),
        ("+", "E"), (" ", "f"), (" ", "g"), ("…", ""),
    ]  # fmt: skip


def test_a_tune_that_is_left_out_goes_line_by_line() -> None:
    assert _signs("X:1\nK:C\nc|", None) == "---"


def test_nothing_is_shown_where_nothing_changes() -> None:
    assert _signs("X:1\nK:C\nc|", "X:1\nK:C\nc|") == ""
