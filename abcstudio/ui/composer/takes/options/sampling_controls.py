"""One control for one option of sampling, made from the range that stands in `SamplingConfig`."""

from typing import Any

from PySide6.QtWidgets import QCheckBox

from abcstudio.composing.guard.usual_sampling import USUAL_SAMPLING
from abcstudio.field_values import Flag, Whole
from abcstudio.learning.sampling.sampling_config import sampling_options
from abcstudio.ui.controls.numbers.number_boxes import NumberBox
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.words.translation import message

Control = QCheckBox | NumberBox


def control_of(name: str) -> Control:
    """Return a control that shows the option's default."""
    values = sampling_options()[name].values
    control: Control
    if isinstance(values, Flag):
        control = QCheckBox(message(f"sampling.{name}"))
    elif isinstance(values, Whole):
        control = WholeNumberBox(values.minimum, values.maximum)
    else:
        control = NumberBox(values.minimum, values.maximum)
    set_up(control, name)
    return control


def set_up(control: Control, name: str) -> None:
    """Give a control that was made for an option its name, its sentence and its default."""
    control.setAccessibleName(message(f"sampling.{name}"))
    control.setToolTip(message(f"sampling.{name}.help"))
    if isinstance(control, NumberBox):
        control.setMinimumHeight(3 * GRID)
    show_value(control, getattr(USUAL_SAMPLING, name))


def show_value(control: Control, value: Any) -> None:
    """Show a value of the option."""
    if isinstance(control, QCheckBox):
        control.setChecked(value)
    else:
        control.setValue(value)


def value_in(control: Control) -> Any:
    """Return the value that the control shows."""
    return control.isChecked() if isinstance(control, QCheckBox) else control.value()
