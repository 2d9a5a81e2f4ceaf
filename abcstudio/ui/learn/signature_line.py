"""One line under the cell: how the call at the caret is called."""

from collections.abc import Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from abcstudio.lessons.calls import Call, call_at
from abcstudio.ui.look.plain_text import Label, fitted, tooltip
from abcstudio.ui.look.theme import GRID, editor_font


class SignatureLine(Label):
    """Follows the caret of a cell; nothing is imported or run for it.

    Args of the constructor:
        cell: The editor whose caret it follows.
    """

    def __init__(self, cell: QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._cell = cell
        self._calls: Mapping[str, Call] = {}
        self._call: Call | None = None
        self.setFont(editor_font())
        self.setProperty("muted", True)
        self.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self.setMinimumWidth(1)
        self.setFixedHeight(self.fontMetrics().height() + GRID)
        self.setAccessibleName(self.tr("The call at the caret"))
        cell.cursorPositionChanged.connect(self._follow)

    @property
    def call(self) -> Call | None:
        """The call at the caret, None for none that is known."""
        return self._call

    def show_calls(self, calls: Mapping[str, Call]) -> None:
        """Take other calls as known."""
        self._calls = calls
        self._follow()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _follow(self) -> None:
        place = self._cell.textCursor().position()
        call = call_at(self._calls, self._cell.toPlainText(), place) if self._calls else None
        if call != self._call:
            self._call = call
            self._show()

    def _show(self) -> None:
        call = self._call
        room = self.width() - 4 * GRID
        words = call.call if call is not None else ""
        self.setText(fitted(self.fontMetrics(), words, room))
        self.setToolTip(tooltip(f"{call.call}\n{call.what}") if call is not None else "")
        self.setAccessibleDescription(f"{call.call}. {call.what}" if call is not None else "")
