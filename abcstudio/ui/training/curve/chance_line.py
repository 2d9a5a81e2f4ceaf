"""The line at the loss of guessing: in sight while the whole curve is, never in the way of zoom."""

from typing import Any

from pyqtgraph import InfiniteLine
from typing_extensions import override

# Where its words stand: clear of the axes and of the curve.
_PLACE = 0.5


class ChanceLine(InfiniteLine):  # type: ignore[misc]
    """A level line with its words."""

    def __init__(self) -> None:
        super().__init__(angle=0, label=" ", labelOpts={"position": _PLACE, "movable": False})
        self._is_in_span = True

    def set_in_span(self, is_in_span: bool) -> None:
        """Let the axis of the losses reach up to it, or not."""
        if is_in_span != self._is_in_span:
            self._is_in_span = is_in_span
            self.getViewBox().enableAutoRange(axis="y")

    @override
    def dataBounds(self, axis: int, frac: float = 1.0, orthoRange: Any = None) -> Any:
        return super().dataBounds(axis, frac, orthoRange) if self._is_in_span else None
