"""The place in the tune: a slider that follows the sound, and goes where it is clicked."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QStyle
from typing_extensions import override

_PER_SECOND = 100
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
