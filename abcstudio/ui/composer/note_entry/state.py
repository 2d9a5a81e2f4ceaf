"""What the next note entered will be."""

from dataclasses import dataclass
from fractions import Fraction

LENGTHS = tuple(Fraction(1, 2**power) for power in range(7))
"""Whole note to sixty-fourth, in the order in which buttons stand."""


@dataclass(frozen=True, slots=True)
class EntryState:
    """The choices of the note entry.

    Attributes:
        base: The note value without its dot, in whole notes.
        triplet_left: How many notes of a triplet are to come; 0 enters plain notes.
        is_chord: The next note sounds with the one before it.
    """

    base: Fraction = Fraction(1, 8)
    is_dotted: bool = False
    triplet_left: int = 0
    is_chord: bool = False

    @property
    def length(self) -> Fraction:
        """The length of head and dot, in whole notes."""
        return self.base * Fraction(3, 2) if self.is_dotted else self.base
