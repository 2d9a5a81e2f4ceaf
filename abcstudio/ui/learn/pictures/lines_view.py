"""Curves of numbers: losses of trainings, samples of a sound, what is left of a gradient."""

from collections.abc import Mapping, Sequence
from math import log10
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.learn.pictures.drawn_view import number_words
from abcstudio.ui.learn.pictures.pointed_view import PointedView
from abcstudio.ui.services.studio import Studio

_TITLE = 20
_NAME = 44
_LEAST_POWER = -12.0
_LARGE = 1000.0

Line = tuple[str, int, tuple[float | None, ...]]


class LinesView(PointedView):
    """Draws lines over common places; a level is a dashed line across.

    The picture names what the lines are (`title`) and holds `lines`, each with a `name`, `values`
    and the place `from` which they begin; with `log` the powers of ten stand at equal distances.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self._lines: tuple[Line, ...] = ()
        self._title = ""
        self._level: float | None = None
        self._level_name = ""
        self._is_log = False

    @override
    def show_picture(self, picture: Mapping[str, Any]) -> None:
        """Show other lines."""
        self._lines = tuple(
            (self._name(str(line["name"])), round(line.get("from", 0)), _values(line["values"]))
            for line in picture["lines"]
        )
        self._title = self._title_of(str(picture.get("title", "")))
        self._level = picture.get("level")
        self._level_name = str(picture.get("level_name", ""))
        self._is_log = bool(picture.get("log"))
        self.setAccessibleName(self._title)
        self.point_at(None)

    @property
    @override
    def count(self) -> int:
        return max((start + len(values) for _, start, values in self._lines), default=0)

    @override
    def whole_words(self) -> str:
        if not self._lines:
            return self.tr("The curve is drawn here while the losses come.")
        ends = (
            self.tr("{0}: {1} … {2}").format(
                name, number_words(values[0]), number_words(values[-1])
            )
            for name, _, values in self._lines
            if values
        )
        return "; ".join(ends)

    @override
    def words_at(self, place: int) -> str:
        found = []
        for name, start, values in self._lines:
            rest = values[place - start :] if place >= start else ()
            # Between two values of a line that has few of them there is none.
            if rest and (rest[0] is not None or not any(each is not None for each in rest)):
                found.append(f"{name} {number_words(rest[0])}")
        return f"{place}: {', '.join(found)}"

    @override
    def draw_places(self, painter: QPainter, area: QRectF) -> None:
        title = QRectF(area.left(), area.top(), area.width(), _TITLE)
        self.write(painter, title, self._title, color=self.colors.muted)
        plot = area.adjusted(_NAME, _TITLE, -_NAME, 0)
        least, most = self._bounds()
        for value, words in ((most, most), (least, least)):
            y = self._y(plot, value, least, most)
            mark = QRectF(area.left(), y - 8, _NAME - 4, 16)
            number = 10.0**words if self._is_log else words
            short = f"{number:.0f}" if abs(number) >= _LARGE else number_words(number, 3)
            self.write(painter, mark, short, color=self.colors.muted)
        if self._level is not None:
            self._draw_level(painter, plot, least, most)
        tones = (self.colors.accent, self.colors.second, self.colors.success)
        for number, line in enumerate(self._lines):
            self._draw_line(painter, plot, line, tones[number % len(tones)])
        if self.place is not None:
            x = self._x(plot, self.place)
            painter.setPen(QPen(QColor(self.colors.frame), 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    @override
    def place_of(self, x: float) -> int:
        plot = QRectF(self.rect()).adjusted(_NAME + 8, 0, -_NAME - 8, 0)
        share = (x - plot.left()) / max(1.0, plot.width())
        return min(self.count - 1, max(0, round(share * (self.count - 1))))

    def _draw_level(self, painter: QPainter, plot: QRectF, least: float, most: float) -> None:
        y = self._y(plot, self._height(self._level) or 0.0, least, most)
        painter.setPen(QPen(QColor(self.colors.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        beside = QRectF(plot.right() + 2, y - 8, _NAME - 2, 16)
        self.write(painter, beside, self._level_name, color=self.colors.muted)

    def _draw_line(self, painter: QPainter, plot: QRectF, line: Line, color: str) -> None:
        name, start, values = line
        least, most = self._bounds()
        points = [
            QPointF(self._x(plot, start + place), self._y(plot, height, least, most))
            for place, value in enumerate(values)
            if (height := self._height(value)) is not None
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(color), 1.75))
        painter.drawPolyline(QPolygonF(points))
        if points and len(self._lines) > 1:
            beside = QRectF(points[-1].x() + 3, points[-1].y() - 8, 2 * _NAME, 16)
            if start + len(values) < self.count:
                # Where a line ends amid the others, its name stands beside its height.
                beside.moveTopLeft(QPointF(points[-1].x() + 4, plot.top()))
            self.write(painter, beside, name, color=color, side=Qt.AlignmentFlag.AlignLeft)

    def _bounds(self) -> tuple[float, float]:
        found = [self._height(value) for _, _, values in self._lines for value in values]
        found.append(self._height(self._level))
        heights = [height for height in found if height is not None]
        least, most = min(heights, default=0.0), max(heights, default=1.0)
        return (least, most) if most > least else (least - 0.5, most + 0.5)

    def _height(self, value: float | None) -> float | None:
        if value is None or not self._is_log:
            return value
        return max(_LEAST_POWER, log10(value)) if value > 0 else _LEAST_POWER

    def _x(self, plot: QRectF, place: float) -> float:
        return plot.left() + plot.width() * place / max(1, self.count - 1)

    @staticmethod
    def _y(plot: QRectF, height: float, least: float, most: float) -> float:
        return plot.bottom() - 8 - (plot.height() - 16) * (height - least) / (most - least)

    def _title_of(self, key: str) -> str:
        titles = {
            "losses": self.tr("Loss, step by step"),
            "samples": self.tr("The file read as sound"),
            "gradient": self.tr("The gradient, characters back"),
        }
        return titles.get(key, key)

    def _name(self, key: str) -> str:
        names = {
            "loss": self.tr("loss"),
            "header": self.tr("header"),
            "samples": self.tr("samples"),
            "held out": self.tr("held out"),
        }
        return names.get(key, key)


def _values(values: Sequence[float | None]) -> tuple[float | None, ...]:
    return tuple(None if value is None else float(value) for value in values)
