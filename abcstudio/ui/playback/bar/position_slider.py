"""The place in the tune: a slider that follows the sound, and goes where it is clicked."""

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider
from typing_extensions import override

from abcstudio.ui.look.painting import guarded

_PER_SECOND = 100
_LOOP_HEIGHT, _END_HEIGHT, _END_WIDTH = 3, 11, 2
_GRIP = 5
_STEP_SECONDS = 1
_PAGE_SECONDS = 5


class PositionSlider(QSlider):
    """Shows seconds.

    Signals:
        moved: The person chose another place, or drags to it. Carries the seconds.
        seek_requested: The person let go there. Carries the seconds.
        loop_dragged: An end of the repeated part was dragged. Carries from when to when.
    """

    moved = Signal(float)
    seek_requested = Signal(float)
    loop_dragged = Signal(float, float)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setTracking(False)
        self.setSingleStep(_STEP_SECONDS * _PER_SECOND)
        self.setPageStep(_PAGE_SECONDS * _PER_SECOND)
        self.loop: tuple[float, float] | None = None
        self._loop_color = QColor()
        # Which end of the loop is held: 0 its beginning, 1 its end.
        self._held: int | None = None
        self._is_dragged = False
        self.setMouseTracking(True)
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
        if self._held is not None:
            return
        if loop != self.loop:
            self.loop = loop
            self.update()

    def set_loop_color(self, color: QColor) -> None:
        """Mark it in another colour."""
        self._loop_color = color
        self.update()

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the slider, and over it the part that is repeated, between two bars."""
        super().paintEvent(event)
        if self.loop is None or not self.maximum():
            return
        left, right = (self.x_of(seconds) for seconds in self.loop)
        middle = self.height() / 2
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._loop_color)
        below = middle + _END_HEIGHT / 2
        painter.drawRect(QRectF(left, below - _LOOP_HEIGHT, max(1.0, right - left), _LOOP_HEIGHT))
        for x in (left, right - _END_WIDTH):
            painter.drawRect(QRectF(x, middle - _END_HEIGHT / 2, _END_WIDTH, _END_HEIGHT))

    def x_of(self, seconds: float) -> float:
        """Return where the middle of the handle stands for a place."""
        width = self._handle_width()
        part = min(1.0, seconds * _PER_SECOND / self.maximum())
        return width / 2 + (self.width() - width) * part

    def _seconds_at(self, x: float) -> float:
        """Return the place for which the middle of the handle would stand there."""
        width = self._handle_width()
        part = max(0.0, min(1.0, (x - width / 2) / max(1, self.width() - width)))
        return part * self.maximum() / _PER_SECOND

    def _handle_width(self) -> int:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )
        return handle.width()

    def _end_at(self, x: float) -> int | None:
        """Return which end of the loop is near, None where there is none."""
        if self.loop is None or not self.maximum() or not self.isEnabled():
            return None
        far = [abs(x - self.x_of(seconds)) for seconds in self.loop]
        nearest = far.index(min(far))
        return nearest if far[nearest] <= _GRIP else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the loop as it is dragged, and let the pointer tell where it can be."""
        x = event.position().x()
        if self._held is None or self.loop is None:
            if not event.buttons():
                is_near = self._end_at(x) is not None
                shape = Qt.CursorShape.SizeHorCursor if is_near else Qt.CursorShape.ArrowCursor
                self.setCursor(shape)
            super().mouseMoveEvent(event)
            return
        self._is_dragged = True
        start, end = self.loop
        seconds = self._seconds_at(x)
        self.loop = (min(seconds, end), end) if self._held == 0 else (start, max(seconds, start))
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        if held is None or self.loop is None:
            super().mouseReleaseEvent(event)
        elif self._is_dragged:
            self.loop_dragged.emit(*self.loop)
        else:
            self.seek_requested.emit(self.loop[held])

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the handle under the pointer first, so that a click goes there at once."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held, self._is_dragged = self._end_at(event.position().x()), False
            if self._held is not None:
                return
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
