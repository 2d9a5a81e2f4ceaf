"""Tests for what the parts of the reader carry over the start of a line of music."""

import pytest

from abcstudio.notation.reader.tune_reader import TuneReader

READER = TuneReader("X:1\nK:C\nc|\n")
PARTS = [*READER.parts, *READER.voices.current.parts]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_a_part_declares_only_attributes_that_it_has(part):
    assert set(vars(part)) >= part.NOT_CARRIED | getattr(part, "NOT_COMPARED", frozenset())
