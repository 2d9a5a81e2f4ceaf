"""What the networks of some runs write after one prompt, side by side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from abcstudio.ui.controls.name_label import NameLabel
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.words.key_words import key_words
from abcstudio.workers.runs import MOST_BESIDE


class TakesColumns(QWidget):
    """A column a run.

    The numbers 1 to 4 play the takes, so that one is heard against the other.

    Signals:
        open_requested: A take should be opened. Carries its text and its run's name.
        play_requested: It should be heard, or paused where it is the one that sounds.
    """

    open_requested = Signal(str, str)
    play_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._takes: tuple[tuple[str, str], ...] = ()
        self._missing = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, GRID, 0, 0)
        self._row.setSpacing(GRID)
        for place in range(MOST_BESIDE):
            key = QShortcut(QKeySequence(str(place + 1)), self, partial(self.play, place))
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.set_takes(())

    @property
    def takes(self) -> tuple[tuple[str, str], ...]:
        """Names of runs, each with its text."""
        return self._takes

    def set_takes(self, takes: Sequence[tuple[str, str]], *, is_ready: bool = True) -> None:
        """Show the takes of other runs; until they are ready, say that they are composed."""
        missing = (
            self.tr("This run has composed nothing yet.")
            if is_ready
            else self.tr("The network is composing…")
        )
        if (tuple(takes), missing) == (self._takes, self._missing):
            # Read again, while somebody listens.
            return
        self._takes, self._missing = tuple(takes), missing
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, (name, text) in enumerate(takes):
            self._row.addWidget(self._column(place, name, text, missing), 1)
        if not takes:
            words = Label(
                self.tr(
                    "Choose up to four runs to see and hear what their networks make of one "
                    "prompt, with the same random numbers"
                )
            )
            words.setProperty("muted", True)
            self._row.addWidget(words)

    def play(self, place: int) -> None:
        """Hear the take of a column, from 0, or pause where it is the one that sounds."""
        if place < len(self._takes) and self._takes[place][1]:
            name, text = self._takes[place]
            self.play_requested.emit(text, name)

    def _column(self, place: int, name: str, text: str, missing: str) -> QWidget:
        column = QWidget()
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setPlaceholderText(missing)
        shown.setProperty("monospaced", True)
        shown.setAccessibleName(name)
        play = QPushButton(self.tr("Play ({0})").format(key_words(str(place + 1))))
        play.setToolTip(self.tr("Hear this take; the numbers play one against the other"))
        play.clicked.connect(partial(self.play, place))
        open_it = QPushButton(self.tr("Open in Composer"))
        open_it.setToolTip(self.tr("Opens the take in the composer, to hear and to change it"))
        open_it.clicked.connect(partial(self.open_requested.emit, text, name))
        acts = QHBoxLayout()
        acts.setSpacing(GRID)
        for button in (play, open_it):
            button.setAutoDefault(False)
            button.setEnabled(bool(text))
            acts.addWidget(button)
        acts.addStretch(1)
        lines.addWidget(NameLabel(name))
        lines.addWidget(shown, 1)
        lines.addLayout(acts)
        return column
