import json
from pathlib import Path

import pytest

from abcstudio.corpus.melody_index.asked_melody import LONGEST_QUERY
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.recipes.finding.kept_melodies import MOST_KEPT, forget_old
from abcstudio.recipes.finding.melody_query import as_tune, read_query
from abcstudio.recipes.finding.selected_melody import (
    USUAL,
    AskedPlace,
    SelectedMelody,
    selected_melody,
)
from abcstudio.recipes.finding.source_melodies import SourceMelodies, missing_notes

HEADER = "M:4/4\nL:1/8\nK:G\n"
BOOK = (
    f"X:1\nT:The Known Reel\n{HEADER}D2|GABc dedB|dgfa gedB|eaag bged|eagf dBAc|\n\n"
    f"X:2\nT:Other, The\n{HEADER}B3d BAGE|G3A BGBd|eged BAGE|cBAF G4|\n"
)


@pytest.fixture(scope="module")
def melodies(tmp_path_factory: pytest.TempPathFactory) -> SourceMelodies:
    kept = tmp_path_factory.mktemp("kept") / "melodies.index"
    return SourceMelodies.load(split_tunebook(BOOK), kept)


def selected(score: Score, span: Span) -> SelectedMelody:
    melody = selected_melody(score, span)
    assert melody is not None
    return melody


def found_elsewhere(text: str, notes: str, kept: Path) -> list[tuple[str, tuple[int, int], bool]]:
    """Return where else notes of the first tune of a text stand: title, measures, whether in it."""
    tunes = split_tunebook(text)
    asked, start = tunes[0], tunes[0].text.index(notes)
    score = parse(asked.text, asked.file_header)
    melody = selected(score, Span(start, start + len(notes)))
    melodies = SourceMelodies.load(tunes, kept / "melodies.index")
    places = melodies.find(read_query(melody.text), asked=AskedPlace(asked, melody))
    return [(place.tune.title, place.measures, place.is_own) for place in places]


def test_where_the_notes_were_selected_is_no_place_where_they_are_found(tmp_path: Path) -> None:
    assert found_elsewhere(BOOK, "GABc dedB", tmp_path) == []


def test_another_tune_with_the_selected_notes_is_found(tmp_path: Path) -> None:
    book = f"{BOOK}\nX:3\nT:Third\n{HEADER}B8|GABc dedB|\n"
    assert found_elsewhere(book, "GABc dedB", tmp_path) == [("Third", (2, 2), False)]


def test_selected_notes_are_found_in_any_key_before_others_that_are_alike(tmp_path: Path) -> None:
    begins_alike = f"X:3\nT:Begins alike\n{HEADER}GABc dedA|B8|\n"
    in_a = f"X:4\nT:In A\n{HEADER.replace('K:G', 'K:A')}E8|F8|A8|ABcd efec|\n"
    found = found_elsewhere(f"{BOOK}\n{begins_alike}\n{in_a}", "GABc dedB", tmp_path)
    assert [title for title, _, _ in found] == ["In A", "Begins alike"]


def test_another_place_in_the_same_tune_is_found_and_called_so(tmp_path: Path) -> None:
    book = f"X:1\nT:Twice\n{HEADER}GABc dedB|dgfa gedB|GABc dedB|G8|\n\n{BOOK}"
    # Whichever of both was selected.
    for notes, place in (("GABc dedB|d", (3, 3)), ("GABc dedB|G", (1, 1))):
        assert ("Twice", place, True) in found_elsewhere(book, notes, tmp_path)


def test_the_same_tune_of_another_number_is_the_same_tune(tmp_path: Path) -> None:
    again = BOOK.partition("\n\n")[0].replace("X:1", "X:9\nZ:somebody")
    assert found_elsewhere(f"{BOOK}\n{again}\n", "GABc dedB", tmp_path) == []
    other = again.replace("The Known Reel", "By another name")
    found = found_elsewhere(f"{BOOK}\n{other}\n", "GABc dedB", tmp_path)
    assert found == [("By another name", (1, 1), False)]


@pytest.mark.parametrize(
    ("typed", "tune"),
    [
        ("GABc", "X:1\nK:C\nGABc"),
        ("K:D\nGABc", "X:1\nK:D\nGABc"),
        ("M:6/8\nL:1/16\nGAB|cde", "X:1\nM:6/8\nL:1/16\nK:C\nGAB|cde"),
        ("X:7\nT:Name\nK:Em\nGABc\ndefg", "X:7\nT:Name\nK:Em\nGABc\ndefg"),
        ("  GABc  \n\n", "X:1\nK:C\nGABc"),
        ("|: GABc :|", "X:1\nK:C\n|: GABc :|"),
    ],
)
def test_typed_notes_become_a_tune(typed: str, tune: str) -> None:
    assert as_tune(typed) == tune
    assert len(read_query(typed).notes) >= 4


def test_a_query_says_how_many_notes_it_lacks() -> None:
    assert missing_notes(read_query("")) == 4
    assert missing_notes(read_query("{a}GA z")) == 2
    assert missing_notes(read_query("GABc")) == 0


def test_a_melody_is_found_in_another_key_with_its_place(melodies: SourceMelodies) -> None:
    found = melodies.find(read_query("K:A\nA2B2c2d2|e2f2e2c2"))
    assert [place.tune.number for place in found[:1]] == [1]
    place = found[0]
    text = place.tune.text
    assert "".join(text[start] for start in place.notes) == "GABcdedB"
    assert place.measures == (1, 1)
    assert [str(words) for words in (place.likeness, place.place, place.pitch)] == [
        "note for note",
        "measure 1",
        "2 semitones lower",
    ]


@pytest.mark.parametrize(
    ("typed", "likeness"),
    [
        ("GABc dedB", "note for note"),
        ("GABc ded2B", "all but one length"),
        ("GABc dfdB", "one note otherwise"),
    ],
)
def test_how_near_a_place_is_stands_in_words(
    melodies: SourceMelodies, typed: str, likeness: str
) -> None:
    assert str(melodies.find(read_query(typed))[0].likeness) == likeness


def test_of_a_long_query_the_beginning_is_looked_for(melodies: SourceMelodies) -> None:
    typed = "GABc dedB dgfa gedB eaag bged eagf dBAc" + "C" * 2 * LONGEST_QUERY
    assert melodies.find(read_query("GABc dedB" + "x" * 5))
    assert len(read_query(typed).notes) > LONGEST_QUERY


def test_the_selected_notes_are_a_melody_with_key_and_bar_lines() -> None:
    text = "X:1\nM:6/8\nL:1/8\nK:D\nA|ded ^cBA|{g}f2e dz2|FGA B3|\n"
    score = parse(text)
    start = text.index("ed ^c")
    chosen = Span(start, text.index("2e"))
    assert selected(score, chosen).text == "M:6/8\nL:1/8\nK:D\ned cBA|f2"
    assert selected_melody(score, Span(len(text), len(text))) is None


def test_from_a_single_note_on_as_many_are_taken_as_find_a_tune() -> None:
    score = parse(BOOK.partition("\n\n")[0])
    start = BOOK.index("dgfa")
    melody = selected(score, Span(start, start)).text
    assert len(read_query(melody).notes) == USUAL
    assert melody.endswith("dgfa gedB|ea")


def test_accidentals_are_written_as_they_sound() -> None:
    score = parse("X:1\nL:1/8\nM:4/4\nK:C\n^FFGG FFGG|F8|\n")
    line = read_query(selected(score, Span(20, 60)).text).line
    assert [pitch for pitch, _ in line] == [66, 66, 67, 67, 66, 66, 67, 67, 65]


def test_the_melodies_of_the_latest_sources_are_kept(tmp_path: Path) -> None:
    files = [tmp_path / f"{number:016x}.index" for number in range(MOST_KEPT + 2)]
    for file in files:
        file.write_text(json.dumps(file.name))
    other = tmp_path / "melodies.index"
    other.write_text("")
    forget_old(files[0])
    assert files[0].exists()
    assert other.exists()
    assert len([*tmp_path.glob("*.index")]) == MOST_KEPT + 1


def test_the_relatives_of_a_tune_share_measures_with_it(melodies: SourceMelodies) -> None:
    (own,) = split_tunebook(
        f"X:1\nT:Mine\n{HEADER.replace('K:G', 'K:A')}C2C2 C4|A4 CEce|fafe cBAF|dcBG A4|\n"
    )
    (found,) = melodies.relatives(own)
    assert found.tune.title == "Other, The"
    assert str(found.likeness) == "50 %: the same tune"
    assert str(found.pitch) == "2 semitones lower"
    assert "".join(own.text[start] for start in found.own_notes) == "fafecBAFdcBGA"
    assert found.ends is not None
    assert found.ends[0] in found.notes
    other = own.text.replace("fafe cBAF", "eafe cBAF")
    (again,) = melodies.relatives(split_tunebook(other)[0])
    assert str(again.pitch) == "2 semitones lower"
    assert melodies.relatives(found.tune) == ()


def test_a_relative_in_another_mode_and_with_other_notes_is_found(melodies: SourceMelodies) -> None:
    (own,) = split_tunebook(
        f"X:1\nT:Mine\n{HEADER.replace('K:G', 'K:Gm')}BAcd BAFG|GFAF BGBc|efed BFGE|cdAF G4|\n"
    )
    steps: list[tuple[int, int]] = []
    (found,) = melodies.relatives(own, progress=lambda done, of: steps.append((done, of)))
    assert found.tune.title == "Other, The"
    assert str(found.likeness) == "100 % alike"
    assert found.measures == (1, 4)
    shared = "".join(found.tune.text[start] for start in found.notes)
    assert shared.startswith("B")
    assert len(found.own_notes) > 12
    assert steps in ([], [(0, 2)])
