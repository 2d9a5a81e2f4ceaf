"""The moving part of the loss plot: only the steps are zoomed, so that no curve is ever lost."""

from typing import Any

from pyqtgraph import ViewBox
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGraphicsSceneMouseEvent
from typing_extensions import override


class LossViewBox(ViewBox):  # type: ignore[misc]
    """Zooms over the steps with Ctrl and the wheel, moves along them by dragging.

    The losses always fill the height.

    Signals:
        whole_requested: The person clicked twice.
    """

    whole_requested = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.setMouseEnabled(x=True, y=False)
        self.setAutoVisible(y=True)

    @override
    def wheelEvent(self, ev: Any, axis: int | None = None) -> None:
        if ev.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(ev, axis=0)
        else:
            ev.ignore()

    @override
    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()
        self.whole_requested.emit()
