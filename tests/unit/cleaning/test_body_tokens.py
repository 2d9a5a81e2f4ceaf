"""Cleaning reads the lengths that the parser reads, and writes what both read."""

from fractions import Fraction

from cleaning.body_tokens import length_text, read_length
from hypothesis import given
from hypothesis import strategies as st

from abcstudio.notation.values.lengths import length_of


@given(st.from_regex(r"\A[0-9]{0,3}(/{1,3}[0-9]{0,2})?\Z"))
def test_lengths_are_read_as_the_parser_reads_them(written: str) -> None:
    # The parser refuses a zero, and what is too fine; cleaning takes a unit for a zero.
    length = length_of(written)
    assert length is None or read_length(written) == length


@given(st.fractions(min_value=Fraction(1, 64), max_value=64, max_denominator=64))
def test_a_written_length_is_read_again_by_both(length: Fraction) -> None:
    assert read_length(length_text(length)) == length == length_of(length_text(length))
