"""What only a person can say, a field for each, under the questions that lead to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from abcstudio.reports.content import OwnBox
from abcstudio.reports.own_words import BOXES, MOST_CHARACTERS, OwnWords
from abcstudio.ui.controls.areas import bold_label
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID

_LINES = 4


class WordBoxes(QScrollArea):
    """A field for each box of the report.

    Attributes:
        fields: By the names of the boxes.

    Signals:
        changed: Something was typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {name: _field() for name in BOXES}
        self._titles = {name: bold_label("") for name in BOXES}
        self._questions = {name: _muted() for name in BOXES}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID // 2)
        for name, field in self.fields.items():
            column.addWidget(self._titles[name])
            column.addWidget(self._questions[name])
            column.addWidget(field, 1)
            column.addSpacing(GRID)
            field.textChanged.connect(self.changed)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def texts(self) -> dict[str, str]:
        """What is in the fields, by the names of the boxes."""
        return {name: field.toPlainText()[:MOST_CHARACTERS] for name, field in self.fields.items()}

    @property
    def empty(self) -> list[str]:
        """The titles of those in which there is nothing."""
        return [self._titles[name].text() for name, text in self.texts.items() if not text.strip()]

    def show_words(self, words: OwnWords) -> None:
        """Fill the fields."""
        for name, field in self.fields.items():
            field.setPlainText(getattr(words, name))

    def show_boxes(self, boxes: Sequence[OwnBox]) -> None:
        """Show titles and questions in another language."""
        for box in boxes:
            self._titles[box.name].setText(box.title)
            self._questions[box.name].setText("\n".join(f"• {each}" for each in box.questions))
            self.fields[box.name].setAccessibleName(box.title)
            self.fields[box.name].setAccessibleDescription(" ".join(box.questions))


def _field() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setMinimumHeight(_LINES * field.fontMetrics().lineSpacing() + 2 * GRID)
    # All boxes are in sight where there is room, and share what is left.
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    return field


def _muted() -> Label:
    label = Label()
    label.setProperty("muted", True)
    label.setWordWrap(True)
    return label
