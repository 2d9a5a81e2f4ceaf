"""The view that prepares a corpus: the steps over what they make."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from abcstudio.corpus.preparation.preparer import StepProgress
from abcstudio.recipes.preparing.prepared_corpus import PreparedCorpus
from abcstudio.ui.controls.action_button import CommandButton
from abcstudio.ui.controls.areas import dividing_line
from abcstudio.ui.datasets.preparing.steps_form import StepsForm
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.corpus_choice import weights_in_words
from abcstudio.ui.services.studio import Studio


class PrepareView(QWidget):
    """Shows steps, their counts, the corpus that they make and where it can go."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("help_topic", "prepare-corpus")
        self.form = StepsForm()
        self.result = Label()
        self.result.setWordWrap(True)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop making the corpus; the steps stay as they are"))
        self.open = CommandButton(self.tr("Open steps…"))
        self.save = CommandButton(self.tr("Save steps…"))
        self.train = CommandButton(self.tr("Train on this"))
        self.train.setProperty("main", True)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self.form)
        said = QHBoxLayout()
        said.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        said.addWidget(self.result, 1)
        said.addWidget(self.cancel)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        buttons.setSpacing(GRID)
        buttons.addWidget(self.open)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        buttons.addWidget(self.train)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(dividing_line())
        column.addLayout(said)
        column.addLayout(buttons)
        self.show_nothing()
        studio.colors_changed.connect(self._set_colors)
        self._set_colors(studio.colors)

    def show_corpus(self, corpus: PreparedCorpus) -> None:
        """Say what the steps have made."""
        self.cancel.hide()
        self.form.show_counts(corpus.tunes.counts)
        if not corpus.training:
            words = self.tr("No tune is left to learn from. Let the steps leave more.")
            self.result.setText(words)
            return
        characters = QLocale().toString(len(corpus.training))
        words = self.tr("Characters to learn from: {0}. Fingerprint of the corpus: {1}.")
        said = words.format(characters, corpus.fingerprint)
        if weights := weights_in_words(corpus.steps.parts):
            said = self.tr("{0} Weights: {1}.").format(said, weights)
        self.result.setText(said)

    def show_progress(self, progress: StepProgress) -> None:
        """Say how far a step is, and what those before it have left."""
        self.form.show_progress(progress)
        words = self.tr("Preparing: {0} of %Ln tunes", "", progress.tunes)
        self.result.setText(words.format(QLocale().toString(progress.done)))
        self.cancel.show()

    def show_words(self, words: str) -> None:
        """Say why there is no corpus."""
        self.cancel.hide()
        self.result.setText(words)

    def show_nothing(self) -> None:
        """Say nothing of a corpus."""
        self.form.show_waiting()
        self.show_words("")

    def _set_colors(self, colors: Colors) -> None:
        self.train.setIcon(tinted_icon("brain", colors.accent_text, colors.muted))
