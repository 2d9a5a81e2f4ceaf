"""The options of sampling that few people need, folded away under a button."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QToolButton, QVBoxLayout, QWidget

from abcstudio.composing.usual_sampling import USUAL_SAMPLING
from abcstudio.ui.composer.takes.sampling_controls import Control, value_in
from abcstudio.ui.composer.takes.wish_controls import WishControls
from abcstudio.ui.controls.form_rows import add_rows
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.words.translation import message


class FoldedOptions(QWidget):
    """A button, and below it a row for each of some controls once it was pressed.

    While they are folded away, the button says how many of them are not as usual.
    """

    def __init__(
        self,
        controls: Mapping[str, Control],
        wishes: WishControls,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._controls, self._wishes = controls, wishes
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
        wishes.add_to(self.grid)
        wishes.changed.connect(self._show_words)
        for control in controls.values():
            changed = control.toggled if isinstance(control, QCheckBox) else control.valueChanged
            changed.connect(self._show_words)
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
        self._show_words()

    def _show_words(self) -> None:
        options = [
            value_in(box) != getattr(USUAL_SAMPLING, name) for name, box in self._controls.items()
        ]
        count = sum(options) + self._wishes.count
        if self.is_unfolded:
            words = self.tr("Fewer options")
        elif count:
            words = self.tr("More options (%Ln set)", "", count)
        else:
            words = self.tr("More options")
        self.button.setText(words)
