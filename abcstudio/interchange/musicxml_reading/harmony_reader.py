"""MusicXML's `harmony` as chord symbols such as `Am7/G`."""

from xml.etree.ElementTree import Element

from abcstudio.interchange.musicxml_harmony import kind_of
from abcstudio.interchange.musicxml_reading.values import child_integer, words_of
from abcstudio.notation.pitch import STEPS
from abcstudio.notation.values.chord_kinds import knows_kind, read_chord_name

_SIGNS = {
    "": "", "major": "", "minor": "m", "augmented": "aug", "diminished": "dim", "dominant": "7",
    "major-seventh": "maj7", "minor-seventh": "m7", "diminished-seventh": "dim7",
    "augmented-seventh": "aug7", "half-diminished": "m7b5", "major-minor": "m(maj7)",
    "major-sixth": "6", "minor-sixth": "m6", "dominant-ninth": "9", "major-ninth": "maj9",
    "minor-ninth": "m9", "dominant-11th": "11", "major-11th": "maj11", "minor-11th": "m11",
    "dominant-13th": "13", "major-13th": "maj13", "minor-13th": "m13",
    "suspended-second": "sus2", "suspended-fourth": "sus4", "power": "5", "other": "",
    "pedal": "",
}  # fmt: skip
_ALTERS = {0: "", 1: "#", -1: "b", 2: "##", -2: "bb"}
_ADDED = (2, 4, 5, 6, 9, 11, 13)
_OMITTED = (3, 5)
_NOTHING = "N.C."


def chord_symbol(harmony: Element) -> str:
    """Return a chord symbol; "" where ABC has none for it."""
    kind = harmony.find("kind")
    name = words_of(kind.text) if kind is not None else ""
    if name == "none":
        return _NOTHING
    root, bass = _name(harmony, "root"), _name(harmony, "bass")
    over = f"/{bass}" if bass else ""
    if not root:
        return ""
    written = f"{root}{words_of(kind.get('text') if kind is not None else '')}{over}"
    is_known = knows_kind(written) and _is_kind(written, name)
    if is_known and (name == "other" or not _degrees(harmony) or _shows_degrees(harmony)):
        return written
    if name not in _SIGNS:
        return ""
    return f"{root}{_with_degrees(_SIGNS[name], _degrees(harmony))}{over}"


def _is_kind(symbol: str, kind: str) -> bool:
    """Return whether the signs of a symbol mean a kind of MusicXML."""
    read = read_chord_name(symbol)
    return read is not None and kind_of(read.intervals) in (kind or "major", "other")


def _shows_degrees(harmony: Element) -> bool:
    """Return whether the kind's own text holds the degrees, which are only heard."""
    return all(each.get("print-object") == "no" for each in harmony.iter("degree"))


def _name(harmony: Element, kind: str) -> str:
    """Return a root or bass as ABC writes it, "" for none."""
    parent = harmony.find(kind)
    if parent is None:
        return ""
    step = words_of(parent.findtext(f"{kind}-step")).upper()
    alter = child_integer(parent, f"{kind}-alter")
    return step + _ALTERS[alter] if step in STEPS and step and alter in _ALTERS else ""


def _degrees(harmony: Element) -> list[str]:
    found = []
    for degree in harmony.iter("degree"):
        value = child_integer(degree, "degree-value")
        sign = _ALTERS.get(child_integer(degree, "degree-alter"), "")
        use = words_of(degree.findtext("degree-type"))
        if use == "subtract" and value in _OMITTED:
            found.append(f"no{value}")
        elif use == "alter" and sign and value in _ADDED:
            found.append(f"{sign}{value}")
        elif use == "add" and value in _ADDED:
            found.append(f"add{sign}{value}")
    return found


def _with_degrees(kind: str, degrees: list[str]) -> str:
    """Return a kind with its changes; "C(b5)" is C with a low fifth, "Cb5" another root."""
    signs = "".join(degrees)
    return f"{kind}({signs})" if signs[:1] in ("b", "#") and not kind else kind + signs
