"""Spans, notes and chords made quickly, for the loops that make several objects a note.

A frozen dataclass sets each field through `object.__setattr__`, which costs a chord of fourteen
fields nearly three times what an ordinary object costs. The makers here fill an unfrozen twin of
the same layout and then turn it into the real class: the same object, frozen from then on, equal
to one that was made the ordinary way.
"""

from fractions import Fraction
from typing import Any

from abcstudio.notation.pitch import Pitch
from abcstudio.notation.score import (
    Annotation,
    Chord,
    ChordSymbol,
    Decoration,
    GraceNotes,
    Note,
    Syllable,
    Tuplet,
)
from abcstudio.notation.spans import Span


def unfrozen(cls: type) -> Any:
    """Return a class whose objects can be filled and then become objects of `cls`."""
    return type(
        f"Unfrozen{cls.__name__}",
        cls.__bases__,
        {
            "__slots__": cls.__dict__["__slots__"],
            "__setattr__": object.__setattr__,
            "__delattr__": object.__delattr__,
        },
    )


_new: Any = object.__new__
_UnfrozenSpan = unfrozen(Span)
_UnfrozenNote = unfrozen(Note)
_UnfrozenChord = unfrozen(Chord)


def make_span(start: int, end: int) -> Span:
    """Return `Span(start, end)`."""
    span = _new(_UnfrozenSpan)
    span.start = start
    span.end = end
    span.__class__ = Span
    return span  # type: ignore[no-any-return]


def make_note(span: Span, pitch: Pitch, accidental: str, duration: Fraction, tied: bool) -> Note:
    """Return a `Note` of these fields."""
    note = _new(_UnfrozenNote)
    note.span = span
    note.pitch = pitch
    note.accidental = accidental
    note.duration = duration
    note.tied = tied
    note.__class__ = Note
    return note  # type: ignore[no-any-return]


def make_chord(
    span: Span,
    onset: Fraction,
    duration: Fraction,
    notated_duration: Fraction,
    tuplet: Tuplet | None,
    beam_continues: bool,
    slur_starts: int,
    slur_ends: int,
    decorations: tuple[Decoration, ...],
    chord_symbols: tuple[ChordSymbol, ...],
    annotations: tuple[Annotation, ...],
    grace_notes: GraceNotes | None,
    syllables: tuple[Syllable, ...],
    notes: tuple[Note, ...],
) -> Chord:
    """Return a `Chord` of these fields."""
    chord = _new(_UnfrozenChord)
    chord.span = span
    chord.onset = onset
    chord.duration = duration
    chord.notated_duration = notated_duration
    chord.tuplet = tuplet
    chord.beam_continues = beam_continues
    chord.slur_starts = slur_starts
    chord.slur_ends = slur_ends
    chord.decorations = decorations
    chord.chord_symbols = chord_symbols
    chord.annotations = annotations
    chord.grace_notes = grace_notes
    chord.syllables = syllables
    chord.notes = notes
    chord.__class__ = Chord
    return chord  # type: ignore[no-any-return]


def move_chord(
    chord: Chord, span: Span, onset: Fraction, tuplet: Tuplet | None, notes: tuple[Note, ...]
) -> Chord:
    """Return a chord without marks at another place, all else as in `chord`."""
    made = _new(_UnfrozenChord)
    made.span = span
    made.onset = onset
    made.duration = chord.duration
    made.notated_duration = chord.notated_duration
    made.tuplet = tuplet
    made.beam_continues = chord.beam_continues
    made.slur_starts = chord.slur_starts
    made.slur_ends = chord.slur_ends
    made.decorations = made.chord_symbols = made.annotations = made.syllables = ()
    made.grace_notes = None
    made.notes = notes
    made.__class__ = Chord
    return made  # type: ignore[no-any-return]
