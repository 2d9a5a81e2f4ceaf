"""The place in the tune: a slider that follows the sound, and goes where it is clicked."""

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider
from typing_extensions import override

_PER_SECOND = 100
_LOOP_HEIGHT, _END_HEIGHT, _END_WIDTH = 3, 11, 2
_STEP_SECONDS = 1
_PAGE_SECONDS = 5


class PositionSlider(QSlider):
    """Shows seconds.

    Signals:
        moved: The person chose another place, or drags to it. Carries the seconds.
        seek_requested: The person let go there. Carries the seconds.
    """

    moved = Signal(float)
    seek_requested = Signal(float)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setTracking(False)
        self.setSingleStep(_STEP_SECONDS * _PER_SECOND)
        self.setPageStep(_PAGE_SECONDS * _PER_SECOND)
        self._loop: tuple[float, float] | None = None
        self._loop_color = QColor()
        self.sliderMoved.connect(lambda value: self.moved.emit(value / _PER_SECOND))
        self.valueChanged.connect(self._on_value_changed)

    def set_duration(self, seconds: float) -> None:
        """Let the slider reach so far."""
        with QSignalBlocker(self):
            self.setMaximum(max(0, round(seconds * _PER_SECOND)))

    def set_position(self, seconds: float) -> None:
        """Follow the sound, unless the slider is held."""
        if not self.isSliderDown():
            with QSignalBlocker(self):
                self.setValue(round(seconds * _PER_SECOND))

    def set_loop(self, start: float | None, end: float = 0.0) -> None:
        """Mark a part that is repeated, in seconds; None marks nothing."""
        loop = None if start is None else (start, end)
        if loop != self._loop:
            self._loop = loop
            self.update()

    def set_loop_color(self, color: QColor) -> None:
        """Mark it in another colour."""
        self._loop_color = color
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the slider, and over it the part that is repeated, between two bars."""
        super().paintEvent(event)
        if self._loop is None or not self.maximum():
            return
        left, right = (self._x_of(seconds) for seconds in self._loop)
        middle = self.height() / 2
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._loop_color)
        below = middle + _END_HEIGHT / 2
        painter.drawRect(QRectF(left, below - _LOOP_HEIGHT, max(1.0, right - left), _LOOP_HEIGHT))
        for x in (left, right - _END_WIDTH):
            painter.drawRect(QRectF(x, middle - _END_HEIGHT / 2, _END_WIDTH, _END_HEIGHT))

    def _x_of(self, seconds: float) -> float:
        """Return where the middle of the handle stands for a place."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )
        room = self.width() - handle.width()
        return handle.width() / 2 + room * min(1.0, seconds * _PER_SECOND / self.maximum())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the handle under the pointer first, so that a click goes there at once."""
        if event.button() == Qt.MouseButton.LeftButton and self.width():
            place = QStyle.sliderValueFromPosition(
                self.minimum(), self.maximum(), round(event.position().x()), self.width()
            )
            with QSignalBlocker(self):
                self.setValue(place)
            self.seek_requested.emit(place / _PER_SECOND)
        super().mousePressEvent(event)

    def _on_value_changed(self, value: int) -> None:
        self.moved.emit(value / _PER_SECOND)
        self.seek_requested.emit(value / _PER_SECOND)
