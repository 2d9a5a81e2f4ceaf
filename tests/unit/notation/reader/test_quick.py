"""The quick makers give the very objects that the classes give, frozen alike."""

from dataclasses import FrozenInstanceError, fields, replace
from fractions import Fraction

import pytest

from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.quick import make_chord, make_note, make_span
from abcstudio.notation.score import Chord, Note, TimedElement
from abcstudio.notation.spans import Span

PITCH = Pitch("C", Fraction(0), 4)
EIGHTH = Fraction(1, 8)


def _chord() -> Chord:
    note = make_note(make_span(3, 5), PITCH, "^", EIGHTH, True)
    return make_chord(
        make_span(3, 5), EIGHTH, EIGHTH, EIGHTH, None, True, 1, 2, (), (), (), None, (), (note,)
    )  # fmt: skip


def test_a_quick_object_equals_an_ordinary_one() -> None:
    note = Note(Span(3, 5), PITCH, "^", EIGHTH, True)
    ordinary = Chord(
        span=Span(3, 5), onset=EIGHTH, duration=EIGHTH, notated_duration=EIGHTH,
        beam_continues=True, slur_starts=1, slur_ends=2, notes=(note,),
    )  # fmt: skip
    assert _chord() == ordinary
    assert hash(_chord()) == hash(ordinary)
    assert repr(_chord()) == repr(ordinary)
    assert type(_chord()) is Chord
    assert isinstance(_chord(), TimedElement)


def test_a_quick_object_is_frozen() -> None:
    chord = _chord()
    for made in (chord, chord.notes[0], chord.span):
        for field in fields(made):
            with pytest.raises(FrozenInstanceError):
                setattr(made, field.name, 0)


def test_a_quick_object_can_be_changed_by_replacing() -> None:
    assert replace(_chord(), slur_ends=0).slur_ends == 0
