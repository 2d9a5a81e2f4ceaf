"""Repeats that are never closed: what it costs to report many."""

from abcstudio.notation.reader.parser import parse
from tests.unit.counted_work import calls_in

FEW = 400


def work_for(repeats: int) -> int:
    return calls_in(lambda: parse(f"X:1\nM:4/4\nL:1/8\nK:C\n{'|:A' * repeats}\n"))


def test_ten_times_as_many_open_repeats_are_no_more_than_ten_times_the_work() -> None:
    assert work_for(10 * FEW) < 13 * work_for(FEW)
