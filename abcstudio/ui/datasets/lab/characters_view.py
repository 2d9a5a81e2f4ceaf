"""The whole vocabulary: each character's number, count, cost, and a place where it stands."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from abcstudio.learning.character_rows import CharacterRow, weights_a_character
from abcstudio.recipes.lab.untrained import EMBEDDING_DIM, HIDDEN_SIZE, LabText
from abcstudio.ui.datasets.lab.lab_tables import fill_table, new_table, new_words
from abcstudio.ui.datasets.understanding.chart_words import visible_character
from abcstudio.ui.look.theme import GRID

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
