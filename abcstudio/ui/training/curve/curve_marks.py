"""What stands in the plot of losses beside its lines: takes along the curve, named places."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from abcstudio.ui.look.theme import Colors

_SIZE = 11
# Where the words stand along the line: clear of the axes, of the curve, and of the last step.
_RISE_PLACE = 0.94


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place of the plot with its words: a step, or a loss."""

    value: float
    words: str


class CurveMarks(QObject):
    """The marks of one plot of pyqtgraph, which must be loaded.

    Attributes:
        takes: The marks of the takes, points on the curve.
        cursor: The line at the step that is heard; it can be moved along the curve.
        chance: The line at the loss of guessing.

    Signals:
        place_chosen: The person clicked a mark, or moved the line to one. Carries which, from 0.
    """

    place_chosen = Signal(int)

    def __init__(self, plot: Any) -> None:
        super().__init__()
        import pyqtgraph

        from abcstudio.ui.training.curve.chance_line import ChanceLine

        self._plot = plot
        self._places: list[float] = []
        self._points: list[tuple[float, float]] = []
        self._named: tuple[NamedPlace | None, NamedPlace | None] = (None, None)
        self.takes = pyqtgraph.ScatterPlotItem(size=_SIZE, symbol="d", pxMode=True)
        self.takes.setZValue(20)
        self.takes.sigClicked.connect(self._on_clicked)
        self.cursor = pyqtgraph.InfiniteLine(angle=90, movable=True)
        self.cursor.setZValue(15)
        self.cursor.sigPositionChangeFinished.connect(self._on_moved)
        self.chance = ChanceLine()
        self._rise = pyqtgraph.InfiniteLine(
            angle=90, label=" ", labelOpts={"position": _RISE_PLACE, "movable": False}
        )
        for item in (self.chance, self._rise, self.cursor):
            plot.addItem(item, ignoreBounds=item is not self.chance)
            item.hide()
        plot.addItem(self.takes, ignoreBounds=True)

    def paint(self, colors: Colors) -> None:
        """Take the colours of a scheme."""
        import pyqtgraph

        self.takes.setBrush(pyqtgraph.mkBrush(colors.accent))
        self.takes.setPen(pyqtgraph.mkPen(colors.base, width=1))
        self.cursor.setPen(pyqtgraph.mkPen(colors.accent, width=2))
        self.cursor.setHoverPen(pyqtgraph.mkPen(colors.accent, width=4))
        for line, color in ((self.chance, colors.muted), (self._rise, colors.second)):
            line.setPen(pyqtgraph.mkPen(color, width=1, style=Qt.PenStyle.DashLine))
            line.label.setColor(color)

    def set_takes(self, points: Sequence[tuple[float, float]], cursor: float | None) -> None:
        """Mark places of the curve, as they are drawn, and the one that is heard."""
        if list(points) != self._points:
            self._points = list(points)
            self._places = [x for x, _ in points]
            self.takes.setData(self._places, [y for _, y in points])
        self.cursor.setVisible(cursor is not None)
        if cursor is not None and self.cursor.value() != cursor:
            self.cursor.blockSignals(True)
            self.cursor.setValue(cursor)
            self.cursor.blockSignals(False)

    def set_places(self, chance: NamedPlace | None, rise: NamedPlace | None) -> None:
        """Name the loss of guessing, and the step from which on over-fitting begins."""
        if (chance, rise) == self._named:
            # Laying a label out anew takes longer than drawing the curve.
            return
        self._named = (chance, rise)
        for line, place in ((self.chance, chance), (self._rise, rise)):
            line.setVisible(place is not None)
            if place is not None:
                line.setValue(place.value)
                line.label.setFormat(place.words)

    def _on_clicked(self, _item: object, points: Sequence[Any], *_: object) -> None:
        if len(points):
            self._choose(float(points[0].pos().x()))

    def _on_moved(self, _line: object) -> None:
        if self._places:
            self._choose(float(self.cursor.value()))

    def _choose(self, x: float) -> None:
        """Go to the mark that is nearest to a place of the axis."""
        nearest = min(self._places, key=lambda place: abs(place - x))
        self.cursor.setValue(nearest)
        self.place_chosen.emit(self._places.index(nearest))
