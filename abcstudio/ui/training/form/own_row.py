"""A row under the presets: those of the person, and what can be done with them."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.look.theme import GRID


class OwnRow(QWidget):
    """A list of names, and a menu.

    Attributes:
        names: The presets; the first row stands for none.
        menu: Opens what can be done.
        save, rename, delete, undo: What that is.

    Signals:
        chosen: Carries the name of a preset.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = ChoiceBox()
        self.names.setAccessibleName(self.tr("Your own presets"))
        self.names.setToolTip(self.tr("Settings of this form that you have given a name"))
        self.names.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.menu = QToolButton()
        self.menu.setText(self.tr("Keep…"))
        self.menu.setToolTip(self.tr("Keeps the settings under a name, or changes what is kept"))
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.setProperty("own_sign", True)
        entries = QMenu(self.menu)
        # Made here and not by the menu: of what Qt makes Python does not hear that it has gone, and
        # takes an action of a later window for the dead one that lay at its place.
        self.save = QAction(self.tr("&Save the settings as…"), entries)
        self.rename = QAction(self.tr("&Rename…"), entries)
        self.delete = QAction(self.tr("&Delete"), entries)
        self.undo = QAction(self.tr("&Undo the last change"), entries)
        entries.addActions((self.save, self.rename, self.delete))
        entries.addSeparator()
        entries.addAction(self.undo)
        self.menu.setMenu(entries)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.names, 1)
        row.addWidget(self.menu)
        self.names.activated.connect(self._on_activated)
        self.show_names((), "", can_undo=False)

    def show_names(self, names: Iterable[str], current: str, *, can_undo: bool) -> None:
        """List presets; `current` is the one that the form says, "" for none."""
        with QSignalBlocker(self.names):
            self.names.clear()
            self.names.addItem(self.tr("Your own presets"), "")
            for name in names:
                self.names.addItem(one_line(name), name)
            self.names.setCurrentIndex(max(0, self.names.findData(current)))
        self.names.setEnabled(self.names.count() > 1)
        for action in (self.rename, self.delete):
            action.setEnabled(bool(current))
        self.undo.setEnabled(can_undo)

    @property
    def actions_of_menu(self) -> tuple[QAction, ...]:
        """What the menu offers."""
        return self.save, self.rename, self.delete, self.undo

    def _on_activated(self, row: int) -> None:
        name = str(self.names.itemData(row))
        if name:
            self.chosen.emit(name)
