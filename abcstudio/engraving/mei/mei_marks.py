"""Decorations, chord symbols and annotations as MEI: signs on a note, events of a measure."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from abcstudio.decoration_table import DECORATIONS, ENDS_LINE
from abcstudio.engraving.mei.mei_text import plain, tag
from abcstudio.notation.score import Annotation, ChordSymbol, Decoration

_FLAT = re.compile(r"(?<=[A-G])b|b(?=\d)")
_LINE_ENDS = re.compile(r";|\\n")
_PARTS_OF_NOTES = ("note", "accid")
_ALL_PARTS = ("stem.visible",)
"""What each of the tied notes has that one chord is written as."""
_BELOW_STAFF = ("dynam", "hairpin")
"""What is lined up with the others of its kind below the staff."""


class _Drawn(NamedTuple):
    """How a decoration is drawn: a MEI element."""

    element: str
    values: dict[str, str]
    text: str


def _drawn() -> dict[str, _Drawn]:
    """Return how each decoration is drawn that has a sign."""
    found = {}
    for row in DECORATIONS:
        if row.drawn and row.drawn != ENDS_LINE:
            element = ElementTree.fromstring(row.drawn)
            found[row.name] = _Drawn(element.tag, dict(element.attrib), element.text or "")
    return found


_DRAWN = _drawn()
SPANNERS = frozenset(row.name[:-1] for row in DECORATIONS if row.drawn == ENDS_LINE)
"""Decorations that begin with `name(` and end with `name)`."""


def note_attributes(decorations: tuple[Decoration, ...], is_first: bool) -> dict[str, object]:
    """Return what decorations make of a note's stem and of the signs on it.

    Args:
        decorations: Of one chord.
        is_first: It is the first of the tied notes that the chord is written as.
    """
    values: dict[str, object] = {}
    for key, value in _of_element("note", decorations):
        if key == "artic":
            values[key] = f"{values.get(key, '')} {value}".strip()
        elif not key.startswith("head."):
            values.setdefault(key, value)
    return values if is_first else {key: values[key] for key in _ALL_PARTS if key in values}


def head_attributes(decorations: tuple[Decoration, ...]) -> dict[str, object]:
    """Return what decorations make of the note heads under them."""
    return {k: v for k, v in _of_element("note", decorations) if k.startswith("head.")}


def accidental_attributes(decorations: tuple[Decoration, ...]) -> dict[str, object]:
    """Return how the accidentals under decorations stand: in parentheses, or small above."""
    return dict(_of_element("accid", decorations))


def _of_element(element: str, decorations: Iterable[Decoration]) -> Iterator[tuple[str, str]]:
    for decoration in decorations:
        drawn = _DRAWN.get(decoration.name)
        if drawn is not None and drawn.element == element:
            yield from drawn.values.items()


def decoration_event(decoration: Decoration, start_id: str, staff: int) -> str:
    """Return the measure's event for a decoration, "" when it has none of its own."""
    drawn = _DRAWN.get(decoration.name)
    if drawn is None or drawn.element in _PARTS_OF_NOTES:
        return ""
    where: dict[str, object] = {
        "xml:id": f"d-{decoration.span.start}", "staff": staff, "startid": f"#{start_id}",
    }  # fmt: skip
    return tag(drawn.element, where | _placed(drawn, staff), plain(drawn.text))


def spanner_event(name: str, start_id: str, end_id: str, staff: int) -> str:
    """Return the event for a decoration that is a line from one note to another.

    Args:
        name: Without its bracket; one of `SPANNERS`.
        start_id: The note that it begins at.
        end_id: The note that it ends at.
        staff: The number of the staff.
    """
    drawn = _DRAWN[f"{name}("]
    ends = {"startid": f"#{start_id}", "endid": f"#{end_id}"}
    return tag(drawn.element, {"staff": staff, **_placed(drawn, staff), **ends})


def _placed(drawn: _Drawn, staff: int) -> dict[str, object]:
    return {**drawn.values, "vgrp": staff if drawn.element in _BELOW_STAFF else ""}


def fermata_at(decoration: Decoration, beat: float, staff: int = 1) -> str:
    """Return a fermata over a bar line: at the beat after the last of its measure."""
    drawn = _DRAWN[decoration.name]
    where: dict[str, object] = {
        "xml:id": f"d-{decoration.span.start}", "staff": staff, "tstamp": beat,
    }  # fmt: skip
    return tag(drawn.element, where | drawn.values)


def chord_symbols_event(symbols: tuple[ChordSymbol, ...], start_id: str, staff: int) -> str:
    """Return a note's chord symbols, side by side above the staff, with real sharps and flats.

    Verovio would print them over one another, and has no second line for them.
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
