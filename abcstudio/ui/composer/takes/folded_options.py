"""The options of sampling that few people need, folded away under a button."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QToolButton, QVBoxLayout, QWidget

from abcstudio.ui.composer.takes.sampling_controls import Control
from abcstudio.ui.controls.form_rows import add_rows
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.words.translation import message


class FoldedOptions(QWidget):
    """A button, and below it a row for each of some controls once it was pressed."""

    def __init__(self, controls: Mapping[str, Control], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton()
        self.button.setToolTip(self.tr("How the network chooses among the likely characters"))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self._toggle)
        self._rows = QWidget()
        self.grid = QGridLayout(self._rows)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(GRID)
        self.grid.setVerticalSpacing(GRID)
        self.grid.setColumnStretch(1, 1)
        add_rows(
            self.grid,
            [
                ("" if isinstance(control, QCheckBox) else message(f"sampling.{name}"), control)
                for name, control in controls.items()
            ],
        )
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
        """Show the rows: an option that differs from its default must be seen."""
        self._show_rows(True)

    def _toggle(self) -> None:
        self._show_rows(not self.is_unfolded)

    def _show_rows(self, are_shown: bool) -> None:
        self._rows.setVisible(are_shown)
        arrow = Qt.ArrowType.DownArrow if are_shown else Qt.ArrowType.RightArrow
        self.button.setArrowType(arrow)
        self.button.setText(self.tr("Fewer options") if are_shown else self.tr("More options"))
