"""How a network sees the tunes: their characters, numbers, batches, and its first guesses."""

from PySide6.QtWidgets import QTabWidget, QWidget

from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.recipes.lab.untrained import LabText
from abcstudio.ui.datasets.lab.batch_view import BatchView
from abcstudio.ui.datasets.lab.characters_view import CharactersView
from abcstudio.ui.datasets.lab.numbers_view import NumbersView
from abcstudio.ui.datasets.lab.untrained_view import UntrainedView
from abcstudio.ui.services.studio import Studio


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
