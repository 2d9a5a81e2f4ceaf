"""One step of a preparation: its controls, what it does, what it leaves."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from abcstudio.ui.controls.areas import bold_label
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font

_COUNT_WIDTH = 17 * GRID


class StepRow(QWidget):
    """The name of a step over its sentence, its control, and its count at the right."""

    def __init__(
        self, name: str, sentence: str, control: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        control.setAccessibleName(name)
        control.setToolTip(sentence)
        self.count = Label()
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.count.setMinimumWidth(_COUNT_WIDTH)
        self.count.setAccessibleName(name)
        said = Label(sentence)
        said.setFont(small_font())
        said.setProperty("muted", True)
        said.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(bold_label(name))
        head.addStretch(1)
        head.addWidget(self.count)
        below = QHBoxLayout()
        below.setSpacing(2 * GRID)
        below.addWidget(said, 1)
        below.addWidget(control, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addLayout(below)
