"""The gates of an LSTM over a tune: which units keep, take in, and show, character by character."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.learn.pictures.pointed_view import PointedView, shown_character
from abcstudio.ui.services.studio import Studio

_LABEL = 16

Rows = tuple[tuple[float, ...], ...]


class GatesView(PointedView):
    """A table for each gate: a row for each of some units, a column for each character.

    The picture holds `characters` and `gates`: each with a `name` and `values`, for each character
    a list of numbers between 0 and 1.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.setAccessibleName(self.tr("The gates of the network over your tune"))
        self._characters = ""
        self._gates: tuple[tuple[str, Rows], ...] = ()

    @override
    def show_picture(self, picture: Mapping[str, Any]) -> None:
        """Show other gates."""
        self._characters = "".join(str(each)[:1] or "?" for each in picture["characters"])
        self._gates = tuple(
            (self._name_of(str(gate["name"])), _rows(gate["values"])) for gate in picture["gates"]
        )
        if any(len(values) != len(self._characters) for _, values in self._gates):
            raise ValueError("values for each character")
        self.point_at(None)

    @property
    @override
    def count(self) -> int:
        return len(self._characters)

    @override
    def whole_words(self) -> str:
        return self.tr("Each row is a unit, each column a character.")

    @override
    def words_at(self, place: int) -> str:
        shares = (
            f"{name} {100 * sum(values[place]) / len(values[place]):.0f} %"
            for name, values in self._gates
        )
        return f"{shown_character(self._characters[place])}: {', '.join(shares)}"

    @override
    def place_of(self, x: float) -> int:
        left = self._name_width() + 8
        share = (x - left) / max(1.0, self.width() - left - 8)
        return min(self.count - 1, max(0, int(share * self.count)))

    @override
    def draw_places(self, painter: QPainter, area: QRectF) -> None:
        self._draw_legend(painter, area)
        names = self._name_width()
        plot = area.adjusted(names, _LABEL + 4, 0, -_LABEL)
        height = plot.height() / max(1, len(self._gates))
        width = plot.width() / self.count
        for number, (name, values) in enumerate(self._gates):
            top = plot.top() + number * height
            beside = QRectF(area.left(), top, names - 6, height - 6)
            self.write(painter, beside, name, color=self.colors.muted)
            for place, units in enumerate(values):
                column = QRectF(plot.left() + place * width, top, width, height - 6)
                self._draw_units(painter, column, units)
        for place, character in enumerate(self._characters):
            below = QRectF(plot.left() + place * width - 2, plot.bottom(), width + 4, _LABEL)
            if width >= 6:
                self.write(painter, below, shown_character(character))
        if self.place is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.colors.text), 1.5))
            left = plot.left() + self.place * width
            painter.drawRect(QRectF(left, plot.top(), width, plot.height() - 6))

    def _name_width(self) -> int:
        """Return how much room the names of the gates take, in any language."""
        metrics = self.fontMetrics()
        return 8 + max((metrics.horizontalAdvance(name) for name, _ in self._gates), default=0)

    def _draw_legend(self, painter: QPainter, area: QRectF) -> None:
        left = area.left()
        for color, words in (
            (self.colors.scale_low, self.tr("closed")),
            (self.colors.scale_high, self.tr("open")),
        ):
            painter.fillRect(QRectF(left, area.top() + 2, 12, 12), QColor(color))
            place = QRectF(left + 16, area.top(), area.right() - left, _LABEL)
            self.write(painter, place, words, side=Qt.AlignmentFlag.AlignLeft)
            left += 32 + painter.fontMetrics().horizontalAdvance(words)

    def _draw_units(self, painter: QPainter, column: QRectF, units: Sequence[float]) -> None:
        low, high = QColor(self.colors.scale_low), QColor(self.colors.scale_high)
        height = column.height() / len(units)
        for number, unit in enumerate(units):
            top = column.top() + number * height
            shade = _between(low, high, min(1.0, max(0.0, unit)))
            painter.fillRect(QRectF(column.left(), top, column.width() + 0.5, height + 0.5), shade)

    def _name_of(self, key: str) -> str:
        names = {
            "forget": self.tr("keep"),
            "input": self.tr("take in"),
            "output": self.tr("show"),
        }
        return names.get(key, key)


def _rows(values: Sequence[Sequence[float]]) -> Rows:
    rows = tuple(tuple(float(unit) for unit in units) for units in values)
    if any(not units for units in rows):
        raise ValueError("units for each character")
    return rows


def _between(low: QColor, high: QColor, share: float) -> QColor:
    def part(one: int, other: int) -> int:
        return round(one + share * (other - one))

    return QColor(
        part(low.red(), high.red()),
        part(low.green(), high.green()),
        part(low.blue(), high.blue()),
    )
