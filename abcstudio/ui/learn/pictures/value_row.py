"""One number of a picture: its name, a slider, a spin box."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from abcstudio.ui.controls.numbers.number_boxes import NumberBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID

_LEAST_NAME = 3 * GRID
_BOX = 11 * GRID


class ValueRow(QWidget):
    """A number between two ends, in steps or among given values.

    Signals:
        changed: Another number was chosen.
    """

    changed = Signal()

    def __init__(self, name: str, values: Sequence[float], value: float, decimals: int = 1) -> None:
        """Make the row.

        Args:
            name: What the number is called.
            values: What it can be, in order.
            value: What it is first.
            decimals: How many digits the box shows after the point.
        """
        super().__init__()
        self._values = tuple(values)
        label = Label(name)
        label.setMinimumWidth(max(_LEAST_NAME, label.sizeHint().width()))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(self._values) - 1)
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(name)
        self.number = NumberBox(self._values[0], self._values[-1])
        self.number.setDecimals(decimals)
        self.number.setAccessibleName(name)
        self.number.setToolTip(name)
        self.number.setMaximumWidth(_BOX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        self.number.valueChanged.connect(self._on_number)
        self.slider.valueChanged.connect(self._on_slider)
        self.slider.setValue(self._nearest(value))
        self._on_slider(self.slider.value())

    @property
    def place(self) -> int:
        """The place of the number among those that it can be."""
        return self.slider.value()

    @property
    def value(self) -> float:
        """The number."""
        return self._values[self.place]

    def _nearest(self, value: float) -> int:
        return min(range(len(self._values)), key=lambda place: abs(self._values[place] - value))

    def _on_slider(self, place: int) -> None:
        with QSignalBlocker(self.number):
            self.number.setValue(self._values[place])
        self.changed.emit()

    def _on_number(self, value: float) -> None:
        place = self._nearest(value)
        before = self.place
        # An arrow of the box that is smaller than a step goes a step.
        if place == before and value != self._values[place]:
            place += 1 if value > self._values[place] else -1
        self.slider.setValue(min(len(self._values) - 1, max(0, place)))
        with QSignalBlocker(self.number):
            self.number.setValue(self.value)
