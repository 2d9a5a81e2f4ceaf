"""Notes of a melody as ABC."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from abcstudio.corpus.melody_index.melody import LineNote
from abcstudio.corpus.melody_reader import PER_WHOLE_NOTE
from abcstudio.interchange.key_finder import spelled
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.values.spelling import note_text

UNIT = Fraction(1, 8)
"""The unit note length that is written."""


def written(
    key: KeySignature, meter: Meter, notes: Sequence[LineNote], place: Fraction = Fraction(0)
) -> str:
    """Return notes as ABC, with blanks between beats and the bar lines of their measures.

    Args:
        key: What is in force for accidentals.
        meter: Says how long a beat is.
        notes: The notes.
        place: How much of its measure lies before the first note, in whole notes.
    """
    return "".join(_music(key, _beat(meter), notes, place)).strip()


def _beat(meter: Meter) -> Fraction:
    if meter.is_compound:
        return Fraction(3, 8)
    return Fraction(1, 2) if meter.measure_duration == 1 else Fraction(1, 4)


def _music(
    key: KeySignature, beat: Fraction, notes: Sequence[LineNote], place: Fraction
) -> Iterator[str]:
    """Yield notes, blanks between beats, and bar lines where the tune has them."""
    measure, altered = notes[0].measure, dict[str, Fraction]()
    for note in notes:
        if note.measure != measure:
            measure, place = note.measure, Fraction(0)
            altered.clear()
            yield "|"
        elif place and not place % beat:
            yield " "
        pitch, length = spelled(note.pitch, key), Fraction(note.length, PER_WHOLE_NOTE)
        in_force = altered.get(pitch.step, key.alter_of(pitch.step))
        altered[pitch.step] = pitch.alter
        yield note_text(pitch, length / UNIT, in_force)
        place += length
