import random

import pytest

from abcstudio.corpus.melody_index.index import MelodyIndex, kept_index
from abcstudio.corpus.melody_index.melody import lines_of, place_of
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CancelledError
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from abcstudio.stopping import stopping

BOOK = """X:1
T:The First
M:4/4
L:1/8
K:D
AF|:D2FA dfed|cABc d2AF|G2BG FAdf|e2c2 d4:|

X:2
T:The Second
M:6/8
L:1/8
K:G
|:GBd gfg|edB c2A|BGE FAD|GAF G3:|

X:3
T:In Two Voices
M:4/4
L:1/4
K:C
V:1
CDEF|GABc|
V:2
C,2G,2|A,2F,2|
"""


@pytest.fixture(scope="module")
def tunes():
    return split_tunebook(BOOK)


@pytest.fixture(scope="module")
def index(tunes):
    return MelodyIndex.of_tunes(tunes)


def first(index, query):
    header = "X:1\nM:4/4\nL:1/8\nK:C\n"
    return index.search(lines_of(header + query)[0])[0]


@pytest.mark.parametrize(
    ("query", "tune", "transposition", "is_literal"),
    [
        ("^cAB^c d2A^F", 0, 0, True),
        ("BGAB c2GE", 0, 2, True),
        ("^cAB^c d2AF", 0, 0, False),
        ("^cAB^c dAA^F", 0, 0, False),
        ("^c2A2B2^c2 d4A2^F2", 0, 0, True),
        ("G/B/d/g/^f/g/e/d/B/", 1, 0, True),
        ("ceg c'bc' age", 1, -5, True),
    ],
)
def test_a_few_notes_are_found_in_any_key_and_unit_length(
    index, query, tune, transposition, is_literal
):
    match = first(index, query)
    assert match.tune == tune
    assert (match.score == 1) is is_literal
    if is_literal:
        assert match.transposition == transposition


@pytest.mark.parametrize(
    "query",
    ["GBdg^fged", "GBdgggedBc", "GBdgfgedBcA", "GBdg^fgedBcAB2GE", "G2Bdg^fgedB", "GdBdg^fgedBc"],
)
def test_a_wrong_missing_or_added_note_is_forgiven(index, query):
    assert first(index, query).tune == 1


def test_a_match_names_its_notes_and_measures(index, tunes):
    match = first(index, "^cAB^c d2A^F")
    score = parse(tunes[match.tune].text)
    place = place_of(score, match.line, match.first_note, match.last_note)
    assert place.measures == (2, 2)
    assert place.span.of(tunes[0].text) == "cABc d2AF"
    assert place_of(score, 3, 0, 2) is None


def test_each_voice_is_searched(index, tunes):
    match = first(index, "c4g4a4f4")
    assert (match.tune, match.line, match.transposition) == (2, 1, -24)


def test_nothing_is_found_across_the_end_of_a_tune(index):
    # The last note of the first tune and the first ones of the second.
    assert first(index, "e2^c2 d4 Bdg").score < 1


def test_too_few_notes_and_no_tunes_have_no_answer(index):
    assert index.search([(60, 5040), (62, 5040), (64, 5040)]) == ()
    assert MelodyIndex.of_tunes(()).search([(60, 5040)] * 6) == ()


def test_each_tune_stands_once_and_the_likest_first():
    tunes = read_tunebook(bundled_tunebook())[:300]
    found = MelodyIndex.of_tunes(tunes).search(list(lines_of(tunes[7].text)[0])[5:15], 10)
    assert found[0].tune == 7
    assert len({match.tune for match in found}) == len(found) == 10
    scores = [match.score for match in found]
    assert scores == sorted(scores, reverse=True)


def test_equal_lengths_of_known_notes_count():
    tunes = split_tunebook("X:1\nL:1/8\nK:C\nC3EG4A/2G3E/2F2D2|\n\nX:2\nL:1/8\nK:C\nCEGAGEFB|\n")
    query = lines_of("X:1\nL:1/8\nK:C\nCEGAGEFD|")[0]
    assert [match.tune for match in MelodyIndex.of_tunes(tunes).search(query)] == [1, 0]


def test_queries_with_an_error_find_the_tune_they_were_cut_from():
    tunes = read_tunebook(bundled_tunebook())[::15]
    index, rng, right = MelodyIndex.of_tunes(tunes), random.Random(1), 0
    for _ in range(40):
        source = rng.randrange(len(tunes))
        line = lines_of(tunes[source].text)[0]
        start = rng.randrange(len(line) - 12)
        query = [(pitch + 3, length * 2) for pitch, length in line[start : start + 12]]
        place = rng.randrange(12)
        query[place] = (query[place][0] + 2, query[place][1])
        right += source in [match.tune for match in index.search(query, 5)]
    assert right >= 38


def test_reading_reports_and_can_be_stopped(tunes):
    told = []
    MelodyIndex.of_tunes(tunes, lambda done, of: told.append((done, of)))
    assert told == [(0, 3), (3, 3)]
    with pytest.raises(CancelledError), stopping(lambda: True):
        MelodyIndex.of_tunes(tunes)


def test_an_index_is_kept_and_read_again(tmp_path, tunes, index):
    path, told = tmp_path / "kept" / "melodies", []
    query = lines_of(BOOK.split("\n\n")[1])[0][2:9]
    answers = [kept_index(path, tunes, lambda *one: told.append(one)).search(query)]
    assert told
    told.clear()
    answers.append(kept_index(path, tunes, lambda *one: told.append(one)).search(query))
    assert not told
    assert answers == [index.search(query)] * 2


def test_where_it_cannot_be_kept_it_is_made_without_a_warning(tmp_path, tunes, index, caplog):
    # The window says of its folder that it cannot be used; warnings go to the terminal, too.
    (tmp_path / "file").touch()
    query = lines_of(tunes[1].text)[0][:9]
    with caplog.at_level("INFO"):
        made = kept_index(tmp_path / "file" / "melodies", tunes)
    assert made.search(query) == index.search(query)
    said = [one for one in caplog.records if "cannot be kept" in one.getMessage()]
    assert [one.levelname for one in said] == ["INFO"]


@pytest.mark.parametrize("damage", ["cut", "changed", "foreign", "empty", "other tunes", "folder"])
def test_a_file_that_does_not_fit_is_made_anew(tmp_path, tunes, index, damage):
    path, told = tmp_path / "melodies", []
    kept_index(path, tunes)
    data = path.read_bytes()
    damaged = {
        "cut": data[:-3],
        "changed": data[:-3] + bytes([data[-3] ^ 1]) + data[-2:],
        "foreign": b"PK\3\4" * 40,
        "empty": b"",
    }
    if damage in damaged:
        path.write_bytes(damaged[damage])
    elif damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        kept_index(path, tunes[1:])
    again = kept_index(path, tunes, lambda *one: told.append(one))
    assert told
    query = lines_of(tunes[1].text)[0][:9]
    assert again.search(query) == index.search(query)
