"""Probabilities under a temperature, and what the student's code drew by them."""

from collections.abc import Mapping, Sequence
from math import exp
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.ui.learn.pictures.drawn_view import DrawnView
from abcstudio.ui.learn.pictures.pointed_view import shown_character
from abcstudio.ui.learn.pictures.value_row import ValueRow
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio

_LABEL = 18
_DOT = 4.0


class OddsBox(QWidget):
    """Bars over a row for the temperature: bars are the softmax, dots what was drawn."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = OddsView(studio)
        self.row: ValueRow | None = None
        self._picture: Mapping[str, Any] = {}
        self.sentence = Label()
        self.sentence.setProperty("muted", True)
        self.sentence.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, 0, GRID, GRID)
        self._column.setSpacing(GRID)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self.sentence)

    def show_picture(self, picture: Mapping[str, Any]) -> None:
        """Show other logits, and what was drawn at each temperature."""
        self._picture = picture
        self.sentence.setText(self._words(picture))
        if self.row is not None:
            self._column.removeWidget(self.row)
            self.row.deleteLater()
        row = ValueRow(self.tr("Temperature"), picture["choices"], 1.0)
        self.row = row
        self._column.addWidget(row)
        row.changed.connect(self._follow)
        self._follow()

    def _words(self, picture: Mapping[str, Any]) -> str:
        if not any(picture["drawn"]):
            return self.tr("What the network gives for the next character, at a temperature.")
        if "names" in picture:
            return self.tr("Bars: the softmax. Dots: what your code gives.")
        return self.tr("Bars: the softmax. Dots: how often your code drew each one.")

    def _follow(self) -> None:
        if self.row is not None:
            drawn = self._picture["drawn"][self.row.place]
            odds = softmax(self._picture["logits"], self.row.value)
            self.view.show_odds(odds, drawn or (), self._picture.get("names", ()))


class OddsView(DrawnView):
    """One bar for each character."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "", parent)
        self.setAccessibleName(self.tr("Probabilities and your draws"))
        self._odds: Sequence[float] = ()
        self._drawn: Sequence[float] = ()
        self._names: Sequence[str] = ()

    @property
    def odds(self) -> tuple[float, ...]:
        """The heights of the bars."""
        return tuple(self._odds)

    def show_odds(
        self, odds: Sequence[float], drawn: Sequence[float], names: Sequence[str] = ()
    ) -> None:
        """Show probabilities, and shares of what was drawn; characters without names by numbers."""
        self._odds, self._drawn, self._names = odds, drawn, names
        words = (f"{self._name(place)}: {odd:.0%}" for place, odd in enumerate(odds))
        self.tell(", ".join(words))

    @override
    def draw(self, painter: QPainter, room: QRect) -> None:
        if not self._odds:
            return
        width = room.width() / len(self._odds)
        base, height = room.bottom() - _LABEL, room.height() - 2 * _LABEL
        painter.setPen(Qt.PenStyle.NoPen)
        for place, odd in enumerate(self._odds):
            left = room.left() + place * width
            painter.setBrush(QColor(self.colors.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRect(QRectF(left + 3, base - odd * height, width - 6, odd * height))
            self.write(
                painter,
                QRectF(left, base, width, _LABEL),
                self._name(place),
                color=self.colors.muted,
            )
            above = QRectF(left, base - odd * height - _LABEL, width, _LABEL)
            self.write(painter, above, f"{odd:.0%}")
            if place < len(self._drawn):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self.colors.second))
                dot = QPointF(left + width - 7, base - self._drawn[place] * height)
                painter.drawEllipse(dot, _DOT, _DOT)

    def _name(self, place: int) -> str:
        return shown_character(self._names[place]) if place < len(self._names) else str(place)


def softmax(logits: Sequence[float], temperature: float) -> list[float]:
    """Return the probabilities of logits at a temperature."""
    most = max(logits)
    powers = [exp((each - most) / temperature) for each in logits]
    return [power / sum(powers) for power in powers]
