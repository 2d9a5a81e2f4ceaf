"""The dialog of sweeps: a new one, or one that was made before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID, GROUP_GAP
from abcstudio.ui.training.sweeps.sweep_form import SweepForm
from abcstudio.ui.training.sweeps.sweep_view import SweepView


class SweepDialog(QDialog):
    """Stands beside the window; a sweep goes on when it is closed.

    Signals:
        sweep_chosen: Carries the folder of a sweep, None for a new one.
    """

    sweep_chosen = Signal(object)

    def __init__(self, form: SweepForm, view: SweepView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Variants of a network"))
        self.setProperty("help_topic", "training")
        self.form, self.view = form, view
        self.sweeps = ChoiceBox()
        self.sweeps.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sweeps.setAccessibleName(self.tr("Sweep"))
        self.sweeps.currentIndexChanged.connect(self._on_chosen)
        self._pages = QStackedWidget()
        self._pages.addWidget(form)
        self._pages.addWidget(view)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setToolTip(self.tr("A sweep that is under way goes on"))
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        title = Label(self.tr("Sweep"))
        title.setBuddy(self.sweeps)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(title)
        head.addWidget(self.sweeps, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        column.setSpacing(GROUP_GAP)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addWidget(buttons)
        self.resize(100 * GRID, 70 * GRID)

    @property
    def shown(self) -> Path | None:
        """The folder of the sweep that is shown, None for a new one."""
        folder = self.sweeps.currentData()
        return folder if isinstance(folder, Path) else None

    def set_sweeps(self, sweeps: Sequence[tuple[Path, str]], shown: Path | None) -> None:
        """Offer sweeps, each with its words, and show one of them, or a new one."""
        with QSignalBlocker(self.sweeps):
            self.sweeps.clear()
            self.sweeps.addItem(self.tr("A new sweep"), None)
            for folder, words in sweeps:
                self.sweeps.addItem(one_line(words), folder)
            folders = [folder for folder, _ in sweeps]
            self.sweeps.setCurrentIndex(1 + folders.index(shown) if shown in folders else 0)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self._pages.setCurrentWidget(self.form if self.shown is None else self.view)
        self.sweep_chosen.emit(self.shown)
