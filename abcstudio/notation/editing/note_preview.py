"""What a note would be if it were moved on the staff."""

from fractions import Fraction

from abcstudio.notation.measures.places import Place
from abcstudio.notation.pitch import STEPS, Pitch
from abcstudio.notation.score import BarLine, Chord, Clef, ClefChange, KeyChange, Note, Score

_LOWEST_LINES = {"G": 30, "F": 18, "C": 24}
"""The height in steps above C0 of the lowest line under a G clef on the second line, and so on."""

_USUAL_LINES = {"G": 2, "F": 4, "C": 3}


def moved_pitch(score: Score, place: Place, steps: int) -> Pitch:
    """Return the pitch that a note would have so many staff positions higher.

    As `note_edits.with_pitch` writes it: altered by an accidental before it in the measure, else by
    the key.
    """
    assert place.note is not None
    octave, step = divmod(place.note.pitch.diatonic + steps, 7)
    if steps == 0:
        return place.note.pitch
    letter = STEPS[step]
    return Pitch(letter, _alter(score, place, letter, octave), octave)


def staff_position(score: Score, place: Place, steps: int) -> int:
    """Return where a note would stand: 0 for the lowest line, 1 for the space above it."""
    assert place.note is not None
    clef = score.voices[place.voice].clef
    for element in score.voices[place.voice].elements[: place.index]:
        if isinstance(element, ClefChange):
            clef = element.clef
    return place.note.pitch.diatonic + 7 * clef.drawn_octaves + steps - _lowest_line(clef)


def _lowest_line(clef: Clef) -> int:
    shape = clef.shape if clef.shape in _LOWEST_LINES else "G"
    line = clef.line if clef.shape in _LOWEST_LINES else _USUAL_LINES["G"]
    return _LOWEST_LINES[shape] - 2 * (line - _USUAL_LINES[shape]) + 7 * clef.octave_shift


def _alter(score: Score, place: Place, letter: str, octave: int) -> Fraction:
    key, alter = score.key, None
    for element in score.voices[place.voice].elements[: place.index]:
        if isinstance(element, KeyChange):
            key, alter = element.key, None
        elif isinstance(element, BarLine):
            alter = None
        elif isinstance(element, Chord):
            for note in _notes(element):
                if note.accidental and note.pitch.step == letter:
                    alter = note.pitch.alter
    return key.alter_of(letter) if alter is None else alter


def _notes(chord: Chord) -> tuple[Note, ...]:
    return (*(chord.grace_notes.notes if chord.grace_notes else ()), *chord.notes)
