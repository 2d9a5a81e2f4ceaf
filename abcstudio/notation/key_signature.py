"""Key signatures by rule: tonic and mode give fifths, fifths give the alters (ABC 2.1, 3.1.14)."""

from dataclasses import dataclass, field
from fractions import Fraction

_CIRCLE = "FCGDAEB"
_MODE_FIFTHS = {
    "major": 0,
    "ionian": 0,
    "mixolydian": -1,
    "dorian": -2,
    "minor": -3,
    "aeolian": -3,
    "phrygian": -4,
    "locrian": -5,
    "lydian": 1,
}


@dataclass(frozen=True, slots=True)
class KeySignature:
    """A key.

    Attributes:
        tonic: For example "G", "Bb", "F#"; "" for no key (`K:none`, empty `K:`).
        mode: A key of the modes, "major" for none; "" for no key.
        fifths: Sharps (positive) or flats (negative) of tonic and mode.
        explicit: Alters written out after the mode (`K:D ^c`), per step; they win over `fifths`.
        highland_pipes: "HP" or "Hp" when so written.
    """

    tonic: str = ""
    mode: str = ""
    fifths: int = 0
    explicit: tuple[tuple[str, Fraction], ...] = field(default=())
    highland_pipes: str = ""

    def alter_of(self, step: str) -> Fraction:
        """Return how the key alters a step, in semitones."""
        for explicit_step, alter in self.explicit:
            if explicit_step == step:
                return alter
        place = _CIRCLE.index(step)
        if self.fifths > 0:
            return Fraction((self.fifths - place + 6) // 7)
        return -Fraction((-self.fifths - (6 - place) + 6) // 7)


def fifths_of(tonic: str, mode: str) -> int:
    """Return the fifths of a tonic ("F#") in a mode ("dorian"); may pass 7."""
    sharps = tonic.count("#") - tonic.count("b")
    return _CIRCLE.index(tonic[0]) - 1 + 7 * sharps + _MODE_FIFTHS[mode]
