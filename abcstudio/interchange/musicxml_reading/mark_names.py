"""Which decoration a sign of MusicXML is: the table of decorations read backwards."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from abcstudio.decoration_table import DECORATIONS

_Key = tuple[str, str, str]

_GROUPS = ("ornaments", "articulations", "technical")
_DIRECTIONS = ("dynamics", "wedge", "pedal", "segno", "coda", "words", "sound")
_NOT_SAID = re.compile(r"[\s.]+")
_MORE_WORDS = {
    "dacapoalfine": "D.C.alfine", "dacapoalcoda": "D.C.alcoda", "dalsegno": "D.S.",
    "dalsegnoalfine": "D.S.alfine", "dalsegnoalcoda": "D.S.alcoda", "alcoda": "dacoda",
}  # fmt: skip
AT_END = frozenset(row.name for row in DECORATIONS if row.at_end)
"""The decorations that belong to the end of the music before them."""

NAMES = frozenset(row.name for row in DECORATIONS)
"""Every decoration."""


def _key(sign: Element) -> _Key:
    kind = sign.get("slash", "")
    if sign.tag in ("fermata", "wavy-line"):
        kind = sign.get("type", "")
    if sign.tag == "fermata" and kind != "inverted":
        kind = "upright"
    return sign.tag, (sign.text or "").strip(), kind


def _rows() -> Iterator[tuple[str, list[Element]]]:
    for row in DECORATIONS:
        yield row.name, list(ElementTree.fromstring(f"<row>{row.exported}</row>"))


def _signs(elements: list[Element]) -> list[Element]:
    return [sign for each in elements for sign in (each if each.tag in _GROUPS else [each])]


def _note_signs() -> dict[_Key, str]:
    """Return the decorations that are one sign at a note; of equal signs the first row's."""
    found: dict[_Key, str] = {}
    for name, elements in _rows():
        signs = _signs(elements)
        if len(signs) == 1 and signs[0].tag not in (*_DIRECTIONS, "other-notation"):
            found.setdefault(_key(signs[0]), name)
    return found


def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, elements in _rows():
        if name in AT_END and elements and elements[0].tag == "words":
            found.setdefault(_said(elements[0].text or ""), name)
    return _MORE_WORDS | found


def _said(text: str) -> str:
    return _NOT_SAID.sub("", text).lower()


_NOTE_SIGNS = _note_signs()
_WORDS = _words()
_WAVY = {"start": "trill(", "stop": "trill)"}
_SOUNDS = {"dacapo": "D.C.", "dalsegno": "D.S.", "fine": "fine", "tocoda": "dacoda"}


def note_decoration(sign: Element, *, is_ours: bool) -> str:
    """Return the decoration of a child of `ornaments` or its like, "" for none.

    A turn stands for a roll in our own files, where rolls are many and turns are few.
    """
    if sign.tag == "wavy-line":
        return _WAVY.get(sign.get("type", ""), "")
    if sign.tag == "other-notation":
        name = (sign.text or "").strip()
        return name if name in NAMES else ""
    if sign.tag == "strong-accent":
        return "marcato"
    name = _NOTE_SIGNS.get(_key(sign), "")
    return "turn" if name == "roll" and not is_ours else name


def words_decoration(text: str) -> str:
    """Return the decoration that words such as "D.C. al Fine" are, "" for none."""
    return _WORDS.get(_said(text), "")


def sound_decoration(sound: Element) -> str:
    """Return the decoration of a jump that is only heard, "" for none."""
    return next((name for key, name in _SOUNDS.items() if sound.get(key)), "")


def dynamic_decoration(sign: Element) -> str:
    """Return the decoration of a child of `dynamics`, "" for none."""
    return sign.tag if sign.tag in NAMES else ""
