"""Sentences about chords whose notes need not last alike (ABC 2.1, 4.17)."""

from collections.abc import Sequence
from fractions import Fraction

from abcstudio.messages import Phrase
from abcstudio.notation.explaining.pitch_words import length_words, name_words
from abcstudio.notation.score import Chord, Note
from abcstudio.notation.values.lengths import length_of

_MAX_NAMED = 6


def explain_chord(chord: Chord) -> Phrase:
    """Return which notes a chord has and how long it is; each note's length where they differ."""
    parameters: dict[str, object] = {
        "count": len(chord.notes),
        "length": length_words(chord.notated_duration),
    }
    if _differ(chord.notes):
        parameters["notes"] = _listed([_named_with_length(note, chord) for note in _first(chord)])
        return Phrase("explain.chord-lengths", parameters)
    names = [name_words(note.pitch.step, note.pitch.alter) for note in _first(chord)]
    parameters["notes"] = _listed(names)
    return Phrase(f"explain.chord{'-one' if len(chord.notes) == 1 else ''}", parameters)


def explain_length_in_chord(chord: Chord, inner: str, outer: str) -> tuple[Phrase, ...]:
    """Return what makes one note of a chord so long, and what of it the chord takes over.

    Args:
        chord: With the note.
        inner: The length that is written at the note.
        outer: The length that is written after the chord.
    """
    found: list[Phrase] = []
    factors = length_of(inner), length_of(outer)
    if inner and outer and all(factors):
        found.append(Phrase("explain.length-multiplied", {"inner": inner, "outer": outer}))
    if _differ(chord.notes):
        length = length_words(chord.notated_duration)
        found.append(Phrase("explain.chord-length-of-first", {"length": length}))
    return tuple(found)


def written_length(note: Note, element: Chord) -> Fraction:
    """Return the length that a note shows: a tuplet does not change it."""
    tuplet = element.tuplet
    return note.duration * Fraction(tuplet.p, tuplet.q) if tuplet else note.duration


def _differ(notes: Sequence[Note]) -> bool:
    return any(note.duration != notes[0].duration for note in notes)


def _first(chord: Chord) -> Sequence[Note]:
    return chord.notes[:_MAX_NAMED]


def _named_with_length(note: Note, chord: Chord) -> Phrase:
    name = name_words(note.pitch.step, note.pitch.alter)
    length = length_words(written_length(note, chord))
    return Phrase("explain.chord-note", {"name": name, "length": length})


def _listed(names: Sequence[Phrase | str]) -> Phrase | str:
    """Return names as one list, in the order in which they are written."""
    listed: Phrase | str = ""
    for name in names:
        listed = Phrase("explain.list", {"first": listed, "next": name}) if listed else name
    return listed
