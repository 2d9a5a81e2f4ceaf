"""The first two measures of a tune, as what others begin with."""

import pytest

from abcstudio.composing.tune_opening import opening_of

HEAD = "X:1\nT:A\nM:4/4\nL:1/8\nK:D\n"


@pytest.mark.parametrize(
    ("music", "opening"),
    [
        ("D8|E8|F8|G8|\n", "D8|E8|"),
        ("|:A2|D8|E8|F8|G6:|\n", "|:A2|D8|E8|"),
        ("D8|\nE8|\nF8|\n", "D8|\nE8|"),
        ("D8|E8:|F8|G8:|\n", "D8|E8:|"),
        ("D8|E8|]\n", ""),
        ("D8|\n", ""),
    ],
)
def test_it_ends_at_the_bar_line_after_the_second_measure(music: str, opening: str) -> None:
    assert opening_of(HEAD + music) == (HEAD + opening if opening else "")


def test_it_is_that_of_the_first_tune_without_its_origin() -> None:
    text = HEAD + "D8|E8|F8|\n%%abcstudio model\n\nX:2\nK:C\nC8|\n"
    assert opening_of(text) == HEAD + "D8|E8|"


def test_what_is_no_tune_or_has_several_voices_has_none() -> None:
    assert opening_of("") == ""
    assert opening_of(HEAD + "V:1\nD8|E8|F8|\nV:2\nD8|E8|F8|\n") == ""
