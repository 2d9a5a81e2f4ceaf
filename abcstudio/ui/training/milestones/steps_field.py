"""The field that says at which steps the network is kept and composed from."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from abcstudio.learning.milestones.plan import chosen_steps
from abcstudio.ui.words.translation import message

_NOWHERE = "0"


class StepsField(QLineEdit):
    """Empty for the usual steps, 0 for none, else numbers with commas or blanks between them.

    Signals:
        edited: The person has typed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("10, 20, 50, 100 …")
        self.setClearButtonEnabled(True)
        self.setAccessibleName(self.tr("Hear it at steps"))
        self.setToolTip(
            self.tr(
                "At these steps the network is kept, and composes the same takes. Empty: 10, 20, "
                "50, 100 and so on, and the last step; 0: nowhere"
            )
        )
        self.textEdited.connect(self.edited)

    def steps(self) -> tuple[int, ...] | None:
        """Return the steps, None for the usual ones.

        Raises:
            ValueError: There is something else than steps in it.
        """
        words = self.text().strip()
        if not words:
            return None
        if words == _NOWHERE:
            return ()
        return chosen_steps([int(word) for word in re.split(r"[,;\s]+", words) if word])

    def complaint(self) -> str:
        """Return what is wrong with it, "" for nothing."""
        try:
            self.steps()
        except ValueError:
            return message("milestones.no_steps")
        return ""
