"""Tables in which one goes from row to row: Home is the first of them and End the last."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTableWidget
from typing_extensions import override

from abcstudio.ui.controls.rows.no_row_on_focus import NoRowOnFocus

_Action = QAbstractItemView.CursorAction


class RowTable(NoRowOnFocus, QTableView):
    """A table of rows; by itself Qt takes Home and End for the first and last column of a row."""

    @override
    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        return _far_row(self, action) or super().moveCursor(action, modifiers)


class RowTableWidget(QTableWidget):
    """The same, with the rows in the table itself."""

    @override
    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        return _far_row(self, action) or super().moveCursor(action, modifiers)


def _far_row(table: QTableView, action: _Action) -> QModelIndex | None:
    """Return the place in the first or last row that a key asks for, None for other keys."""
    last = table.model().rowCount() - 1
    if last < 0 or action not in (_Action.MoveHome, _Action.MoveEnd):
        return None
    column = max(0, table.currentIndex().column())
    return table.model().index(0 if action == _Action.MoveHome else last, column)
