"""What few people need to change before they compose, folded away under a button."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtWidgets import QCheckBox

from abcstudio.composing.guard.usual_sampling import USUAL_SAMPLING
from abcstudio.ui.composer.takes.options.sampling_controls import Control, value_in
from abcstudio.ui.controls.folded_rows import FoldedRows
from abcstudio.ui.controls.form_rows import add_rows
from abcstudio.ui.words.translation import message


class FoldedOptions(FoldedRows):
    """What few people need to change of a wish.

    While it is folded away, the button says how much of it is not as usual.

    Args of the constructor:
        controls: Of the options of sampling that are in it, by their names.
        also_set: Says how much else in it is not as usual.
    """

    def __init__(self, controls: Mapping[str, Control], also_set: Callable[[], int]) -> None:
        super().__init__()
        self._controls = controls
        self._also_set = also_set
        self.button.setToolTip(
            self.tr("The seed, the length, and how the network chooses among the likely characters")
        )
        for control in controls.values():
            changed = control.toggled if isinstance(control, QCheckBox) else control.valueChanged
            changed.connect(self.show_words)
        self.show_words()

    def add_options(self, names: Iterable[str]) -> None:
        """Add a row for each of some options."""
        controls = [(name, self._controls[name]) for name in names]
        add_rows(
            self.grid,
            [
                ("" if isinstance(control, QCheckBox) else message(f"sampling.{name}"), control)
                for name, control in controls
            ],
        )

    def show_words(self) -> None:
        """Say how much in it is not as usual."""
        count = self._also_set() + sum(
            value_in(box) != getattr(USUAL_SAMPLING, name) for name, box in self._controls.items()
        )
        words = self.tr("More options (%Ln set)", "", count) if count else self.tr("More options")
        self.set_words(words, self.tr("Fewer options"))
