"""Words and lines that stand on a sheet beside the music, in points."""

from abcstudio.engraving.drawing.drawing_parts import Item, Shape, Text, TextRun
from abcstudio.engraving.paper.paper import Piece

_LEADER_WIDTH = 0.5
_LEADER_DASHES = (0.5, 3.5)
_LEADER_RAISE = 1.5


def words(
    text: str,
    x: float,
    y: float,
    size: float,
    anchor: str = "start",
    *,
    is_bold: bool = False,
    is_italic: bool = False,
) -> Text:
    """Return a line of text with its baseline at y."""
    return Text("", x, y, anchor, (TextRun(text, size, is_bold, is_italic),))


def leader(left: float, right: float, y: float) -> list[Item]:
    """Return the dots that lead the eye from a title to its number, none where there is no room."""
    if right - left < 4 * sum(_LEADER_DASHES):
        return []
    # Dots of all lines stand below one another.
    pace = sum(_LEADER_DASHES)
    begin = -(-left // pace) * pace
    data = f"M{begin:g} {y - _LEADER_RAISE:g}L{right:g} {y - _LEADER_RAISE:g}"
    return [Shape("", data, False, _LEADER_WIDTH, dashes=_LEADER_DASHES)]


def rule(left: float, right: float, y: float, width: float = 0.6) -> Shape:
    """Return a thin line."""
    return Shape("", f"M{left:g} {y:g}L{right:g} {y:g}", False, width)


def piece_of(items: list[Item]) -> Piece:
    """Return what puts items that are given in points on a sheet."""
    return Piece(tuple(items), {}, 0.0, 0.0, 1.0)
