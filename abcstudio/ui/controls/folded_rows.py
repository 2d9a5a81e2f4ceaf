"""Rows that few people need, folded away under a button."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from abcstudio.ui.look.theme import GRID


class FoldedRows(QWidget):
    """A button, and below it rows once it was pressed.

    Attributes:
        grid: Takes the rows.

    Signals:
        folded: The rows are shown, or no longer. Carries whether they are shown.
        sought: The person wants to see the rows.
    """

    folded = Signal(bool)
    sought = Signal()

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

    @property
    def least_width(self) -> int:
        """How narrow it may be, its rows shown."""
        for child in self._rows.findChildren(QWidget):
            child.ensurePolished()
        return max(self.minimumSizeHint().width(), self._rows.minimumSizeHint().width())

    def unfold(self) -> None:
        """Show the rows: what differs from the usual must be seen."""
        self._show_rows(True)

    def lead_to(self, words: str, control: QWidget) -> None:
        """Let the access key of a row's label lead to its control while the rows are folded, too.

        While they are shown, the label does.
        """
        keys = QShortcut(QKeySequence.mnemonic(words), self)
        keys.activated.connect(self.unfold)
        keys.activated.connect(self.sought)
        keys.activated.connect(partial(control.setFocus, Qt.FocusReason.ShortcutFocusReason))
        self.folded.connect(lambda are_shown: keys.setEnabled(not are_shown))
        keys.setEnabled(not self.is_unfolded)

    def set_words(self, folded: str, unfolded: str) -> None:
        """Let the button say what it does while the rows are folded away, and while not."""
        self._words = (folded, unfolded)
        self.button.setText(self._words[self.is_unfolded])

    def _toggle(self) -> None:
        self._show_rows(not self.is_unfolded)
        if self.is_unfolded:
            self.sought.emit()

    def _show_rows(self, are_shown: bool) -> None:
        self._rows.setVisible(are_shown)
        arrow = Qt.ArrowType.DownArrow if are_shown else Qt.ArrowType.RightArrow
        self.button.setArrowType(arrow)
        self.button.setText(self._words[are_shown])
        self.folded.emit(are_shown)
