"""The note that a tune's tempo counts."""

from fractions import Fraction

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.performing.beats import is_one_note, tempo_beat
from abcstudio.playback.performing.performer import perform


@pytest.mark.parametrize(
    ("header", "beat"),
    [
        ("R:jig\nM:6/8", "3/8"),
        ("R:slip jig\nM:9/8", "3/8"),
        ("R:slide\nM:12/8", "3/8"),
        ("M:6/4", "3/4"),
        ("R:reel\nM:4/4", "1/2"),
        ("R:Reels\nM:C", "1/2"),
        ("R:march\nM:C|", "1/2"),
        ("M:2/2", "1/2"),
        ("R:hornpipe\nM:4/4", "1/2"),
        ("R:reel\nM:2/4\nL:1/16", "1/4"),
        ("R:polka\nM:2/4", "1/4"),
        ("R:march\nM:4/4", "1/4"),
        ("R:waltz\nM:3/4", "1/4"),
        ("M:3/8", "1/8"),
        ("M:(2+3+2)/8", "1/8"),
        ("M:none", "1/4"),
        # What the tune itself names is what its score shows.
        ("R:jig\nM:6/8\nQ:1/4=180", "1/4"),
        ("R:reel\nM:4/4\nQ:1/2=100", "1/2"),
        ('R:reel\nM:4/4\nQ:"lively"', "1/2"),
        ("M:4/4\nQ:1/4 3/8 1/4 3/8=40", "1/4"),
        ("M:4/4\nQ:1/64=400", "1/4"),
    ],
)
def test_players_count_a_tune_in_its_beat(header: str, beat: str) -> None:
    score = parse(f"X:1\n{header}\nK:D\nDEFG ABcd|\n")
    assert tempo_beat(score) == Fraction(beat)
    assert perform(score).tempo_beat == Fraction(beat)


def test_a_beat_is_always_one_note() -> None:
    assert is_one_note(Fraction(3, 64))
    assert is_one_note(Fraction(7, 16))
    assert not any(map(is_one_note, (Fraction(5, 8), Fraction(0), Fraction(2), Fraction(1, 3))))
