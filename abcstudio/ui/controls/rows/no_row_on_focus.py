"""The rule that a list chooses no row by itself, for every kind of list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

# At run time a part of a list, not a list of its own.
if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object


class NoRowOnFocus(_View):
    """Part of a list or table: no row becomes the current one only because that has the focus."""

    # Qt goes to the first row where none is current.
    _gets_focus = False

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._gets_focus = True
        super().focusInEvent(event)
        self._gets_focus = False

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        return QModelIndex() if self._gets_focus else super().moveCursor(action, modifiers)
