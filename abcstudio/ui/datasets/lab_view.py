"""How a network sees the tunes: characters as numbers, and the steps of one training example."""

import random
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.controls.rows.row_table import RowTableWidget
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, editor_font
from abcstudio.ui.services.studio import Studio

_DEFAULT_LENGTH = 8


class LabView(QWidget):
    """The vocabulary's characters with their numbers, and an example cut from the text."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._written = 0
        self.vocabulary = Vocabulary("")
        self._start = 0
        self._random = random.Random(0)
        self.characters = _table(
            (self.tr("Character"), self.tr("Number")), self.tr("Characters and their numbers")
        )
        self.steps = _table(
            (self.tr("Step"), self.tr("Input"), self.tr("Expected output")),
            self.tr("Steps of one example"),
        )
        self._vocabulary_words = _heading()
        self._example_words = _heading()
        self.length = WholeNumberBox(2, 500)
        self.length.setValue(_DEFAULT_LENGTH)
        self.length.setAccessibleName(self.tr("Sequence length"))
        self.length.setToolTip(self.tr("How many characters one example has"))
        self.length.valueChanged.connect(self._show_example)
        self.another = QPushButton(self.tr("Another example"))
        self.another.setToolTip(self.tr("Cuts an example from another place of the text"))
        self.another.clicked.connect(self._on_another)
        self._lay_out()
        studio.colors_changed.connect(self._show_icon)
        self._show_icon()

    def set_text(self, text: str, vocabulary: Vocabulary, written: int) -> None:
        """Show the vocabulary of a training text and an example from it.

        Args:
            text: What the network reads.
            vocabulary: Its characters.
            written: How many distinct characters the tunes have as they are written.
        """
        self._text, self._written = text, written
        self.vocabulary = vocabulary
        self._start = 0
        self._show_characters()
        self._show_example()

    def _show_icon(self) -> None:
        self.another.setIcon(icon("dice-5"))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addWidget(self._vocabulary_words)
        left.addWidget(self.characters, 1)
        controls = QHBoxLayout()
        controls.setSpacing(GRID)
        label = Label(self.tr("Sequence length"))
        label.setBuddy(self.length)
        controls.addWidget(label)
        controls.addWidget(self.length)
        controls.addStretch(1)
        controls.addWidget(self.another)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self._example_words)
        right.addLayout(controls)
        right.addWidget(self.steps, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        row.setSpacing(GROUP_GAP)
        row.addLayout(left, 2)
        row.addLayout(right, 3)

    def _show_characters(self) -> None:
        locale = QLocale()
        self._vocabulary_words.setText(
            self.tr(
                "Without credits, numbers and slurs the text has {0} distinct characters; as "
                "written in the file it has {1}. The network reads each as a number: its place in "
                "this list."
            ).format(locale.toString(len(self.vocabulary)), locale.toString(self._written))
        )
        shown = self.vocabulary.characters
        rows = [(_visible(character), str(number)) for number, character in enumerate(shown)]
        _fill(self.characters, rows)

    def _show_example(self) -> None:
        length = self.length.value()
        piece = self._text[self._start : self._start + length + 1]
        self._example_words.setText(
            self.tr(
                "One example: at every step the network reads one character and should "
                "expect the next."
            )
        )
        self.another.setEnabled(len(self._text) > length + 1)
        numbers = self.vocabulary.encode(piece)
        shown = [f"{n}   {_visible(c)}" for n, c in zip(numbers, piece, strict=True)]
        rows = [
            (str(step), given, expected) for step, (given, expected) in enumerate(pairwise(shown))
        ]
        _fill(self.steps, rows)

    def _on_another(self) -> None:
        last = len(self._text) - self.length.value() - 1
        self._start = self._random.randint(0, max(0, last))
        self._show_example()


def _heading() -> Label:
    label = Label()
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label


def _visible(character: str) -> str:
    """Return a character as one can see it: a line break and a space by their escapes."""
    return "' '" if character == " " else repr(character)


def _table(titles: tuple[str, ...], name: str) -> QTableWidget:
    table = RowTableWidget(0, len(titles))
    table.setHorizontalHeaderLabels(titles)
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(3 * GRID)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setHighlightSections(False)
    return table


def _fill(table: QTableWidget, rows: Sequence[tuple[str, ...]]) -> None:
    table.setRowCount(len(rows))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setFont(editor_font())
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            table.setItem(row, column, item)
