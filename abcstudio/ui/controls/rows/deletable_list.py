"""A list whose rows can be taken away with the Delete key."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QWidget
from typing_extensions import override

from abcstudio.ui.controls.rows.no_row_on_focus import NoRowOnFocus
from abcstudio.ui.look.theme import GRID

# Rows with room beside their text, as in the tables.
ROOMY_ROWS = f"QListView::item {{ padding: {GRID // 2}px {GRID}px; }}"


class DeletableList(NoRowOnFocus, QListWidget):
    """A list that says when Delete is pressed; what then happens is its owner's affair.

    Signals:
        delete_pressed: The person pressed Delete.
    """

    delete_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet(ROOMY_ROWS)

    @override
    def moveCursor(
        self, action: QListWidget.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if action == QListWidget.CursorAction.MoveEnd:
            # By itself Qt goes to the first row by every key where none is current.
            return self.model().index(self.count() - 1, 0)
        return super().moveCursor(action, modifiers)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in sight where the list becomes lower."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
