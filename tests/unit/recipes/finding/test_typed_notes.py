"""Notes typed in any way find the tune, and it is said how they were read."""

from pathlib import Path

import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.recipes.finding.contour_text import is_words
from abcstudio.recipes.finding.found_place import reading_words
from abcstudio.recipes.finding.melody_query import read_query
from abcstudio.recipes.finding.read_as import ReadAs
from abcstudio.recipes.finding.source_melodies import SourceMelodies, missing_notes
from abcstudio.recipes.finding.typed_search import as_found

BOOK = """X:1
T:In D
M:4/4
L:1/8
K:D
A2AB AFED|B2BA BcdB|A2AB AFED|gfed BcdB|

X:2
T:In C
M:4/4
L:1/8
K:C
AABA FEDC|BBAB cdBG|A2AB AFED|gfed BcdB|

X:3
T:In E Minor
M:6/8
L:1/8
K:Em
E2B BeB|gfe dBA|F2A AdA|fed AGF|

X:4
T:In Octaves
M:4/4
L:1/8
K:G
G,2B,D GBdg|f2dB A2FD|G,2B,D GBdg|e2cA G4|
"""


@pytest.fixture(scope="module")
def melodies(tmp_path_factory: pytest.TempPathFactory) -> SourceMelodies:
    kept = tmp_path_factory.mktemp("kept") / "melodies.index"
    return SourceMelodies.load(split_tunebook(BOOK), kept)


@pytest.mark.parametrize(
    ("typed", "number", "kind"),
    [
        # In D, without a key; the other tune begins so in C.
        ("A2AB AFED B2BA BcdB", 1, ReadAs.ABC),
        ("A2AB A^FED B2BA B^cdB", 1, ReadAs.ABC),
        ("E2B BeB gfe dBA", 3, ReadAs.ABC),
        # Without lengths, with one length for all, without octaves.
        ("EBBeBgfedBA", 3, ReadAs.ABC),
        ("E2B2B2e2B2g2f2e2d2B2A2", 3, ReadAs.ABC),
        ("EBBEBGFEDBA", 3, ReadAs.ABC),
        ("gbdgbdgfdbafd", 4, ReadAs.ABC),
        ("A A B A F# E D B B A B C# D B", 1, ReadAs.NAMES),
        ("A4 A4 B4 A4 F#4 E4 D4 B4 B4 A4 B4 C#5 D5", 1, ReadAs.NAMES),
        ("E4 B4 B4 E5 B4 G5 F#5 E5", 3, ReadAs.NAMES),
        ("A2AB AF#ED B2BA Bc#dB", 1, ReadAs.NAMES),
        ("5 5 6 5 3 2 1 6 6 5 6 7 1 6", 1, ReadAs.DEGREES),
        ("1551'53'2'1'754", 3, ReadAs.DEGREES),
        ("69 69 71 69 66 64 62 71 71 69 71 73", 1, ReadAs.MIDI),
        ("0 +2 -2 -3 -2 -2 +9 0 -2 +2 +2", 1, ReadAs.INTERVALS),
        ("*URUDUDDDDD", 3, ReadAs.CONTOUR),
        ("urududdddd", 3, ReadAs.CONTOUR),
    ],
)
def test_a_tune_is_found_however_its_notes_are_typed(
    melodies: SourceMelodies, typed: str, number: int, kind: ReadAs
) -> None:
    query = read_query(typed)
    assert not is_words(typed)
    assert not missing_notes(query)
    place = melodies.find(query)[0]
    assert place.tune.number == number
    assert place.reading is not None
    assert place.reading.kind is kind
    assert place.likeness.message_id in (
        "finding.exact", "finding.rhythm", "finding.other_rhythm", "finding.contour"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("A2AB AFED B2BA BcdB", "Read in D"),
        ("E2B BeB gfe dBA", "Read in Em"),
        ("F2A AdA fed AGF", "Read in Em"),
        ("F# A A D A F# E D A G F#", "Read as note names"),
        ("*URUDUDDDDD", "Read as a contour: up, down, repeated"),
    ],
)
def test_it_is_said_in_which_key_the_notes_were_read(
    melodies: SourceMelodies, typed: str, words: str
) -> None:
    query = read_query(typed)
    reading = as_found(query, melodies.find(query)).reading
    assert reading is not None
    assert str(reading_words(reading, next(iter(reading.keys), ""))) == words


def test_the_notes_are_shown_in_the_key_in_which_they_were_read(melodies: SourceMelodies) -> None:
    query = read_query("E2B BeB gfe dBA")
    found = as_found(query, melodies.find(query))
    assert "K:Em" in found.text
    assert [note.pitch for note in found.notes][6] == 78
    typed = read_query("K:Ddor\nE2B BeB gfe dBA")
    assert "K:Ddor" in as_found(typed, melodies.find(typed)).text


def test_a_key_that_was_typed_holds(melodies: SourceMelodies) -> None:
    query = read_query("K:C\nE2B BeB gfe dBA")
    place = melodies.find(query)[0]
    assert str(place.likeness) == "one note otherwise"
    assert not query.has_open_key


@pytest.mark.parametrize("place", range(11))
def test_a_wrong_accidental_is_a_note_that_differs(melodies: SourceMelodies, place: int) -> None:
    """It was called a wrong length where the sum of costs was a little below that of a note."""
    notes = ["E2", "B", "B", "e", "B", "g", "^f", "e", "d", "B", "A"]
    notes[place] = "_" + notes[place].lstrip("^")
    # A bar line behind each, so that the accidental holds for its note alone.
    found = melodies.find(read_query("K:C\n" + "|".join(notes)))
    near = [one for one in found if one.tune.number == 3]
    assert [one.likeness.message_id for one in near] == ["finding.differs"]


def test_a_wrong_length_costs_less_than_a_wrong_note(melodies: SourceMelodies) -> None:
    scores = [
        melodies.find(read_query(f"K:Em\n{typed}"))[0].score
        for typed in ("E2B BeB gfe", "E2B BeB2 gfe", "E2B BeB2 g2fe", "E2B BdB gfe")
    ]
    assert scores == sorted(scores, reverse=True)
    assert 1 - scores[1] < (1 - scores[3]) / 2


@pytest.mark.parametrize(("header", "first"), [("", 1), ("K:C\n", 1), ("L:1/8\nK:C\n", 2)])
def test_equal_lengths_count_where_the_unit_length_was_typed(
    tmp_path: Path, header: str, first: int
) -> None:
    other_lengths = "X:1\nT:One\nM:4/4\nL:1/8\nK:C\nC3E G4|A/2G3E/2 F2D2|\n"
    one_note_wrong = "X:2\nT:Two\nM:4/4\nL:1/8\nK:C\nCEGA GEFB|\n"
    tunes = split_tunebook(f"{other_lengths}\n{one_note_wrong}")
    melodies = SourceMelodies.load(tunes, tmp_path / "melodies")
    assert melodies.find(read_query(f"{header}CEGAGEFD"))[0].tune.number == first


def test_a_triplet_that_was_typed_without_its_sign_is_a_slip(tmp_path: Path) -> None:
    one_note_wrong = "X:1\nT:One\nM:4/4\nL:1/8\nK:D\nABc|dAFA DFAB|\n"
    triplet = "X:2\nT:Two\nM:4/4\nL:1/8\nK:D\n(3ABc|dAFA DFAd|\n"
    melodies = SourceMelodies.load(
        split_tunebook(f"{one_note_wrong}\n{triplet}"), tmp_path / "kept"
    )
    places = melodies.find(read_query("M:4/4\nL:1/8\nK:D\nABc|dAFA DFAd"))
    assert [place.tune.number for place in places] == [2, 1]


@pytest.mark.parametrize(("passage", "first"), [("DDE G2A", 1), ("EEF A2B", 2)])
def test_a_beginning_that_lacks_a_note_is_likelier_than_a_passage_in_another_key(
    tmp_path: Path, passage: str, first: int
) -> None:
    has_passage = f"X:1\nT:One\nM:6/8\nL:1/8\nK:D\nAdd fdB|Add fed|{passage}|faf e2d|\n"
    begins_so = "X:2\nT:Two\nM:6/8\nL:1/8\nK:D\nD|DEF G2A|BAB d2e|\n"
    melodies = SourceMelodies.load(split_tunebook(f"{has_passage}\n{begins_so}"), tmp_path / "kept")
    places = melodies.find(read_query("M:6/8\nL:1/8\nK:D\nD|DE G2A"))
    assert [place.tune.number for place in places] == [first, 3 - first]


@pytest.mark.parametrize("key", ["", "K:Em\n"])
def test_letters_in_wrong_octaves_find_the_tune(melodies: SourceMelodies, key: str) -> None:
    place = melodies.find(read_query(f"{key}e2B bEB GfE dbA"))[0]
    assert place.tune.number == 3
    assert str(place.likeness) == "the same notes, other octaves"


def test_octaves_hold_where_a_tune_has_the_notes_as_they_were_typed(
    melodies: SourceMelodies,
) -> None:
    found = melodies.find(read_query("G,2B,D GBdg f2dB A2FE"))
    assert found[0].tune.number == 4
    assert "finding.other_octaves" not in [place.likeness.message_id for place in found]


def test_lengths_that_fit_nothing_hide_no_tune(melodies: SourceMelodies) -> None:
    place = melodies.find(read_query("K:Em\nE4B/ B3e2B/4 g3f/2e5 d/2B3A4"))[0]
    assert (place.tune.number, str(place.likeness)) == (3, "the same notes, other lengths")


@pytest.mark.parametrize("typed", ["F# A B d e f# a", "Bb2 A G F# Eb D C"])
def test_signs_behind_letters_are_not_passed_over(typed: str) -> None:
    query = read_query(typed)
    assert len(query.notes) == 7
    assert query.notes[0].pitch % 12 in (6, 10)


@pytest.mark.parametrize("typed", ["Bb A G Eb D C", "Bb4 A4 G4 Eb4 D4", "Eb D B G Eb"])
def test_names_with_flats_are_nothing_else(typed: str) -> None:
    query = read_query(typed)
    assert {reading.kind for way in query.ways for reading in way.each} == {ReadAs.NAMES}


@pytest.mark.parametrize("typed", ["*URUDUDDDDD", " *urududddd"])
def test_a_marked_contour_is_nothing_else(typed: str) -> None:
    query = read_query(typed)
    assert [reading.kind for way in query.ways for reading in way.each] == [ReadAs.CONTOUR]


@pytest.mark.parametrize(
    ("typed", "are_words"),
    [("UDR UUD", False), ("*DDDD", False), ("udder", True), ("DDUR jig", True)],
)
def test_a_contour_is_told_from_words(typed: str, are_words: bool) -> None:
    assert is_words(typed) is are_words


def test_played_notes_without_a_key_sound_as_they_were_played(tmp_path: Path) -> None:
    melodies = SourceMelodies.load((), tmp_path / "melodies.index")
    query = read_query("GABd e2dB")
    assert [note.pitch for note in as_found(query, melodies.find(query)).notes] == [
        67, 69, 71, 74, 76, 74, 71
    ]  # fmt: skip


def test_names_with_an_octave_that_is_no_length_are_not_read_as_abc() -> None:
    kinds = {one.kind for way in read_query("A4 B4 D5 B4 A4").ways for one in way.each}
    assert kinds == {ReadAs.NAMES}
    kinds = {one.kind for way in read_query("A4 B4 D4 B4 A4").ways for one in way.each}
    assert kinds == {ReadAs.NAMES, ReadAs.ABC}
