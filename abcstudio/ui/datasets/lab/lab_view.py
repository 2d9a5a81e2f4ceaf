"""How a network sees the tunes: their characters, numbers, batches, and its first guesses."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from abcstudio.learning.character_rows import CharacterRow, weights_a_character
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.recipes.lessons.untrained import EMBEDDING_DIM, HIDDEN_SIZE, LabText
from abcstudio.ui.datasets.lab.batch_view import BatchView
from abcstudio.ui.datasets.lab.lab_tables import fill_table, new_table, new_words
from abcstudio.ui.datasets.lab.untrained_view import UntrainedView
from abcstudio.ui.datasets.understanding.chart_words import visible_character
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, editor_font
from abcstudio.ui.services.studio import Studio

_RARE = 10
_EXAMPLE = 5


class CharactersView(QWidget):
    """A row a character, in the order of the vocabulary."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = new_words()
        titles = (
            self.tr("Number"),
            self.tr("Character"),
            self.tr("Count"),
            self.tr("Share"),
            self.tr("Bits"),
            self.tr("First place"),
        )
        self.table = new_table(titles, self.tr("Characters and their numbers"), wide=(_EXAMPLE,))
        self.table.setToolTip(
            self.tr(
                "Bits: what it costs to say the character where only the shares are known; one "
                "that is twice as rare costs one bit more"
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._words)
        column.addWidget(self.table, 1)

    def show_text(self, found: LabText) -> None:
        """Show the characters of a text."""
        locale = QLocale()
        rare = sum(row.count < _RARE for row in found.rows)
        weights = weights_a_character(EMBEDDING_DIM, HIDDEN_SIZE)
        self._words.setText(
            self.tr(
                "Without credits, numbers and slurs the text has {0} distinct characters; as "
                "written in the file it has {1}. The network reads each as a number: its place in "
                "this list. Rare characters, that stand less often than {2}: {3}. Weights of the "
                "lab's network for each, as for a common one: {4}."
            ).format(
                locale.toString(len(found.rows)),
                locale.toString(found.written),
                locale.toString(_RARE),
                locale.toString(rare),
                locale.toString(weights),
            )
        )
        fill_table(self.table, [_cells(row, locale) for row in found.rows], left=(_EXAMPLE,))


def _cells(row: CharacterRow, locale: QLocale) -> tuple[str, ...]:
    place = f"{row.before}▸{row.character}◂{row.after}".replace("\n", "↵")
    return (
        str(row.number),
        visible_character(row.character),
        locale.toString(row.count),
        f"{locale.toString(100 * row.share, 'f', 2)} %",
        locale.toString(row.bits, "f", 1),
        place,
    )


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


class LabView(QTabWidget):
    """The steps of the lab as tabs, in its order."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vocabulary = Vocabulary("")
        self.characters = CharactersView()
        self.numbers = NumbersView()
        self.batch = BatchView(studio)
        self.untrained = UntrainedView(studio)
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(self.tr("Steps of the lab"))
        self.addTab(self.characters, self.tr("Characters"))
        self.addTab(self.numbers, self.tr("Text as numbers"))
        self.addTab(self.batch, self.tr("A batch"))
        self.addTab(self.untrained, self.tr("Before training"))
        self.batch.changed.connect(self.untrained.show_nothing)

    def show_text(self, found: LabText) -> None:
        """Show a training text."""
        self.vocabulary = Vocabulary("".join(row.character for row in found.rows))
        self.characters.show_text(found)
        self.numbers.set_vocabulary(self.vocabulary)
        self.batch.show_text(found.text, self.vocabulary)
