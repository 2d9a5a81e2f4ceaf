"""The items of one drawing of a score in its scene, and the colours they are painted in."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainterPath,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QGraphicsRectItem

from abcstudio.engraving.drawing.drawing_parts import (
    Box,
    Glyph,
    Item,
    Shape,
    Text,
    TextRun,
    offset_of,
)
from abcstudio.engraving.drawing.engraved_score import Drawing, PlacedDrawing
from abcstudio.engraving.drawing.typefaces import FAMILY, FILES
from abcstudio.paths import fonts_dir
from abcstudio.ui.look.glyphs import glyph_path, painter_path
from abcstudio.ui.score.tried_signs import TriedSigns

# For letters that it does not have; all of the width that the engraver measures with.
_OTHERS = (
    "Times New Roman",
    "Liberation Serif",
    "Nimbus Roman",
    "Tinos",
    "Noto Serif",
    "DejaVu Serif",
)


def score_font() -> QFont:
    """Return the typeface of titles, words and chord symbols."""
    font = QFont(_families())
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


@lru_cache(maxsize=1)
def _families() -> list[str]:
    for file in FILES.values():
        QFontDatabase.addApplicationFont(str(fonts_dir() / file))
    return [FAMILY, *_OTHERS]


MARGIN = 480
_FONT_PIXELS = 100


class PieceItems:
    """The items of one drawing; `root` holds them."""

    def __init__(self, drawing: Drawing, outlines: Mapping[str, str], ink: str) -> None:
        self.root = QGraphicsRectItem()
        self._piece = PlacedDrawing(drawing)
        self._drawn: list[tuple[QGraphicsPathItem, Item]] = []
        self._by_offset: dict[int, list[tuple[QGraphicsPathItem, Item]]] = {}
        self._boxes: dict[int, list[Box]] = {}
        self._tried: frozenset[int] = frozenset()
        self._tried_signs = TriedSigns(drawing, _paint)
        self.number: QGraphicsPathItem | None = None
        for note in drawing.notes:
            self._boxes.setdefault(note.offset, []).append(note.box)
        for item in _joined(drawing.items):
            self._add(item, outlines, ink)
        # One look at the root tells Qt that none of its items is in sight.
        self.root.setRect(self.root.childrenBoundingRect().adjusted(-MARGIN, 0, 0, 0))
        self.root.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self.root.setFlag(QGraphicsItem.GraphicsItemFlag.ItemContainsChildrenInShape)

    def place(self, piece: PlacedDrawing, outlines: Mapping[str, str], ink: str) -> None:
        """Show the drawing where a piece of the score has it."""
        known, self._piece = self._piece, piece
        self.root.setY(piece.down)
        if piece.number is None:
            return
        number = piece.number._replace(y=piece.number.y - piece.down)
        if self.number is None:
            self.number = QGraphicsPathItem(self.root)
            _paint(self.number, number, ink)
        elif known.number is not None and known.number.runs == number.runs:
            return
        self.number.setPath(path_of(number, outlines))
        # It stands above the rest: outside of the root Qt would leave it out of partial paintings.
        self.root.setRect(self.root.rect().united(self.number.boundingRect()))

    def paint(self, ink: str) -> None:
        """Paint everything in one colour."""
        for drawn, item in self._drawn:
            _paint(drawn, item, ink)
        if self.number is not None and self._piece.number is not None:
            _paint(self.number, self._piece.number, ink)

    def paint_note(self, offset: int, color: str) -> None:
        """Paint the signs of the note, rest or chord at a place of the text."""
        for drawn, item in self._by_offset.get(offset - self._piece.offset, ()):
            _paint(drawn, item, color)

    def set_tried(self, offsets: frozenset[int], color: str, ink: str) -> None:
        """Paint the notes at some places of the text in a colour, and all others in ink."""
        wanted = frozenset(offset - self._piece.offset for offset in offsets) & self._boxes.keys()
        before, self._tried = self._tried, wanted
        if wanted == before:
            return
        self._tried_signs.put_back(ink)
        for offset in before - wanted:
            self.paint_note(offset + self._piece.offset, ink)
        for offset in wanted:
            self.paint_note(offset + self._piece.offset, color)
        self._tried_signs.show(wanted, self._drawn, color)

    def boxes_of(self, offset: int) -> list[Box]:
        """Return where the note at a place of the text stands in the score."""
        boxes = self._boxes.get(offset - self._piece.offset, ())
        return [box.lowered(self._piece.down) for box in boxes]

    def _add(self, item: Item, outlines: Mapping[str, str], ink: str) -> None:
        path = path_of(item, outlines)
        if path.isEmpty():
            return
        drawn = QGraphicsPathItem(path, self.root)
        if isinstance(item, Glyph):
            drawn.setTransform(QTransform(item.scale, 0, 0, -item.scale, item.x, item.y))
        _paint(drawn, item, ink)
        self._drawn.append((drawn, item))
        if item.element_id[:2] in ("n-", "r-", "c-"):
            self._by_offset.setdefault(offset_of(item.element_id), []).append((drawn, item))


_NO_PEN = QPen(Qt.PenStyle.NoPen)


def _paint(drawn: QGraphicsPathItem, item: Item, color: str) -> None:
    if not isinstance(item, Shape):
        drawn.setPen(_NO_PEN)
        drawn.setBrush(_brush(color))
        return
    has_line = item.stroke_width > 0
    drawn.setPen(
        pen_of(color, item.stroke_width, item.has_round_ends, item.dashes) if has_line else _NO_PEN
    )
    if item.is_filled:
        drawn.setBrush(_brush(color))


@lru_cache(maxsize=16)
def _brush(color: str) -> QBrush:
    return QBrush(QColor(color))


@lru_cache(maxsize=256)
def pen_of(color: str, width: float, has_round_ends: bool, dashes: tuple[float, ...]) -> QPen:
    """Return the pen of a shape's outline, kept."""
    pen = QPen(QColor(color), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if has_round_ends else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dashes:
        pen.setDashPattern([length / width for length in dashes])
    return pen


def _joined(items: tuple[Item, ...]) -> list[Item]:
    """Return the items with the lines and figures of each measure that look alike made one."""
    kept: list[Item] = []
    alike: dict[Shape, list[str]] = {}
    for item in items:
        if isinstance(item, Shape) and item.element_id.startswith("m-"):
            alike.setdefault(item._replace(data=""), []).append(item.data)
        else:
            kept.append(item)
    return [*(look._replace(data="".join(data)) for look, data in alike.items()), *kept]


def path_of(item: Item, outlines: Mapping[str, str]) -> QPainterPath:
    """Return what an item looks like; that of a `Glyph` is not scaled and moved yet."""
    if isinstance(item, Glyph):
        return glyph_path(outlines.get(item.name, ""))
    if isinstance(item, Shape):
        return painter_path(item.data)
    return _text_path(item, outlines)


def _text_path(text: Text, outlines: Mapping[str, str]) -> QPainterPath:
    line = QPainterPath()
    line.setFillRule(Qt.FillRule.WindingFill)
    x = 0.0
    for run in text.runs:
        x = _add_music(line, run, x, outlines) if run.is_music else _add_words(line, run, x)
    shift = {"middle": x / 2, "end": x}.get(text.anchor, 0.0)
    line.translate(text.x - shift, text.y)
    return line


def _add_words(line: QPainterPath, run: TextRun, x: float) -> float:
    words, width = _words_path(run.text, run.is_bold, run.is_italic)
    scale = run.size / _FONT_PIXELS
    line.addPath(QTransform(scale, 0, 0, scale, x, 0).map(words))
    return x + width * scale


def _add_music(line: QPainterPath, run: TextRun, x: float, outlines: Mapping[str, str]) -> float:
    scale = run.size / 1000
    for character in run.text:
        sign = glyph_path(outlines.get(f"{ord(character):04X}", ""))
        box = sign.boundingRect()
        line.addPath(QTransform(scale, 0, 0, -scale, x, 0).map(sign))
        x += (box.right() + 20) * scale
    return x


@lru_cache(maxsize=512)
def _words_path(words: str, is_bold: bool, is_italic: bool) -> tuple[QPainterPath, float]:
    font = score_font()
    font.setPixelSize(_FONT_PIXELS)
    font.setBold(is_bold)
    font.setItalic(is_italic)
    path = QPainterPath()
    path.addText(0, 0, font, words)
    return path, QFontMetricsF(font).horizontalAdvance(words)
