"""Tables in which one goes from row to row: Home is the first of them and End the last."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTableWidget, QWidget
from typing_extensions import override

from abcstudio.ui.controls.rows.no_row_on_focus import NoRowOnFocus
from abcstudio.ui.controls.rows.rows_model import TableColumn

_Action = QAbstractItemView.CursorAction
_LINE_HEIGHT = 28


class RowTable(NoRowOnFocus, QTableView):
    """A table of rows; by itself Qt takes Home and End for the first and last column of a row."""

    @override
    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        return _far_row(self, action) or super().moveCursor(action, modifiers)


class LineTable(RowTable):
    """A table whose rows are a line high and chosen whole; nothing is edited in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_LINE_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)

    def fit_columns(self, columns: Sequence[TableColumn[Any]]) -> None:
        """Give each column its width, or more where its heading needs that."""
        header = self.horizontalHeader()
        for place, column in enumerate(columns):
            if column.stretches:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            elif column.width:
                self.setColumnWidth(place, max(column.width, header.sectionSizeHint(place)))


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
