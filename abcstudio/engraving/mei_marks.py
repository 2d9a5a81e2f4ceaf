"""Decorations, chord symbols and annotations as MEI: signs on a note, events of a measure."""

import re

from abcstudio.engraving.mei_text import plain, tag
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
    "trill": ("trill", {}),
    "lowermordent": ("mordent", {"form": "lower"}),
    "uppermordent": ("mordent", {"form": "upper"}),
    "turn": ("turn", {"form": "upper"}),
    "turnx": ("turn", {"form": "upper"}),
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
    "D.S.alcoda": "D.S. al Coda", "D.S.alfine": "D.S. al Fine", "slide": "slide",
    "8va(": "8va", "8vb(": "8vb", "15ma(": "15ma", "15mb(": "15mb",
}  # fmt: skip
_DYNAMICS = frozenset(
    ("pppp", "ppp", "pp", "p", "mp", "mf", "f", "ff", "fff", "ffff", "sf", "sfz", "rfz", "fp")
)
_FINGERS = frozenset("012345")
_ROLLS = frozenset(("roll", "irishroll"))
SPANNERS = {
    "crescendo": ("hairpin", {"form": "cres", "place": "below"}),
    "diminuendo": ("hairpin", {"form": "dim", "place": "below"}),
    "trill": ("trill", {"extender": "true"}),
}
"""Decorations that begin with `name(` and end with `name)`."""


def articulations(decorations: tuple[Decoration, ...]) -> str:
    """Return the value of the note's `artic` attribute, "" for none."""
    names = (ARTICULATIONS.get(decoration.name) for decoration in decorations)
    return " ".join(name for name in names if name)


def tremolo(decorations: tuple[Decoration, ...]) -> str:
    """Return the value of the note's `stem.mod` attribute, "" for none."""
    return next((TREMOLOS[d.name] for d in decorations if d.name in TREMOLOS), "")


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
        return tag("turn", where | {"form": "upper"})
    if name in _DYNAMICS:
        return tag("dynam", where | {"place": "below"}, plain(name))
    if name in _FINGERS:
        return tag("fing", where | {"place": "above"}, name)
    if name in _WORDS:
        return tag("dir", where | {"place": "above"}, plain(_WORDS[name]))
    return ""


def chord_symbol_event(symbol: ChordSymbol, start_id: str, staff: int) -> str:
    """Return a chord symbol above the staff, with real signs for sharps and flats."""
    shown = _FLAT.sub("♭", symbol.text).replace("#", "♯")
    where: dict[str, object] = {
        "xml:id": f"h-{symbol.span.start}", "staff": staff, "startid": f"#{start_id}",
        "place": "above",
    }  # fmt: skip
    return tag("harm", where, plain(shown)) if shown.strip() else ""


def annotation_event(annotation: Annotation, start_id: str, staff: int) -> str:
    """Return free text above or below the staff."""
    where: dict[str, object] = {
        "xml:id": f"a-{annotation.span.start}", "staff": staff, "startid": f"#{start_id}",
        "place": "below" if annotation.placement == "_" else "above",
    }  # fmt: skip
    return tag("dir", where, plain(annotation.text)) if annotation.text.strip() else ""
