"""Halving, doubling and another unit note length: written otherwise, heard alike."""

from fractions import Fraction

import pytest

from abcstudio.errors import EditError
from abcstudio.notation.editing.sounding import sound_of
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.length_fields import scaled_meter, scaled_tempo
from abcstudio.notation.rewriting.note_lengths import (
    double_lengths,
    halve_lengths,
    with_unit_note_length,
)

RICH = r"""% a comment
X:1
T:Lengths
M:6/8
L:1/8
Q:"Lively" 3/8=110 % speed
m: ~G2 = {A}G{F}G
V:1
V:2
K:G
V:1
"Em"G3 {/f2}e>f/ (3abc z2 | [CE2G3]2 [ceg]2 +CE+ x3/2 Z |1 ~G2 c// c/4 c3/4 :|2\
[L:1/16]c4 y2 c- c2 | % end
w: one two
V:2
[M:2/4] [Q:1/4=60] A8 & B4 [Q:C3=40] c4|Z2|]
L:1/4
Q:100
A [M:C]B C2 D [M:none] c|]
"""


@pytest.mark.parametrize(
    ("change", "stretch"), [(double_lengths, Fraction(2)), (halve_lengths, Fraction(1, 2))]
)
def test_the_music_sounds_as_before_in_other_notes(change, stretch: Fraction) -> None:
    changed = change(RICH)
    assert changed != RICH
    assert sound_of(parse(changed)) == sound_of(parse(RICH), stretch=stretch)
    for kept in (
        "% a comment\n",
        "L:1/8\n",
        " % speed",
        "{/f2}",
        "y2",
        "% end",
        "w: one two",
    ):
        assert kept in changed


def test_halved_and_doubled_again_is_the_same_text() -> None:
    text = "X:1\nM:2/4\nL:1/16\nQ:1/4=80\nK:D\nd2>e2 f/g/a4|[df]8|]\n"
    assert halve_lengths(double_lengths(text)) == text
    assert double_lengths(halve_lengths(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M:6/8\nL:1/8\nK:C\nA B2 C/ D3/2", "M:6/4\nL:1/8\nK:C\nA2 B4 C D3"),
        ("M:C|\nL:1/8\nQ:1/2=90\nK:C\nA", "M:2/1\nL:1/8\nQ:1/1=90\nK:C\nA2"),
        ("M:2/4\nK:C\nA2", "M:2/2\nL:1/16\nK:C\nA4"),
        ("M:4/4\nK:C\n[CEG]2[C2E]", "M:4/2\nK:C\n[CEG]4[C4E2]"),
        ("L:1/8\nQ:120\nK:C\nA", "L:1/8\nQ:1/2=120\nK:C\nA2"),
        ("L:1/8\nm: ~n2 = o/n/4\nK:C\n~A2", "L:1/8\nm: ~n4 = on/\nK:C\n~A4"),
        ("L:1/4\nK:C\nA1B/2", "L:1/4\nK:C\nA2B"),
        # In 6/8 five notes last three, in 6/4 they would last two.
        (
            "M:6/8\nL:1/8\nK:C\n(5ABcde (3ABc (9::2AB (5:2ABcde",
            "M:6/4\nL:1/8\nK:C\n(5:3A2B2c2d2e2 (3A2B2c2 (9:3:2A2B2 (5:2A2B2c2d2e2",
        ),
        ("M:4/4\nL:1/8\nK:C\n(5ABcde", "M:4/2\nL:1/8\nK:C\n(5A2B2c2d2e2"),
    ],
)
def test_doubled(text: str, expected: str) -> None:
    assert double_lengths(text) == expected


def test_every_tune_of_a_tunebook_is_changed() -> None:
    text = "%x\nL:1/2\n\nX:1\nL:1/8\nK:C\nA\n\nfree text A\n\nX:2\nL:1/4\nK:C\nB2"
    assert double_lengths(text) == text.replace("A\n\nf", "A2\n\nf").replace("B2", "B4")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M:6/8\nK:C\nA B2 C/ D3/2", "M:6/16\nL:1/8\nK:C\nA/ B C/4 D3/4"),
        ("L:1/8\nK:C\nA B/2 C//", "L:1/8\nK:C\nA/2 B// C/8"),
        ("M:C\nL:1/8\nK:C\n(3ABc z", "M:4/8\nL:1/8\nK:C\n(3A/B/c/ z/"),
    ],
)
def test_halved(text: str, expected: str) -> None:
    assert halve_lengths(text) == expected


@pytest.mark.parametrize("text", ["X:1\nL:1/8\nM:none\nK:C\nZ A|\n", "X:1\nL:1/8\nK:C\nA512|\n"])
def test_what_would_sound_otherwise_is_declined(text: str) -> None:
    with pytest.raises(EditError, match="music_would_change"):
        double_lengths(text)


@pytest.mark.parametrize("unit", ["1/4", "1/8", "1/16", "1/32", "1/1"])
def test_another_unit_keeps_the_music(unit: str) -> None:
    changed = with_unit_note_length(RICH.replace("m: ~G2 = {A}G{F}G\n", ""), Fraction(unit))
    assert parse(changed).unit_note_length == Fraction(unit)
    assert sound_of(parse(changed)) == sound_of(parse(RICH.replace("m: ~G2 = {A}G{F}G\n", "")))
    assert "[L:1/16]c4" in changed


def test_another_unit_and_back() -> None:
    text = "X:1\nM:4/4\nL: 1/8 % unit\nQ:1/4=100\nK:C\nm: ~n2 = n/o/n\nA2 ~B2 c3/2|\n"
    changed = with_unit_note_length(text, Fraction(1, 16))
    assert "L: 1/16 % unit\n" in changed
    assert "A4 ~B4 c3|" in changed
    assert with_unit_note_length(changed, Fraction(1, 8)) == text


def test_an_old_tempo_in_units_is_written_so_that_it_stays() -> None:
    text = 'X:1\nL:1/8\nQ:C3=60 "slow"\nK:C\nA2|\n'
    expected = 'X:1\nL:1/4\nQ:3/8=60 "slow"\nK:C\nA|\n'
    assert with_unit_note_length(text, Fraction(1, 4)) == expected


def test_a_missing_unit_is_written_when_it_is_no_longer_the_usual_one() -> None:
    assert with_unit_note_length("M:4/4\nK:C\nA2", Fraction(1, 4)) == "M:4/4\nL:1/4\nK:C\nA"
    assert with_unit_note_length("M:4/4\nK:C\nA2", Fraction(1, 8)) == "M:4/4\nK:C\nA2"


def test_a_macro_under_several_units_is_declined() -> None:
    with pytest.raises(EditError, match="macro"):
        with_unit_note_length("L:1/8\nK:C\nA\nL:1/4\nm: ~A2 = AA\n~A2", Fraction(1, 4))


@pytest.mark.parametrize(
    ("value", "by", "expected"),
    [
        ("6/8", "2", "6/4"),
        ("(2+3)/8", "1/2", "(2+3)/16"),
        ("2/4+3/8", "2", "2/2+3/4"),
        ("none", "2", "none"),
        ("3/1", "2", "3/1"),
        (" C ", "1/2", " 4/8 "),
    ],
)
def test_meters(value: str, by: str, expected: str) -> None:
    assert scaled_meter(value, Fraction(by)) == expected


@pytest.mark.parametrize(
    ("value", "by", "expected"),
    [
        ('"Allegro" 1/4=120', "2", '"Allegro" 1/2=120'),
        ("1/4 3/8 1/4 3/8=40", "1/2", "1/8 3/16 1/8 3/16=40"),
        ('"1/4=3"', "2", '"1/4=3"'),
        ("C=120", "2", "1/4=120"),
        ("C2=120", "1", "1/4=120"),
        ("1/4=120", "1", "1/4=120"),
        ("120", "1", "120"),
        ("nonsense", "2", "nonsense"),
    ],
)
def test_tempos(value: str, by: str, expected: str) -> None:
    assert scaled_tempo(value, Fraction(by), Fraction(1, 8)) == expected
