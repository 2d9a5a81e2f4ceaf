"""The options of sampling that few people need, folded away under a button."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QWidget

from abcstudio.composing.guard.usual_sampling import USUAL_SAMPLING
from abcstudio.ui.composer.takes.sampling_controls import Control, value_in
from abcstudio.ui.controls.folded_rows import FoldedRows
from abcstudio.ui.controls.form_rows import add_rows
from abcstudio.ui.words.translation import message


class FoldedOptions(FoldedRows):
    """A row for each of some controls.

    While they are folded away, the button says how many of them are not as usual.
    """

    def __init__(self, controls: Mapping[str, Control], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls = controls
        self.button.setToolTip(self.tr("How the network chooses among the likely characters"))
        add_rows(
            self.grid,
            [
                ("" if isinstance(control, QCheckBox) else message(f"sampling.{name}"), control)
                for name, control in controls.items()
            ],
        )
        for control in controls.values():
            changed = control.toggled if isinstance(control, QCheckBox) else control.valueChanged
            changed.connect(self._show_words)
        self._show_words()

    def _show_words(self) -> None:
        count = sum(
            value_in(box) != getattr(USUAL_SAMPLING, name) for name, box in self._controls.items()
        )
        words = self.tr("More options (%Ln set)", "", count) if count else self.tr("More options")
        self.set_words(words, self.tr("Fewer options"))
