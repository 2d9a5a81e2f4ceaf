"""Tensors as blocks of boxes: a box, a row, a table, a stack of tables; one box is pointed at."""

from collections.abc import Mapping, Sequence
from itertools import product
from math import cos, radians, sin
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.learn.pictures.drawn_view import DrawnView, number_words
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio

_CELL = QSize(38, 20)
_DEPTH = 14
_CAPTION = 18
_STEEPEST, _FLATTEST = 15.0, 75.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

Index = tuple[int, ...]


class BlocksView(DrawnView):
    """Draws the corner of each tensor; a click or the arrow keys point at a box, dragging turns."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "", parent)
        self.setAccessibleName(self.tr("Your tensors as boxes"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(
            self.tr("Click a box, or use the arrow keys, to see its index; drag to turn")
        )
        self._blocks: tuple[Mapping[str, Any], ...] = ()
        self._boxes: list[tuple[QRectF, int, Index]] = []
        self._pointed: tuple[int, Index] | None = None
        self._angle = 45.0
        self._pressed_at: QPointF | None = None

    @property
    def pointed(self) -> str:
        """What is said of the box that is pointed at, "" for none."""
        if self._pointed is None:
            return ""
        place, index = self._pointed
        block = self._blocks[place]
        value = number_words(_value(block, index))
        subscript = f"[{', '.join(map(str, index))}]" if index else ""
        return f"{block['name']}{subscript} = {value}"

    def show_picture(self, picture: Mapping[str, Any]) -> None:
        """Show other tensors."""
        self._blocks = tuple(picture["blocks"])
        self._pointed = None
        heights = sum(self._height(block) for block in self._blocks)
        self.setMinimumHeight(max(120, round(heights) + 3 * GRID + _CAPTION))
        self.tell("; ".join(map(self._words, self._blocks)))

    @override
    def draw(self, painter: QPainter, room: QRect) -> None:
        self._boxes = []
        top = float(room.top())
        for place, block in enumerate(self._blocks):
            self.write(
                painter,
                QRectF(room.left(), top, room.width(), _CAPTION),
                self._words(block),
                color=self.colors.muted,
                side=Qt.AlignmentFlag.AlignLeft,
            )
            if "values" in block:
                self._draw_block(painter, place, QPointF(room.left(), top + _CAPTION))
            top += self._height(block)
        if self.pointed:
            line = QRectF(room.left(), room.bottom() - _CAPTION, room.width(), _CAPTION)
            self.write(painter, line, self.pointed, side=Qt.AlignmentFlag.AlignLeft)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        for box, place, index in reversed(self._boxes):
            if box.contains(event.position()):
                self._point((place, index))
                return

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None:
            turned = self._angle + (event.position().x() - self._pressed_at.x()) / 3
            self._angle = min(_FLATTEST, max(_STEEPEST, turned))
            self._pressed_at = event.position()
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Point at the box before or after, through all tensors."""
        step = _STEPS.get(Qt.Key(event.key()))
        boxes = [
            (place, index)
            for place, block in enumerate(self._blocks)
            if "values" in block
            for index in _indices(block)
        ]
        if step is None or not boxes:
            super().keyPressEvent(event)
            return
        here = boxes.index(self._pointed) + step if self._pointed in boxes else 0
        self._point(boxes[min(len(boxes) - 1, max(0, here))])

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _point(self, box: tuple[int, Index]) -> None:
        self._pointed = box
        self.tell(self.pointed)

    def _words(self, block: Mapping[str, Any]) -> str:
        if "shape" not in block:
            return self.tr("{0}: not a tensor yet").format(block["name"])
        shape = ", ".join(str(round(size)) for size in block["shape"])
        return self.tr("{0}: ndim {1}, shape ({2})").format(
            block["name"], len(block["shape"]), shape
        )

    def _height(self, block: Mapping[str, Any]) -> float:
        if "values" not in block:
            return _CAPTION + GRID
        _, layers, rows, _ = _four(block["shown"])
        return _CAPTION + rows * _CELL.height() + (layers - 1) * _DEPTH + 2 * GRID

    def _draw_block(self, painter: QPainter, place: int, corner: QPointF) -> None:
        """Draw stacks beside each other; of a stack the tables behind come first."""
        block = self._blocks[place]
        stacks, layers, rows, columns = _four(block["shown"])
        aside = _DEPTH * cos(radians(self._angle)) * 1.4
        down = _DEPTH * sin(radians(self._angle)) * 1.4
        width, height = self._cell_size(stacks, layers, columns, aside)
        for stack in range(stacks):
            left = corner.x() + stack * (columns * width + layers * aside + GRID)
            for layer in reversed(range(layers)):
                shift = QPointF(layer * aside, (layers - 1 - layer) * min(down, _DEPTH))
                for row, column in product(range(rows), range(columns)):
                    box = QRectF(
                        left + shift.x() + column * width,
                        corner.y() + shift.y() + row * height,
                        width,
                        height,
                    )
                    index = (stack, layer, row, column)[4 - len(block["shown"]) :]
                    self._draw_box(painter, box, place, index)
            if _is_cut(block):
                end = QRectF(left + columns * width + 2, corner.y(), 14, height)
                self.write(painter, end, "…", color=self.colors.muted)

    def _cell_size(
        self, stacks: int, layers: int, columns: int, aside: float
    ) -> tuple[float, float]:
        room = (self.width() - 4 * GRID) / stacks - layers * aside - GRID
        return min(float(_CELL.width()), max(8.0, room / columns)), float(_CELL.height())

    def _draw_box(self, painter: QPainter, box: QRectF, place: int, index: Index) -> None:
        is_pointed = self._pointed == (place, index)
        ground = self.colors.accent_soft if is_pointed else self.colors.raised
        painter.setPen(QPen(QColor(self.colors.accent if is_pointed else self.colors.frame), 1))
        painter.setBrush(QColor(ground))
        painter.drawRect(box)
        words = number_words(_value(self._blocks[place], index))
        if painter.fontMetrics().horizontalAdvance(words) <= box.width() - 2:
            self.write(painter, box, words)
        self._boxes.append((box, place, index))


def _four(shown: Sequence[float]) -> tuple[int, int, int, int]:
    """Return how many stacks, tables, rows and columns are drawn."""
    sizes = [1] * (4 - len(shown)) + [round(size) for size in shown]
    return sizes[0], sizes[1], sizes[2], sizes[3]


def _indices(block: Mapping[str, Any]) -> list[Index]:
    return list(product(*(range(round(size)) for size in block["shown"])))


def _value(block: Mapping[str, Any], index: Index) -> float | None:
    values: Sequence[float | None] = block["values"]
    place = 0
    for size, at in zip(block["shown"], index, strict=True):
        place = place * round(size) + at
    return values[place] if place < len(values) else None


def _is_cut(block: Mapping[str, Any]) -> bool:
    return bool(block["shown"] != block["shape"])
