"""What is asked before own code trains: the name of the run, and the sizes of the assignment."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from abcstudio.learning.config import TrainingConfig, hyper_parameters
from abcstudio.ui.controls.numbers.number_boxes import NumberBox, first_complaint
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.words.translation import message

_ASKED = ("steps", "seq_len", "learning_rate", "hidden_size")
_MOST_STEPS = 100_000
_LONGEST_NAME = 60


class OwnCodeForm(QWidget):
    """A name over a number for each setting that the assignment varies.

    Attributes:
        name: What the run is called.
        boxes: The numbers, by the names of their settings.
    """

    def __init__(self, config: TrainingConfig, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config = config
        self.name = QLineEdit(self.tr("Own code"))
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name of the run"))
        self.name.setToolTip(
            self.tr("What the run is called in the list of runs and in the report")
        )
        self.boxes = {name: _box(name, config) for name in _ASKED}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(GRID)
        form.setVerticalSpacing(GRID)
        label = Label(self.tr("N&ame of the run"))
        label.setBuddy(self.name)
        form.addRow(label, self.name)
        for name, box in self.boxes.items():
            words = message(f"hyperparameter.{name}")
            label = Label(words)
            label.setBuddy(box)
            box.setAccessibleName(words)
            box.setToolTip(message(f"hyperparameter.{name}.help"))
            form.addRow(label, box)

    @property
    def run_name(self) -> str:
        """What the run is to be called."""
        return self.name.text().strip() or self.tr("Own code")

    def config(self) -> TrainingConfig | None:
        """Return what is filled in; None where a number is none of its range: it has the focus."""
        for box in self.boxes.values():
            box.commit()
            if first_complaint(box):
                return None
        values: dict[str, Any] = {name: box.value() for name, box in self.boxes.items()}
        config = replace(self._config, **values)
        # A short run is looked at, too.
        return replace(config, evaluate_every=min(config.evaluate_every, config.steps))


def _box(name: str, config: TrainingConfig) -> NumberBox:
    parameter = hyper_parameters()[name]
    low, high = parameter.minimum or 0.0, parameter.maximum or 0.0
    box: NumberBox
    if isinstance(getattr(config, name), int):
        most = min(int(high), _MOST_STEPS)
        box = WholeNumberBox(int(low), most, is_adaptive=parameter.logarithmic)
    else:
        box = NumberBox(low, high, is_adaptive=parameter.logarithmic)
    box.setValue(getattr(config, name))
    return box
