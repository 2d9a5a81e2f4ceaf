"""The temperature: a number, a slider, and what its ends mean."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from abcstudio.ui.controls.number_boxes import NumberBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font

_LOWEST, _HIGHEST, _STEP = 0.1, 2.0, 0.05
_SLIDER_STEPS = 100


class TemperatureBox(QWidget):
    """A spin box and a slider that always say the same; careful left, wild right."""

    def __init__(self, temperature: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = NumberBox(_LOWEST, _HIGHEST)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        number, slider = self.number, self.slider
        number.setSingleStep(_STEP)
        number.setMinimumHeight(3 * GRID)
        slider.setRange(round(_LOWEST * _SLIDER_STEPS), round(_HIGHEST * _SLIDER_STEPS))
        slider.setSingleStep(round(_STEP * _SLIDER_STEPS))
        slider.setPageStep(round(2 * _STEP * _SLIDER_STEPS))
        for control in (number, slider):
            control.setToolTip(
                self.tr("How bold the network is: low keeps to the familiar, high surprises")
            )
            control.setAccessibleName(self.tr("Temperature"))
        slider.valueChanged.connect(self._on_slider_moved)
        number.valueChanged.connect(self._on_number_changed)
        number.setValue(temperature)
        self._lay_out()

    def _lay_out(self) -> None:
        label = Label(self.tr("Temperat&ure"))
        label.setBuddy(self.number)
        top = QHBoxLayout()
        top.addWidget(label, 1)
        top.addWidget(self.number)
        ends = QHBoxLayout()
        for words, alignment in (
            (self.tr("careful"), Qt.AlignmentFlag.AlignLeft),
            (self.tr("wild"), Qt.AlignmentFlag.AlignRight),
        ):
            end = Label(words)
            end.setProperty("muted", True)
            end.setFont(small_font())
            end.setAlignment(alignment)
            ends.addWidget(end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.slider)
        column.addLayout(ends)

    def _on_slider_moved(self, steps: int) -> None:
        # A number typed between two steps stays as it was typed.
        if round(self.number.value() * _SLIDER_STEPS) != steps:
            self.number.setValue(steps / _SLIDER_STEPS)

    def _on_number_changed(self, temperature: float) -> None:
        self.slider.setValue(round(temperature * _SLIDER_STEPS))
