"""How pitches, accidentals and lengths are written in ABC (ABC 2.1, 4.1 to 4.3)."""

from collections.abc import Iterable
from fractions import Fraction

from abcstudio.notation.pitch import Pitch

CIRCLE = "FCGDAEB"
"""The steps a fifth apart: the line of fifths repeats them, seven sharps further each time."""


def accidental_text(alter: Fraction) -> str:
    """Return the accidental that gives a note this alter: "=", "^", "__", "^3/2"."""
    if alter == 0:
        return "="
    sign = "^" if alter > 0 else "_"
    size = abs(alter)
    if size.denominator != 1 or size > 2:
        return f"{sign}{size.numerator}/{size.denominator}"
    return sign * int(size)


def letter_text(step: str, octave: int) -> str:
    """Return a note letter with as few octave marks as it needs: `C,`, `C`, `c`, `c'`."""
    if octave >= 5:
        return step.lower() + "'" * (octave - 5)
    return step + "," * (4 - octave)


def length_text(factor: Fraction) -> str:
    """Return what a factor of the unit note length is written as: "", "3", "/", "3/2", "/4".

    Raises:
        ValueError: The factor is not positive.
    """
    if factor <= 0:
        raise ValueError(f"a note cannot last {factor} units")
    top = "" if factor.numerator == 1 else str(factor.numerator)
    if factor.denominator == 1:
        return top
    return "/" if factor == Fraction(1, 2) else f"{top}/{factor.denominator}"


def note_text(pitch: Pitch, factor: Fraction, in_force: Fraction) -> str:
    """Return a note in its context.

    Args:
        pitch: What it sounds, where neither clef nor `octave=` shifts it.
        factor: Its length in unit note lengths.
        in_force: What its step is altered by without an accidental: by the key, or by an
            accidental before it in the measure.
    """
    accidental = "" if pitch.alter == in_force else accidental_text(pitch.alter)
    return accidental + letter_text(pitch.step, pitch.octave) + length_text(factor)


def chord_text(notes: Iterable[str], factor: Fraction = Fraction(1)) -> str:
    """Return notes as one chord; `factor` multiplies their lengths (ABC 2.1, 4.17)."""
    return f"[{''.join(notes)}]{length_text(factor)}"


def rest_text(factor: Fraction, *, visible: bool = True) -> str:
    """Return a rest of so many unit note lengths."""
    return ("z" if visible else "x") + length_text(factor)


def step_name(step: str, alter: Fraction | int) -> str:
    """Return how keys and chord symbols name a step: "F#", "Bb"."""
    return step + ("#" * int(alter) if alter > 0 else "b" * int(-alter))


def place_in_fifths(step: str, alter: int) -> int:
    """Return where a step with whole alters stands on the line of fifths; F is 0."""
    return CIRCLE.index(step) + 7 * alter


def step_at_fifths(place: int) -> tuple[str, int]:
    """Return the step and alter at a place of the line of fifths."""
    return CIRCLE[place % 7], place // 7
