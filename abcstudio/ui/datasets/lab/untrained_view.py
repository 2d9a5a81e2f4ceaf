"""What a network expects before it has learned anything, beside what comes next in the text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from abcstudio.ui.datasets.lab.lab_tables import fill_table, new_table, new_words
from abcstudio.ui.datasets.understanding.chart_words import visible_character
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio

if TYPE_CHECKING:
    from abcstudio.learning.first_predictions import FirstPredictions, FirstStep


class UntrainedView(QWidget):
    """A button that makes the lab's network anew, and what that expects at each step of the batch.

    Signals:
        requested: The person wants to ask a new network.
    """

    requested = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = new_words()
        self._why.setText(
            self.tr(
                "The lab's network with its first, random weights reads the batch. It gives every "
                "character a probability, and one is sampled by these. Always taking the likeliest "
                "would write the same few characters for ever."
            )
        )
        self.ask = QPushButton(self.tr("Ask an untrained network"))
        self.ask.setToolTip(self.tr("Makes a network with new random weights; takes some seconds"))
        self.ask.clicked.connect(self.requested)
        self.outcome = new_words()
        titles = (
            self.tr("Step"),
            self.tr("Input"),
            self.tr("Expected output"),
            self.tr("Sampled"),
            self.tr("Likeliest"),
            self.tr("Loss"),
        )
        self.steps = new_table(titles, self.tr("What the untrained network expects"), wide=(4,))
        above = QHBoxLayout()
        above.addWidget(self.ask)
        above.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._why)
        column.addLayout(above)
        column.addWidget(self.outcome)
        column.addWidget(self.steps, 1)
        studio.colors_changed.connect(self._show_icon)
        self._show_icon()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no network was asked about this batch."""
        self.ask.setEnabled(True)
        self.outcome.setText(self.tr("No network was asked about this batch yet."))
        self.steps.setRowCount(0)

    def show_busy(self) -> None:
        """Say that a network is made."""
        self.ask.setEnabled(False)
        self.outcome.setText(self.tr("A network is made, and reads the batch…"))

    def show_trouble(self, sentence: str) -> None:
        """Say why there is no answer."""
        self.ask.setEnabled(True)
        self.outcome.setText(sentence)

    def show_predictions(self, found: "FirstPredictions") -> None:
        """Show what a network expects."""
        locale = QLocale()
        self.ask.setEnabled(True)
        shape = " × ".join(locale.toString(size) for size in found.shape)
        sentences = (
            self.tr("Loss: {0}. Who knows nothing has ln({1}) = {2}.").format(
                locale.toString(found.loss, "f", 3),
                locale.toString(found.shape[-1]),
                locale.toString(found.uniform, "f", 3),
            ),
            self.tr("Numbers returned, by example, step and character: {0}.").format(shape),
            self.tr("Weights to learn: {0}.").format(locale.toString(found.parameters)),
        )
        self.outcome.setText(" ".join(sentences))
        rows = [_cells(place, step, locale) for place, step in enumerate(found.steps)]
        fill_table(self.steps, rows)

    def _show_icon(self) -> None:
        self.ask.setIcon(icon("brain"))


def _cells(place: int, step: "FirstStep", locale: QLocale) -> tuple[str, ...]:
    share = f"{locale.toString(100 * step.probability, 'f', 1)} %"
    return (
        str(place),
        visible_character(step.given),
        visible_character(step.expected),
        visible_character(step.sampled),
        f"{visible_character(step.likeliest)}  {share}",
        locale.toString(step.loss, "f", 2),
    )
