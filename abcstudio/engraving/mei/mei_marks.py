"""Decorations, chord symbols and annotations as MEI: signs on a note, events of a measure."""

import re

from abcstudio.engraving.mei.mei_text import plain, tag
from abcstudio.notation.score import Annotation, ChordSymbol, Decoration

ARTICULATIONS = {
    "staccato": "stacc", "accent": "acc", "tenuto": "ten", "wedge": "stacciss", "marcato": "marc",
    "upbow": "upbow", "downbow": "dnbow", "snap": "snap", "open": "open", "plus": "stop",
}  # fmt: skip
"""Decorations that are an attribute of the note."""

_FLAT = re.compile(r"(?<=[A-G])b|b(?=\d)")
TREMOLOS = {"/": "1slash", "//": "2slash", "///": "3slash", "////": "4slash"}

_EVENTS: dict[str, tuple[str, dict[str, object]]] = {
    "fermata": ("fermata", {"place": "above"}),
    "invertedfermata": ("fermata", {"place": "below", "form": "inv"}),
    "halffermata": ("fermata", {"place": "above", "shape": "angular"}),
    "trill": ("trill", {}),
    "lowermordent": ("mordent", {"form": "lower"}),
    "uppermordent": ("mordent", {"form": "upper"}),
    "turn": ("turn", {"form": "upper"}),
    "turnx": ("turn", {"form": "upper", "glyph.auth": "smufl", "glyph.num": "U+E569"}),
    "invertedturn": ("turn", {"form": "lower"}),
    "invertedturnx": ("turn", {"form": "lower"}),
    "segno": ("repeatMark", {"func": "segno"}),
    "coda": ("repeatMark", {"func": "coda"}),
    "breath": ("breath", {}),
    "shortphrase": ("breath", {}),
    "mediumphrase": ("breath", {}),
    "longphrase": ("caesura", {}),
    "arpeggio": ("arpeg", {}),
    "ped": ("pedal", {"dir": "down"}),
    "ped(": ("pedal", {"dir": "down"}),
    "ped-up": ("pedal", {"dir": "up"}),
    "ped-end": ("pedal", {"dir": "up"}),
    "ped)": ("pedal", {"dir": "up"}),
}
_WORDS = {
    "D.S.": "D.S.", "D.C.": "D.C.", "dacapo": "Da Capo", "dacoda": "To Coda", "dalsegno": "D.S.",
    "fine": "Fine", "D.C.alcoda": "D.C. al Coda", "D.C.alfine": "D.C. al Fine",
    "D.S.alcoda": "D.S. al Coda", "D.S.alfine": "D.S. al Fine", "slide": "slide", "bend": "bend",
}  # fmt: skip
_DYNAMICS = frozenset(
    ("pppp", "ppp", "pp", "p", "mp", "mf", "f", "ff", "fff", "ffff", "sf", "sfz", "rfz", "fp")
)
_FINGERS = frozenset("012345")
_ROLLS = frozenset(("roll", "irishroll"))
_ROLL = "U+EAA9"
"""A wave, as Irish tunebooks print it; the font has no sign of that name."""
_LINE_ENDS = re.compile(r";|\\n")
SPANNERS: dict[str, tuple[str, dict[str, object]]] = {
    "crescendo": ("hairpin", {"form": "cres", "place": "below"}),
    "diminuendo": ("hairpin", {"form": "dim", "place": "below"}),
    "trill": ("trill", {"extender": "true"}),
    "8va": ("octave", {"dis": 8, "dis.place": "above"}),
    "8vb": ("octave", {"dis": 8, "dis.place": "below"}),
    "15ma": ("octave", {"dis": 15, "dis.place": "above"}),
    "15mb": ("octave", {"dis": 15, "dis.place": "below"}),
    "-": ("gliss", {"lform": "solid"}),
    "~": ("gliss", {"lform": "wavy"}),
}
"""Decorations that begin with `name(` and end with `name)`."""
_HEADS: dict[str, dict[str, object]] = {
    "style=x": {"head.shape": "x"},
    "style=rhythm": {"head.shape": "slash"},
    "style=harmonic": {"head.shape": "diamond"},
    "style=triangle": {"head.shape": "isotriangle"},
    "squarenote": {"head.shape": "square"},
    "ghost": {"head.mod": "paren"},
    "invisible": {"head.visible": "false"},
}
"""Decorations that change the note heads themselves."""


def articulations(decorations: tuple[Decoration, ...]) -> str:
    """Return the value of the note's `artic` attribute, "" for none."""
    names = (ARTICULATIONS.get(decoration.name) for decoration in decorations)
    return " ".join(name for name in names if name)


def tremolo(decorations: tuple[Decoration, ...]) -> str:
    """Return the value of the note's `stem.mod` attribute, "" for none."""
    return next((TREMOLOS[d.name] for d in decorations if d.name in TREMOLOS), "")


def head_attributes(decorations: tuple[Decoration, ...]) -> dict[str, object]:
    """Return what decorations make of the note heads under them."""
    values: dict[str, object] = {}
    for decoration in decorations:
        values |= _HEADS.get(decoration.name, {})
    return values


def accidental_attributes(decorations: tuple[Decoration, ...]) -> dict[str, object]:
    """Return how the accidentals under decorations stand: in parentheses, or small above."""
    names = {decoration.name for decoration in decorations}
    if "courtesy" in names:
        return {"enclose": "paren"}
    return {"func": "edit"} if "editorial" in names else {}


def decoration_event(decoration: Decoration, start_id: str, staff: int) -> str:
    """Return the measure's event for a decoration, "" when it has none of its own."""
    name = decoration.name
    where: dict[str, object] = {
        "xml:id": f"d-{decoration.span.start}", "staff": staff, "startid": f"#{start_id}",
    }  # fmt: skip
    if name in _EVENTS:
        element, values = _EVENTS[name]
        return tag(element, where | values)
    if name in _ROLLS:
        return tag("turn", where | {"glyph.auth": "smufl", "glyph.num": _ROLL})
    if name in _DYNAMICS:
        return tag("dynam", where | {"place": "below", "vgrp": staff}, plain(name))
    if name in _FINGERS:
        return tag("fing", where | {"place": "above"}, name)
    if name in _WORDS:
        return tag("dir", where | {"place": "above"}, plain(_WORDS[name]))
    return ""


def fermata_at(decoration: Decoration, beat: float, staff: int = 1) -> str:
    """Return a fermata over a bar line: at the beat after the last of its measure."""
    element, values = _EVENTS[decoration.name]
    where: dict[str, object] = {
        "xml:id": f"d-{decoration.span.start}", "staff": staff, "tstamp": beat,
    }  # fmt: skip
    return tag(element, where | values)


def chord_symbols_event(symbols: tuple[ChordSymbol, ...], start_id: str, staff: int) -> str:
    """Return a note's chord symbols, side by side above the staff, with real sharps and flats.

    Verovio would print them over one another, and knows no second line of them.
    """
    words = " ".join(_LINE_ENDS.sub(" ", symbol.text).strip() for symbol in symbols).strip()
    if not words:
        return ""
    shown = _FLAT.sub("♭", words).replace("#", "♯")
    where: dict[str, object] = {
        "xml:id": f"h-{symbols[0].span.start}", "staff": staff, "startid": f"#{start_id}",
        "place": "above",
    }  # fmt: skip
    return tag("harm", where, plain(shown))


def annotation_event(annotation: Annotation, start_id: str, staff: int) -> str:
    """Return free text above or below the staff, on several lines where it has a `;`."""
    where: dict[str, object] = {
        "xml:id": f"a-{annotation.span.start}", "staff": staff, "startid": f"#{start_id}",
        "place": "below" if annotation.placement == "_" else "above",
    }  # fmt: skip
    lines = [plain(line.strip()) for line in _LINE_ENDS.split(annotation.text)]
    return tag("dir", where, "<lb/>".join(lines)) if any(lines) else ""
