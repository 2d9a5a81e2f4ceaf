"""A tune's range, form and measures."""

import pytest

from abcstudio.corpus.figures.tune_facts import UNKNOWN_RANGE, facts_of
from abcstudio.corpus.tunebook import split_tunebook


def _facts(music: str):
    (tune,) = split_tunebook(f"X:1\nT:t\nM:4/4\nL:1/8\nK:C\n{music}\n")
    return facts_of(tune)


@pytest.mark.parametrize(
    ("music", "form"),
    [
        ("|:C8|D8:|\n|:E8|F8:|", "AABB"),
        ("C8|D8||E8|F8|]", "AB"),
        ("C8|D8|E8|F8|", "A"),
        ("G2|:C8|D8:|", "AA"),
        ("|:C8|D8|1 E8:|2 F8:|\n|:G8|A8:|", "AABB"),
        ("|:C8|D8:|\n|:E8|F8:|\n|:C8|D8:|", "AABBAA"),
        ("|:C8|D8::E8|F8:|", "AABB"),
        ("", ""),
    ],
)
def test_the_form_is_told_by_repeats_and_double_bar_lines(music: str, form: str) -> None:
    assert _facts(music).form == form


def test_the_range_goes_from_the_lowest_note_to_the_highest() -> None:
    assert _facts("C8|c8|").range == 12
    assert _facts("z8|").range == UNKNOWN_RANGE
    assert _facts("V:1\nC8|G8|").range == 7


def test_a_pick_up_is_no_measure_and_the_number_of_an_ending_no_music() -> None:
    assert _facts("G|CDEF GABc|1 c8:|2 d8|]").measures == ("CDEF GABc", "c8", "d8")
