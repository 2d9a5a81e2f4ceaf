"""Titles and notes are looked for at once: whole titles first, then melodies, then near titles."""

from pathlib import Path

import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.recipes.finding.contour_text import is_words
from abcstudio.recipes.finding.melody_query import read_query
from abcstudio.recipes.finding.source_melodies import SourceMelodies
from abcstudio.recipes.finding.typed_search import find_typed

HEADER = "M:4/4\nL:1/8\nK:G\n"
BOOK = (
    f"X:1\nT:The Known Reel\nT:Bagged, The\n{HEADER}GABc dedB|dgfa gedB|eaag bged|eagf dBAc|\n\n"
    f"X:2\nT:Other, The\n{HEADER}B3d BAGE|G3A BGBd|eged BAGE|cBAF G4|\n\n"
    f"X:3\nT:Bagged Deed\n{HEADER}C4 F4|C4 F4|\n\n"
    f"X:4\nT:Fiddler\n{HEADER}Bagg edCF|C4 F4|\n"
)


@pytest.fixture
def melodies(tmp_path: Path) -> SourceMelodies:
    return SourceMelodies.load(split_tunebook(BOOK), tmp_path / "melodies.index")


def found(melodies: SourceMelodies, typed: str) -> list[tuple[int, str]]:
    places = find_typed(melodies, typed, read_query(typed))
    return [(place.tune.number, place.likeness.message_id) for place in places]


def test_a_title_is_found_and_says_which_it_is(melodies: SourceMelodies) -> None:
    (place,) = find_typed(melodies, "known reel", read_query("known reel"))
    assert (place.tune.number, place.notes, place.is_title) == (1, (), True)
    assert place.place.message_id == "finding.title"
    (other,) = find_typed(melodies, "othr", read_query("othr"))
    assert (other.likeness.message_id, other.likeness.parameters) == (
        "finding.title_differs", {"count": 1}
    )  # fmt: skip


def test_letters_that_are_notes_too_find_titles_and_melodies_in_one_list(
    melodies: SourceMelodies,
) -> None:
    places = found(melodies, "Bagged")
    assert places[:2] == [(1, "finding.title_whole"), (4, "finding.exact")]
    assert places[-1] == (3, "finding.title_part")


def test_of_words_no_melody_is_read(melodies: SourceMelodies) -> None:
    assert found(melodies, "fiddler bagged") == []
    assert found(melodies, "GABc dedB") == [(1, "finding.exact")]


@pytest.mark.parametrize(
    ("typed", "are_words"),
    [
        ("kesh", True), ("KESH", True), ("The Job", True), ("Катерина", True), ("McLeod", True),
        ("GABd e2dB", False), ("cafe", False), ("^F_A=B |: uG z2 :|", False),
        ("K:Dmix\nM:6/8\ndef", False), ('"Amin"A !trill!B [K:Ador]c', False), ("*UDRUUD", False),
        ("66 69 71 74", False), ("F# A B", False),
    ],
)  # fmt: skip
def test_words_are_told_from_notes(typed: str, are_words: bool) -> None:
    assert is_words(typed) is are_words
