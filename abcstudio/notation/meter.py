"""Meters (ABC 2.1, 3.1.6)."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Meter:
    """A meter.

    Attributes:
        beats: The numerators; several for a sum such as `(2+3+2)/8`. Empty if free (`M:none`).
        beat_unit: The denominator.
        symbol: "C" or "C|" when written so, else "".
    """

    beats: tuple[int, ...]
    beat_unit: int
    symbol: str = ""

    @property
    def is_free(self) -> bool:
        """Whether measures may have any length."""
        return not self.beats

    @property
    def measure_duration(self) -> Fraction:
        """The length of a full measure in whole notes; 0 in free meter."""
        return Fraction(sum(self.beats), self.beat_unit)

    @property
    def written(self) -> str:
        """The value of an `M:` field that makes it: "6/8", "C|", "(2+3)/8", "none"."""
        if self.symbol or self.is_free:
            return self.symbol or "none"
        beats = "+".join(map(str, self.beats))
        return f"{beats if len(self.beats) == 1 else f'({beats})'}/{self.beat_unit}"

    @property
    def is_compound(self) -> bool:
        """Whether beats divide by three: 6/8, 9/8, 12/8 (ABC 2.1, 4.13)."""
        return len(self.beats) == 1 and self.beats[0] in (6, 9, 12) and self.beat_unit == 8

    @property
    def default_unit_note_length(self) -> Fraction:
        """The unit note length where `L:` is missing (ABC 2.1, 3.1.7)."""
        if self.is_free:
            return Fraction(1, 8)
        return Fraction(1, 16) if self.measure_duration < Fraction(3, 4) else Fraction(1, 8)
