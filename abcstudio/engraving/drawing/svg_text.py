"""The lines of text in Verovio's SVG, each run of characters with its look."""

import re
from typing import NamedTuple
from xml.etree import ElementTree

from abcstudio.engraving.drawing.drawing_parts import Text, TextRun
from abcstudio.engraving.drawing.verovio_toolkit import glyph_outline

OUR_ID = re.compile(r"[a-z]-\d+(-\d+)?")
"""The ids that our MEI gives, which lead back to the text."""

_MUSIC_FONT = "Leipzig"


class TextStyle(NamedTuple):
    """What the groups around a text element say of it."""

    x: float
    y: float
    element_id: str
    is_bold: bool
    is_italic: bool


def text_lines(text: ElementTree.Element, place: TextStyle, outlines: dict[str, str]) -> list[Text]:
    """Return the lines of a text element and add the musical signs in it to the outlines."""
    reader = _LineReader(place)
    reader.visit(text, TextRun("", 0, place.is_bold, place.is_italic), "start", place.element_id)
    lines = reader.lines
    for line in lines:
        for run in line.runs:
            if run.is_music:
                for character in run.text:
                    code = f"{ord(character):04X}"
                    outlines.setdefault(code, glyph_outline(code))
    return [line for line in lines if any(run.text.strip() for run in line.runs)]


class _LineReader:
    """Goes through a text element and what is in it.

    A function inside the other one, calling itself, would be a cycle of objects each time: the
    engraving process, which searches for none, would keep all that it read.
    """

    def __init__(self, place: TextStyle) -> None:
        self.lines: list[Text] = []
        self._place = place

    def visit(
        self, element: ElementTree.Element, style: TextRun, anchor: str, element_id: str
    ) -> None:
        """Read an element, then those in it, each with what its parents say."""
        lines, place = self.lines, self._place
        anchor = element.get("text-anchor", anchor)
        own_id = element.get("id", "")
        element_id = own_id if OUR_ID.fullmatch(own_id) else element_id
        if not lines or element.get("y") or element.get("x"):
            x = float(element.get("x", lines[-1].x if lines else 0))
            y = float(element.get("y", lines[-1].y if lines else 0))
            lines.append(Text(element_id, place.x + x, place.y + y, anchor, ()))
        elif element_id != lines[-1].element_id and not lines[-1].runs:
            lines[-1] = lines[-1]._replace(element_id=element_id)
        style = _styled(element, style)
        if element.text:
            run = style._replace(text=element.text)
            lines[-1] = lines[-1]._replace(anchor=anchor, runs=(*lines[-1].runs, run))
        for child in element:
            self.visit(child, style, anchor, element_id)


def _styled(element: ElementTree.Element, style: TextRun) -> TextRun:
    size = element.get("font-size", "")
    weight, slant = element.get("font-weight"), element.get("font-style")
    return TextRun(
        "",
        float(size.removesuffix("px")) if size else style.size,
        weight == "bold" if weight else style.is_bold,
        slant in ("italic", "oblique") if slant else style.is_italic,
        element.get("font-family") == _MUSIC_FONT or style.is_music,
    )
