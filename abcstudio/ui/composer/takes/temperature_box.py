"""The temperature: a number, a slider, and what its ends mean."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from abcstudio.learning.sampling.sampling_config import sampling_options
from abcstudio.ui.controls.lesson_button import LessonButton
from abcstudio.ui.controls.numbers.number_boxes import NumberBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import small_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message

_LOWEST, _HIGHEST, _STEP = 0.1, 2.0, 0.05
"""Of the slider; the number may be lower and higher."""
_SLIDER_STEPS = 100


class TemperatureBox(QWidget):
    """A spin box and a slider that always say the same; careful left, wild right."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = self.tr("What is the temperature?")
        self.lesson = LessonButton(studio, "16-sampling", question)
        self.number = NumberBox(*sampling_options()["temperature"].values)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        number, slider = self.number, self.slider
        number.setSingleStep(_STEP)
        slider.setRange(round(_LOWEST * _SLIDER_STEPS), round(_HIGHEST * _SLIDER_STEPS))
        slider.setSingleStep(round(_STEP * _SLIDER_STEPS))
        slider.setPageStep(round(2 * _STEP * _SLIDER_STEPS))
        slider.setToolTip(message("sampling.temperature.help"))
        slider.setAccessibleName(message("sampling.temperature"))
        slider.valueChanged.connect(self._on_slider_moved)
        number.valueChanged.connect(self._on_number_changed)
        self._lay_out()

    def _lay_out(self) -> None:
        label = Label(self.tr("Temperat&ure"))
        label.setBuddy(self.number)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.lesson)
        top.addStretch(1)
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
        # A number beyond the slider's ends stays as it is.
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(temperature * _SLIDER_STEPS))
