"""A whole batch taken apart: its rows as input and target, and the steps of one row."""

import random

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from abcstudio.learning.example_batch import BatchRow, example_batch, example_row
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.datasets.lab.lab_tables import fill_table, new_table, new_words
from abcstudio.ui.datasets.understanding.chart_words import visible_character
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, editor_font
from abcstudio.ui.services.studio import Studio

_SEQ_LENGTH, _BATCH_SIZE = 8, 4
_LONGEST, _MOST_ROWS = 500, 64
_LONGEST_WORD = 200
_TEXTS = (2, 3)


class BatchView(QWidget):
    """The rows of a batch; below them the steps of the chosen one.

    Signals:
        changed: It is another batch.
    """

    changed = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._vocabulary = Vocabulary("")
        self._random = random.Random(0)
        self.batch: tuple[BatchRow, ...] = ()
        self._make_controls()
        self.rows = new_table(
            (self.tr("Row"), self.tr("Cut at"), self.tr("Input"), self.tr("Target")),
            self.tr("Rows of the batch"),
            wide=_TEXTS,
        )
        self.steps = new_table(
            (self.tr("Step"), self.tr("Input"), self.tr("Expected output")),
            self.tr("Steps of the chosen row"),
        )
        self._words, self._step_words = new_words(), new_words()
        self._words.setText(
            self.tr(
                "Each row is cut from any place of the text; its target is the same text one "
                "character further. So at every step the network reads one character and should "
                "expect the next."
            )
        )
        self._lay_out()
        self.rows.currentCellChanged.connect(self._show_steps)
        studio.colors_changed.connect(self._show_icon)
        self._show_icon()

    def show_text(self, text: str, vocabulary: Vocabulary) -> None:
        """Cut a batch from another text."""
        self._text, self._vocabulary = text, vocabulary
        self._cut()

    def _make_controls(self) -> None:
        self.length = WholeNumberBox(2, _LONGEST)
        self.length.setValue(_SEQ_LENGTH)
        self.length.setAccessibleName(self.tr("Sequence length"))
        self.length.setToolTip(self.tr("How many characters one example has"))
        self.batch_size = WholeNumberBox(1, _MOST_ROWS)
        self.batch_size.setValue(_BATCH_SIZE)
        self.batch_size.setAccessibleName(self.tr("Batch size"))
        self.batch_size.setToolTip(self.tr("How many examples are read at once"))
        self.word = QLineEdit()
        self.word.setFont(editor_font())
        self.word.setMaxLength(_LONGEST_WORD)
        self.word.setPlaceholderText(self.tr("Or type a text, such as Hello"))
        self.word.setAccessibleName(self.tr("Text to cut in place of the tunes"))
        self.word.setToolTip(self.tr("Makes one row of what you type: Hello becomes Hell and ello"))
        self.another = QPushButton(self.tr("Another batch"))
        self.another.setToolTip(self.tr("Cuts the rows from other places of the text"))
        self.length.valueChanged.connect(self._cut)
        self.batch_size.valueChanged.connect(self._cut)
        self.word.textChanged.connect(self._cut)
        self.another.clicked.connect(self._cut)

    def _lay_out(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(GRID)
        for words, box in (
            (self.tr("Sequence length"), self.length),
            (self.tr("Batch size"), self.batch_size),
        ):
            label = Label(words)
            label.setBuddy(box)
            controls.addWidget(label)
            controls.addWidget(box)
        controls.addStretch(1)
        controls.addWidget(self.another)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._words)
        column.addLayout(controls)
        column.addWidget(self.word)
        column.addWidget(self.rows, 2)
        column.addWidget(self._step_words)
        column.addWidget(self.steps, 3)

    def _show_icon(self) -> None:
        self.another.setIcon(icon("dice-5"))

    def _cut(self) -> None:
        length, word = self.length.value(), self.word.text()
        if word:
            self.batch = (example_row(word, 0, min(length, max(0, len(word) - 1))),)
        else:
            self.batch = example_batch(self._text, length, self.batch_size.value(), self._random)
        self.another.setEnabled(not word and len(self._text) > length + 1)
        self.batch_size.setEnabled(not word)
        cells = [
            (str(number), "–" if word else str(row.start), _line(row.given), _line(row.expected))
            for number, row in enumerate(self.batch, start=1)
        ]
        fill_table(self.rows, cells, left=_TEXTS)
        self.rows.setCurrentCell(0, 0)
        self._show_steps()
        self.changed.emit()

    def _show_steps(self) -> None:
        place = max(0, self.rows.currentRow())
        if place >= len(self.batch):
            self.steps.setRowCount(0)
            return
        row = self.batch[place]
        self._step_words.setText(self.tr("The steps of row {0}").format(place + 1))
        steps = zip(row.given, row.expected, strict=True)
        cells = [
            (str(step), self._shown(given), self._shown(expected))
            for step, (given, expected) in enumerate(steps)
        ]
        fill_table(self.steps, cells)

    def _shown(self, character: str) -> str:
        number = self._vocabulary.characters.find(character)
        return f"{'–' if number < 0 else number}   {visible_character(character)}"


def _line(text: str) -> str:
    return text.replace("\n", "↵")
