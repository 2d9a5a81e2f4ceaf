"""Pitches as musicians write them: a step, how far it is altered, and an octave."""

from dataclasses import dataclass
from fractions import Fraction

STEPS = "CDEFGAB"
_SEMITONES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


@dataclass(frozen=True, slots=True)
class Pitch:
    """One pitch.

    Attributes:
        step: A letter of `STEPS`.
        alter: Semitones up (sharp) or down (flat) as it sounds; fractions are microtones.
        octave: The scientific octave; ABC's `C` is C4, middle C, and `c` is C5.
    """

    step: str
    alter: Fraction
    octave: int

    @property
    def midi_number(self) -> Fraction:
        """The MIDI note number, 60 for middle C; a fraction for a microtone."""
        return 12 * (self.octave + 1) + _SEMITONES[self.step] + self.alter

    @property
    def diatonic(self) -> int:
        """Staff positions above C0: neighbours differ by one whatever their alter."""
        return 7 * self.octave + STEPS.index(self.step)
