from fractions import Fraction

import pytest

from abcstudio.corpus.melody_index.index import MelodyIndex
from abcstudio.corpus.melody_index.newness import ALL, NewnessScale, plain_title, weight_of
from abcstudio.corpus.melody_index.shared_runs import SharedRun
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CorpusError
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_newness, bundled_tunebook
from abcstudio.recipes.newness.known_melodies import KnownMelodies
from abcstudio.recipes.newness.newness_words import row_words, run_words, sentences

HEADER = "M:4/4\nL:1/8\nK:G\n"
BOOK = (
    f"X:1\nT:The Known Reel\n{HEADER}GABc dedB|dgfa gedB|eaag bged|eagf dBAc|\n\n"
    f"X:2\nT:Other, The\n{HEADER}B3d BAGE|G3A BGBd|eged BAGE|cBAF G4|\n"
)
OWN = "G6 B2|A6 c2|"
SCALE = {ALL: [0.0, 1.0, 2.0, 3.0], "O'Neill": [4.0, 8.0]}


@pytest.fixture(scope="module")
def known():
    tunes = split_tunebook(BOOK)
    return KnownMelodies(tunes, MelodyIndex.of_tunes(tunes), NewnessScale(SCALE))


def newness(known, music, title="Mine"):
    return known.newness(parse(f"X:1\n{HEADER}{music}\n"), title)


def said(known, music, title="Mine"):
    return [str(words) for words in sentences(newness(known, music, title), known, title)]


def test_a_quotation_is_said_with_both_places(known):
    assert said(known, OWN + "dgfa gedB|eaag bged|" + OWN) == [
        "It is newer than 38 % of known tunes.",
        "Measures 3-4 stand in “The Known Reel”, tune 1 of the tunebook, at measures 2-3;"
        " no other known tune has them.",
    ]


def test_the_share_of_each_collection_is_known(known):
    found = newness(known, OWN + "dgfa gedB|eaag bged|" + OWN)
    assert found.newer_than == {ALL: 0.375, "O'Neill": 1.0}


@pytest.mark.parametrize(
    ("music", "place", "there"),
    [
        ("cB|dgfa gedB|eaag bged|", "The pickup and measures 1-2", "the pickup and measures 1-2"),
        ("cB|dgfa gedB|", "The pickup and measure 1", "the pickup and measure 1"),
        ("DE|dgfa gedB|eaag bged|", "Measures 1-2", "measures 1-2"),
    ],
)
def test_a_pickup_is_no_measure_0(music, place, there):
    tunes = split_tunebook(BOOK.replace("GABc dedB|dgfa", "cB|dgfa"))
    known = KnownMelodies(tunes, MelodyIndex.of_tunes(tunes), NewnessScale(SCALE))
    (run, *_) = newness(known, music + OWN).runs
    assert str(run_words(run, known)).startswith(f"{place} stand in “The Known Reel”")
    assert f"at {there};" in str(run_words(run, known))
    assert str(row_words(run, known)) == f"{place}: “The Known Reel”, {there} (nowhere else)"


def test_all_that_is_shared_counts_the_weightiest_run_most():
    def run(weight, *notes):
        return SharedRun(
            tune=0,
            line=0,
            measures=(1, 2),
            notes=notes,
            known_notes=notes,
            length=weight,
            holders=1,
            weight=weight,
        )

    assert weight_of(()) == 0
    assert weight_of((run(4.0, 0, 9), run(3.0, 9, 12), run(3.0, 0, 9))) == pytest.approx(4)
    more = (run(4.0, 0, 9), run(2.0, 10, 12))
    assert 4 < weight_of(more) < weight_of((*more, run(2.0, 20, 22))) < 5


@pytest.mark.parametrize("music", ["", "GABc|", "GABc dedB dgfa|", "z8|z8|"])
def test_too_little_music_is_said(known, music):
    assert said(known, music) == [
        "There is too little to compare: two measures and eight notes are needed."
    ]


def test_nothing_shared_is_newer_than_most(known):
    assert said(known, OWN + "D6 F2|E6 G2|") == [
        "It is newer than 88 % of known tunes: it shares no measure with them."
    ]


@pytest.mark.parametrize("title", ["other", "The Other", "OTHER!", "Ôther, The", "Other, The"])
def test_a_title_of_a_known_tune_is_said(known, title):
    words = "has its title" if title == "Other, The" else "has nearly its title"
    assert (
        said(known, OWN, title)[-1]
        == f"A known tune {words}: “Other, The”, tune 2 of the tunebook."
    )


@pytest.mark.parametrize(
    ("title", "other"),
    [("Miller’s Reel", "Millers Reel"), ("Dan & Meg", "Dan and Meg"), ("Réel", "The Reel")],
)
def test_titles_are_one_whatever_their_signs_and_accents(title, other):
    assert plain_title(title) == plain_title(other)


def test_titles_without_words_are_no_one_s(known):
    assert plain_title("!?") == ""
    assert newness(known, OWN, "").same_title == ()


def test_a_scale_is_spread_over_all_tunes():
    scale = NewnessScale.of({ALL: [float(number) for number in range(1000)]})
    for weight in (100.0, 500.0, 900.0):
        assert scale.newer_than(weight)[ALL] == pytest.approx(1 - weight / 1000, abs=0.01)
    assert scale.newer_than(5000.0)[ALL] == 0


@pytest.mark.parametrize("text", ["", "[]", '{"": []}', '{"": [2, 1]}', '{"": ["a"]}', "{"])
def test_a_damaged_scale_is_said(tmp_path, text):
    path = tmp_path / "newness.json"
    path.write_text(text)
    with pytest.raises(CorpusError, match=r"newness\.damaged"):
        NewnessScale.load(path)


def test_the_scale_in_the_box_fits_the_tunebook_in_the_box(tmp_path):
    known = KnownMelodies.load(bundled_tunebook(), tmp_path / "melodies", bundled_newness())
    tune = read_tunebook(bundled_tunebook())[100]
    copy = known.newness(parse(tune.text), tune.title)
    assert copy.runs[0].tune == 100
    assert copy.same_title[0] == 100
    assert copy.newer_than[ALL] < Fraction(1, 10)
    assert set(copy.newer_than) == {ALL, *(tune.origin for tune in known.tunes)}
