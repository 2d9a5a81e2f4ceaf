"""Rows that few people need, folded away under a button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from abcstudio.ui.look.theme import GRID


class FoldedRows(QWidget):
    """A button, and below it rows once it was pressed.

    Attributes:
        grid: Takes the rows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton()
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self._toggle)
        self._words = ("", "")
        self._rows = QWidget()
        self.grid = QGridLayout(self._rows)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(GRID)
        self.grid.setVerticalSpacing(GRID)
        self.grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rows)
        self._show_rows(False)

    @property
    def is_unfolded(self) -> bool:
        """Whether the rows are shown."""
        return not self._rows.isHidden()

    def unfold(self) -> None:
        """Show the rows: what differs from the usual must be seen."""
        self._show_rows(True)

    def set_words(self, folded: str, unfolded: str) -> None:
        """Let the button say what it does while the rows are folded away, and while not."""
        self._words = (folded, unfolded)
        self.button.setText(self._words[self.is_unfolded])

    def _toggle(self) -> None:
        self._show_rows(not self.is_unfolded)

    def _show_rows(self, are_shown: bool) -> None:
        self._rows.setVisible(are_shown)
        arrow = Qt.ArrowType.DownArrow if are_shown else Qt.ArrowType.RightArrow
        self.button.setArrowType(arrow)
        self.button.setText(self._words[are_shown])
