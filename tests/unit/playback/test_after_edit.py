"""Where the music goes on after the tune was edited while it is played."""

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import PLAIN, Interpretation
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.timeline import TimedTune, Timeline, offset_now, place_now

HEAD = "X:1\nM:4/4\nL:1/4\nQ:1/4=60\nK:C\n"


def heard(body: str, interpretation: Interpretation = PLAIN) -> TimedTune:
    text = HEAD + body
    return TimedTune(text, Timeline(perform(parse(text), interpretation)))


def test_a_character_is_found_after_a_change_elsewhere() -> None:
    assert offset_now(4, "abc def", "abc xdef") == 5
    assert offset_now(1, "abc def", "abc de") == 1
    assert offset_now(6, "abc def", "c def") == 4


def test_a_character_that_was_replaced_stands_nowhere() -> None:
    assert offset_now(1, "abc def", "a c def") is None
    assert offset_now(2, "abc def", "xyz def") is None


@pytest.mark.parametrize(
    ("before", "after", "place", "now"),
    [
        # A change of pitch, or later in the tune, leaves the place.
        ("CDEF|GABc|", "CDEF|GABd|", 2.25, 2.25),
        ("CDEF|GABc|", "CDEF|", 2.25, 2.25),
        # More or less before it: the same note goes on.
        ("CDEF|GABc|", "CCDEF|GABc|", 2.25, 3.25),
        ("CDEF|GABc|", "C/DEF|GABc|", 2.25, 1.75),
        # The note itself is longer: the same part of it.
        ("CDEF|GABc|", "CDE2F|GABc|", 2.25, 2.5),
        # In a rest: the next note comes as soon.
        ("CDzF|GABc|", "CDDzF|GABc|", 2.25, 3.25),
        ("CDzF|GABc|", "CDz2F|GABc|", 2.25, 3.25),
        # The second time through stays that, and is the only one where no more is repeated.
        ("|:CDEF:|GABc|", "|:CDEd:|GABc|", 5.5, 5.5),
        ("|:CDEF:|GABc|", "|:CDEF||GABc|", 5.5, 1.5),
        # Other notes of the same time in its place: a note at the same character is no sign.
        ("CDEF|GABc|", "C2dF|GABc|", 2.25, 2.25),
        ("CDEF|GABc|", "d/e/fB2|GABc|", 2.25, 2.25),
        # It is gone with all that follows.
        ("CDEF|GABc|", "CD|", 6.5, 2.0),
        ("CDEF|GABc|", "CDEF|GABc|", 8.0, 8.0),
    ],
)
def test_the_music_goes_on_at_the_same_note(
    before: str, after: str, place: float, now: float
) -> None:
    assert place_now(place, heard(before), heard(after)) == pytest.approx(now)


def test_another_way_of_playing_leaves_the_place_at_its_note() -> None:
    tune = "CDEF|GAB!fermata!c|"
    longer = Interpretation(fermatas=True)
    assert place_now(2.25, heard(tune), heard(tune, longer)) == pytest.approx(2.25, abs=0.05)
    last = place_now(7.5, heard(tune), heard(tune, longer))
    assert last > 7.6
    assert place_now(last, heard(tune, longer), heard(tune)) == pytest.approx(7.5)
