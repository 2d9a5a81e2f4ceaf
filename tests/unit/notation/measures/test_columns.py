"""Voices side by side: where a column ends, and whether a voice fills it."""

from abcstudio.notation.measures.columns import Column, columns_of
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import LineBreak


def columns(music: str) -> list[Column]:
    score = parse(f"X:1\nM:4/4\nL:1/4\nK:C\n{music}\n")
    return columns_of(list(score.voices), score.meter, (LineBreak,))


def test_a_cell_is_full_that_lasts_its_meter_and_is_not_cut() -> None:
    found = columns("CDEF|CD\nEF|CDE|CDEFG|")
    assert [column.cells[0].is_full for column in found] == [True, False, False, False, True]
    assert [column.is_continuation for column in found] == [False, False, True, False, False]


def test_a_column_has_the_bar_line_and_the_number_of_a_voice_that_goes_on() -> None:
    found = columns("V:1\nCDEF|\nV:2\nC4|D4||E4|]\n")
    assert [len([cell for cell in column.cells if cell]) for column in found] == [2, 1, 1]
    assert [column.number for column in found] == [1, 2, 3]
    assert [column.right.style for column in found] == ["single", "double", "thin-thick"]
