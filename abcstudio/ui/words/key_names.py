"""Keys and intervals by the names that musicians give them."""

from PySide6.QtCore import QCoreApplication

from abcstudio.notation.key_signature import KeySignature


def key_name(key: KeySignature) -> str:
    """Return a key's name, for example "B♭ major"."""
    if not key.tonic:
        return QCoreApplication.translate("KeyNames", "no key")
    if key.highland_pipes:
        return QCoreApplication.translate("KeyNames", "the pipes' key")
    return tonic_name(key.tonic, key.mode)


def tonic_name(tonic: str, mode: str) -> str:
    """Return the name of a tonic ("Bb") in a mode ("major", or "" for accidentals of its own)."""
    shown = note_name(tonic[0], tonic[1:].replace("#", "♯").replace("b", "♭"))
    modes = {
        "major": QCoreApplication.translate("KeyNames", "{0} major"),
        "ionian": QCoreApplication.translate("KeyNames", "{0} ionian"),
        "minor": QCoreApplication.translate("KeyNames", "{0} minor"),
        "aeolian": QCoreApplication.translate("KeyNames", "{0} aeolian"),
        "dorian": QCoreApplication.translate("KeyNames", "{0} dorian"),
        "mixolydian": QCoreApplication.translate("KeyNames", "{0} mixolydian"),
        "phrygian": QCoreApplication.translate("KeyNames", "{0} phrygian"),
        "lydian": QCoreApplication.translate("KeyNames", "{0} lydian"),
        "locrian": QCoreApplication.translate("KeyNames", "{0} locrian"),
    }
    return modes[mode].format(shown) if mode in modes else shown


def note_name(step: str, sign: str) -> str:
    """Return the name of a step with the sign that alters it, for example "B♭"."""
    translate = QCoreApplication.translate
    steps = {
        "C": translate("NoteNames", "C"),
        "D": translate("NoteNames", "D"),
        "E": translate("NoteNames", "E"),
        "F": translate("NoteNames", "F"),
        "G": translate("NoteNames", "G"),
        "A": translate("NoteNames", "A"),
        "B": translate("NoteNames", "B"),
    }
    altered = {
        "♯": translate("NoteNames", "{0}♯"),
        "♭": translate("NoteNames", "{0}♭"),
        "𝄪": translate("NoteNames", "{0}𝄪"),
        "𝄫": translate("NoteNames", "{0}𝄫"),
    }
    return altered.get(sign, "{0}").format(steps.get(step, step))


def interval_choices() -> tuple[tuple[str, str], ...]:
    """Return the intervals that tunes are moved by: short name ("m3") and words."""
    translate = QCoreApplication.translate
    return (
        ("m2", translate("KeyNames", "Minor second (1 semitone)")),
        ("M2", translate("KeyNames", "Major second (2 semitones)")),
        ("m3", translate("KeyNames", "Minor third (3 semitones)")),
        ("M3", translate("KeyNames", "Major third (4 semitones)")),
        ("P4", translate("KeyNames", "Fourth (5 semitones)")),
        ("A4", translate("KeyNames", "Augmented fourth (6 semitones)")),
        ("d5", translate("KeyNames", "Diminished fifth (6 semitones)")),
        ("P5", translate("KeyNames", "Fifth (7 semitones)")),
        ("m6", translate("KeyNames", "Minor sixth (8 semitones)")),
        ("M6", translate("KeyNames", "Major sixth (9 semitones)")),
        ("m7", translate("KeyNames", "Minor seventh (10 semitones)")),
        ("M7", translate("KeyNames", "Major seventh (11 semitones)")),
        ("P8", translate("KeyNames", "Octave (12 semitones)")),
    )
