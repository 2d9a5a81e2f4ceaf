"""Signs of the font that scores are engraved with, as paths to paint."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from abcstudio.engraving.drawing.path_data import path_commands

NOTE_CODES = {1: "E1D2", 2: "E1D3", 4: "E1D5", 8: "E1D7", 16: "E1D9", 32: "E1DB"}
"""The signs of note values by the number of them in a whole note."""


@lru_cache(maxsize=512)
def glyph_path(data: str) -> QPainterPath:
    """Return a sign's outline, kept: the same few signs make up every score."""
    return painter_path(data)


def painter_path(data: str) -> QPainterPath:
    """Return a path that is written as in SVG."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for letter, numbers in path_commands(data):
        if letter == "M":
            path.moveTo(numbers[0], numbers[1])
        elif letter == "L":
            path.lineTo(numbers[0], numbers[1])
        elif letter == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path
