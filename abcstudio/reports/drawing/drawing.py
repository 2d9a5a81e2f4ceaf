"""A picture drawn in points and rendered for print."""

import io
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from abcstudio.engraving.drawing.typefaces import Typefaces

RESOLUTION = 300
"""Dots an inch."""

_POINTS_PER_INCH = 72.0

INK, MUTED, FAINT, GROUND = "#1a1a1a", "#6b6b6b", "#c9c9c9", "#eef1f6"
ACCENT, WARM = "#1f5fa8", "#b3541e"
COLORS = (ACCENT, WARM, "#2f7d4f", "#7a4a9e", "#8a6d1d", "#3d8b94")
DASHES: tuple[tuple[float, ...], ...] = ((), (6, 2), (2, 2), (8, 2, 2, 2), (4, 4), (1, 2))
"""Lines differ in these too, for those who print in grey."""

Point = tuple[float, float]


class PrintDrawing:
    """Takes lines and words, with y downwards, and becomes a PNG on white ground.

    Args:
        width, height: In points.
        fonts: The folder of the typeface.
    """

    def __init__(self, width: float, height: float, fonts: Path) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.width, self.height = width, height
        self.faces = Typefaces(fonts)
        self._data = io.BytesIO()
        self._canvas: Any = Canvas(self._data, pagesize=(width, height), invariant=1)

    @property
    def width_mm(self) -> float:
        """How wide it stands on paper."""
        return self.width / _POINTS_PER_INCH * 25.4

    def line(
        self, points: Sequence[Point], color: str = INK, width: float = 0.8, *, dash: Any = ()
    ) -> None:
        """Draw a line from point to point."""
        if len(points) < 2:
            return
        self._pen(color, width, dash)
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], self.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.height - y)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def arrow(self, start: Point, end: Point, color: str = MUTED) -> None:
        """Draw a line that ends in a point."""
        self.line((start, end), color)
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = max(1e-6, (dx * dx + dy * dy) ** 0.5)
        ux, uy = dx / length * 5, dy / length * 5
        self.line(
            ((end[0] - ux - uy / 2, end[1] - uy + ux / 2), end,
             (end[0] - ux + uy / 2, end[1] - uy - ux / 2)), color,
        )  # fmt: skip

    def box(self, corner: Point, size: Point, *, fill: str = "#ffffff", color: str = MUTED) -> None:
        """Draw a rectangle from its upper left corner."""
        self._pen(color, 0.7, ())
        self._canvas.setFillColor(fill)
        bottom = self.height - corner[1] - size[1]
        self._canvas.rect(corner[0], bottom, size[0], size[1], stroke=1, fill=1)

    def circle(
        self, middle: Point, radius: float, *, fill: str = "#ffffff", color: str = MUTED
    ) -> None:
        """Draw a circle."""
        self._pen(color, 0.9, ())
        self._canvas.setFillColor(fill)
        self._canvas.circle(middle[0], self.height - middle[1], radius, stroke=1, fill=1)

    def words(
        self, text: str, place: Point, size: float = 9.0, *, anchor: str = "start", color: str = INK
    ) -> None:
        """Write a line with its baseline at a place, from there on, around it or up to it."""
        self._canvas.setFillColor(color)
        self._canvas.setFont(self.faces.name_of(False, False), size)
        x, y = place[0], self.height - place[1]
        draw = {
            "start": self._canvas.drawString,
            "middle": self._canvas.drawCentredString,
            "end": self._canvas.drawRightString,
        }[anchor]
        draw(x, y, text)

    def upwards(self, text: str, place: Point, size: float = 9.0) -> None:
        """Write a line from bottom to top, its middle at a place."""
        self._canvas.saveState()
        self._canvas.translate(place[0], self.height - place[1])
        self._canvas.rotate(90)
        self._canvas.setFillColor(INK)
        self._canvas.setFont(self.faces.name_of(False, False), size)
        self._canvas.drawCentredString(0, 0, text)
        self._canvas.restoreState()

    def room_of(self, text: str, size: float = 9.0) -> float:
        """Return how wide a line is."""
        return self.faces.width(text, size)

    def clip(self, corner: Point, size: Point) -> None:
        """Let nothing be drawn outside a rectangle from here on, until `unclip`."""
        self._canvas.saveState()
        path = self._canvas.beginPath()
        path.rect(corner[0], self.height - corner[1] - size[1], size[0], size[1])
        self._canvas.clipPath(path, stroke=0, fill=0)

    def unclip(self) -> None:
        """Draw everywhere again."""
        self._canvas.restoreState()

    def png(self) -> bytes:
        """Return it as a file; nothing can be drawn any more."""
        self._canvas.showPage()
        self._canvas.save()
        return _rendered(self._data.getvalue())

    def _pen(self, color: str, width: float, dash: Any) -> None:
        self._canvas.setStrokeColor(color)
        self._canvas.setLineWidth(width)
        self._canvas.setDash(list(dash))
        self._canvas.setLineJoin(1)


def _rendered(pdf: bytes) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        image = document[0].render(scale=RESOLUTION / _POINTS_PER_INCH).to_pil()
    finally:
        document.close()
    data = io.BytesIO()
    # Lines and few colours: a palette takes a third of the room.
    image.quantize(64).save(data, "PNG", optimize=True, dpi=(RESOLUTION, RESOLUTION))
    return data.getvalue()


def thinned(points: Sequence[Point], most: int) -> list[Point]:
    """Return a curve with no more points than can be seen, lowest and highest ones kept."""
    if len(points) <= most:
        return list(points)
    bounds = [round(place * len(points) / (most // 2)) for place in range(most // 2 + 1)]
    kept: list[Point] = []
    for start, end in pairwise(bounds):
        part = points[start:end]
        if part:
            low, high = min(part, key=_height), max(part, key=_height)
            kept += sorted({low, high})
    return kept


def _height(point: Point) -> float:
    return point[1]
