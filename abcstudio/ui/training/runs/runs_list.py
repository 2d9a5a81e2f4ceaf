"""The list of training runs, in which a click with Ctrl compares."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from abcstudio.ui.controls.rows.deletable_list import DeletableList


class RunsList(DeletableList):
    """Chooses one run; a click with Ctrl on a row leaves the choice as it is.

    Signals:
        compare_clicked: The person clicked a row with Ctrl. Carries the row.
    """

    compare_clicked = Signal(int)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        is_with_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.button() == Qt.MouseButton.LeftButton and is_with_ctrl and row >= 0:
            self.compare_clicked.emit(row)
            event.accept()
            return
        super().mousePressEvent(event)
