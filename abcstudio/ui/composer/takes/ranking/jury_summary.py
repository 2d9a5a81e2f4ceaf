"""The jury's score of a take, with one sentence."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from abcstudio.composing.jury.criteria import CRITERIA
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.messages import Phrase
from abcstudio.ui.composer.takes.take_words import criterion_names
from abcstudio.ui.controls.areas import bold_label
from abcstudio.ui.look.plain_text import Label, tooltip
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.words.translation import message

_AWAITED = "…"
"""Keeps the height of the sentence until it is known."""


class JurySummary(QWidget):
    """Shows the score and what lowers it most; its tooltip has all six numbers.

    Attributes:
        score: The number that takes are ranked by.
        sentence: The sentence about the lowest of the six numbers.
    """

    def __init__(self) -> None:
        super().__init__()
        self.score, self.sentence = bold_label(""), Label()
        self.sentence.setWordWrap(True)
        self.sentence.setFont(small_font())
        self.sentence.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.score)
        column.addWidget(self.sentence)
        self.hide()

    def show_nothing(self) -> None:
        """Disappear: there is nothing to judge."""
        self.hide()

    def show_marks(self, marks: JuryMarks, sentences: Mapping[str, Phrase]) -> None:
        """Show the numbers of a tune.

        Args:
            marks: The numbers.
            sentences: What each of them means, by criterion; empty until that is known.
        """
        numbers, names = marks.data, criterion_names()
        said = {name: message(one.message_id, one.parameters) for name, one in sentences.items()}
        self.score.setText(self.tr("Jury: {0}").format(self._written(marks.score)))
        self.sentence.setText(said.get(min(CRITERIA, key=lambda name: numbers[name]), _AWAITED))
        meaning = self.tr(
            "How likely the jury finds this to be a real tune, from 0 to 1. Each number below is"
            " the share of real tunes that are more unusual."
        )
        rows = [
            f"{names[name]} {self._written(numbers[name])}  {said.get(name, '')}".rstrip()
            for name in CRITERIA
        ]
        words = "\n".join((meaning, *rows))
        self.setToolTip(tooltip(words))
        self.setAccessibleDescription(words)
        self.show()

    def _written(self, number: float) -> str:
        return self.locale().toString(number, "f", 2)
