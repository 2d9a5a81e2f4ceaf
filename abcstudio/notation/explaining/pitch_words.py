"""Pitches and lengths in a musician's words: "F sharp above middle C", "a dotted quarter note"."""

from collections.abc import Iterable
from fractions import Fraction

from abcstudio.messages import Phrase
from abcstudio.notation.measures.measure_checks import describe_length
from abcstudio.notation.note_values import note_values
from abcstudio.notation.pitch import STEPS, Pitch

_ALTERS = {0: "natural", 1: "sharp", -1: "flat", 2: "double-sharp", -2: "double-flat"}
_TONICS = {"": "", "#": "-sharp", "b": "-flat"}
_SEMITONES = (0, 2, 4, 5, 7, 9, 11)
_PLURALS = {
    1: "wholes", 2: "halves", 4: "quarters", 8: "eighths", 16: "sixteenths", 32: "thirty-seconds"
}  # fmt: skip
_UNITS = (1, 2, 4, 8, 16, 32)
_LONGEST, _SHORTEST = 2, 128
_MIDDLE_OCTAVE, _HIGHEST_OCTAVE = 4, 7


def sign_words(alter: Fraction) -> Phrase:
    """Return the name of the sign that alters a note: sharp, flat, natural sign."""
    whole = _ALTERS.get(int(alter)) if alter.denominator == 1 else None
    return Phrase(f"explain.sign.{whole or 'microtone'}")


def step_words(step: str) -> Phrase:
    """Return the name of a step."""
    return Phrase(f"explain.step.{step}")


def tonic_words(tonic: str) -> Phrase:
    """Return the tonic of a key, such as "G", "Bb" or "F#", as the names of keys have it."""
    return Phrase(f"explain.tonic{_TONICS[tonic[1:]]}", {"step": step_words(tonic[:1])})


def name_words(step: str, alter: Fraction, *, say_natural: bool = False) -> Phrase:
    """Return a step and how it is altered, without its octave; "natural" only where asked for."""
    if say_natural and alter == 0:
        return Phrase("explain.alter.natural-said", {"step": step_words(step)})
    name = _ALTERS.get(int(alter)) if alter.denominator == 1 else None
    if name is not None:
        return Phrase(f"explain.alter.{name}", {"step": step_words(step)})
    way = "higher" if alter > 0 else "lower"
    return Phrase(f"explain.alter.{way}", {"step": step_words(step), "amount": abs(alter)})


def pitch_words(pitch: Pitch, *, say_natural: bool = False) -> Phrase:
    """Return a pitch with its place above or below middle C."""
    name = {"name": name_words(pitch.step, pitch.alter, say_natural=say_natural)}
    if pitch.step == "C" and pitch.octave == _MIDDLE_OCTAVE:
        return Phrase(
            "explain.octave.beside-middle-c" if pitch.alter else "explain.octave.middle-c", name
        )
    if pitch.octave > _HIGHEST_OCTAVE:
        return Phrase("explain.octave.higher", name)
    if pitch.octave < 0:
        return Phrase("explain.octave.lower", name)
    if pitch.step == "C":
        return Phrase(f"explain.octave.c.{pitch.octave}", name)
    return Phrase(f"explain.octave.{pitch.octave}", name)


def length_words(length: Fraction) -> Phrase:
    """Return a length as one note value if it is one, else counted in such values."""
    if length <= 0:
        return Phrase("explain.no-length")
    values = note_values(length.numerator, length.denominator, _LONGEST, _SHORTEST)
    if len(values) != 1 or values[0].duration != length or values[0].dots > 2:
        return describe_length(length)
    base = values[0].base
    number = "2w" if base == _LONGEST else str(base.denominator)
    return Phrase(f"explain.value.{number}{('', '.dot', '.dots')[values[0].dots]}")


def unit_words(length: Fraction) -> Phrase:
    """Return a unit length in short, such as "an eighth"."""
    if length.numerator == 1 and length.denominator in _UNITS:
        return Phrase(f"explain.unit.{length.denominator}")
    return length_words(length)


def counted_words(count: int, unit: int) -> Phrase:
    """Return so many notes of 1/`unit`, counted in that unit however long they are together."""
    if count == 1 or unit not in _PLURALS:
        return length_words(Fraction(count, unit))
    return Phrase(f"notation.length-{_PLURALS[unit]}", {"count": count})


def short_name(step: str, alter: int) -> str:
    """Return a name as it stands in lists of notes: "F♯", "B♭"."""
    return step + ("♯" * alter if alter > 0 else "♭" * -alter)


def chord_notes(root_step: str, root_alter: int, intervals: Iterable[int]) -> list[str]:
    """Return the notes of a chord by name, each on the step that its interval asks for."""
    intervals = tuple(intervals)
    root = STEPS.index(root_step)
    names: list[str] = []
    for semitones in intervals:
        place = root + _steps_up(semitones, intervals)
        natural = 12 * (place // 7) + _SEMITONES[place % 7] - _SEMITONES[root]
        names.append(short_name(STEPS[place % 7], semitones - natural + root_alter))
    return names


def _steps_up(semitones: int, intervals: tuple[int, ...]) -> int:
    """Return how many steps above the root a tone of a chord is written."""
    if semitones == 8 and 7 not in intervals:
        return 4
    if semitones == 9 and 6 in intervals and 3 in intervals and 10 not in intervals:
        # The seventh of a diminished chord.
        return 6
    if semitones == 15 and 4 in intervals:
        return 8
    return (0, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 6, 7, 8, 8, 9, 9, 10, 10, 11, 12, 12, 13)[semitones]
