"""Beams, slurs and other signs that notes share, painted as ghosts where those are tried out."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsPathItem

from abcstudio.engraving.drawing.drawing_parts import Box, Item, Shape, Text
from abcstudio.engraving.drawing.engraved_score import Drawing
from abcstudio.engraving.drawing.path_data import path_box
from abcstudio.ui.look.glyphs import painter_path

_SHARED = ("m-", "c-", "d-")
_SLUR_GAP = 100
"""A slur begins and ends this near beside the heads of its notes at most."""

Drawn = tuple[QGraphicsPathItem, Item]
Paint = Callable[[QGraphicsPathItem, Item, str], None]


class TriedSigns:
    """Those signs of one drawing that only tried notes have.

    Of signs that are painted as one item, as the beams of a measure, some may become ghosts of
    their own while the others stay.

    Args of the constructor:
        paint: Paints an item in a colour.
    """

    def __init__(self, drawing: Drawing, paint: Paint) -> None:
        self._notes = drawing.notes
        self._measures = [measure.box for measure in drawing.measures]
        self._paint = paint
        self._tried: frozenset[int] = frozenset()
        self._painted: list[Drawn] = []
        self.ghosts: list[QGraphicsPathItem] = []

    def show(self, tried: frozenset[int], signs: Iterable[Drawn], color: str) -> None:
        """Paint the signs of some notes as ghosts, after `put_back`."""
        self._tried = tried
        boxes = [note.box for note in self._notes if note.offset in tried]
        if not boxes:
            return
        left, right = min(box.left for box in boxes), max(box.right for box in boxes)
        for drawn, item in signs:
            if not item.element_id.startswith(_SHARED) or isinstance(item, Text):
                continue
            rect = drawn.mapRectToParent(drawn.boundingRect())
            if rect.left() > right or rect.right() < left:
                continue
            if isinstance(item, Shape):
                self._show_figures(drawn, item, color)
            elif self._is_tried(_box_of(rect)):
                self._painted.append((drawn, item))
                self._paint(drawn, item, color)

    def put_back(self, ink: str) -> None:
        """Paint them all in ink again."""
        for drawn, item in self._painted:
            self._paint(drawn, item, ink)
            if isinstance(item, Shape):
                drawn.setPath(painter_path(item.data))
        for ghost in self.ghosts:
            ghost.scene().removeItem(ghost)
        self._painted.clear()
        self.ghosts.clear()

    def _show_figures(self, drawn: QGraphicsPathItem, item: Shape, color: str) -> None:
        figures = [f"M{figure}" for figure in item.data.split("M")[1:]]
        tried = [figure for figure in figures if self._is_tried_figure(item, figure)]
        if tried:
            self._painted.append((drawn, item))
            drawn.setPath(painter_path("".join(one for one in figures if one not in tried)))
            ghost = QGraphicsPathItem(painter_path("".join(tried)), drawn.parentItem())
            self._paint(ghost, item, color)
            self.ghosts.append(ghost)

    def _is_tried_figure(self, item: Shape, figure: str) -> bool:
        box = path_box(figure)
        if not item.is_filled and any(_is_staff_line(box, one) for one in self._measures):
            return False
        return self._is_tried(box, _SLUR_GAP if "C" in figure else 0)

    def _is_tried(self, box: Box, gap: int = 0) -> bool:
        """Return whether a sign stands over or under tried notes and no others."""
        left, right = box.left - gap, box.right + gap
        notes = {
            note.offset for note in self._notes if note.box.left <= right and note.box.right >= left
        }
        return bool(notes) and notes <= self._tried


def _box_of(rect: QRectF) -> Box:
    return Box(rect.left(), rect.top(), rect.right(), rect.bottom())


def _is_staff_line(box: Box, measure: Box) -> bool:
    is_whole = abs(box.left - measure.left) < 1 and abs(box.right - measure.right) < 1
    return is_whole and box.top == box.bottom
