"""A picture of places in a row, one of which is pointed at by the arrow keys or a click."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.learn.pictures.drawn_view import DrawnView
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.services.studio import Studio

CAPTION = 20


class PointedView(DrawnView):
    """Says in its last line what there is at the place that is pointed at, or of the whole."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, "", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("Click, or use the arrow keys, to see single values"))
        self._place: int | None = None
        self._area = QRectF()

    @property
    def place(self) -> int | None:
        """The place that is pointed at, None for none."""
        return self._place

    @property
    def caption(self) -> str:
        """What is said under the picture."""
        return self.whole_words() if self._place is None else self.words_at(self._place)

    @property
    def count(self) -> int:
        """How many places there are; to be overridden."""
        raise NotImplementedError

    def show_picture(self, picture: Mapping[str, Any]) -> None:
        """Show another picture; to be overridden."""
        raise NotImplementedError

    def whole_words(self) -> str:
        """Return what is said while no place is pointed at; to be overridden."""
        raise NotImplementedError

    def words_at(self, place: int) -> str:
        """Return what is said of a place; to be overridden."""
        raise NotImplementedError

    def draw_places(self, painter: QPainter, area: QRectF) -> None:
        """Draw the places into an area; to be overridden."""
        raise NotImplementedError

    def point_at(self, place: int | None) -> None:
        """Point at a place, or at none."""
        self._place = place
        self.tell(self.caption)

    def place_of(self, x: float) -> int:
        """Return the place that is nearest to a distance from the left."""
        share = (x - self._area.left()) / max(1.0, self._area.width())
        return min(self.count - 1, max(0, int(share * self.count)))

    @override
    def draw(self, painter: QPainter, room: QRect) -> None:
        if not self.count:
            self.write(painter, QRectF(room), self.caption, color=self.colors.muted)
            return
        metrics, width = painter.fontMetrics(), room.width()
        # By what is said of the whole: the picture stays where it is when a place is pointed at.
        lines = 1 if metrics.horizontalAdvance(self.whole_words()) <= width else 2
        self._area = QRectF(room).adjusted(0, 0, 0, -lines * CAPTION)
        self.draw_places(painter, self._area)
        below = QRectF(room.left(), self._area.bottom(), width, lines * CAPTION)
        # Lines break between words, so two of them hold less than twice as much.
        most = width if lines == 1 else int(1.7 * width)
        words = fitted(metrics, self.caption, most)
        painter.setPen(QColor(self.colors.text))
        wrapped = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(below, wrapped, words)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point_under(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_under(event.position())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from place to place; Escape points at none."""
        here = self._place
        goals = {
            Qt.Key.Key_Right: 0 if here is None else here + 1,
            Qt.Key.Key_Left: self.count - 1 if here is None else here - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.count - 1,
        }
        goal = goals.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and here is not None:
            self.point_at(None)
        elif goal is not None and self.count:
            self.point_at(min(self.count - 1, max(0, goal)))
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _point_under(self, position: QPointF) -> None:
        if self.count:
            self.point_at(self.place_of(position.x()))


def shown_character(character: str) -> str:
    """Return a character as it can be seen: signs for a line break and a blank."""
    signs = {"\n": "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}", " ": "\N{OPEN BOX}"}
    return signs.get(character, character)
