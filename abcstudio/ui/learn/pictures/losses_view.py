"""The loss of each character of a tune as an area; their mean is the loss of the whole."""

from collections.abc import Mapping
from math import exp
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.learn.pictures.drawn_view import number_words
from abcstudio.ui.learn.pictures.pointed_view import PointedView, shown_character
from abcstudio.ui.services.studio import Studio

_LABEL = 16


class LossesView(PointedView):
    """A column for each character, as high as its loss: -ln of its probability.

    The picture holds `characters`, `losses` as the student's code has found them one by one, `mean`
    as it has found it for all of them together, and the loss of a network that knows nothing
    (`untrained`).
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.setAccessibleName(self.tr("The loss of each character of a tune"))
        self._characters = ""
        self._losses: tuple[float | None, ...] = ()
        self._mean: float | None = None
        self._untrained: float | None = None

    @override
    def show_picture(self, picture: Mapping[str, Any]) -> None:
        """Show other losses."""
        self._characters = "".join(str(each)[:1] or "?" for each in picture["characters"])
        self._losses = tuple(picture["losses"])
        self._mean, self._untrained = picture["mean"], picture["untrained"]
        if len(self._losses) != len(self._characters):
            raise ValueError("a loss for each character")
        self.point_at(None)

    @property
    @override
    def count(self) -> int:
        return len(self._losses)

    @override
    def whole_words(self) -> str:
        words = self.tr("Your loss of the whole: {0}. Untrained: {1}.")
        return words.format(number_words(self._mean), number_words(self._untrained))

    @override
    def words_at(self, place: int) -> str:
        loss = self._losses[place]
        character = shown_character(self._characters[place])
        if loss is None:
            return self.tr("“{0}”: no loss").format(character)
        odds = f"{100 * exp(-max(0.0, loss)):.1f}"
        words = self.tr("“{0}”: probability {1} %, loss {2}")
        return words.format(character, odds, number_words(loss))

    @override
    def draw_places(self, painter: QPainter, area: QRectF) -> None:
        base = area.bottom() - _LABEL
        most = max(1.0, *(loss for loss in self._losses if loss is not None), self._untrained or 0)
        scale = (base - area.top() - _LABEL) / most
        width = area.width() / self.count
        for place, loss in enumerate(self._losses):
            is_pointed = place == self.place
            left = area.left() + place * width
            height = max(0.0, loss or 0.0) * scale
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colors.second if is_pointed else self.colors.accent))
            painter.drawRect(QRectF(left + 0.5, base - height, max(1.0, width - 1), height))
            if width >= 6:
                below = QRectF(left - 2, base, width + 4, _LABEL)
                self.write(painter, below, shown_character(self._characters[place]))
        for value, style, name, side in (
            (self._untrained, Qt.PenStyle.DashLine, self.tr("untrained"), _RIGHT),
            (self._mean, Qt.PenStyle.SolidLine, self.tr("mean"), _LEFT),
        ):
            if value is None:
                continue
            y = base - min(most, max(0.0, value)) * scale
            painter.setPen(QPen(QColor(self.colors.muted), 1, style))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            above = QRectF(area.left(), y - _LABEL, area.width(), _LABEL)
            self.write(painter, above, name, color=self.colors.muted, side=side)


_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight
