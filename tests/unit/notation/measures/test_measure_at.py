"""Where a place of the text is in the music: measure, beat, and how long the measure is."""

import pytest

from abcstudio.notation.measures.measure_at import MeasurePlaces, measure_head, measure_state
from abcstudio.notation.reader.parser import parse

JIG = "X:1\nT:Jig\nM:6/8\nL:1/8\nK:G\n"
REEL = "X:1\nT:Reel\nM:4/4\nL:1/8\nK:D\n"


def words_at(text: str, marked: str) -> str:
    """Return what is said of the place where `marked` begins in a text, "" outside of music."""
    place = MeasurePlaces(parse(text)).measure_at(text.index(marked))
    if place is None:
        return ""
    return f"{', '.join(map(str, measure_head(place)))}: {measure_state(place)}"


@pytest.mark.parametrize(
    ("body", "marked", "expected"),
    [
        ("G3 GAB|A3 ABd|\n", "ABd", "measure 2 of 2, beat 2: full"),
        ("G3 GAB|A3 ABd|\n", "Bd", "measure 2 of 2, beat 2⅓: full"),
        ("D|G3 GAB|A3 AB|\n", "D|", "pickup, beat 2⅔: one eighth note"),
        (
            "GABc d|G3 GAB|A3 AB|\n",
            "GABc",
            "measure 1, beat 1: 5 eighth notes instead of 6",
        ),
        # No bar line says yet that it is a pickup.
        ("GAB\n", "B\n", "measure 1 of 1, beat 1⅔: 3 eighth notes of 6"),
        ("G6||AB\n", "B\n", "measure 2 of 2, beat 1⅓: 2 eighth notes of 6"),
        ("D|G3 GAB|A3 AB|]\n", "AB|]", "measure 2 of 2, beat 2: 5 eighth notes of 6"),
        (
            "G3 GAB|A3 AB|c3 cde|\n",
            "A3",
            "measure 2, beat 1: 5 eighth notes instead of 6",
        ),
        (
            "G3 GAB|A3 ABcd|c3 cde|\n",
            "d|c3",
            "measure 2, beat 3: 7 eighth notes instead of 6",
        ),
        ("G3 GAB|Z4|A6|\n", "Z4", "measures 2 to 5, beat 1: full"),
        ("G3 GAB|Z4|A6|\n", "A6", "measure 6 of 6, beat 1: full"),
        ("G6|[M:C]ABcd efga|\n", "fga", "measure 2 of 2, beat 3½: full"),
        ("|:G6|1 A6:|2 B6|]\n", "B6", "measure 3 of 3, ending 2, beat 1: full"),
        ("[M:none]G3 GAB c2|A|\n", "GAB", "measure 1 of 2: 4 quarter notes"),
        ("G3 GAB|A6|\n", "|A6", "measure 1 of 2: full"),
    ],
)
def test_the_measure_of_a_place(body: str, marked: str, expected: str) -> None:
    assert words_at(JIG + body, marked) == expected


def test_common_time_counts_quarters() -> None:
    assert words_at(REEL + "ABcd efga|\n", "fga") == "measure 1 of 1, beat 3½: full"


def test_there_is_no_measure_in_the_header_or_without_music() -> None:
    assert words_at(JIG + "G6|\n", "T:Jig") == ""
    assert words_at("X:1\nT:a\nK:C\n\n", "\n\n") == ""


def test_the_end_of_a_line_belongs_to_the_measure_that_was_typed_last() -> None:
    text = JIG + "G3 GAB|A3 AB\n"
    place = MeasurePlaces(parse(text)).measure_at(len(text) - 1)
    assert place is not None
    assert place.number == 2


def test_each_voice_has_measures_of_its_own() -> None:
    text = REEL.replace("K:D\n", "K:D\nV:1 name=Flute\nABcd efga|a8|\nV:2\nA,4 D4|d4|\n")
    assert words_at(text, "a8") == "voice Flute, measure 2 of 2, beat 1: full"
    assert words_at(text, "d4") == "voice 2, measure 2, beat 1: 2 quarter notes instead of 4"


def test_an_overlay_is_named() -> None:
    text = REEL + "A8 & D4 F4|d8|\n"
    assert words_at(text, "F4") == "overlay, measure 1 of 2, beat 3: full"
    assert words_at(text, "A8").startswith("measure 1")


def test_lyrics_stand_in_the_measure_that_sings_them() -> None:
    text = REEL + "A4 B4|c8|\nw: one two three\n"
    assert words_at(text, "two") == "measure 1 of 2, beat 3: full"


def test_every_place_of_hostile_text_has_an_answer() -> None:
    text = "X:1\nM:(2+3)/8\nK:C\n[V:1]&&|[1[2:|]z999Z999&{(3}|[M:none](3|\nV:2\n|&|&\n"
    places = MeasurePlaces(parse(text))
    for offset in range(len(text) + 2):
        place = places.measure_at(offset)
        if place is not None:
            assert measure_head(place)
            assert str(measure_state(place))
