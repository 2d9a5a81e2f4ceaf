"""The last takes of some runs, side by side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from abcstudio.ui.controls.name_label import NameLabel
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID


class TakesColumns(QWidget):
    """A column a run.

    Signals:
        open_requested: A take should be opened. Carries its text and its run's name.
    """

    open_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._takes: tuple[tuple[str, str], ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, GRID, 0, 0)
        self._row.setSpacing(GRID)
        self.set_takes(())

    @property
    def takes(self) -> tuple[tuple[str, str], ...]:
        """Names of runs, each with its text."""
        return self._takes

    def set_takes(self, takes: Sequence[tuple[str, str]]) -> None:
        """Show the takes of other runs."""
        self._takes = tuple(takes)
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for name, text in takes:
            self._row.addWidget(self._column(name, text), 1)
        if not takes:
            words = Label(self.tr("Choose up to four runs to see their last takes side by side"))
            words.setProperty("muted", True)
            self._row.addWidget(words)

    def _column(self, name: str, text: str) -> QWidget:
        column = QWidget()
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setProperty("monospaced", True)
        shown.setAccessibleName(name)
        open_it = QPushButton(self.tr("Open in Composer"))
        open_it.setEnabled(bool(text))
        open_it.clicked.connect(partial(self.open_requested.emit, text, name))
        lines.addWidget(NameLabel(name))
        lines.addWidget(shown, 1)
        lines.addWidget(open_it)
        return column
