"""An engraved score as a QGraphicsScene: one item a sign, each knowing the text it stands for."""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene

from abcstudio.engraving.drawing.drawing_parts import Box
from abcstudio.engraving.drawing.engraved_score import Drawing, EngravedScore
from abcstudio.ui.look.theme import Colors
from abcstudio.ui.score.piece_items import MARGIN, PieceItems

_HALO_MARGIN = 60
_GLOW = 0.3


class ScoreScene(QGraphicsScene):
    """The items of one score, and of those that take its place."""

    def __init__(self, engraved: EngravedScore, colors: Colors) -> None:
        super().__init__()
        # Notes are found by their boxes, so the scene needs no index of thousands of items.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._colors = colors
        self.pieces: dict[Drawing, PieceItems] = {}
        self._sound_halos: list[QGraphicsPathItem] = []
        self.sounding: frozenset[int] = frozenset()
        self.tried: frozenset[int] = frozenset()
        self.engraved = engraved
        self.set_score(engraved)

    def set_score(self, engraved: EngravedScore) -> None:
        """Show another score; nothing sounds or is tried out in it.

        What it shares with the score before stays, and moves to its place: the items of a long
        score take several frames to make.
        """
        self.highlight(())
        self.set_tried(())
        self.engraved = engraved
        before, self.pieces = self.pieces, {}
        for piece in engraved.pieces:
            items = before.pop(piece.drawing, None)
            if items is None:
                items = PieceItems(piece.drawing, engraved.outlines, self._colors.ink)
                self.addItem(items.root)
            items.place(piece, engraved.outlines, self._colors.ink)
            self.pieces[piece.drawing] = items
        for items in before.values():
            self.removeItem(items.root)
        rect = QRectF(0, 0, engraved.width, engraved.height)
        self.setSceneRect(rect.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))

    def set_colors(self, colors: Colors) -> None:
        """Paint everything in other colours."""
        self._colors = colors
        sounding, tried = self.sounding, self.tried
        self.highlight(())
        self.set_tried(())
        for items in self.pieces.values():
            items.paint(colors.ink)
        self.set_tried(tried)
        self.highlight(sounding)

    def highlight(self, offsets: Collection[int]) -> None:
        """Paint the notes at these places of the text as sounding, and no others."""
        wanted = frozenset(offsets)
        for offset in self.sounding - wanted:
            is_tried = offset in self.tried
            self._paint_all(offset, self._colors.tried if is_tried else self._colors.ink)
        for offset in wanted - self.sounding:
            self._paint_all(offset, self._colors.accent)
        if wanted != self.sounding:
            glow = QColor(self._colors.accent)
            glow.setAlphaF(_GLOW)
            self._sound_halos = self._exchange(self._sound_halos, wanted, glow)
        self.sounding = wanted

    def set_tried(self, offsets: Collection[int]) -> None:
        """Paint the notes at these places, and no others, as ghosts: they may not stay."""
        wanted = frozenset(offsets)
        if wanted == self.tried:
            return
        self.tried = wanted
        for items in self.pieces.values():
            items.set_tried(wanted, self._colors.tried, self._colors.ink)
        sounding = self.sounding
        for offset in sounding:
            self._paint_all(offset, self._colors.accent)

    def system_of(self, offsets: Collection[int]) -> Box | None:
        """Return the system that holds the first of these notes that is in the score."""
        for offset in sorted(offsets):
            for note_box in self._boxes_of(offset):
                middle = (note_box.top + note_box.bottom) / 2
                for system in self.engraved.systems:
                    if system.top <= middle <= system.bottom:
                        return system
        return None

    def _exchange(
        self, old: list[QGraphicsPathItem], offsets: frozenset[int], color: QColor
    ) -> list[QGraphicsPathItem]:
        for halo in old:
            self.removeItem(halo)
        return [self._halo(box, color) for offset in offsets for box in self._boxes_of(offset)]

    def _boxes_of(self, offset: int) -> list[Box]:
        return [box for items in self.pieces.values() for box in items.boxes_of(offset)]

    def _halo(self, box: Box, color: QColor) -> QGraphicsPathItem:
        rect = QRectF(QPointF(box.left, box.top), QPointF(box.right, box.bottom))
        path = QPainterPath()
        path.addRoundedRect(
            rect.adjusted(-_HALO_MARGIN, -_HALO_MARGIN, _HALO_MARGIN, _HALO_MARGIN), 60, 60
        )
        halo = QGraphicsPathItem(path)
        halo.setPen(QPen(Qt.PenStyle.NoPen))
        halo.setBrush(color)
        halo.setZValue(-1)
        self.addItem(halo)
        return halo

    def _paint_all(self, offset: int, color: str) -> None:
        for items in self.pieces.values():
            items.paint_note(offset, color)
