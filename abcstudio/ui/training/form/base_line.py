"""The model that the next training run continues from, as a line of the form."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from abcstudio.ui.look.plain_text import Label, one_line, without_access_key
from abcstudio.ui.look.theme import GRID


class BaseLine(QWidget):
    """Hidden while runs begin with new weights and nothing else is proposed.

    Signals:
        left: Runs should begin with new weights.
        taken: Runs should continue from the proposed model after all.
    """

    left = Signal()
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label()
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.leave = QPushButton(self.tr("Begin anew"))
        self.leave.setToolTip(self.tr("The next run begins with a network that knows nothing yet"))
        self.leave.clicked.connect(self.left)
        self.take = QPushButton()
        self.take.setToolTip(self.tr("Continue training a model that can already write tunes"))
        self.take.clicked.connect(self.taken)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.words, 1)
        for button in (self.leave, self.take):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.show_model("")

    def show_model(self, name: str, details: str = "") -> None:
        """Name the model, "" for none; `details` are what only a tooltip has room for."""
        words = self.tr(
            "Goes on from {0}: its network keeps its sizes, and characters that only your tunes"
            " have are added."
        )
        self._show(words.format(one_line(name)) if name else "", details, is_taken=True)

    def show_proposal(self, name: str, details: str, *, is_taken: bool) -> None:
        """Say that runs continue from a model because tunes are few, or that they could."""
        if is_taken:
            words = self.tr("Few tunes: continues from {0}, which can already write tunes.")
        else:
            words = self.tr("A new network. It learns little from so few tunes.")
            self.take.setText(self.tr("Continue from {0}").format(without_access_key(name)))
        self._show(words.format(one_line(name)), details, is_taken=is_taken)

    def show_again(self) -> None:
        """Come back into sight, unless there is nothing to say."""
        self.setVisible(bool(self.words.text()))

    def _show(self, words: str, details: str, *, is_taken: bool) -> None:
        self.words.setText(words)
        self.words.setToolTip(details)
        self.leave.setVisible(is_taken)
        self.take.setVisible(not is_taken)
        self.show_again()
