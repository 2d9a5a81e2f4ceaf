"""The computation graph of the student's own function, its values along the edges."""

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.ui.learn.pictures.drawn_view import DrawnView, number_words
from abcstudio.ui.learn.pictures.value_row import ValueRow
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio

_RADIUS = 17.0
_SIGNS = {"+": "+", "-": "\N{MINUS SIGN}", "*": "\N{MULTIPLICATION SIGN}", "/": "\N{DIVISION SIGN}"}
_RANGE = [number / 2 for number in range(-20, 21)]

Node = Mapping[str, Any]

_OPERATIONS: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


class GraphBox(QWidget):
    """The graph over a row for each input: its values follow the rows."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = GraphView(studio)
        self.rows: list[ValueRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, 0, GRID, GRID)
        self._column.setSpacing(GRID)
        self._column.addWidget(self.view, 1)

    def show_picture(self, picture: Mapping[str, Any]) -> None:
        """Show the graph of another function."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        inputs = [node for node in picture["nodes"] if "input" in node]
        self.rows = [ValueRow(node["input"], _RANGE, node["value"]) for node in inputs]
        for row in self.rows:
            self._column.addWidget(row)
            row.changed.connect(self._follow)
        self.view.show_graph(picture["nodes"], round(picture["result"]))
        self._follow()

    def _follow(self) -> None:
        self.view.set_inputs([row.value for row in self.rows])


class GraphView(DrawnView):
    """Inputs left, the result right; what a node does stands in it, its value on the way on."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "", parent)
        self.setAccessibleName(self.tr("The graph of your function"))
        self._nodes: Sequence[Node] = ()
        self._values: list[float | None] = []
        self._result = 0

    @property
    def result(self) -> float | None:
        """What the function gives for the inputs."""
        return self._values[self._result] if self._values else None

    def show_graph(self, nodes: Sequence[Node], result: int) -> None:
        """Show another graph."""
        self._nodes, self._result = nodes, result

    def set_inputs(self, values: Sequence[float]) -> None:
        """Compute along the graph from other inputs."""
        inputs = iter(values)
        self._values = []
        for node in self._nodes:
            self._values.append(
                next(inputs, 0.0) if "input" in node else _value(node, self._values)
            )
        words = (
            f"{self._label(place)} = {number_words(value)}"
            for place, value in enumerate(self._values)
        )
        self.tell("; ".join(words))

    @override
    def draw(self, painter: QPainter, room: QRect) -> None:
        places = self._places(room)
        for place, node in enumerate(self._nodes):
            for other in node.get("of", ()):
                self._draw_edge(painter, places[round(other)], places[place])
        for place, node in enumerate(self._nodes):
            self._draw_node(painter, place, node, places[place])

    def _label(self, place: int) -> str:
        node = self._nodes[place]
        if "input" in node:
            return str(node["input"])
        if "sign" not in node:
            return number_words(node["value"])
        one, other = (self._label(round(each)) for each in node["of"])
        return f"({one} {node['sign']} {other})"

    def _places(self, room: QRect) -> list[QPointF]:
        """Return where nodes stand: each to the right of all that it is made of."""
        columns: list[int] = []
        for node in self._nodes:
            columns.append(
                1 + max((columns[round(each)] for each in node.get("of", ())), default=-1)
            )
        most = max(columns, default=0)
        in_column = [columns.count(column) for column in range(most + 1)]
        seen = [0] * (most + 1)
        places = []
        for column in columns:
            across = (column + 0.5) / (most + 1)
            down = (seen[column] + 0.5) / in_column[column]
            seen[column] += 1
            places.append(
                QPointF(room.left() + across * room.width(), room.top() + down * room.height())
            )
        return places

    def _draw_edge(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        painter.setPen(QPen(QColor(self.colors.muted), 1.5))
        painter.drawLine(start, end)

    def _draw_node(self, painter: QPainter, place: int, node: Node, middle: QPointF) -> None:
        is_result = place == self._result
        painter.setPen(QPen(QColor(self.colors.accent if is_result else self.colors.frame), 1.5))
        is_made = "sign" in node
        painter.setBrush(QColor(self.colors.accent_soft if is_made else self.colors.raised))
        painter.drawEllipse(middle, _RADIUS, _RADIUS)
        ring = QRectF(middle.x() - _RADIUS, middle.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        words = _SIGNS[node["sign"]] if is_made else str(node.get("input", ""))
        value = number_words(self._values[place])
        self.write(painter, ring, words or value)
        if words:
            below = QRectF(middle.x() - 40, middle.y() + _RADIUS, 80, 18)
            self.write(painter, below, value, color=self.colors.accent)


def _value(node: Node, values: list[float | None]) -> float | None:
    if "sign" not in node:
        return float(node["value"])
    first, second = node["of"]
    one, other = values[round(first)], values[round(second)]
    sign = str(node["sign"])
    if one is None or other is None or (sign == "/" and not other):
        return None
    return _OPERATIONS[sign](one, other)
