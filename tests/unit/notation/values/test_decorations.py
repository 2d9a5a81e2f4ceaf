"""What the table of decorations says of each group of them."""

from abcstudio.decoration_table import DECORATIONS
from abcstudio.notation.values.decorations import NAVIGATION

JUMPS = ("D.S.", "D.C.", "fine", "to coda")


def test_a_jump_and_its_end_belong_to_the_music_before_them_and_nothing_else_does() -> None:
    assert {row.name for row in DECORATIONS if row.played.startswith(JUMPS)} == NAVIGATION
    assert {"D.S.", "D.C.", "dacapo", "fine", "dacoda"} <= NAVIGATION
    assert NAVIGATION.isdisjoint({"segno", "coda", "trill", "fermata"})
