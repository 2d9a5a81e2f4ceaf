"""The lines of the header that most takes are asked for by: rhythm, meter, key."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from abcstudio.composing.prompt_header import header_value
from abcstudio.ui.composer.takes.keep_to.cost_words import (
    cost_label,
    cost_sentence,
    cost_words,
)
from abcstudio.ui.composer.takes.keep_to.felt_costs import FeltCost
from abcstudio.ui.controls.form_rows import add_rows
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.words.rhythm_names import rhythm_name

_RHYTHMS = (
    "reel", "jig", "hornpipe", "slip jig", "polka", "march", "waltz", "slide", "strathspey", "air",
)  # fmt: skip
_METERS = ("C", "C|", "4/4", "2/4", "3/4", "6/8", "9/8", "12/8")
_KEYS = (
    "G", "D", "A", "C", "F", "Bb", "Em", "Am", "Bm", "Dm", "Gm", "Ador", "Edor", "Dmix", "Amix",
)  # fmt: skip


class HeaderRows(QWidget):
    """Three boxes that say what the seed says, and below each what its line cost the last takes.

    Attributes:
        boxes: Each by its letter.
        costs: The same of what each line cost; hidden where that is not known.
        grid: The rows, for their labels to line up with those of other grids.

    Signals:
        chosen: The person chose a line. Carries its letter and its value, "" for any.
        changed: A box says something else.
    """

    chosen = Signal(str, str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QComboBox] = {}
        self.costs = {letter: cost_label() for letter in "RMK"}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(GRID)
        self.grid.setVerticalSpacing(GRID)
        self.grid.setColumnStretch(1, 1)
        self._known = {"R": _RHYTHMS, "M": _METERS, "K": _KEYS}
        for letter, words, name in (
            ("R", self.tr("Rh&ythm"), self.tr("Rhythm")),
            ("M", self.tr("&Meter"), self.tr("Meter")),
            ("K", self.tr("&Key"), self.tr("Key")),
        ):
            self.boxes[letter] = self._box(letter, self._known[letter], name)
            add_rows(self.grid, [(words, self.boxes[letter])])
            self.grid.addWidget(self.costs[letter], self.grid.rowCount(), 1)

    def show_seed(self, seed: str) -> None:
        """Say what a seed says, also what is not offered here."""
        for letter, box in self.boxes.items():
            value, offered = header_value(seed, letter), len(self._known[letter]) + 1
            if box.count() > offered:
                box.removeItem(offered)
            if box.findData(value) < 0:
                box.addItem(_shown(letter, value), value)
            box.setCurrentIndex(box.findData(value))

    def show_costs(self, costs: Mapping[str, FeltCost]) -> None:
        """Say below each line what it cost, by its letter."""
        for letter, label in self.costs.items():
            cost = costs.get(letter)
            # Rhythm and key are written before anything is sampled: there is nothing to say.
            is_felt = cost is not None and (letter == "M" or cost.cost.times > 0)
            label.setVisible(is_felt)
            if cost is not None and is_felt:
                label.setText(cost_words(cost))
                label.setToolTip(cost_sentence(cost, self.locale()))

    def _box(self, letter: str, values: Sequence[str], name: str) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("Any"), "")
        for value in values:
            box.addItem(_shown(letter, value), value)
        box.setAccessibleName(name)
        box.setToolTip(
            self.tr(
                "Writes the line {0}: into the seed; the title and what stands at Any are"
                " the network's, another in each take"
            ).format(letter)
        )
        box.activated.connect(lambda _index: self.chosen.emit(letter, box.currentData()))
        box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        box.setMinimumContentsLength(6)
        return box


def _shown(letter: str, value: str) -> str:
    """Return what to call a value of a field."""
    return rhythm_name(value) if letter == "R" else value
