import pytest
from cleaning.adding_up import adds_up

HEADER = "X:1\nM:3/4\nL:1/4\nK:G\n"


@pytest.mark.parametrize(
    "body",
    [
        "GAB|GAB|]",
        "|:GAB|GAB:|",
        "|:G|GAB|GA:|",
        "|:G|GAB|GA:||:AB|GAB|G:|",
        "G|GAB|GA||B|GAB|GA|]",
        "|:G|GAB|1 GA:|2 GA|]",
        "|:GAB|GAB|1 ABc:|2 cBA|]",
    ],
)
def test_pickups_are_taken_from_where_they_lead_back_to(body):
    assert adds_up(HEADER + body + "\n")


@pytest.mark.parametrize(
    "body",
    [
        "GAB|GA|GAB|]",
        "GAB|GABc|]",
        "|:G|GAB|GAB:|",
        "|:GAB|GA:|",
        "G|GAB|GAB||B|GAB|GA|]",
        "|:G|GAB|1 GAB:|2 GA|]",
    ],
)
def test_what_a_repeat_would_make_too_long_or_short_does_not_add_up(body):
    assert not adds_up(HEADER + body + "\n")


def test_free_meter_voices_and_silence_cannot_be_counted():
    assert not adds_up("X:1\nM:none\nL:1/4\nK:G\nGAB|GAB|]\n")
    assert not adds_up("X:1\nM:3/4\nL:1/4\nK:G\nV:1\nGAB|]\nV:2\nGAB|]\n")
    assert not adds_up("X:1\nM:3/4\nL:1/4\nK:G\n")
