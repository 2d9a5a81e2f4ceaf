"""A line in the training form: which model the next run goes on from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID


class BaseLine(QWidget):
    """Hidden while runs begin with new weights.

    Signals:
        left: Runs should begin with new weights.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label()
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.leave = QPushButton(self.tr("Begin anew"))
        self.leave.setToolTip(self.tr("The next run begins with a network that knows nothing yet"))
        self.leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.words, 1)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        self.show_model("")

    def show_model(self, name: str) -> None:
        """Name the model, "" for none."""
        words = self.tr(
            "Goes on from {0}: its network keeps its sizes, and characters that only your tunes"
            " have are added."
        )
        self.words.setText(words.format(one_line(name)) if name else "")
        self.setVisible(bool(name))
