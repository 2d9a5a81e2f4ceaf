"""Chord symbols such as `"Am7/G"` as MusicXML's `harmony`."""

import re
from xml.etree.ElementTree import Element

from abcstudio.interchange.xml_text import add

_SYMBOL = re.compile(
    r"\s*\(?(?P<root>[A-G])(?P<sign>##|bb|[#b♯♭]?)(?P<kind>[^/\s)]*)"
    r"(?:/(?P<bass>[A-Ga-g])(?P<bass_sign>[#b♯♭]?))?\)?\s*"
)
_ALTERS = {"#": 1, "♯": 1, "b": -1, "♭": -1, "##": 2, "bb": -2}
_NO_CHORD = re.compile(r"\s*n\.?\s*c\.?\s*", re.IGNORECASE)

_Degrees = tuple[tuple[int, int, str], ...]
_KINDS: dict[str, tuple[str, _Degrees]] = {
    "": ("major", ()), "maj": ("major", ()), "M": ("major", ()), "major": ("major", ()),
    "m": ("minor", ()), "min": ("minor", ()), "mi": ("minor", ()), "-": ("minor", ()),
    "minor": ("minor", ()),
    "+": ("augmented", ()), "aug": ("augmented", ()),
    "dim": ("diminished", ()), "o": ("diminished", ()), "°": ("diminished", ()),
    "7": ("dominant", ()), "dom7": ("dominant", ()),
    "maj7": ("major-seventh", ()), "M7": ("major-seventh", ()), "ma7": ("major-seventh", ()),
    "m7": ("minor-seventh", ()), "min7": ("minor-seventh", ()), "-7": ("minor-seventh", ()),
    "mi7": ("minor-seventh", ()),
    "dim7": ("diminished-seventh", ()), "o7": ("diminished-seventh", ()),
    "°7": ("diminished-seventh", ()),
    "m7b5": ("half-diminished", ()), "ø": ("half-diminished", ()), "ø7": ("half-diminished", ()),
    "aug7": ("augmented-seventh", ()), "+7": ("augmented-seventh", ()),
    "7+": ("augmented-seventh", ()), "7#5": ("augmented-seventh", ()),
    "mM7": ("major-minor", ()), "mmaj7": ("major-minor", ()), "minmaj7": ("major-minor", ()),
    "6": ("major-sixth", ()), "maj6": ("major-sixth", ()),
    "m6": ("minor-sixth", ()), "min6": ("minor-sixth", ()),
    "9": ("dominant-ninth", ()), "maj9": ("major-ninth", ()), "M9": ("major-ninth", ()),
    "m9": ("minor-ninth", ()), "min9": ("minor-ninth", ()),
    "11": ("dominant-11th", ()), "m11": ("minor-11th", ()), "maj11": ("major-11th", ()),
    "13": ("dominant-13th", ()), "m13": ("minor-13th", ()), "maj13": ("major-13th", ()),
    "sus2": ("suspended-second", ()), "sus": ("suspended-fourth", ()),
    "sus4": ("suspended-fourth", ()),
    "7sus": ("suspended-fourth", ((7, -1, "add"),)),
    "7sus4": ("suspended-fourth", ((7, -1, "add"),)),
    "5": ("power", ()), "add9": ("major", ((9, 0, "add"),)), "add2": ("major", ((2, 0, "add"),)),
    "7b9": ("dominant", ((9, -1, "add"),)), "7#9": ("dominant", ((9, 1, "add"),)),
    "7b5": ("dominant", ((5, -1, "alter"),)), "7#11": ("dominant", ((11, 1, "add"),)),
}  # fmt: skip


def add_harmony(measure: Element, text: str) -> bool:
    """Add a chord symbol before the note that is added next; False when it names no chord."""
    if _NO_CHORD.fullmatch(text):
        return _add_no_chord(measure, text.strip())
    match = _SYMBOL.fullmatch(text)
    if match is None:
        return False
    harmony = add(measure, "harmony", placement="above")
    _add_pitch(add(harmony, "root"), "root", match["root"], match["sign"])
    kind, degrees = _KINDS.get(match["kind"], ("other", ()))
    add(harmony, "kind", kind, text=match["kind"])
    if match["bass"]:
        _add_pitch(add(harmony, "bass"), "bass", match["bass"].upper(), match["bass_sign"])
    for value, alter, use in degrees:
        degree = add(harmony, "degree", print_object="no")
        add(degree, "degree-value", value)
        add(degree, "degree-alter", alter)
        add(degree, "degree-type", use)
    return True


def _add_no_chord(measure: Element, text: str) -> bool:
    harmony = add(measure, "harmony", placement="above")
    add(add(harmony, "root"), "root-step", "C", text="")
    add(harmony, "kind", "none", text=text)
    return True


def _add_pitch(parent: Element, name: str, step: str, sign: str) -> None:
    add(parent, f"{name}-step", step)
    if sign:
        add(parent, f"{name}-alter", _ALTERS[sign])
