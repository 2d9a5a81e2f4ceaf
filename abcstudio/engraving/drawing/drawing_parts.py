"""The parts of a drawing: signs, figures, texts, the boxes around them.

Lengths are Verovio's drawing units; y grows downwards. The parts are named tuples: a score has
thousands, and they pass from process to process.
"""

import re
from typing import NamedTuple

_PAIR = re.compile(r"(-?[\d.]+[ ,]+)(-?[\d.]+)")


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

    def lowered(self, down: float) -> "Box":
        """Return the box so much lower."""
        return Box(self.left, self.top + down, self.right, self.bottom + down) if down else self


class Glyph(NamedTuple):
    """A musical sign: the outline `EngravedScore.outlines[name]`, scaled and then moved."""

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
    """Characters of one look; musical ones (`is_music`) are drawn from `EngravedScore.outlines`."""

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
    """Where a note, a rest or a measure stands in the score."""

    element_id: str
    box: Box

    @property
    def offset(self) -> int:
        """The place of its first character in the tune's text."""
        return offset_of(self.element_id)


def offset_of(element_id: str) -> int:
    """Return the number in an id: `n-17` and its tied continuation `n-17-2` stand for 17."""
    return int(element_id.split("-")[1])


def moved_id(element_id: str, offset: int, measure: int) -> str:
    """Return the id of what stands so many characters, or measures, later."""
    if not element_id:
        return element_id
    letter, _, place = element_id.partition("-")
    number, dash, count = place.partition("-")
    return f"{letter}-{int(number) + (measure if letter == 'm' else offset)}{dash}{count}"


def moved_item(item: Item, down: float, offset: int, measure: int) -> Item:
    """Return an item that stands lower in the score and later in the tune."""
    element_id = moved_id(item.element_id, offset, measure)
    if isinstance(item, Shape):
        return item._replace(element_id=element_id, data=lowered_data(item.data, down))
    if isinstance(item, Glyph):
        return Glyph(element_id, item.name, item.x, item.y + down, item.scale)
    return item._replace(element_id=element_id, y=item.y + down)


def lowered_data(data: str, down: float) -> str:
    """Return path data of absolute commands with x and y in turn, moved downwards."""
    if not down:
        return data
    return _PAIR.sub(lambda pair: f"{pair[1]}{number(float(pair[2]) + down)}", data)


def number(value: float) -> str:
    """Return a length as it is written in path data: a whole one without a point."""
    return str(int(value)) if value == int(value) else f"{value:.4f}".rstrip("0")
