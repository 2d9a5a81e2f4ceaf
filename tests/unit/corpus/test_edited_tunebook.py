from hypothesis import given
from hypothesis import strategies as st

from abcstudio.corpus.edited_tunebook import EditedTunebook
from abcstudio.corpus.tunebook import split_tunebook
from tests.unit.corpus.edits import Edit, edited

_PIECES = st.sampled_from(
    ("X:1\n", "X:", "K:G\n", "GABc|\n", "\n", "T:a\n", "R:jig\n", "%%titleleft 1\n", " ", "\t")
)
BOOK = "R:reel\n\n" + "".join(f"X:{n}\nT:Tune {n}\nK:G\nGABc|\n\n" for n in range(1, 200))


@given(
    st.lists(_PIECES, max_size=40).map("".join),
    st.lists(
        st.tuples(st.integers(0, 200), st.integers(0, 12), _PIECES, st.booleans()), max_size=6
    ),
)
def test_a_changed_tunebook_is_split_as_a_new_one_is(text: str, edits: list[Edit]) -> None:
    book = edited(text, edits)
    assert book.is_complete


def test_a_key_in_one_tune_costs_the_reading_of_that_tune() -> None:
    book, text = EditedTunebook(BOOK), BOOK
    before = book.tunes()
    place, made = text.index("GABc", len(text) // 2), book.made
    for count in range(5):
        text = text[:place] + "g" + text[place:]
        book.edit(place, 0, 1, text)
        assert book.tune(book.index_at(place)).text.count("g") == count + 1
    assert book.made - made == 5
    after = book.tunes()
    assert book.made - made == 5
    assert after == split_tunebook(text)
    assert all(one is other for one, other in zip(after[:90], before[:90], strict=True))
    assert after[-1].file_header == "R:reel"
    assert after[-1].offset == before[-1].offset + 5


def test_tunes_are_read_when_they_are_asked_for_and_the_rest_in_pieces() -> None:
    book = EditedTunebook(BOOK)
    assert len(book) == 199
    assert book.tune(book.index_at(len(BOOK) // 2)).title.startswith("Tune ")
    assert book.made == 1
    assert book.read_some(100)
    assert book.made == 101
    while book.read_some(50):
        pass
    assert book.made == 199
    assert book.is_complete


def test_another_file_header_holds_for_all_tunes() -> None:
    book = EditedTunebook(BOOK)
    book.tunes()
    text = BOOK.replace("R:reel", "R:jig", 1)
    book.edit(2, 4, 3, text)
    assert {tune.rhythm for tune in book.tunes()} == {"jig"}
