import pytest

from abcstudio.composing.author_records import keep_authors
from abcstudio.composing.authors import (
    FROM_FILE,
    PASTED,
    PERSON,
    PROGRAM,
    Author,
    AuthoredPiece,
    AuthorKind,
)
from abcstudio.composing.provenance import Provenance, with_provenance
from abcstudio.composing.tune_authors import (
    MOST_CHARACTERS,
    carried_authors,
    keep_tune_authors,
    remembered_authors,
)

FOLK = Author(AuthorKind.MODEL, "Folk", "3")
TUNE = "X:1\nT:Mine\nK:G\nGABc|"
HEAD, MUSIC = len("X:1\nT:Mine\nK:G\n"), len("GABc|")
PIECES = (AuthoredPiece(HEAD, PERSON), AuthoredPiece(MUSIC, FOLK))


def by_character(text, pieces):
    authors = [piece.author for piece in pieces for _ in range(piece.length)]
    assert len(authors) == len(text)
    return authors


def test_a_tune_is_known_in_a_set_and_under_another_number(tmp_path):
    keep_tune_authors(tmp_path, TUNE, PIECES)
    other = TUNE.replace("X:1", "X:17")
    text = f"X:2\nT:Unknown\nK:C\ncccc|\n\n{other}\n"
    authors = by_character(text, remembered_authors(tmp_path, text))
    start = text.index(other)
    assert set(authors[:start]) == {FROM_FILE}
    assert authors[start : start + 8] == [PERSON] * 8
    assert authors[text.index("GABc") : text.index("GABc") + MUSIC] == [FOLK] * MUSIC
    assert authors[-1] == FOLK


def test_the_record_of_the_whole_text_comes_first(tmp_path):
    keep_tune_authors(tmp_path, TUNE, PIECES)
    keep_authors(tmp_path, TUNE, [AuthoredPiece(len(TUNE), PASTED)])
    assert set(by_character(TUNE, remembered_authors(tmp_path, TUNE))) == {PASTED}


@pytest.mark.parametrize("text", ["", "no tune", TUNE, TUNE.replace("GABc", "GABd")])
def test_a_text_of_which_nothing_is_known_has_no_authors(tmp_path, text):
    if text != TUNE:
        keep_tune_authors(tmp_path, TUNE, PIECES)
    assert remembered_authors(tmp_path, text) is None


def test_a_tune_whose_lines_name_a_model_is_the_model_s_but_for_the_seed(tmp_path):
    told = Provenance(model="Folk", fingerprint="ab12", prompt="X:1\nT:Mine\n")
    text = with_provenance(TUNE, told) + "\n"
    authors = by_character(text, remembered_authors(tmp_path, text))
    assert authors[0] == authors[5] == PERSON
    assert authors[text.index("GABc")] == Author(AuthorKind.MODEL, "Folk")
    assert authors[text.index("%%abcstudio")] == PROGRAM


def test_what_stays_of_a_text_keeps_its_authors():
    renamed = TUNE.replace("Mine", "Ours")
    authors = by_character(renamed, carried_authors(TUNE, PIECES, renamed))
    assert authors[renamed.index("GABc")] == FOLK
    assert authors[0] == PERSON


def test_in_a_text_beyond_the_limit_no_tune_is_looked_for(tmp_path):
    keep_tune_authors(tmp_path, TUNE, PIECES)
    long = TUNE + "\n\n" + "%" * MOST_CHARACTERS
    assert remembered_authors(tmp_path, long) is None
    assert remembered_authors(tmp_path, TUNE + "\n\n%") is not None
