"""What takes are to keep to, a line each, and what each line cost the last takes."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from abcstudio.composing.guard.take_costs import MEASURES
from abcstudio.composing.tune_wishes import NO_WISHES, TuneWishes
from abcstudio.ui.composer.takes.keep_to.cost_words import cost_label, cost_sentence, cost_words
from abcstudio.ui.composer.takes.keep_to.felt_costs import FeltCost
from abcstudio.ui.composer.takes.keep_to.wish_controls import WishControls
from abcstudio.ui.composer.takes.options.sampling_controls import Control
from abcstudio.ui.controls.areas import bold_label
from abcstudio.ui.controls.folded_rows import FoldedRows
from abcstudio.ui.controls.form_rows import add_rows
from abcstudio.ui.look.theme import GRID

# One control says both.
_WITH_IT = {"key": "meter"}


class KeepToPanel(QWidget):
    """The switch of full measures over the wishes that need it.

    Attributes:
        guard: The switch.
        wishes: The controls of the wishes.
        more: The wishes that few people need, folded away.
        grid: The rows of the others, for their labels to line up with those of other grids.
        costs: What each cost, a label by the wish's name; hidden where that is not known.
    """

    def __init__(
        self,
        guard: Control,
        wishes: WishControls,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        assert isinstance(guard, QCheckBox)
        self.guard, self.wishes = guard, wishes
        self.more = FoldedRows()
        self.more.button.setToolTip(self.tr("Wishes that few tunes need"))
        self.costs = {name: cost_label() for name in (MEASURES, *wishes.controls)}
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(GRID)
        self.grid.setVerticalSpacing(GRID)
        self.grid.setColumnStretch(1, 1)
        add_rows(self.grid, [(self.tr("Form"), wishes.form)])
        self._add_below(self.grid, "form", (self.tr("Parts"), wishes.measures))
        add_rows(self.grid, [(self.tr("Range"), wishes.range)])
        self._add_cost(self.grid, "range")
        self._fill_folded()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(bold_label(self.tr("Keep to")))
        column.addWidget(guard)
        column.addWidget(self.costs[MEASURES])
        column.addLayout(self.grid)
        column.addWidget(self.more)
        self._put_aside = NO_WISHES
        wishes.wished.connect(self._on_wished)
        wishes.changed.connect(self._show_words)
        guard.toggled.connect(self._on_switched)
        self._show_words()

    def show_wishes(self, wishes: TuneWishes) -> None:
        """Show other wishes; they need full measures."""
        self._put_aside = NO_WISHES
        self.wishes.show(wishes)
        if self.wishes.folded_count:
            self.more.unfold()

    def _on_wished(self) -> None:
        """Let a wish keep measures full."""
        self._put_aside = NO_WISHES
        self.guard.setChecked(True)

    def _on_switched(self, is_on: bool) -> None:
        """Put the wishes aside where measures are not kept full, until they are again."""
        if is_on and self._put_aside.are_given:
            self.wishes.show(self._put_aside)
        elif not is_on:
            with QSignalBlocker(self.wishes):
                self.wishes.measures.commit()
            aside = self.wishes.wishes("")
            self.wishes.show(NO_WISHES)
            self._put_aside = aside

    def _add_below(self, grid: QGridLayout, name: str, row: tuple[str, QWidget]) -> None:
        """Add a row that belongs to a wish, and below it what the wish cost."""
        add_rows(grid, [row])
        self._add_cost(grid, name)

    def _add_cost(self, grid: QGridLayout, name: str) -> None:
        grid.addWidget(self.costs[name], grid.rowCount(), 1)

    def _fill_folded(self) -> None:
        wishes = self.wishes
        add_rows(self.more.grid, [(self.tr("Pickup"), wishes.pickup)])
        self._add_cost(self.more.grid, "pickup")
        for name, control in wishes.controls.items():
            if name in ("ends_on_tonic", "accidentals", "key", "rhythm_of", "new"):
                self._add_below(self.more.grid, name, ("", control))

    def show_costs(self, costs: Mapping[str, FeltCost]) -> None:
        """Say below each line what it cost; nothing below those of which it is not known."""
        for name, label in self.costs.items():
            cost = costs.get(name) or costs.get(_WITH_IT.get(name, ""))
            label.setVisible(cost is not None)
            if cost is not None:
                label.setText(cost_words(cost))
                label.setToolTip(cost_sentence(cost, self.locale()))

    def _show_words(self) -> None:
        count = self.wishes.folded_count
        words = self.tr("More wishes (%Ln set)", "", count) if count else self.tr("More wishes")
        self.more.set_words(words, self.tr("Fewer wishes"))
