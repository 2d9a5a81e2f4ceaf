"""The view that finds tunes: what is looked for over the tunes that have it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QMimeData, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.recipes.finding.found_place import FoundPlace
from abcstudio.recipes.finding.recording_names import is_recording
from abcstudio.ui.controls.areas import dividing_line
from abcstudio.ui.controls.state_panel import StatePanel, Way
from abcstudio.ui.datasets.finding.places_table import PlacesTable
from abcstudio.ui.datasets.finding.query_panel import QueryPanel
from abcstudio.ui.datasets.finding.questions import (
    NotesQuestion,
    Question,
    RecordingQuestion,
    RelativesQuestion,
)
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.services.studio import Studio


class FindingView(QWidget):
    """Shows what is looked for, and what was found or why there is nothing.

    Signals:
        recording_dropped: Carries the `Path` of a recording.
        recording_requested: One is to be chosen.
        cancel_requested: The melodies are to be read no further.
        search_requested: What is asked is to be looked for after all.
        all_sources_requested: The search should include all sources.
    """

    recording_dropped = Signal(object)
    recording_requested = Signal()
    cancel_requested = Signal()
    search_requested = Signal()
    all_sources_requested = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("help_topic", "find-melody")
        self.setAcceptDrops(True)
        self._offers_all = False
        self._is_exact = False
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
        below = QHBoxLayout()
        below.setContentsMargins(0, GRID, 2 * GRID, GRID)
        below.addWidget(self.words, 1)
        self._all_sources = QPushButton(self.tr("Look in all sources"))
        self._all_sources.setToolTip(self.tr("Searches the bundled tunebook and your sources"))
        self._all_sources.clicked.connect(self._look_in_all_sources)
        self._all_sources.hide()
        below.addWidget(self._all_sources)
        found.addLayout(below)
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

    def ask_about(self, question: Question) -> None:
        """Show what is asked about, or the field for notes."""
        self.query.ask_about(question)

    @property
    def takes_notes(self) -> bool:
        """Whether the field for notes is in sight."""
        return self.query.field.isVisible()

    @property
    def shows_places(self) -> bool:
        """Whether there are tunes to choose from."""
        return self._stack.currentWidget() is self._found

    def show_places(self, places: Sequence[FoundPlace]) -> None:
        """List the search hits; without an exact one, offer all sources."""
        self._stack.setCurrentWidget(self._found)
        self.table.set_places(places)
        self._is_exact = any(place.score >= 1.0 for place in places)
        self._show_offer()

    def offer_all_sources(self, *, is_offered: bool) -> None:
        """Set whether a search without exact hits offers to search all sources."""
        self._offers_all = is_offered
        self._show_offer()

    def show_empty(self) -> None:
        """Say what can be done here."""
        self._show_state(
            self.tr("Which tune is this?"),
            self.tr(
                "Type a title or some notes, play them, or select notes of a tune in the composer "
                "and choose “Where else?”. Spelling and key do not matter, and a wrong letter or "
                "note is forgiven. Or open a recording of somebody playing, or drop it here."
            ),
            [(self.tr("Find a recording…"), self.recording_requested.emit)],
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
        sentence = self.tr("It takes a moment, and once for each source.")
        words = self._how_far(done, total) if total else sentence
        self._show_work(self.tr("Reading the melodies…"), words)
        self.state.show_share(done, total)

    def show_comparing(self, done: int = 0, total: int = 0) -> None:
        """Say with how many tunes of the source one has been compared."""
        words = self._how_far(done, total) if total else ""
        self._show_work(self.tr("Looking for relatives…"), words)
        self.state.show_share(done, total)

    def show_cancelled(self) -> None:
        """Say that the person gave a search up."""
        self._show_state(
            self.tr("The search was cancelled"),
            self.tr("The first one in a source reads all of its tunes; later ones are quick."),
            [(self.tr("Look again"), self.search_requested.emit)],
        )

    def show_listening(self) -> None:
        """Say that a recording is listened to."""
        self._show_state(self.tr("Listening to the recording…"), "", is_busy=True)

    def show_nothing(self, question: Question) -> None:
        """Say that nothing was found, and what to do."""
        title, sentence = self._nothing_of(question)
        if self._offers_all:
            other = self.tr("Or look in all of your sources.")
            ways = [(self.tr("Look in all sources"), self._look_in_all_sources)]
        else:
            other, ways = self.tr("Or add another source on the left."), []
        self._show_state(title, f"{sentence} {other}", ways)

    def _nothing_of(self, question: Question) -> tuple[str, str]:
        """Return the title and the advice for a search without hits."""
        if isinstance(question, RelativesQuestion):
            return (
                self.tr("No relatives found"),
                self.tr("No tune shares more with it than many do."),
            )
        if isinstance(question, RecordingQuestion):
            return (
                self.tr("No tune is like the recording"),
                self.tr(
                    "The score above shows what was heard. One instrument near the microphone is "
                    "heard best, ten seconds or more."
                ),
            )
        if isinstance(question, NotesQuestion) and question.asked is not None:
            return (
                self.tr("No other tune has this melody"),
                self.tr("Nor anything close to it. Select fewer notes."),
            )
        if isinstance(question, NotesQuestion) and question.is_title:
            return (
                self.tr("No tune has this title"),
                self.tr("Nor anything close to it. Type fewer words."),
            )
        return (
            self.tr("No tune has this melody"),
            self.tr("Nor anything close to it. Leave some notes out."),
        )

    def show_failure(self, question: Question, sentence: str, *, is_noise: bool = False) -> None:
        """Say why nothing can be found; `is_noise` where what was heard is no melody."""
        if is_noise:
            title = self.tr("No melody is heard")
        elif isinstance(question, RecordingQuestion):
            title = self.tr("The recording cannot be heard")
        else:
            title = self.tr("The melodies cannot be read")
        self._show_state(title, sentence)

    def go_to_field(self) -> None:
        """Put the focus into the field."""
        self.query.field.setFocus()
        self.query.field.selectAll()

    def go_to_places(self) -> None:
        """Put the focus on the tunes that were found."""
        if self.shows_places:
            self.table.setFocus()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a recording; what else is dropped the page or the window takes."""
        if _recording_in(event.mimeData()) is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _recording_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.recording_dropped.emit(path)

    def _look_in_all_sources(self) -> None:
        """Move the focus off the button, which is about to be hidden, and request all sources."""
        (self.query.field if self.takes_notes else self.query.source.box).setFocus()
        self.all_sources_requested.emit()

    def _show_offer(self) -> None:
        self._all_sources.setVisible(self._offers_all and not self._is_exact)

    def _how_far(self, done: int, total: int) -> str:
        return self.tr("{0} of %Ln tunes", "", total).format(QLocale().toString(done))

    def _show_work(self, title: str, sentence: str) -> None:
        """Say what is done; the button that gives it up stays the same one."""
        is_said = self._stack.currentWidget() is self.state and not self.state.bar.isHidden()
        if not is_said or self.state.title.text() != title:
            way = self.tr("Cancel"), self.cancel_requested.emit
            self._show_state(title, sentence, [way], is_busy=True)
        self.state.sentence.setText(sentence)
        self.state.sentence.setVisible(bool(sentence))

    def _show_state(
        self, title: str, sentence: str, ways: Sequence[Way] = (), *, is_busy: bool = False
    ) -> None:
        self.table.set_places(())
        self.state.show_state(title, sentence, ways, is_busy=is_busy)
        self._stack.setCurrentWidget(self.state)


def _recording_in(data: QMimeData) -> Path | None:
    """Return the first recording of what is dropped."""
    files = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next((file for file in files if is_recording(file)), None)
