"""Looks for the melody of the field, for relatives or a recording; shows where they stand."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.corpus.key_words import short_key
from abcstudio.corpus.tune import Tune
from abcstudio.errors import CorpusError
from abcstudio.recipes.finding.found_place import FoundPlace
from abcstudio.recipes.finding.selected_melody import AskedPlace
from abcstudio.ui.datasets.finding.finding_view import FindingView
from abcstudio.ui.datasets.finding.found_preview import FoundPreview
from abcstudio.ui.datasets.finding.melody_keeper import MelodyKeeper
from abcstudio.ui.datasets.finding.places_model import files_of, title_of
from abcstudio.ui.datasets.finding.questions import (
    NotesQuestion,
    Question,
    RecordingQuestion,
    RelativesQuestion,
)
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence, message
from abcstudio.workers.melodies import MelodiesRead, MelodyFound, QueryRead

PAUSE_MS = 180

# What takes no longer is not announced.
_MOMENT_MS = 400


class FindingPresenter(QObject):
    """Keeps the view in step with what is asked and with the melodies of the source.

    Attributes:
        view: Where the question is asked and answered.
        found: Shows the place that is chosen.

    Signals:
        query_read: What is looked for was read. Carries the `QueryRead`, None where it is nothing.
        changed: Other places are listed, or another one is chosen.
        asked: Something of another kind is looked for.
    """

    query_read = Signal(object)
    changed = Signal()
    asked = Signal()

    def __init__(
        self, view: FindingView, keeper: MelodyKeeper, found: FoundPreview, studio: Studio
    ) -> None:
        super().__init__(view)
        self.view = view
        self._field = view.query.field
        self._keeper = keeper
        self.found = found
        self._studio = studio
        self._job = LatestJob(studio)
        self._reading = LatestJob(studio)
        self._notes = NotesQuestion(self._field.toPlainText)
        self._question: Question = self._notes
        self._goes_to_places = False
        self.query: QueryRead | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(_MOMENT_MS)
        self._moment.timeout.connect(view.show_comparing)
        self._field.textChanged.connect(self._timer.start)
        self._field.leave_requested.connect(self._on_leave_requested)
        keeper.changed.connect(self._timer.start)
        keeper.progressed.connect(self._on_progressed)
        keeper.failed.connect(self._on_failed)
        view.table.place_chosen.connect(self._on_place_chosen)
        view.table.place_stepped.connect(lambda _place: found.play_along())
        view.table.place_opened.connect(self._open)
        view.cancel_requested.connect(self._cancel)
        view.search_requested.connect(self._look)
        self._look()

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._timer.isActive() or self._job.is_running or self._keeper.is_busy

    @property
    def asks_for_notes(self) -> bool:
        """Whether the notes of the field are looked for."""
        return self._question is self._notes

    def look_for(self, melody: str, place: AskedPlace | None = None) -> None:
        """Look for another melody, and go to the tunes that have it.

        Args:
            melody: The notes as ABC.
            place: Where they were selected, None where they were not.
        """
        self._notes = NotesQuestion(self._field.toPlainText, place)
        self._ask(self._notes)
        self._field.write(melody)
        self._goes_to_places = True
        self._look()

    def look_for_relatives(self, tune: Tune) -> None:
        """Look for the tunes that share most with a tune, and go to them."""
        self._look_for(RelativesQuestion(tune))

    def look_for_recording(self, path: Path) -> None:
        """Look for the tunes that somebody may be playing, and go to them."""
        self._look_for(RecordingQuestion(path))

    def look_for_notes(self) -> None:
        """Look for the notes of the field again."""
        self._ask(self._notes)
        self._look()
        self.view.go_to_field()

    def clear(self) -> None:
        """Look for nothing; undo in the field brings the notes back."""
        self._field.write("")

    def show_again(self) -> None:
        """Show the chosen place: the view has come to the front."""
        self._keeper.prepare()
        self.found.show_place(self.view.table.place if self.view.shows_places else None)

    def leave(self) -> None:
        """Leave the preview to others: the view is behind another one."""
        self.found.show_place(None)

    def step(self) -> None:
        """Go to the next place and play it."""
        self.view.table.step()
        self.found.play_next()

    def open_place(self) -> None:
        """Open the chosen tune in the composer."""
        place = self.view.table.place
        if place is not None:
            self._open(place)

    def _look_for(self, question: Question) -> None:
        self._ask(question)
        self._goes_to_places = True
        self._look()

    def _ask(self, question: Question) -> None:
        self._question = question
        self.view.ask_about(question)
        # Nothing of what was asked before stands under the new heading.
        self._take_query(None)
        self._reading.cancel()
        if isinstance(question, RelativesQuestion):
            self._reading.run(question.reading(), self._take_query)
        self.asked.emit()

    def _cancel(self) -> None:
        self._timer.stop()
        self._moment.stop()
        self._job.cancel()
        self._keeper.cancel()
        self._goes_to_places = False
        self.view.show_cancelled()
        self.changed.emit()

    def _look(self) -> None:
        self._timer.stop()
        self._moment.stop()
        melodies = self._keeper.melodies
        if self.asks_for_notes and not self._field.toPlainText().strip():
            self._job.cancel()
            self._take_query(None)
            self.view.show_empty()
            self.changed.emit()
        elif melodies is None:
            self._job.run(self._question.reading(), self._on_read, self._on_failed)
        else:
            search = self._question.search(melodies)
            self._job.run(search, self._on_found, self._on_failed, on_progressed=self._on_looked)
            if isinstance(self._question, RecordingQuestion):
                self.view.show_listening()
            elif isinstance(self._question, RelativesQuestion):
                self._moment.start()

    def _on_read(self, query: QueryRead) -> None:
        self._take_query(query)
        if query.missing:
            self.view.show_short(query.missing)
        elif not self._keeper.has_tunes:
            self.view.show_no_tunes()
        else:
            if not self._keeper.is_busy:
                self.view.show_reading()
            self._keeper.prepare()
        self.changed.emit()

    def _on_found(self, found: MelodyFound) -> None:
        self._moment.stop()
        self._take_query(found.query)
        if found.places:
            self.view.show_places(found.places)
            if self._goes_to_places:
                self.view.go_to_places()
        elif found.query.missing:
            self.view.show_short(found.query.missing)
        else:
            self.view.show_nothing(self._question)
        self._goes_to_places = False
        self.changed.emit()

    def _take_query(self, query: QueryRead | None) -> None:
        self.query = query
        self.query_read.emit(query)

    def _on_progressed(self, report: MelodiesRead) -> None:
        if self.query is not None and not self.query.missing:
            self.view.show_reading(report.done, report.total)

    def _on_looked(self, report: MelodiesRead) -> None:
        if not report.compares:
            self._moment.stop()
            self.view.show_reading(report.done, report.total)
        elif not self._moment.isActive():
            self.view.show_comparing(report.done, report.total)

    def _on_failed(self, error: Exception) -> None:
        self._moment.stop()
        is_noise = isinstance(error, CorpusError) and error.message_id == "hearing.no_melody"
        self.view.show_failure(self._question, error_sentence(error), is_noise=is_noise)
        self.changed.emit()

    def _on_leave_requested(self) -> None:
        self._goes_to_places = self.is_busy
        self.view.go_to_places()

    def _on_place_chosen(self, place: FoundPlace | None) -> None:
        if self.view.isVisible():
            self.found.show_place(place)
        self.view.words.setText("" if place is None else self._words(place))
        self.changed.emit()

    def _words(self, place: FoundPlace) -> str:
        said = place.place, place.likeness, place.pitch
        parts = [message(one.message_id, one.parameters) for one in said if one is not None]
        if self.query is not None and self.query.is_cut:
            parts.append(self.tr("the first 64 notes were looked for"))
        if place.files:
            parts.append(self.tr("from {0}").format(files_of(place)))
        title = title_of(place)
        return self.tr("{0} in {1}: {2}").format(title, short_key(place.tune.key), "; ".join(parts))

    def _open(self, place: FoundPlace) -> None:
        tune = place.tune
        self._studio.show_known_tune(tune.text, tune.title or self.tr("Untitled"))
