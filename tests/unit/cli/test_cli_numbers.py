"""Arguments that are numbers."""

from argparse import ArgumentTypeError

import pytest

from abcstudio.cli.numbers import number_between, whole_number_between


def test_numbers_in_range_are_read() -> None:
    assert number_between(10, 1000)("90.5") == 90.5
    assert whole_number_between(30, 1200)("300") == 300


@pytest.mark.parametrize("text", ["abc", "90,5", "", "nan", "9", "inf"])
def test_what_is_no_such_number_is_told_with_the_range(text: str) -> None:
    with pytest.raises(ArgumentTypeError) as caught:
        number_between(10, 1000)(text)
    assert str(caught.value) == f"'{text}' is not a number between 10 and 1000"


@pytest.mark.parametrize("text", ["300.5", "x", "29"])
def test_what_is_no_whole_number_is_told_with_the_range(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="not a whole number between 30 and 1200"):
        whole_number_between(30, 1200)(text)
