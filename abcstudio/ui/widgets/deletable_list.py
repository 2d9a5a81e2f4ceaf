"""A list whose rows can be taken away with the Delete key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget
from typing_extensions import override


class DeletableList(QListWidget):
    """A list that says when Delete is pressed; what then happens is its owner's affair.

    Signals:
        delete_pressed: The person pressed Delete.
    """

    delete_pressed = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)
