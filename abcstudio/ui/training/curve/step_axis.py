"""The axis of the steps, which writes whole numbers also where it is logarithmic."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from typing_extensions import override

from abcstudio.ui.training.curve.local_axis import LocalAxis

_NAMED = (1, 2, 5)


class StepAxis(LocalAxis):
    """Names 1, 2, 5, 10, 20, 50 and so on: all others would stand upon each other."""

    @override
    def logTickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        steps = [10.0**value for value in values]
        return [
            QLocale().toString(round(step)) if int(f"{step:e}"[0]) in _NAMED else ""
            for step in steps
        ]
