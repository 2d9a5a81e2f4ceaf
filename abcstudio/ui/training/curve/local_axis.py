"""An axis of the loss plot whose numbers are written as everywhere in the window."""

from collections.abc import Sequence

from pyqtgraph import AxisItem
from PySide6.QtCore import QLocale
from typing_extensions import override


class LocalAxis(AxisItem):  # type: ignore[misc]
    """Writes the decimal sign of the window's language."""

    @override
    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        texts: list[str] = super().tickStrings(values, scale, spacing)
        return [text.replace(".", QLocale().decimalPoint()) for text in texts]
