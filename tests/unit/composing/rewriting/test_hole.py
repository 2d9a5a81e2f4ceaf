from fractions import Fraction

import pytest

from abcstudio.composing.clock.states import WHOLE_NOTE
from abcstudio.composing.rewriting.chosen_measures import hole_of
from abcstudio.composing.rewriting.measures_meant import Halves
from abcstudio.errors import RewritingError
from abcstudio.messages import ENGLISH
from abcstudio.notation.reader.parser import parse

HEADER = "X:1\nM:4/4\nL:1/8\nK:G\n"


def hole(music, first, last, header=HEADER):
    return hole_of(parse(header + music), first, last)


@pytest.mark.parametrize(
    ("music", "chosen", "stretches"),
    [
        ("D|G8|A8|B8|]\n", (1, 2), ["G8", "A8"]),
        ("D|G8|A8|B8|]\n", (0, 0), ["D"]),
        ("|:G8|1 A8:|2 B8|]\n", (2, 3), ["A8", "B8"]),
        ("|:G8|A4 c3:|\n|:d|e8|]\n", (2, 2), ["A4 c3", "d"]),
        ("G8 | A4- % half\n A4 |] % all\n", (2, 2), ["A4-", "A4"]),
        ('G8|"D"~A3 {c}B d4 !fine! |]\n', (2, 2), ['"D"~A3 {c}B d4']),
        ("G8|A4 [K:D] f4|]\n", (2, 2), ["A4", "f4"]),
        ("(3GAB c2 d>e (fg)|a8\n", (1, 2), ["(3GAB c2 d>e (fg)", "a8"]),
    ],
)
def test_a_hole_is_the_music_of_its_measures(music, chosen, stretches):
    assert list(hole(music, *chosen).music) == stretches


def test_of_a_measure_that_a_repeat_cuts_in_two_one_half_may_stay():
    score = parse(HEADER + "|:G8|A4 c3:|\n|:d|e8|]\n")
    assert list(hole_of(score, 2, 3, halves=Halves(skips_first=True)).music) == ["d", "e8"]
    assert list(hole_of(score, 1, 2, halves=Halves(skips_last=True)).music) == ["G8", "A4 c3"]
    assert list(hole_of(score, 2, 2, halves=Halves(skips_first=True)).music) == ["d"]


@pytest.mark.parametrize(
    "music",
    [
        "|: G8 |1 A8 :|2 B8 |] % end\r\n",
        "G8|A4 [K:D] f4|]\\\n  c8|] %%x\n",
        ".G8|.A8 !D.S.! ||\nP:B\n.B8|]\n",
    ],
)
def test_all_else_stays_as_it_is(music):
    text = HEADER + music
    found = hole_of(parse(text), 1, 2)
    assert found.filled(found.music) == text
    changed = found.filled(["zz"] * len(found.music))
    for stretch in reversed(found.stretches):
        text = f"{text[: stretch.place.start]}zz{text[stretch.place.end :]}"
    assert changed == text


def test_slurs_over_the_edges_stay():
    assert (
        hole("G4 (AB cd|efga bagf|g8)|(f4 g4|a8)|]\n", 2, 2)
        .filled(["c8"])
        .endswith("(AB cd|c8|g8)|(f4 g4|a8)|]\n")
    )
    music = "G4 (AB cd|ef)ga ba(gf|g8)|]\n"
    assert hole(music, 2, 2).filled(["c8"]).endswith("G4 (AB cd|(c8)|g8)|]\n")


@pytest.mark.parametrize(
    ("music", "new", "wanted"),
    [
        ('"G"G4 "D"(AB cd|e8)|]\n', "A2 B6", '("G"A2 "D"B6|e8)|]\n'),
        ("!segno!.G8|A8|]\n", "c8", "!segno!c8|A8|]\n"),
        ('(3"Am"ABc "D"d6|]\n', '"G"c8', '"G"c8|]\n'),
    ],
)
def test_chord_symbols_and_signs_of_jumps_stay(music, new, wanted):
    assert hole(music, 1, 1).filled([new]) == HEADER + wanted


def test_what_returns_keeps_its_chord_symbols():
    text = HEADER + '"G"G4 "D"A4|B8|"G"G4 "D"A4|]\n'
    changed = hole_of(parse(text), 1, 1, everywhere=True).filled(["c6 d2"])
    assert changed == HEADER + '"G"c6 "D"d2|B8|"G"c6 "D"d2|]\n'


def lasts(found):
    return [Fraction(one.start.measure.need, WHOLE_NOTE) for one in found.stretches]


def test_a_stretch_lasts_as_long_as_what_stands_there():
    assert lasts(hole("D|G8|A4 c3:|\n", 0, 2)) == [Fraction(1, 8), 1, Fraction(7, 8)]
    assert lasts(hole("(3GAB c6|]\n", 1, 1)) == [1]
    assert lasts(hole("G8|\nM:6/8\nL:1/16\nA12|]\n", 2, 2)) == [Fraction(3, 4)]


def test_a_measure_that_is_wrong_is_set_right():
    assert lasts(hole("G8|A7|B9|c8|]\n", 2, 3)) == [1, 1]
    assert lasts(hole("G8|A3\nA4|c8|]\n", 2, 2)) == [Fraction(3, 8), Fraction(5, 8)]


def test_the_unit_note_length_is_the_one_in_force():
    units = [one.start.measure.unit for one in hole("G8|[L:1/16]A16|B16|]\n", 1, 3).stretches]
    assert units == [WHOLE_NOTE // 8, WHOLE_NOTE // 16, WHOLE_NOTE // 16]


def test_a_tie_into_a_hole_asks_for_its_note():
    assert hole("G4 d'4-|d'4 c4|]\n", 2, 2).stretches[0].start.measure.tie == "d'|"
    assert hole("G4 d4|d4 c4|]\n", 2, 2).stretches[0].start.measure.tie == ""


def test_a_tie_may_cross_a_plain_bar_line_within_a_hole():
    assert [one.goes_on for one in hole("G8|A8:|B8|c4\nc4|]\n", 1, 4).stretches] == [
        True, False, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("music", "chosen", "sentence"),
    [
        ("G8|A8|]\n", (3, 3), "no_such_measure"),
        ("G8|A8|]\n", (0, 1), "no_such_measure"),
        ("G8|A8|]\n", (2, 1), "empty_range"),
        ("% nothing\n", (1, 1), "no_measures"),
        ("[V:1]G8|A8|]\n[V:2]G8|A8|]\n", (1, 1), "voices"),
        ("G4 A4 & C8|A8|]\n", (1, 1), "voices"),
        ("G8|A8|]\nw: one two\n", (1, 1), "words"),
        ("G8|Z2|A8|]\n", (2, 3), "rest_of_measures"),
        ("[GB]8-|[GB]8|]\n", (2, 2), "tied_chord"),
        ("M:none\nG8|A8|]\n", (1, 1), "no_meter"),
    ],
)
def test_what_cannot_be_composed_anew_is_said(music, chosen, sentence):
    with pytest.raises(RewritingError) as caught:
        hole(music, *chosen)
    assert caught.value.message_id == f"rewriting.{sentence}"
    assert ENGLISH[caught.value.message_id].format(**caught.value.parameters)


def test_a_tune_without_a_meter_has_no_measures_to_keep():
    with pytest.raises(RewritingError) as caught:
        hole("G8|A8|]\n", 1, 1, header="X:1\nL:1/8\nK:G\n")
    assert caught.value.message_id == "rewriting.no_meter"


@pytest.mark.parametrize("text", ["", "\n\n", "no tune at all", "X:1", "K:C\n|||", "\0|:\xff[:"])
def test_a_text_that_is_no_tune_has_no_measures(text):
    with pytest.raises(RewritingError) as caught:
        hole_of(parse(text), 1, 1)
    assert caught.value.message_id in ENGLISH
