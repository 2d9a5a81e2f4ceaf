"""Chord symbols such as `"Am7/G"` as MusicXML's `harmony`."""

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from abcstudio.interchange.xml_text import add
from abcstudio.notation.values.chord_kinds import NO_CHORD, read_chord_name

# Root and bass as they are spelled; what the kind between them means is notation's to say.
_ROOT = re.compile(r"\s*\(?\s*([A-G])(##|bb|[#b♯♭]?)")
_BASS = re.compile(r"/\s*([A-Ga-g])(##|bb|[#b♯♭]?)\s*\)?\s*$")
_ALTERS = {"#": 1, "♯": 1, "b": -1, "♭": -1, "##": 2, "bb": -2}

_KINDS: dict[tuple[int, ...], str] = {
    (0, 4, 7): "major", (0, 3, 7): "minor", (0, 4, 8): "augmented", (0, 3, 6): "diminished",
    (0, 4, 7, 10): "dominant", (0, 4, 7, 11): "major-seventh", (0, 3, 7, 10): "minor-seventh",
    (0, 3, 6, 9): "diminished-seventh", (0, 4, 8, 10): "augmented-seventh",
    (0, 3, 6, 10): "half-diminished", (0, 3, 7, 11): "major-minor",
    (0, 4, 7, 9): "major-sixth", (0, 3, 7, 9): "minor-sixth",
    (0, 4, 7, 10, 14): "dominant-ninth", (0, 4, 7, 11, 14): "major-ninth",
    (0, 3, 7, 10, 14): "minor-ninth", (0, 4, 7, 10, 14, 17): "dominant-11th",
    (0, 4, 7, 11, 14, 17): "major-11th", (0, 3, 7, 10, 14, 17): "minor-11th",
    (0, 4, 7, 10, 14, 17, 21): "dominant-13th", (0, 4, 7, 11, 14, 17, 21): "major-13th",
    (0, 3, 7, 10, 14, 17, 21): "minor-13th",
    (0, 2, 7): "suspended-second", (0, 5, 7): "suspended-fourth", (0, 7): "power",
}  # fmt: skip
# Degree and alter of an added tone; MusicXML counts from a dominant chord, whose seventh is minor.
_ADDED = {
    2: (2, 0), 5: (4, 0), 9: (6, 0), 10: (7, 0), 11: (7, 1), 13: (9, -1), 14: (9, 0), 15: (9, 1),
    17: (11, 0), 18: (11, 1), 20: (13, -1), 21: (13, 0), 22: (13, 1),
}  # fmt: skip
_FIFTH, _ALTERED_FIFTHS = 7, {6: -1, 8: 1}

_Degrees = tuple[tuple[int, int, str], ...]


def add_harmony(measure: Element, text: str) -> bool:
    """Add a chord symbol before the note that is added next; False when it names no chord."""
    name = read_chord_name(text)
    root = _ROOT.match(text)
    if name is NO_CHORD:
        harmony = add(measure, "harmony", placement="above")
        add(add(harmony, "root"), "root-step", "C")
        add(harmony, "kind", "none", text=text.strip())
        return True
    if name is None or root is None:
        return False
    harmony = add(measure, "harmony", placement="above")
    _add_pitch(harmony, "root", root[1], root[2])
    kind, degrees = _kind(name.intervals)
    add(harmony, "kind", kind, text=name.kind)
    bass = _BASS.search(text.split(";", 1)[0], root.end())
    if bass is not None:
        _add_pitch(harmony, "bass", bass[1].upper(), bass[2])
    for value, alter, use in degrees:
        degree = add(harmony, "degree", print_object="no")
        add(degree, "degree-value", value)
        add(degree, "degree-alter", alter)
        add(degree, "degree-type", use)
    return True


def kind_of(intervals: tuple[int, ...]) -> str:
    """Return MusicXML's kind that is nearest to some tones above the root."""
    return _kind(intervals)[0]


@lru_cache(maxsize=256)
def _kind(intervals: tuple[int, ...]) -> tuple[str, _Degrees]:
    """Return MusicXML's kind of some tones above the root, and what must be added or altered."""
    tones = set(intervals)
    inside = [kind for kind in _KINDS if tones.issuperset(kind)]
    if inside:
        nearest = max(inside, key=len)
        rest = [_ADDED.get(tone) for tone in sorted(tones.difference(nearest))]
        added = tuple((*degree, "add") for degree in rest if degree is not None)
        return (_KINDS[nearest], added) if len(added) == len(rest) else ("other", ())
    for altered, alter in _ALTERED_FIFTHS.items():
        plain = tuple(sorted(tones.difference((altered,)) | {_FIFTH}))
        if altered in tones and plain in _KINDS:
            return _KINDS[plain], ((5, alter, "alter"),)
    return "other", ()


def _add_pitch(harmony: Element, name: str, step: str, sign: str) -> None:
    parent = add(harmony, name)
    add(parent, f"{name}-step", step)
    if sign:
        add(parent, f"{name}-alter", _ALTERS[sign])
