"""Painting sheets with Qt: for the printer, its preview and the clipboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from abcstudio.engraving.drawing.drawing_parts import Glyph, Item, Shape
from abcstudio.engraving.paper.paper import POINTS_PER_INCH, Piece, Sheet
from abcstudio.ui.score.piece_items import path_of, pen_of

_INK = "#000000"
_RESOLUTION = 200
_MOST_PIXELS = 40_000_000
_METERS_PER_INCH = 0.0254


def paint_sheet(painter: QPainter, sheet: Sheet) -> None:
    """Paint a sheet as outlines; the painter's unit is a point, its origin the sheet's corner."""
    for piece in sheet.pieces:
        painter.save()
        painter.translate(piece.x, piece.y)
        painter.scale(piece.scale, piece.scale)
        for item in piece.items:
            _paint_item(painter, item, piece)
        painter.restore()


def image_of(sheet: Sheet) -> QImage:
    """Return a sheet as a picture on white ground."""
    dots = _RESOLUTION / POINTS_PER_INCH
    pixels = sheet.width * sheet.height * dots * dots
    if pixels > _MOST_PIXELS:
        dots *= (_MOST_PIXELS / pixels) ** 0.5
    image = QImage(
        max(1, round(sheet.width * dots)),
        max(1, round(sheet.height * dots)),
        QImage.Format.Format_RGB32,
    )
    image.fill(QColor("white"))
    image.setDotsPerMeterX(round(dots * POINTS_PER_INCH / _METERS_PER_INCH))
    image.setDotsPerMeterY(round(dots * POINTS_PER_INCH / _METERS_PER_INCH))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(dots, dots)
        paint_sheet(painter, sheet)
    return image


def _paint_item(painter: QPainter, item: Item, piece: Piece) -> None:
    path = path_of(item, piece.outlines)
    if isinstance(item, Shape):
        has_line = item.stroke_width > 0
        painter.setPen(
            pen_of(_INK, item.stroke_width, item.has_round_ends, item.dashes)
            if has_line
            else QPen(Qt.PenStyle.NoPen)
        )
        painter.setBrush(QColor(_INK) if item.is_filled else QBrush(Qt.BrushStyle.NoBrush))
        painter.drawPath(path)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_INK))
    if isinstance(item, Glyph):
        painter.save()
        painter.translate(item.x, item.y)
        painter.scale(item.scale, -item.scale)
        painter.drawPath(path)
        painter.restore()
    else:
        painter.drawPath(path)
