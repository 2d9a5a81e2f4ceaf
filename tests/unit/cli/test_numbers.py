"""Arguments that are numbers."""

from argparse import ArgumentTypeError

import pytest

from abcstudio.cli.numbers import number_between, tempo_between, whole_number_between


def test_numbers_in_range_are_read() -> None:
    for text in ("90.5", "90,5", "9.05e1", " 90.50"):
        assert number_between(10, 1000)(text) == 90.5
    assert number_between(0, 1)("0,005") == 0.005
    assert whole_number_between(30, 1200)("300") == 300


@pytest.mark.parametrize("text", ["abc", "90;5", "1,2,3", "", "nan", "9", "inf"])
def test_what_is_no_such_number_is_told_with_the_range(text: str) -> None:
    with pytest.raises(ArgumentTypeError) as caught:
        number_between(10, 1000)(text)
    assert str(caught.value) == f"'{text}' is not a number between 10 and 1000"


@pytest.mark.parametrize("read", [number_between(0.1, 5000), tempo_between(0.1, 5000)])
def test_a_comma_that_may_part_thousands_is_not_guessed_at(read) -> None:
    with pytest.raises(ArgumentTypeError) as caught:
        read("1,000")
    assert str(caught.value) == "'1,000' may be read in two ways: write 1.000 or 1000"


def test_a_tempo_counts_quarters_or_the_beat_that_is_named() -> None:
    tempo = tempo_between(10, 1000)
    assert (tempo("90.5"), tempo("90,5"), tempo("3/8=110"), tempo("1/2=100")) == (
        90.5, 90.5, 165, 200,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["", "3/8", "3/8=", "3/0=110", "0/8=110", "1/2=501", "9", "nan", "-1/4=-1", "1e3"],
)
def test_what_is_no_tempo_is_told_with_an_example(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="quarter notes a minute, such as 120 or 3/8=110"):
        tempo_between(10, 1000)(text)


@pytest.mark.parametrize("text", ["300.5", "x", "29"])
def test_what_is_no_whole_number_is_told_with_the_range(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="not a whole number between 30 and 1200"):
        whole_number_between(30, 1200)(text)
