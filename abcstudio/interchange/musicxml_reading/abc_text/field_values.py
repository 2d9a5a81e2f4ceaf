"""Values of ABC fields: keys, clefs, texts that are safe wherever they stand."""

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.pitch import STEPS
from abcstudio.notation.score import Clef
from abcstudio.notation.values.spelling import accidental_text

_CLEFS = {
    "G": ("treble", 2), "F": ("bass", 4), "C": ("alto", 3), "perc": ("perc", 3),
    "none": ("none", 2),
}  # fmt: skip
_OCTAVES = {1: "8", 2: "15", 3: "22"}
_IN_SYLLABLES = {sign: f"&#{ord(sign)};" for sign in "_*|~-"}


def field_text(words: str) -> str:
    """Return words as the text string of a field (ABC 2.1, 8.2)."""
    for sign in "\\%&":
        words = words.replace(sign, f"\\{sign}")
    return words


def quoted_text(words: str) -> str:
    """Return words as they stand between the quotes of an annotation or a name."""
    return field_text(words).replace('"', "&quot;")


def syllable_text(words: str) -> str:
    """Return what one note sings as a `w:` line has it."""
    written = field_text(words)
    for sign, code in _IN_SYLLABLES.items():
        written = written.replace(sign, code)
    return "~".join(written.split())


def key_text(key: KeySignature) -> str:
    """Return the value of a `K:` field."""
    if key.highland_pipes:
        return key.highland_pipes
    if not key.tonic:
        signs = [
            f" {accidental_text(key.alter_of(step))}{step.lower()}"
            for step in STEPS
            if any(step == each for each, _ in key.explicit)
        ]
        return "none" + "".join(signs)
    mode = {"major": "", "minor": "m"}.get(key.mode, key.mode[:3])
    return key.tonic + mode


def clef_text(clef: Clef) -> str:
    """Return a clef's name: "treble", "bass3", "treble-8"."""
    name, line = _CLEFS[clef.shape]
    if clef.line != line:
        name += str(clef.line)
    if clef.octave_shift:
        name += ("+" if clef.octave_shift > 0 else "-") + _OCTAVES[abs(clef.octave_shift)]
    return name
