"""What note letters and lengths mean under one key, octave and unit note length, kept in memory.

A tune uses few different notes, and tunes share keys and units: after the first tunes of a set
nearly every note is one look-up.
"""

from fractions import Fraction
from functools import lru_cache

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.limits import MAX_WHOLE_NOTES
from abcstudio.notation.pitch import STEPS, Pitch
from abcstudio.notation.values.lengths import length_of

_MAX_KNOWN = 1000


class KnownNotes:
    """The notes of one key, octave and unit; what it returns depends on nothing else.

    Attributes:
        unit: The unit note length.
        notes: Pitch and length of notes without accidental, by their text, as far as known.
    """

    def __init__(self, key: KeySignature, octave_shift: int, unit: Fraction) -> None:
        self.unit = unit
        self.notes: dict[str, tuple[Pitch, Fraction]] = {}
        self._octave_shift = octave_shift
        self._alters = {step: key.alter_of(step) for step in STEPS}
        self._lengths: dict[str, Fraction | None] = {"": unit}
        self._pitches: dict[tuple[str, str], Pitch] = {}

    def octave_of(self, letter: str, marks: str) -> int:
        """Return the octave of a note letter with its apostrophes and commas."""
        octave = (5 if letter.islower() else 4) + self._octave_shift
        return octave + marks.count("'") - marks.count(",")

    def pitch_of(self, letter: str, marks: str) -> Pitch:
        """Return the pitch of a note letter as the key alters it."""
        pitch = self._pitches.get((letter, marks))
        if pitch is None:
            step = letter.upper()
            pitch = Pitch(step, self._alters[step], self.octave_of(letter, marks))
            if len(self._pitches) < _MAX_KNOWN:
                self._pitches[letter, marks] = pitch
        return pitch

    def length_of(self, written: str) -> Fraction | None:
        """Return how long a note with this length is; None where it makes no sense."""
        if written in self._lengths:
            return self._lengths[written]
        factor = length_of(written)
        length = None if factor is None else self.unit * factor
        if length is not None and length > MAX_WHOLE_NOTES:
            length = None
        if len(self._lengths) < _MAX_KNOWN:
            self._lengths[written] = length
        return length

    def remember(self, written: str, pitch: Pitch, length: Fraction) -> None:
        """Keep what a whole note without accidental means, such as `c'3/2`."""
        if len(self.notes) < _MAX_KNOWN:
            self.notes[written] = (pitch, length)


known_notes = lru_cache(maxsize=128)(KnownNotes)
"""`KnownNotes` of a key, octave shift and unit, from memory where it can."""
