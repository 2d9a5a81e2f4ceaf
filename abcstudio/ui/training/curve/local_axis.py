"""An axis of the loss plot that is written as everything in the window, and never cut off."""

from collections.abc import Sequence
from typing import Any

from pyqtgraph import AxisItem
from PySide6.QtCore import QLocale
from typing_extensions import override

_NAMED = (1, 2, 5)


class LocalAxis(AxisItem):  # type: ignore[misc]
    """Writes the decimal sign of the window's language; its name goes where there is no room."""

    @property
    def is_named(self) -> bool:
        """Whether there is room for the whole name along the axis."""
        is_level = self.orientation in ("top", "bottom")
        room = self.size().width() if is_level else self.size().height()
        return bool(self.label.boundingRect().width() <= room)

    @override
    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        texts: list[str] = super().tickStrings(values, scale, spacing)
        return [text.replace(".", QLocale().decimalPoint()) for text in texts]

    @override
    def resizeEvent(self, ev: Any = None) -> None:
        super().resizeEvent(ev)
        # None while the plot is closed.
        if self.label is not None:
            self.label.setOpacity(1.0 if self.is_named else 0.0)


class StepAxis(LocalAxis):
    """Names 1, 2, 5, 10, 20, 50 and so on: all others would stand upon each other."""

    @override
    def logTickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        steps = [10.0**value for value in values]
        return [
            QLocale().toString(round(step)) if int(f"{step:e}"[0]) in _NAMED else ""
            for step in steps
        ]
