"""Wishes as plain values: what they may be, and that they come back from what is kept."""

import pytest

from abcstudio.composing.clock.wishes import COMPASSES, FormSection, Wishes
from abcstudio.composing.tune_wishes import NO_WISHES, TuneWishes, values_of_wish, wishes_from

ALL = TuneWishes(
    form="AABB",
    measures=16,
    range="D-b",
    pickup="without",
    meter="C|",
    key="Ador",
    rhythm="reel",
    accidentals=False,
    ends_on_tonic=True,
    rhythm_of="M:C|\nL:1/8\n|:o4 o4|o8:|\n",
    new=True,
)


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("form", "aabb", "AABB"),
        ("range", "Whistle", "whistle"),
        ("range", "G,-d", "G,-d"),
        ("meter", "12/8", "12/8"),
        ("key", "Emin", "Emin"),
        ("key", "E minor", "Em"),
        ("key", "a dorian", "Ador"),
        ("key", "D mixolydian", "Dmix"),
        ("rhythm", " slip jig ", "slip jig"),
    ],
)
def test_what_is_written_in_many_ways_is_kept_in_one(name, given, kept):
    assert values_of_wish(name).accepted(given) == kept


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("form", "ABA"),
        ("form", "ABCDEFGHI"),
        ("measures", 0),
        ("range", "b-D"),
        ("range", "banjo"),
        ("pickup", "some"),
        ("meter", "4/5"),
        ("key", "H"),
        ("key", "HP"),
        ("key", "D ^c"),
        ("key", "none"),
        ("rhythm", "reel\nK:D"),
        ("rhythm", "100 %"),
        ("rhythm", 3),
        ("rhythm_of", "M:C|\nL:1/8\n"),
        ("rhythm_of", "M:4/5\nL:1/8\no4|\n"),
        ("rhythm_of", "ooo"),
    ],
)
def test_what_the_clock_cannot_hold_is_no_wish(name, given):
    with pytest.raises(ValueError, match=r"."):
        values_of_wish(name).accepted(given)
    assert wishes_from({name: given, "ends_on_tonic": True}) == TuneWishes(ends_on_tonic=True)


def test_wishes_come_back_from_their_data():
    assert wishes_from(ALL.data()) == ALL
    assert NO_WISHES.data() == {}
    assert not TuneWishes(measures=16).are_given
    assert TuneWishes(form="AB").data() == {"form": "AB", "measures": 8}


def test_each_wish_stands_alone():
    alone = ALL.each()
    assert set(alone) == set(ALL.data()) - {"measures"}
    assert alone["form"] == TuneWishes(form="AABB", measures=16)
    assert alone["accidentals"] == TuneWishes(accidentals=False)


def test_the_clock_is_given_what_is_wished():
    assert NO_WISHES.for_clock() == Wishes()
    rules = ALL.for_clock()
    assert rules.form == (FormSection(16, repeated=True),) * 2
    assert rules.compass == COMPASSES["whistle"]
    assert rules.fields == {"R": "reel", "M": "C|", "L": "1/8", "K": "Ador"}
    first, line, last = "|:o4 o4|o8|o4 o4|o8|\n", "o4 o4|o8|o4 o4|o8|\n", "o4 o4|o8|o4 o4|o8:|\n"
    assert rules.pattern == 2 * (first + line + line + last)
    assert ALL.each()["rhythm_of"].for_clock().pattern == "|:o4 o4|o8:|\n"
    assert (rules.has_accidentals, rules.ends_on_tonic) == (False, True)
    assert ALL.total_measures == 32
