"""What the networks of some runs write after one prompt, side by side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.table.take_column import TakeColumn
from abcstudio.ui.words.key_words import key_words
from abcstudio.workers.runs import MOST_BESIDE

_NEXT_KEY = "0"


class TakesColumns(QWidget):
    """A column a run.

    While it is in sight, the numbers 1 to 4 play the takes of the dialog, and 0 the next of them
    at every press, so that one is heard against the other.

    Attributes:
        columns: All that there may be; those without a run are hidden.
        switches: What is beside the tabs: whether scores or texts are shown, and the next take.

    Signals:
        came_into_sight: It was hidden before.
        open_requested: A take should be opened. Carries its text and its run's name.
        play_requested: It should be heard, or paused where it is the one that sounds.
    """

    came_into_sight = Signal()
    open_requested = Signal(str, str)
    play_requested = Signal(str, str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._takes: tuple[tuple[str, str], ...] = ()
        self._played = -1
        self._hint = Label(
            self.tr(
                "Choose up to four runs to see and hear what their networks make of one "
                "prompt, with the same random numbers"
            )
        )
        self._hint.setProperty("muted", True)
        self._hint.setWordWrap(True)
        self.columns = tuple(TakeColumn(studio, str(n + 1)) for n in range(MOST_BESIDE))
        self._make_switches()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GRID, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._hint)
        for place, column in enumerate(self.columns):
            row.addWidget(column, 1)
            column.play_requested.connect(partial(self.play, place))
            column.open_requested.connect(partial(self._open, place))
            # While the table above has the focus, too: it is where runs are chosen.
            QShortcut(QKeySequence(str(place + 1)), self, partial(self.play, place))
        QShortcut(QKeySequence(_NEXT_KEY), self, self.play_next)
        self.set_takes(())

    def _make_switches(self) -> None:
        self.scores, self.texts = QPushButton(self.tr("Scores")), QPushButton(self.tr("Texts"))
        self.scores.setToolTip(self.tr("Shows the takes as scores"))
        self.texts.setToolTip(self.tr("Shows the takes as their networks wrote them"))
        self.next = QPushButton(self.tr("Play the next ({0})").format(key_words(_NEXT_KEY)))
        self.next.setToolTip(self.tr("Plays one take after the other, each from its start"))
        self.next.clicked.connect(self.play_next)
        group = QButtonGroup(self)
        self.switches = QWidget()
        row = QHBoxLayout(self.switches)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.scores, self.texts):
            button.setCheckable(True)
            button.setProperty("segment", True)
            group.addButton(button)
            row.addWidget(button)
        row.addSpacing(GRID)
        row.addWidget(self.next)
        for button in (self.scores, self.texts, self.next):
            button.setAutoDefault(False)
        self.scores.setChecked(True)
        self.scores.toggled.connect(self._show_scores)

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
        if [name for name, _ in takes] != [name for name, _ in self._takes]:
            self._played = -1
        self._takes = tuple(takes)
        self._hint.setVisible(not takes)
        for place, column in enumerate(self.columns):
            name, text = takes[place] if place < len(takes) else ("", "")
            column.show_take(name, text, missing)
            column.setVisible(place < len(takes))
        self.next.setEnabled(any(text for _, text in takes))

    def play(self, place: int) -> None:
        """Hear the take of a column, from 0, or pause where it is the one that sounds."""
        if place < len(self._takes) and self._takes[place][1]:
            self._played = place
            name, text = self._takes[place]
            self.play_requested.emit(text, name)

    def play_next(self) -> None:
        """Hear the take beside the one that was heard last, after the last column the first."""
        count = len(self._takes)
        places = ((self._played + by) % count for by in range(1, count + 1))
        self.play(next((place for place in places if self._takes[place][1]), count))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_into_sight.emit()

    def _open(self, place: int) -> None:
        name, text = self._takes[place]
        self.open_requested.emit(text, name)

    def _show_scores(self, are_shown: bool) -> None:
        for column in self.columns:
            column.show_score(are_shown)
        self.came_into_sight.emit()
