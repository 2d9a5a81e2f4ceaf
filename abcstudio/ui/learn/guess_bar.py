"""A guess of what comes, made before the code runs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from abcstudio.ui.look.plain_text import Label, tooltip
from abcstudio.ui.look.theme import GRID

_LONGEST = 500


class GuessBar(QWidget):
    """A line for the answer to the question of a lesson; hidden where that asks none.

    Signals:
        guessed: The person wrote another guess. Carries it.
    """

    guessed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = Label(self.tr("Your &guess"))
        self.guess = QLineEdit()
        self.guess.setMaxLength(_LONGEST)
        self.guess.setToolTip(self.tr("What do you expect the code to give?"))
        self.guess.setAccessibleName(self.tr("Your guess"))
        self.guess.textEdited.connect(self.guessed)
        label.setBuddy(self.guess)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self.guess, 1)

    def show_question(self, question: str, guess: str) -> None:
        """Ask a question, with what was guessed so far."""
        self.setVisible(bool(question))
        self.guess.setPlaceholderText(question)
        self.guess.setToolTip(tooltip(question))
        self.guess.setAccessibleDescription(question)
        if self.guess.text() != guess:
            self.guess.setText(guess)
