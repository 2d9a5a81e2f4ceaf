"""What two tunes share, measure by measure."""

from abcstudio.composing.tune_difference import difference_of
from abcstudio.notation.reader.parser import parse

HEAD = "X:1\nM:4/4\nL:1/8\nK:D\n"


def test_measures_in_both_are_shared_and_the_notes_of_the_others_are_told() -> None:
    one, other = HEAD + "D8|E8|F8|G8|\n", HEAD + "D8|A4 A4|F8|G8|a8|\n"
    found = difference_of(parse(one), parse(other))
    assert found.shared == 3
    assert found.measures == (4, 5)
    assert found.own_notes == (
        {one.index("E8")},
        {other.index("A4"), other.index("A4|"), other.index("a8")},
    )


def test_the_key_counts_and_the_spelling_does_not() -> None:
    one, other = HEAD + "F8|c8|\n", HEAD.replace("K:D", "K:C") + "^F8|c8|\n"
    assert difference_of(parse(one), parse(other)).shared == 1


def test_pickups_do_not_count() -> None:
    found = difference_of(parse(HEAD + "A2|D8|E6:|\n"), parse(HEAD + "D8|\n"))
    assert (found.shared, found.measures) == (1, (2, 1))


def test_tunes_without_notes_share_nothing() -> None:
    found = difference_of(parse(HEAD), parse(HEAD + "D8|\n"))
    assert (found.shared, found.measures) == (0, (0, 1))
