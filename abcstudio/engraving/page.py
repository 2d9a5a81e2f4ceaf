"""One engraved page as plain drawing: what to paint where, and what of the text it stands for.

Lengths are Verovio's drawing units: a staff is `STAFF_HEIGHT` high, y grows downwards.
The small parts are named tuples: a score has thousands, and they pass from process to process.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

STAFF_HEIGHT = 720


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def united(self, other: "Box") -> "Box":
        """Return the smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Glyph(NamedTuple):
    """A musical sign: the outline `Page.outlines[name]`, scaled and then moved to its place."""

    element_id: str
    name: str
    x: float
    y: float
    scale: float


class Shape(NamedTuple):
    """A line or a filled figure, given as SVG path data of absolute commands.

    Attributes:
        stroke_width: 0 for no outline.
        dashes: Lengths of strokes and gaps; empty for a solid line.
    """

    element_id: str
    data: str
    is_filled: bool
    stroke_width: float
    has_round_ends: bool = False
    dashes: tuple[float, ...] = ()


class TextRun(NamedTuple):
    """Characters of one look; musical ones (`is_music`) are drawn from `Page.outlines`."""

    text: str
    size: float
    is_bold: bool = False
    is_italic: bool = False
    is_music: bool = False


class Text(NamedTuple):
    """One line of text; its "start", "middle" or "end" (`anchor`) stands at x, y."""

    element_id: str
    x: float
    y: float
    anchor: str
    runs: tuple[TextRun, ...]


Item = Glyph | Shape | Text


class ElementBox(NamedTuple):
    """Where a note, a rest or a measure stands on the page."""

    element_id: str
    box: Box

    @property
    def offset(self) -> int:
        """The place of its first character in the tune's text."""
        return offset_of(self.element_id)


@dataclass(frozen=True, slots=True)
class Page:
    """An engraved tune.

    Attributes:
        outlines: Signs by their SMuFL code ("E0A4"), as SVG path data; there y grows upwards,
            1000 to four staff spaces.
        items: In painting order. The id of an item is that of the nearest element that stands for
            text: `n-<offset>` a note, `c-<offset>` a chord's stem, `r-<offset>` a rest,
            `m-<number>` the rest of a measure; "" when there is none.
        notes: Boxes of note heads and rests.
        measures: Boxes of measures, from the first to the last staff line.
        systems: Boxes of systems with all that belongs to them, from top to bottom.
        system_items: For each system the places of its items in `items`; what stands in none is
            the head above the music and the words below it.
    """

    width: float
    height: float
    outlines: Mapping[str, str]
    items: tuple[Item, ...]
    notes: tuple[ElementBox, ...]
    measures: tuple[ElementBox, ...]
    systems: tuple[Box, ...]
    system_items: tuple[range, ...] = ()


def offset_of(element_id: str) -> int:
    """Return the number in an id: `n-17` and its tied continuation `n-17-2` stand for 17."""
    return int(element_id.split("-")[1])
