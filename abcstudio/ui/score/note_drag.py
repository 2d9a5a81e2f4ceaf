"""A note held by the mouse: how far it has been moved, and the head that shows it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsLineItem,
    QGraphicsPathItem,
    QGraphicsSimpleTextItem,
)

from abcstudio.engraving.drawing.drawing_parts import Box, ElementBox, Glyph
from abcstudio.engraving.drawing.score_index import HALF_SPACE
from abcstudio.ui.look.glyphs import glyph_path
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.score.score_marks import ScoreMarks

_LEVEL = 5
_LINE_WIDTH = 24
_LABEL_GAP = 200
# Further right the name stands left of the head, for it would not fit beside it.
_TURNS_AT = 0.8


class GhostNote:
    """One dragged note head in a scene."""

    def __init__(self, marks: ScoreMarks, head: Glyph, box: Box, staff: Box, font: QFont) -> None:
        """Show it where the note stands.

        Args:
            marks: Those of the score that shows the note.
            head: The note's head.
            box: What the note covers.
            staff: What its staff covers.
            font: For its name.
        """
        scene, colors = marks.scene, marks.colors
        outline = marks.engraved.outlines[head.name]
        self._scene = scene
        self._head = head
        self._box = box
        self._staff = staff
        self._pen = QPen(QColor(colors.accent), _LINE_WIDTH)
        self._lines: list[QGraphicsLineItem] = []
        self._is_named_left = box.right > _TURNS_AT * scene.sceneRect().right()
        self._drawn = QGraphicsPathItem(glyph_path(outline))
        self._drawn.setPen(QPen(Qt.PenStyle.NoPen))
        self._drawn.setBrush(QBrush(QColor(colors.accent)))
        self._drawn.setZValue(_LEVEL)
        scene.addItem(self._drawn)
        self._plate = QGraphicsPathItem()
        self._plate.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self._plate.setBrush(QColor(colors.raised))
        self._plate.setPen(QPen(QColor(colors.accent), 1))
        self._plate.setZValue(_LEVEL)
        self._words = QGraphicsSimpleTextItem(self._plate)
        self._words.setFont(font)
        self._words.setBrush(QColor(colors.text))
        scene.addItem(self._plate)
        self.move(0)

    def move(self, steps: int) -> None:
        """Show the head so many staff positions above where the note stands."""
        rise = -steps * HALF_SPACE
        scale = self._head.scale
        place = QTransform(scale, 0, 0, -scale, self._head.x, self._head.y + rise)
        self._drawn.setTransform(place)
        y = (self._box.top + self._box.bottom) / 2 + rise
        self._draw_ledger_lines(y)
        left, right = self._box.left - _LABEL_GAP, self._box.right + _LABEL_GAP
        self._plate.setPos(left if self._is_named_left else right, y)

    def say(self, words: str) -> None:
        """Write the note's name beside it."""
        self._words.setText(words)
        size = self._words.boundingRect()
        width, height = size.width() + 2 * GRID, size.height() + 4
        left = -width if self._is_named_left else 0
        self._words.setPos(left + GRID, -size.height() / 2)
        path = QPainterPath()
        path.addRoundedRect(QRectF(left, -height / 2, width, height), 4, 4)
        self._plate.setPath(path)

    def remove(self) -> None:
        """Take it off the scene."""
        for item in (self._drawn, self._plate, *self._lines):
            self._scene.removeItem(item)
        self._lines.clear()

    def _draw_ledger_lines(self, y: float) -> None:
        for line in self._lines:
            self._scene.removeItem(line)
        self._lines.clear()
        reach = (self._box.right - self._box.left) * 0.35
        for height in ledger_lines(self._staff, y):
            line = QGraphicsLineItem(
                self._box.left - reach, height, self._box.right + reach, height
            )
            line.setPen(self._pen)
            line.setZValue(_LEVEL)
            self._scene.addItem(line)
            self._lines.append(line)


def ledger_lines(staff: Box, y: float) -> list[float]:
    """Return the heights of the ledger lines that a note at a height needs."""
    gap = 2 * HALF_SPACE
    above = int((staff.top - y + HALF_SPACE / 2) // gap)
    below = int((y - staff.bottom + HALF_SPACE / 2) // gap)
    return [staff.top - gap * number for number in range(1, above + 1)] + [
        staff.bottom + gap * number for number in range(1, below + 1)
    ]


_MOST_STEPS = 21
_HEADS = range(0xE0A0, 0xE100)


class NoteDrag:
    """One note between press and release."""

    def __init__(self, note: ElementBox, scale: float, ghost: GhostNote) -> None:
        self.offset = note.offset
        self.steps = 0
        self._pixels_a_step = HALF_SPACE * scale
        self._ghost = ghost

    @classmethod
    def of(
        cls, marks: ScoreMarks, note: ElementBox, scale: float, font: QFont
    ) -> "NoteDrag | None":
        """Take hold of a note; None where its head or staff is not found.

        Args:
            marks: Those of the score that shows it.
            note: The note.
            scale: Pixels a unit of the score.
            font: For its name.
        """
        engraved = marks.engraved
        heads = [
            item
            for item in engraved.items
            if isinstance(item, Glyph)
            and item.element_id == note.element_id
            and int(item.name, 16) in _HEADS
        ]
        staff = marks.index.staff_of(note.box)
        if not heads or staff is None:
            return None
        return cls(note, scale, GhostNote(marks, heads[0], note.box, staff, font))

    def move(self, pixels: int) -> bool:
        """Follow the mouse so far below where it was pressed; return whether the step changed."""
        steps = round(-pixels / self._pixels_a_step)
        steps = max(-_MOST_STEPS, min(steps, _MOST_STEPS))
        if steps == self.steps:
            return False
        self.steps = steps
        self._ghost.move(steps)
        return True

    def say(self, words: str) -> None:
        """Write the note's name beside it."""
        self._ghost.say(words)

    def remove(self) -> None:
        """Let go of it."""
        self._ghost.remove()
