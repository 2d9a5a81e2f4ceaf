"""Intervals by their names, by rule: "m3", "P5", "A4" (third minor, fifth perfect, ...)."""

import re
from dataclasses import dataclass

_NAME = re.compile(r"(P|M|m|A|d)(\d{1,2})")
# On the line of fifths, and in semitones, from a note up to the perfect or major interval above it.
_FIFTHS = {1: 0, 2: 2, 3: 4, 4: -1, 5: 1, 6: 3, 7: 5}
_SEMITONES = {1: 0, 2: 2, 3: 4, 4: 5, 5: 7, 6: 9, 7: 11}
_PERFECT = (1, 4, 5)
_LARGEST = 22


@dataclass(frozen=True, slots=True)
class Interval:
    """The distance between two written notes, upwards.

    Attributes:
        quality: "P" perfect, "M" major, "m" minor, "A" augmented, "d" diminished.
        number: 1 for a unison, 8 for an octave, up to 22.
    """

    quality: str
    number: int

    def __post_init__(self) -> None:
        allowed = "PAd" if self._simple in _PERFECT else "MmAd"
        if not 1 <= self.number <= _LARGEST or self.quality not in tuple(allowed):
            raise ValueError(f"there is no interval {self.quality}{self.number}")

    @classmethod
    def named(cls, name: str) -> "Interval":
        """Return the interval of a name such as "m3".

        Raises:
            ValueError: There is none of this name.
        """
        match = _NAME.fullmatch(name)
        if not match:
            raise ValueError(f"{name!r} names no interval")
        return cls(match[1], int(match[2]))

    @property
    def name(self) -> str:
        """Its short name."""
        return f"{self.quality}{self.number}"

    @property
    def semitones(self) -> int:
        """How many semitones it spans."""
        octaves = (self.number - 1) // 7
        return 12 * octaves + _SEMITONES[self._simple] + self._change

    @property
    def fifths(self) -> int:
        """How far it moves a note on the line of fifths."""
        return _FIFTHS[self._simple] + 7 * self._change

    @property
    def _simple(self) -> int:
        return (self.number - 1) % 7 + 1

    @property
    def _change(self) -> int:
        """Semitones from the perfect or major interval of this number."""
        is_perfect = self._simple in _PERFECT
        return {"P": 0, "M": 0, "A": 1, "m": -1, "d": -1 if is_perfect else -2}[self.quality]
