"""Notes in words, in the window's language: their pitch, their length, their place on the staff."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from abcstudio.notation.editing.note_steps import base_and_dots
from abcstudio.notation.measures.places import Place
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.score import Rest

_SIGNS = {-2: "𝄫", -1: "♭", 0: "", 1: "♯", 2: "𝄪"}
_LINES = 9


def pitch_name(pitch: Pitch) -> str:
    """Return a pitch's name with its octave, for example "F♯4"."""
    sign = _SIGNS.get(int(pitch.alter), "") if pitch.alter.denominator == 1 else ""
    return f"{pitch.step}{sign}{pitch.octave}"


def length_name(duration: Fraction) -> str:
    """Return a note value's name, for example "dotted quarter"; a fraction for what is none."""
    found = base_and_dots(duration)
    name = value_names().get(found[0]) if found is not None else None
    if found is None or name is None:
        return QCoreApplication.translate("NoteWords", "{0} of a whole note").format(duration)
    dotted = (
        "{0}",
        QCoreApplication.translate("NoteWords", "dotted {0}"),
        QCoreApplication.translate("NoteWords", "double dotted {0}"),
        QCoreApplication.translate("NoteWords", "triple dotted {0}"),
    )
    return dotted[found[1]].format(name)


def value_names() -> dict[Fraction, str]:
    """Return the names of undotted note values."""
    translate = QCoreApplication.translate
    return {
        Fraction(2): translate("NoteWords", "double whole"),
        Fraction(1): translate("NoteWords", "whole"),
        Fraction(1, 2): translate("NoteWords", "half"),
        Fraction(1, 4): translate("NoteWords", "quarter"),
        Fraction(1, 8): translate("NoteWords", "eighth"),
        Fraction(1, 16): translate("NoteWords", "sixteenth"),
        Fraction(1, 32): translate("NoteWords", "thirty-second"),
        Fraction(1, 64): translate("NoteWords", "sixty-fourth"),
    }


def place_words(place: Place) -> str:
    """Return what a note or rest is, for example "G4, eighth"."""
    translate = QCoreApplication.translate
    if isinstance(place.element, Rest) and place.element.measures:
        return translate("NoteWords", "whole-measure rest")
    length = length_name(place.element.notated_duration)
    if place.note is None:
        return translate("NoteWords", "{0} rest").format(length)
    name = pitch_name(place.note.pitch)
    if place.is_grace:
        return translate("NoteWords", "{0}, grace note").format(name)
    return f"{name}, {length}"


def staff_words(position: int) -> str:
    """Return where a note stands; `position` counts lines and spaces from the lowest line, 0."""
    translate = QCoreApplication.translate
    if position < 0:
        return translate("NoteWords", "below the staff")
    if position >= _LINES:
        return translate("NoteWords", "above the staff")
    number = position // 2 + 1
    if position % 2:
        return translate("NoteWords", "space {0}").format(number)
    return translate("NoteWords", "line {0}").format(number)
