"""Which tunes of a source are taken, and how the marks that decide it are kept in a file."""

import pytest

from abcstudio.corpus.browsing.tune_marks import TuneMark, mark_key
from abcstudio.corpus.preparation.selection import marks_data, marks_for, marks_from, selected
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.errors import CancelledError
from abcstudio.stopping import stopping

BOOK = "".join(
    f"X:{number}\nT:Tune {number}\nM:4/4\nL:1/8\nK:C\n{notes}|\n\n"
    for number, notes in enumerate(("CDEF EDCD", "Cccc' cGEC", "GGAA GGAA", "cBAG FEDC"), start=1)
)
TUNES = split_tunebook(BOOK)
MARKS = {
    mark_key(TUNES[0]): TuneMark(is_starred=True, tags=("slow", "session")),
    mark_key(TUNES[1]): TuneMark(is_excluded=True),
    mark_key(TUNES[2]): TuneMark(is_starred=True, is_excluded=True),
}


def _taken(words: str) -> list[int]:
    asked = TuneFilter(words)
    return [tune.number for tune in selected(TUNES, asked, marks_for(asked, MARKS))]


def test_what_is_left_out_is_not_taken_whatever_the_filter_asks_for() -> None:
    assert _taken("") == [1, 4]
    assert _taken("is:starred") == [1]
    assert _taken("tag:session") == [1]
    assert _taken("is:excluded") == []


def test_a_filter_may_ask_for_what_a_melody_tells() -> None:
    assert _taken("range:<=6") == [1]
    assert _taken("range:5-12") == [1, 4]
    told: list[tuple[int, int]] = []
    asked = TuneFilter("range:>12")
    found = selected(TUNES, asked, (), lambda *how_far: told.append(how_far))
    assert [tune.number for tune in found] == [2]
    assert told == [(0, 4)]
    with pytest.raises(CancelledError), stopping(lambda: True):
        selected(TUNES, asked, ())


def test_only_the_marks_that_matter_are_kept_and_a_file_brings_them_back() -> None:
    few = marks_for(TuneFilter("tune"), MARKS)
    assert {mark for _, mark in few} == {TuneMark(is_excluded=True)}
    assert len(few) == 2
    for marks in (few, marks_for(TuneFilter("is:starred"), MARKS), ()):
        assert marks_from(marks_data(marks)) == marks


@pytest.mark.parametrize(
    "data",
    [[], {"starred": 3}, {"excluded": [3]}, {"excluded": [""]}, {"tags": []}, {"tags": {"": []}},
     {"tags": {"a": "b"}}],
)  # fmt: skip
def test_other_data_are_no_marks(data: object) -> None:
    assert marks_from(data) is None
