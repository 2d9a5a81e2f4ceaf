"""How a tune writes halves and quarters of its unit note length, so that an edit writes alike."""

import re
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.values.lengths import length_of
from abcstudio.notation.values.spelling import length_text

_BARE_HALF = re.compile(r"[A-Ga-gzx][,']*/(?![/\d])")
_FULL_HALF = re.compile(r"[A-Ga-gzx][,']*/2")
_SLASHES = re.compile(r"[A-Ga-gzx][,']*//(?![/\d])")


@dataclass(frozen=True, slots=True)
class LengthStyle:
    """A tune's habits.

    Attributes:
        full_half: A half is `/2`, not `/`.
        slashes: A quarter is `//`, not `/4`.
    """

    full_half: bool = False
    slashes: bool = False

    @classmethod
    def of(cls, text: str) -> "LengthStyle":
        """Return the habits of a tune's text."""
        full_half = bool(_FULL_HALF.search(text)) and not _BARE_HALF.search(text)
        return cls(full_half, bool(_SLASHES.search(text)))

    def text(self, factor: Fraction) -> str:
        """Return a factor of the unit note length as this tune would write it."""
        if self.slashes and factor == Fraction(1, 4):
            return "//"
        if self.full_half and factor == Fraction(1, 2):
            return "/2"
        return length_text(factor)

    def multiplied(self, written: str, by: Fraction) -> str:
        """Return a written length multiplied; what is no length stays."""
        factor = length_of(written)
        return written if factor is None or by == 1 else self.text(factor * by)
