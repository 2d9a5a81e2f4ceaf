from fractions import Fraction

import pytest

from abcstudio.corpus.melody_index.index import MelodyIndex
from abcstudio.corpus.melody_index.newness import ALL, NewnessScale, plain_title
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CorpusError
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_newness, bundled_tunebook
from abcstudio.recipes.newness.known_melodies import KnownMelodies
from abcstudio.recipes.newness.newness_words import sentences

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
    return [str(words) for words in sentences(newness(known, music, title), known)]


def test_a_quotation_is_said_with_both_places(known):
    assert said(known, OWN + "dgfa gedB|eaag bged|" + OWN) == [
        "It is newer than 38 % of known tunes.",
        "Measures 3-4 stand in “The Known Reel”, tune 1 of the tunebook, at measures 2-3;"
        " no other known tune has them.",
    ]


def test_the_share_of_each_collection_is_known(known):
    found = newness(known, OWN + "dgfa gedB|eaag bged|" + OWN)
    assert found.newer_than == {ALL: 0.375, "O'Neill": 1.0}


@pytest.mark.parametrize("music", ["", "GABc|", "GABc dedB dgfa|", "z8|z8|"])
def test_too_little_music_is_said(known, music):
    assert said(known, music) == [
        "There is too little to compare: two measures and eight notes are needed."
    ]


def test_nothing_shared_is_newer_than_most(known):
    assert said(known, OWN + "D6 F2|E6 G2|") == [
        "It is newer than 88 % of known tunes: it shares no measure with them."
    ]


@pytest.mark.parametrize("title", ["other", "The Other", "OTHER!", "Other, The"])
def test_a_title_of_a_known_tune_is_said(known, title):
    assert said(known, OWN, title)[-1] == (
        "A known tune has its title: “Other, The”, tune 2 of the tunebook."
    )


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
