"""Text back from a score: byte for byte, and with changes in their places."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcstudio.notation.editing.writer import Edit, apply_changes, write
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord
from abcstudio.notation.spans import Span
from abcstudio.notation.values.accidentals import alter_of
from abcstudio.notation.values.lengths import length_of
from abcstudio.notation.values.spelling import (
    accidental_text,
    chord_text,
    length_text,
    note_text,
    rest_text,
)

ODD = "%c\r\nX:1\rT: t  \n\nK:C % k\r\nA  B\\\n|z; !q! % x\n%%x\n"


@given(st.text(max_size=80))
def test_nothing_changed_is_byte_for_byte(text: str) -> None:
    assert write(parse(text)) == text


def test_odd_line_ends_and_comments_stay() -> None:
    assert write(parse(ODD)) == ODD


def test_changes_apply_in_any_order() -> None:
    changes = [Edit(Span(2, 3), "X"), Edit(Span(0, 1), ""), Edit(Span(3, 3), "+")]
    assert apply_changes("abcd", changes) == "bX+d"


@pytest.mark.parametrize("spans", [[(0, 2), (1, 3)], [(3, 9)], [(2, 1)], [(-1, 1)]])
def test_changes_that_overlap_or_leave_the_text_are_refused(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="a change at"):
        apply_changes("abcd", [Edit(Span(*span), "") for span in spans])


def test_the_fix_of_a_diagnostic_is_a_change() -> None:
    score = parse("X:1\nK:C\nA|;B|\n")
    (fix,) = [found.fix for found in score.diagnostics if found.fix]
    assert write(score, [fix]) == "X:1\nK:C\nA|B|\n"


@given(st.integers(1, 64), st.sampled_from([1, 2, 3, 4, 8, 16, 32]))
def test_lengths_are_read_as_they_were_written(top: int, bottom: int) -> None:
    factor = Fraction(top, bottom)
    assert length_of(length_text(factor)) == factor


@pytest.mark.parametrize(
    ("factor", "text"), [("1", ""), ("3", "3"), ("1/2", "/"), ("3/2", "3/2"), ("1/4", "/4")]
)
def test_lengths_are_short(factor: str, text: str) -> None:
    assert length_text(Fraction(factor)) == text


def test_a_note_cannot_last_nothing() -> None:
    with pytest.raises(ValueError, match="cannot last"):
        length_text(Fraction(0))


@given(st.integers(-8, 8), st.sampled_from([1, 2, 3]))
def test_accidentals_are_read_as_they_were_written(top: int, bottom: int) -> None:
    alter = Fraction(top, bottom)
    if abs(alter) <= 4:
        assert alter_of(accidental_text(alter)) == alter


def test_notes_are_spelled_in_their_context() -> None:
    sharp, natural = Fraction(1), Fraction(0)
    pitch = Pitch("F", sharp, 5)
    assert note_text(pitch, Fraction(2), in_force=sharp) == "f2"
    assert note_text(pitch, Fraction(2), in_force=natural) == "^f2"
    assert note_text(Pitch("F", natural, 3), Fraction(1, 2), in_force=sharp) == "=F,/"


def test_written_elements_are_read_alike() -> None:
    notes = [note_text(Pitch(step, Fraction(0), 4), Fraction(1), Fraction(0)) for step in "CEG"]
    text = f"X:1\nL:1/8\nK:C\n{chord_text(notes, Fraction(3))}{rest_text(Fraction(1, 2))}|\n"
    chord, rest = parse(text).voices[0].elements[:2]
    assert isinstance(chord, Chord)
    assert [note.pitch.step for note in chord.notes] == ["C", "E", "G"]
    assert chord.duration == Fraction(3, 8)
    assert rest.duration == Fraction(1, 16)
