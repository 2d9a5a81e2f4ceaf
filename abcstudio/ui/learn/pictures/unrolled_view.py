"""A network drawn unrolled in time: a column a character, on each pipe the shape there."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.learn.pictures.drawn_view import number_words
from abcstudio.ui.learn.pictures.pointed_view import PointedView, shown_character
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.services.studio import Studio

_BOX = QRectF(0, 0, 88, 26)
_SIGN = 18


class UnrolledView(PointedView):
    """Layers one over the other, steps beside each other; the state goes from step to step.

    The picture holds the `characters` of the steps that are drawn, the shape of the `input`, the
    `layers` from below, each with a `name`, what it gives (`shape`), its `parameters`, and
    `carries` where it hands on a state, whose shape is `state`. What is pointed at are the pipes:
    the input, then what each layer gives, then the state.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.setAccessibleName(self.tr("Your network, unrolled"))
        self.setMinimumHeight(220)
        self._characters: tuple[str, ...] = ()
        self._layers: tuple[Mapping[str, Any], ...] = ()
        self._pipes: tuple[tuple[str, str], ...] = ()

    @override
    def show_picture(self, picture: Mapping[str, Any]) -> None:
        """Show another network."""
        self._characters = tuple(str(each) for each in picture["characters"])
        self._layers = tuple(picture["layers"])
        pipes = [(self.tr("the batch that goes in"), _shape(picture["input"]))]
        for layer in self._layers:
            words = self.tr("what {0} gives").format(layer["name"])
            pipes.append((words, _shape(layer["shape"])))
        if any(layer.get("carries") for layer in self._layers):
            pipes.append((self.tr("the state that is handed on"), _shape(picture["state"])))
        self._pipes = tuple(pipes)
        self.point_at(None)

    @property
    @override
    def count(self) -> int:
        return len(self._pipes)

    @override
    def whole_words(self) -> str:
        counts = [round(layer["parameters"]) for layer in self._layers]
        shares = (
            f"{layer['name']} {number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
            for layer, number in zip(self._layers, counts, strict=True)
        )
        words = self.tr("Parameters: {0}")
        return words.format(", ".join(shares))

    @override
    def words_at(self, place: int) -> str:
        return ": ".join(self._pipes[place])

    @override
    def place_of(self, x: float) -> int:
        """Return the next pipe: a click goes through them all."""
        return 0 if self.place is None else (self.place + 1) % self.count

    @override
    def draw_places(self, painter: QPainter, area: QRectF) -> None:
        rows, columns = len(self._layers), len(self._characters)
        height = (area.height() - _SIGN) / (rows + 0.6)
        width = area.width() / (columns + 0.4)
        for column, character in enumerate(self._characters):
            x = area.left() + (column + 0.5) * width
            sign = QRectF(x - 20, area.bottom() - _SIGN, 40, _SIGN)
            self.write(painter, sign, shown_character(character))
            below = QPointF(x, area.bottom() - _SIGN)
            for row, layer in enumerate(self._layers):
                middle = QPointF(x, area.bottom() - _SIGN - (row + 0.75) * height)
                box = QRectF(_BOX)
                box.setWidth(min(_BOX.width(), width - 14))
                box.moveCenter(middle)
                self._draw_pipe(painter, below, QPointF(x, box.bottom()), row)
                if layer.get("carries"):
                    end = QPointF(box.right() + width - box.width(), middle.y())
                    self._draw_pipe(painter, QPointF(box.right(), middle.y()), end, rows + 1)
                self._draw_layer(painter, box, str(layer["name"]))
                below = QPointF(x, box.top())
            self._draw_pipe(painter, below, QPointF(x, below.y() - height / 3), rows)
        self._write_shapes(painter, area, height, width)

    def _draw_pipe(self, painter: QPainter, start: QPointF, end: QPointF, pipe: int) -> None:
        is_pointed = pipe == self.place
        color = self.colors.accent if is_pointed else self.colors.frame
        painter.setPen(QPen(QColor(color), 3 if is_pointed else 1.5))
        painter.drawLine(start, end)
        aside, along = (3.0, 5.0) if start.x() == end.x() else (5.0, 3.0)
        for side in (-1, 1):
            if start.x() == end.x():
                painter.drawLine(end, QPointF(end.x() + side * aside, end.y() + along))
            else:
                painter.drawLine(end, QPointF(end.x() - aside, end.y() + side * along))

    def _draw_layer(self, painter: QPainter, box: QRectF, name: str) -> None:
        painter.setPen(QPen(QColor(self.colors.frame), 1))
        painter.setBrush(QColor(self.colors.accent_soft))
        painter.drawRoundedRect(box, 4, 4)
        self.write(painter, box, fitted(painter.fontMetrics(), name, int(box.width()) - 4))

    def _write_shapes(self, painter: QPainter, area: QRectF, height: float, width: float) -> None:
        """Write the shapes on the pipes of the first column."""
        x = area.left() + 0.5 * width + 5
        for pipe, (_, shape) in enumerate(self._pipes[: len(self._layers) + 1]):
            y = area.bottom() - _SIGN - (pipe + 0.25) * height
            color = self.colors.accent if pipe == self.place else self.colors.muted
            advance = painter.fontMetrics().horizontalAdvance(shape)
            place = QRectF(x, y - 9, advance + 4, 18)
            # Over the pipes of the columns beside.
            painter.fillRect(place, QColor(self.colors.base))
            self.write(painter, place, shape, color=color, side=_LEFT)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _shape(sizes: Any) -> str:
    return " × ".join(number_words(float(size)) for size in sizes)
