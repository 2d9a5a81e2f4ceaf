"""Titles are found in any spelling: articles, accents, apostrophes, Mac and Mc, a wrong letter."""

import pytest

from abcstudio.corpus.title_index.title_index import TitleIndex
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CancelledError
from abcstudio.stopping import stopping

TITLES = (
    "The Kesh",
    "McLeod's Reel",
    "O'Neill's March",
    "Máire Breathnach",
    "Drowsy Maggie",
    "An Buachaill Caol Dubh",
    "Sí Beag, Sí Mór",
    "Катерина",
    "The Humours of Glen",
    "A Humour of the Glen",
)
BOOK = split_tunebook(
    "\n".join(f"X:{number}\nT:{title}\nK:G\nGABc|\n" for number, title in enumerate(TITLES, 1))
    + "\nX:11\nT:Gan Ainm\nT:Fisherman's Lilt, The % so called in Clare\nK:G\nGABc|\n"
    + "\nX:12\nT:Caf\\'e Polka\nK:G\nGABc|\n"
)


def found(typed: str) -> list[str]:
    return [match.title for match in TitleIndex(BOOK).search(typed, 5)]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("kesh", "The Kesh"),
        ("Kesh, The", "The Kesh"),
        ("a kesh jig", "The Kesh"),
        ("MacLeods", "McLeod's Reel"),
        ("M’Leod`s reel", "McLeod's Reel"),
        ("mac leods", "McLeod's Reel"),
        ("oneills", "O'Neill's March"),
        ("O Neill’s march", "O'Neill's March"),
        ("maire breathnach", "Máire Breathnach"),
        ("drwsy maggie", "Drowsy Maggie"),
        ("drosy maggie", "Drowsy Maggie"),
        ("dorwsy maggie", "Drowsy Maggie"),
        ("drowssy maggie", "Drowsy Maggie"),
        ("maggie", "Drowsy Maggie"),
        ("drowsy mag", "Drowsy Maggie"),
        ("buachaill caol", "An Buachaill Caol Dubh"),
        ("si beag si mor", "Sí Beag, Sí Mór"),
        ("катирина", "Катерина"),
        ("the fishermans lilt", "Fisherman's Lilt, The"),
        ("gan ainm", "Gan Ainm"),
        ("cafe", "Café Polka"),
    ],
)
def test_a_title_is_found_as_it_is_typed(typed: str, title: str) -> None:
    assert found(typed)[0] == title


def test_the_title_as_written_comes_before_one_that_is_nearly_so() -> None:
    assert found("The Kesh")[0] == "The Kesh"
    assert found("Humour of the Glen")[:2] == ["A Humour of the Glen", "The Humours of Glen"]


@pytest.mark.parametrize("typed", ["", "  ", "'", "zzzz qqqq", "GABd e2dB"])
def test_nothing_is_found_where_no_title_is_like_it(typed: str) -> None:
    assert found(typed) == []


def test_each_tune_is_found_once_with_its_likest_title() -> None:
    matches = TitleIndex(BOOK).search("fishermans lilt")
    assert [(BOOK[match.tune].title, match.score) for match in matches] == [("Gan Ainm", 1.0)]


def test_reading_titles_can_be_stopped() -> None:
    with pytest.raises(CancelledError), stopping(lambda: True):
        TitleIndex(BOOK * 1000)


def test_no_titles_are_found_in_no_tunes() -> None:
    assert TitleIndex(()).search("kesh") == ()
