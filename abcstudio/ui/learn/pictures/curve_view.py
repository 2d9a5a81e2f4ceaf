"""A curve with what the student's code makes of it: a tangent, or the path of a descent."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.ui.learn.pictures.drawn_view import DrawnView, number_words
from abcstudio.ui.learn.pictures.value_row import ValueRow
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio

_DOT = 3.5
_CAPTION = 20
_POINTS = 60
_FARTHEST = 1e9

Points = Sequence[tuple[float, float]]


class CurveBox(QWidget):
    """The curve over one row: the place of the tangent, or the rate of the descent.

    The picture names what the row chooses (`choices`) and holds for each of its values what was
    found there: `slopes`, or `paths` with the values of x.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = CurveView(studio)
        self.row: ValueRow | None = None
        self._picture: Mapping[str, Any] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, 0, GRID, GRID)
        self._column.setSpacing(GRID)
        self._column.addWidget(self.view, 1)

    def show_picture(self, picture: Mapping[str, Any]) -> None:
        """Show what other code has found."""
        self._picture = picture
        if self.row is not None:
            self._column.removeWidget(self.row)
            self.row.deleteLater()
        is_path = "paths" in picture
        name = self.tr("rate") if is_path else "x"
        row = ValueRow(name, picture["choices"], picture["first"], 3 if is_path else 1)
        self.row = row
        self._column.addWidget(row)
        row.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        picture, row = self._picture, self.row
        if row is None:
            return
        place, goal = row.place, float(picture["goal"])
        if "paths" in picture:
            found = (value for value in picture["paths"][place] if value is not None)
            path = [min(_FARTHEST, max(-_FARTHEST, value)) for value in found]
            self.view.show_path(goal, path)
        else:
            self.view.show_slope(goal, row.value, picture["slopes"][place])


class CurveView(DrawnView):
    """Draws (x - goal)², with a tangent or with the steps of a path."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "", parent)
        self._goal = 0.0
        self._reach = 5.0
        self._line: Points = ()
        self._dots: Points = ()
        self._caption = ""

    @property
    def caption(self) -> str:
        """What is said under the curve."""
        return self._caption

    def show_slope(self, goal: float, x: float, slope: float | None) -> None:
        """Show the tangent at a place, with the slope that the code has found there."""
        self.setAccessibleName(self.tr("The curve and your slope"))
        self._goal, self._reach = goal, 4.0
        y = (x - goal) ** 2
        self._dots = [(x, y)]
        self._line = () if slope is None else [(x - 2, y - 2 * slope), (x + 2, y + 2 * slope)]
        self._caption = self.tr("Your slope at {0}: {1}").format(
            number_words(x), number_words(slope)
        )
        self.tell(self._caption)

    def show_path(self, goal: float, path: Sequence[float]) -> None:
        """Show where the steps have led."""
        self.setAccessibleName(self.tr("Your path down the loss"))
        self._goal = goal
        farthest = max((abs(x - goal) for x in path), default=0.0)
        self._reach = min(max(6.0, 1.1 * farthest), 60.0)
        self._dots = [(x, (x - goal) ** 2) for x in path]
        self._line = self._dots
        last = number_words(path[-1]) if path else "?"
        words = self.tr("Steps: {0}. x is {1}, the goal {2}.")
        self._caption = words.format(max(0, len(path) - 1), last, number_words(goal))
        self.tell(self._caption)

    @override
    def draw(self, painter: QPainter, room: QRect) -> None:
        area = QRectF(room).adjusted(0, 0, 0, -_CAPTION)
        painter.setClipRect(area)
        painter.setPen(QPen(QColor(self.colors.border), 1))
        for x in (self._goal,):
            foot = self._place(area, x, 0.0)
            painter.drawLine(foot, QPointF(foot.x(), area.top()))
        painter.drawLine(self._place(area, -1e6, 0.0), self._place(area, 1e6, 0.0))
        xs = [self._goal + self._reach * (2 * k / _POINTS - 1) for k in range(_POINTS + 1)]
        self._draw_line(painter, area, [(x, (x - self._goal) ** 2) for x in xs], self.colors.frame)
        self._draw_line(painter, area, self._line, self.colors.second)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, (x, y) in enumerate(self._dots):
            is_last = place == len(self._dots) - 1
            painter.setBrush(QColor(self.colors.accent if is_last else self.colors.second))
            painter.drawEllipse(self._place(area, x, y), _DOT + is_last, _DOT + is_last)
        painter.setClipping(False)
        below = QRectF(room.left(), area.bottom(), room.width(), _CAPTION)
        self.write(painter, below, self._caption)

    def _draw_line(self, painter: QPainter, area: QRectF, points: Points, color: str) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(color), 1.5))
        painter.drawPolyline(QPolygonF([self._place(area, x, y) for x, y in points]))

    def _place(self, area: QRectF, x: float, y: float) -> QPointF:
        across = (x - self._goal + self._reach) / (2 * self._reach)
        up = (y + 0.06 * self._reach**2) / (1.1 * self._reach**2)
        # What lies far outside is drawn at its edge: numbers of any size cost painting much.
        return QPointF(
            area.left() + min(3.0, max(-3.0, across)) * area.width(),
            area.bottom() - min(3.0, max(-3.0, up)) * area.height(),
        )
