"""The view that finds tunes: what is looked for over the tunes that have it."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from abcstudio.corpus.tune import Tune
from abcstudio.recipes.finding.found_place import FoundPlace
from abcstudio.ui.controls.areas import dividing_line
from abcstudio.ui.controls.state_panel import StatePanel
from abcstudio.ui.datasets.finding.places_table import PlacesTable
from abcstudio.ui.datasets.finding.query_panel import QueryPanel
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.services.studio import Studio


class FindingView(QWidget):
    """Shows what is looked for, and what was found or why there is nothing."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("help_topic", "find-melody")
        self.query = QueryPanel(studio)
        self.table = PlacesTable()
        self.state = StatePanel()
        self.words = Label()
        self.words.setWordWrap(True)
        self.words.setFont(small_font())
        self.words.setProperty("muted", True)
        self.words.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._found = QWidget()
        found = QVBoxLayout(self._found)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(0)
        found.addWidget(self.table, 1)
        found.addWidget(self.words)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.state)
        self._stack.addWidget(self._found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.query, 1)
        column.addWidget(dividing_line())
        column.addWidget(self._stack, 1)

    def set_actions(self, *actions: QAction) -> None:
        """Offer commands as buttons under the field, that which listens first."""
        self.query.set_actions(*actions)

    def ask_about(self, tune: Tune | None) -> None:
        """Show a tune whose relatives are looked for, or the field for notes."""
        self.query.ask_about(tune)

    @property
    def takes_notes(self) -> bool:
        """Whether the field for notes is in sight."""
        return self.query.field.isVisible()

    @property
    def shows_places(self) -> bool:
        """Whether there are tunes to choose from."""
        return self._stack.currentWidget() is self._found

    def show_places(self, places: Sequence[FoundPlace]) -> None:
        """List the tunes that were found."""
        self._stack.setCurrentWidget(self._found)
        self.table.set_places(places)

    def show_empty(self) -> None:
        """Say what can be done here."""
        self._show_state(
            self.tr("Which tune is this?"),
            self.tr(
                "Type some notes, play them, or select notes of a tune in the composer and choose "
                "“Where else?”. The key and the unit note length do not matter, and a wrong note "
                "is forgiven."
            ),
        )

    def show_short(self, missing: int) -> None:
        """Say how many notes are needed yet."""
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("One more note is needed; eight or more find the tune that you mean.")
        more = self.tr(
            "%Ln more notes are needed; eight or more find the tune that you mean.", "", missing
        )
        self._show_state(self.tr("Too short to look for"), one if missing == 1 else more)

    def show_no_tunes(self) -> None:
        """Say that there is nothing to look in."""
        self._show_state(
            self.tr("There are no tunes to look in"),
            self.tr("Choose another source on the left, or add a file of tunes."),
        )

    def show_reading(self, done: int = 0, total: int = 0) -> None:
        """Say how many melodies of the source have been read."""
        words = self.tr("{0} of %Ln tunes", "", total).format(QLocale().toString(done))
        sentence = words if total else self.tr("It takes a moment, and once for each source.")
        self._show_state(self.tr("Reading the melodies…"), sentence, is_busy=True)

    def show_nothing(self) -> None:
        """Say that no tune has the melody."""
        self._show_state(
            self.tr("No tune has this melody"),
            self.tr("Nor nearly. Leave some notes out, or choose another source on the left."),
        )

    def show_no_relatives(self) -> None:
        """Say that no tune shares enough with the one that was asked about."""
        self._show_state(
            self.tr("No relatives in this source"),
            self.tr("No tune shares more with it than many do. Choose another source on the left."),
        )

    def show_failure(self, sentence: str) -> None:
        """Say why nothing can be found."""
        self._show_state(self.tr("The melodies cannot be read"), sentence)

    def go_to_field(self) -> None:
        """Put the focus into the field."""
        self.query.field.setFocus()
        self.query.field.selectAll()

    def go_to_places(self) -> None:
        """Put the focus on the tunes that were found."""
        if self.shows_places:
            self.table.setFocus()

    def _show_state(self, title: str, sentence: str, *, is_busy: bool = False) -> None:
        self.table.set_places(())
        self.state.show_state(title, sentence, is_busy=is_busy)
        self._stack.setCurrentWidget(self.state)
