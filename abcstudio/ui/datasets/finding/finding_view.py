"""The view that finds tunes by a melody: the melody over the tunes that have it."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

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
        column.addWidget(self.query)
        column.addWidget(dividing_line())
        column.addWidget(self._stack, 1)

    @property
    def shows_places(self) -> bool:
        """Whether there are tunes to choose from."""
        return self._stack.currentWidget() is self._found

    def set_actions(self, *actions: QAction) -> None:
        """Offer commands as buttons under the field, that which listens first."""
        self.query.set_actions(*actions)

    def show_places(self) -> None:
        """Show the table."""
        self._stack.setCurrentWidget(self._found)

    def show_state(self, title: str, sentence: str, *, is_busy: bool = False) -> None:
        """Say why there is no table."""
        self.state.show_state(title, sentence, is_busy=is_busy)
        self._stack.setCurrentWidget(self.state)

    def go_to_field(self) -> None:
        """Put the focus into the field."""
        self.query.field.setFocus()
        self.query.field.selectAll()

    def go_to_places(self) -> None:
        """Put the focus on the tunes that were found."""
        if self.shows_places:
            self.table.setFocus()
