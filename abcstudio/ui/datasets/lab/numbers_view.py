"""Any text as the numbers that the network reads in its stead, as one types."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.ui.datasets.lab.lab_tables import fill_table, new_table, new_words
from abcstudio.ui.datasets.understanding.chart_words import visible_character
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, editor_font

_LONGEST = 2000
_FIRST = "X:1"


class NumbersView(QWidget):
    """A line to type in over its numbers, in a row and character by character."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary = Vocabulary("")
        self.text = QLineEdit(_FIRST)
        self.text.setFont(editor_font())
        self.text.setMaxLength(_LONGEST)
        self.text.setAccessibleName(self.tr("Text to turn into numbers"))
        self.text.setToolTip(self.tr("Type any text: its numbers follow at once"))
        self.vector = QPlainTextEdit()
        self.vector.setReadOnly(True)
        self.vector.setFont(editor_font())
        self.vector.setTabChangesFocus(True)
        self.vector.setMaximumHeight(12 * GRID)
        self.vector.setAccessibleName(self.tr("The text as numbers"))
        self.unknown = new_words()
        titles = (self.tr("Place"), self.tr("Character"), self.tr("Number"))
        self.table = new_table(titles, self.tr("The text character by character"))
        label = Label(self.tr("Text"))
        label.setBuddy(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget in (label, self.text, self.vector, self.unknown):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        self.text.textChanged.connect(self._show)

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        """Read by other characters."""
        self._vocabulary = vocabulary
        self._show()

    def _show(self) -> None:
        typed = self.text.text()
        known = self._vocabulary.without_unknown(typed)
        numbers = self._vocabulary.encode(known)
        self.vector.setPlainText(f"[{', '.join(map(str, numbers))}]")
        unknown = self._vocabulary.unknown_in(typed)
        shown = "  ".join(visible_character(character) for character in unknown)
        words = self.tr("No tune has these, so a network trained on them could not read them: {0}")
        self.unknown.setText(words.format(shown) if unknown else "")
        self.unknown.setVisible(bool(unknown))
        rows = [
            (str(place), visible_character(character), self._number(character))
            for place, character in enumerate(typed)
        ]
        fill_table(self.table, rows)

    def _number(self, character: str) -> str:
        place = self._vocabulary.characters.find(character)
        return "–" if place < 0 else str(place)
