from fractions import Fraction

import pytest

from abcstudio.notation.editing.staying_signs import StayingSign, staying_signs, with_signs
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Rest
from abcstudio.notation.spans import Span

EIGHTH = Fraction(1, 8)


def sign(text, eighths, is_end=False):
    return StayingSign(text, eighths * EIGHTH, is_end)


def signs_of(music):
    text = "X:1\nM:4/4\nL:1/8\nK:C\n" + music
    (voice,) = parse(text).voices
    timed = [one for one in voice.elements if isinstance(one, Chord | Rest)]
    return staying_signs(text, timed, Span(len(text) - len(music), len(text)))


@pytest.mark.parametrize(
    ("music", "wanted"),
    [
        ('"G"A2 B2 "D7"c4', [sign('"G"', 0), sign('"D7"', 4)]),
        ('"^slow""G"z2 {e}~B2', [sign('"^slow"', 0), sign('"G"', 0)]),
        ('(3A"D"BcSd2', [sign('"D"', Fraction(2, 3)), sign("S", 2)]),
        ("A2 B2 !D.S.!c4", [sign("!D.S.!", 4, is_end=True)]),
        ("!trill!A2 .B2 !p!c4", []),
    ],
)
def test_what_belongs_to_the_place_stays(music, wanted):
    assert list(signs_of(music)) == wanted


@pytest.mark.parametrize(
    ("music", "signs", "wanted"),
    [
        ("d4 e4", [sign('"G"', 0), sign('"D"', 4)], '"G"d4 "D"e4'),
        ("d3e cA {e}B2", [sign('"D"', 2), sign('"A"', 6)], 'd3"D"e cA "A"{e}B2'),
        ("A2 ~(3Bcd (ef)g2", [sign('"G"', 2), sign('"D"', 4)], 'A2 "G"~(3Bcd "D"(ef)g2'),
        ("(3Bcd e2", [sign('"G"', Fraction(2, 3))], '(3B"G"cd e2'),
        ("A8", [sign('"G"', 0), sign("S", 0), sign('"D"', 4)], '"G"S"D"A8'),
        ("A4 c4", [sign("!D.S.!", 4, is_end=True)], "A4 !D.S.!c4"),
        ("A8", [sign("!fine!", 4, is_end=True)], "A8!fine!"),
        ('"Am"A4 c4', [sign('"G"', 0), sign("S", 4)], '"Am"A4 Sc4'),
        ("A4", [], "A4"),
    ],
)
def test_signs_stand_at_their_times_over_other_music(music, signs, wanted):
    assert with_signs(music, signs, EIGHTH, is_compound=False) == wanted
    assert with_signs(wanted, signs, EIGHTH, is_compound=False) == wanted


def test_a_tuplet_depends_on_the_meter():
    music, signs = "(5ABcde f2", [sign('"G"', 3)]
    assert with_signs(music, signs, EIGHTH, is_compound=True) == '(5ABcde "G"f2'
    assert with_signs(music, [sign('"G"', 2)], EIGHTH, is_compound=False) == '(5ABcde "G"f2'
