import pytest

from abcstudio.corpus.melody_index.index import MelodyIndex
from abcstudio.corpus.melody_index.melody import full_measure, melodies_of, place_of
from abcstudio.corpus.melody_index.shared_runs import RunFinder
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.reader.parser import parse

CADENCE = "cBAF G4"
HEADER = "M:4/4\nL:1/8\nK:G\n"
FIRST = "GABc dedB|dgfa gedB|eaag bged|eagf dBAc|BAGE D2GA|" + CADENCE + "|"
BOOK = "\n\n".join(
    f"X:{number}\nT:Tune {number}\n{HEADER}{music}"
    for number, music in enumerate(
        (
            FIRST,
            "B3d BAGE|G3A BGBd|eged BAGE|" + CADENCE + "|",
            "d2Bd gdBd|e2ce gece|d2Bd gdBG|" + CADENCE + "|",
            "GBdg bagf|efge dBGB|cedc BdAc|" + CADENCE + "|",
            "g2fg edBd|gbag fdef|g2dg edBG|" + CADENCE + "|",
        ),
        start=1,
    )
)
OWN = "G6 B2|A6 c2|"


@pytest.fixture(scope="module")
def tunes():
    return split_tunebook(BOOK)


@pytest.fixture(scope="module")
def finder(tunes):
    return RunFinder(MelodyIndex.of_tunes(tunes).notes, len(tunes))


def runs(finder, music, header=HEADER, without=()):
    score = parse("X:1\n" + header + music)
    return finder.runs(melodies_of(score)[0], full_measure(score), frozenset(without))


def test_measures_of_a_known_tune_are_found_with_their_place(finder, tunes):
    (run, *_) = runs(finder, OWN + "dgfa gedB|eaag bged|eagf dBAc|" + OWN)
    assert (run.tune, run.measures, run.length, run.holders) == (0, (3, 5), 3, 1)
    assert run.weight == 3
    place = place_of(parse(tunes[0].text), run.line, *run.known_notes)
    assert place.measures == (2, 4)
    assert place.span.of(tunes[0].text) == "dgfa gedB|eaag bged|eagf dBAc"


@pytest.mark.parametrize(
    ("header", "music"),
    [
        ("M:4/4\nL:1/8\nK:A\n", "eagb afec|fbba c'afe|fbag ecBd|"),
        ("M:2/4\nL:1/16\nK:G\n", "dgfa gedB|eaag bged|eagf dBAc|"),
        ("M:2/2\nL:1/4\nK:G\n", "dgfa|gedB|eaag|bged|eagf|dBAc|"),
        (HEADER, "dgfa gedB|eaag bgec|eagf dBAc|"),
        (HEADER, "d{e}gfa gedB|~eaag bged|eagf {dc}dBAc|"),
        (HEADER, "dgfa g/a/gdB|eaag bged|eagf dBAc|"),
    ],
)
def test_key_unit_length_bar_lines_ornaments_and_a_changed_note_hide_nothing(finder, header, music):
    (run, *_) = runs(finder, music, header)
    assert (run.tune, run.holders) == (0, 1)
    assert run.length >= 3


def test_what_many_tunes_have_counts_little(finder):
    rare = runs(finder, OWN + "dgfa gedB|" + OWN)[0]
    common = runs(finder, OWN + CADENCE + "|" + OWN)[0]
    assert (rare.length, common.length) == (1, 1)
    assert (rare.holders, common.holders) == (1, 5)
    assert rare.weight == 1
    assert common.weight == 0


def test_a_tune_itself_can_be_left_out(finder):
    assert runs(finder, FIRST)[0].length == 6
    assert runs(finder, FIRST, without={0})[0].length == 1


@pytest.mark.parametrize("music", ["", "GA|", OWN, "z8|z8|"])
def test_little_or_other_music_has_no_run(finder, music):
    score = parse("X:1\n" + HEADER + music)
    melodies = melodies_of(score)
    found = finder.runs(melodies[0], full_measure(score), frozenset()) if melodies else ()
    assert not found


def test_a_tune_without_meter_is_no_division_by_zero(finder):
    (run, *_) = runs(finder, "dgfa gedB eaag bged|eagf dBAc|", "M:none\nL:1/8\nK:G\n")
    assert run.tune == 0


def test_relatives_are_those_that_have_the_measures_in_any_order(finder):
    score = parse("X:1\n" + HEADER + "eaag bged|GABc dedB|" + CADENCE + "|dgfa gedB|")
    found = finder.relatives(melodies_of(score)[0], full_measure(score), frozenset())
    assert (found[0].tune, found[0].share, found[0].is_same_tune) == (0, 1, True)
    assert not any(one.is_same_tune for one in found[1:])


def test_turns_that_are_written_out_hide_nothing(finder):
    turned = "d/4e/4d/gfa g/4a/4g/edB|e/4f/4e/aag b/4c'/4b/ged|e/4f/4e/agf d/4e/4d/BAc|"
    (run, *_) = runs(finder, OWN + turned + OWN)
    assert (run.tune, run.measures, run.length) == (0, (3, 5), 3)
    # Four notes of the tune's own, then three measures of eight notes with two turns each.
    assert run.notes == (4, 4 + 3 * 12 - 1)


def test_a_beginning_in_another_rhythm_hides_nothing(finder):
    (run, *_) = runs(finder, OWN + "d/g/f/a5/2 gedB|eaag bged|" + OWN)
    assert (run.tune, run.measures, run.length) == (0, (3, 4), 2)


def test_a_note_said_three_times_for_a_held_one_hides_nothing(finder):
    (run, *_) = runs(finder, OWN + "d/4d/4d/gfa g/4g/4g/edB|e/4e/4e/aag b/4b/4b/ged|" + OWN)
    assert (run.tune, run.measures, run.length) == (0, (3, 4), 2)
