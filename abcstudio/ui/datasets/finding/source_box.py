"""Combo box of the sources to search in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from abcstudio.ui.look.plain_text import Label, cut, one_line
from abcstudio.ui.look.theme import GRID

_LEAST_LETTERS = 16


class SourceBox(QWidget):
    """Lists sources by name; hidden while there is only one.

    Signals:
        source_chosen: The user chose another source. Carries its `Path`.
    """

    source_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = Label(self.tr("Look in"))
        label.setProperty("muted", True)
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("Look in"))
        self.box.setToolTip(self.tr("The source to search in"))
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(_LEAST_LETTERS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self.box)
        self.box.activated.connect(self._on_activated)
        self.hide()

    def set_sources(self, named: Sequence[tuple[str, Path]], current: Path) -> None:
        """List sources with their names."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for name, path in named:
                self.box.addItem(cut(one_line(name)), path)
            self.box.setCurrentIndex([path for _, path in named].index(current))
        self.setVisible(len(named) > 1)

    def _on_activated(self, row: int) -> None:
        self.source_chosen.emit(self.box.itemData(row))
