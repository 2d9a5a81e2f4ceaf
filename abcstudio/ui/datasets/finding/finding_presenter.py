"""Looks for the melody of the field, a moment after each change, and shows where it stands."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.corpus.key_words import short_key
from abcstudio.ui.datasets.finding.finding_view import FindingView
from abcstudio.ui.datasets.finding.found_preview import FoundPreview
from abcstudio.ui.datasets.finding.melody_keeper import MelodyKeeper
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence, message
from abcstudio.workers.melodies import (
    MelodiesRead,
    MelodyFound,
    QueryRead,
    find_melody,
    read_melody,
)

if TYPE_CHECKING:
    from abcstudio.recipes.finding.source_melodies import FoundPlace

PAUSE_MS = 180


class FindingPresenter(QObject):
    """Keeps the view in step with its field and with the melodies of the source.

    Signals:
        query_read: The field was read. Carries the `QueryRead`, None where it is empty.
        changed: Other places are listed, or another one is chosen.
    """

    query_read = Signal(object)
    changed = Signal()

    def __init__(
        self, view: FindingView, keeper: MelodyKeeper, found: FoundPreview, studio: Studio
    ) -> None:
        super().__init__(view)
        self._view = view
        self._field = view.query.field
        self._keeper = keeper
        self._found = found
        self._studio = studio
        self._job = LatestJob(studio)
        self._goes_to_places = False
        self.query: QueryRead | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._field.textChanged.connect(self._timer.start)
        self._field.leave_requested.connect(self._on_leave_requested)
        keeper.changed.connect(self._timer.start)
        keeper.progressed.connect(self._on_progressed)
        keeper.failed.connect(self._on_failed)
        view.table.place_chosen.connect(self._on_place_chosen)
        view.table.place_stepped.connect(lambda _place: found.play_along())
        view.table.place_opened.connect(self._open)
        self._look()

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._timer.isActive() or self._job.is_running or self._keeper.is_busy

    def look_for(self, melody: str) -> None:
        """Look for another melody, and go to the tunes that have it."""
        self._field.write(melody)
        self._goes_to_places = True
        self._look()

    def clear(self) -> None:
        """Look for nothing; undo in the field brings the notes back."""
        self._field.write("")

    def show_again(self) -> None:
        """Show the chosen place: the view has come to the front."""
        self._keeper.prepare()
        self._found.show_place(self._view.table.place if self._view.shows_places else None)

    def leave(self) -> None:
        """Leave the preview to others: the view is behind another one."""
        self._found.show_place(None)

    def step(self) -> None:
        """Go to the next place and play it."""
        self._view.table.step()
        self._found.play_next()

    def open_place(self) -> None:
        """Open the chosen tune in the composer."""
        place = self._view.table.place
        if place is not None:
            self._open(place)

    def close(self) -> None:
        """Look for nothing more."""
        self._timer.stop()
        self._job.close()
        self._keeper.close()

    def _look(self) -> None:
        self._timer.stop()
        typed = self._field.toPlainText()
        melodies = self._keeper.melodies
        if not typed.strip():
            self._job.cancel()
            self._take_query(None)
            self._show_empty()
        elif melodies is None:
            self._job.run(partial(read_melody, typed), self._on_read)
        else:
            work = partial(find_melody, melodies, typed)
            self._job.run(work, self._on_found, self._on_failed)

    def _on_read(self, query: QueryRead) -> None:
        self._take_query(query)
        if query.missing:
            self._show_short(query)
        elif self._keeper.has_tunes:
            if not self._keeper.is_busy:
                self._show_state(
                    self.tr("Reading the melodies…"), self.tr("A moment, please."), is_busy=True
                )
            self._keeper.prepare()
        else:
            self._show_state(
                self.tr("There are no tunes to look in"),
                self.tr("Choose another source on the left, or add a file of tunes."),
            )

    def _on_found(self, found: MelodyFound) -> None:
        self._take_query(found.query)
        if found.query.missing:
            self._show_short(found.query)
            return
        if not found.places:
            self._show_state(
                self.tr("No tune has this melody"),
                self.tr("Nor nearly. Leave some notes out, or choose another source on the left."),
            )
            return
        self._view.show_places()
        self._view.table.set_places(found.places)
        self.changed.emit()
        if self._goes_to_places:
            self._goes_to_places = False
            self._view.go_to_places()

    def _take_query(self, query: QueryRead | None) -> None:
        self.query = query
        self.query_read.emit(query)

    def _show_empty(self) -> None:
        self._show_state(
            self.tr("Which tune is this?"),
            self.tr(
                "Type some notes, play them, or select notes of a tune in the composer and choose "
                "“Where else?”. The key and the unit note length do not matter, and a wrong note "
                "is forgiven."
            ),
        )

    def _show_short(self, query: QueryRead) -> None:
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("One more note is needed; eight or more find the tune that you mean.")
        more = self.tr(
            "%Ln more notes are needed; eight or more find the tune that you mean.",
            "",
            query.missing,
        )
        self._show_state(self.tr("Too short to look for"), one if query.missing == 1 else more)

    def _show_state(self, title: str, sentence: str, *, is_busy: bool = False) -> None:
        self._view.table.set_places(())
        self._view.show_state(title, sentence, is_busy=is_busy)
        self.changed.emit()

    def _on_progressed(self, report: MelodiesRead) -> None:
        query = self.query
        if query is not None and not query.missing:
            words = self.tr("{0} of %Ln tunes", "", report.total)
            self._show_state(
                self.tr("Reading the melodies…"), words.format(report.done), is_busy=True
            )

    def _on_failed(self, error: Exception) -> None:
        self._show_state(self.tr("The melodies cannot be read"), error_sentence(error))

    def _on_leave_requested(self) -> None:
        if self.is_busy:
            self._goes_to_places = True
        self._view.go_to_places()

    def _on_place_chosen(self, place: "FoundPlace | None") -> None:
        if self._view.isVisible():
            self._found.show_place(place)
        self._view.words.setText("" if place is None else self._words(place))
        self.changed.emit()

    def _words(self, place: "FoundPlace") -> str:
        key = short_key(place.tune.key)
        parts = [
            message(one.message_id, one.parameters)
            for one in (place.place, place.likeness, place.pitch)
        ]
        query = self.query
        if query is not None and query.is_cut:
            parts.append(self.tr("the first 64 notes were looked for"))
        return self.tr("{0} in {1}: {2}").format(
            place.tune.title or self.tr("Untitled"), key, "; ".join(parts)
        )

    def _open(self, place: "FoundPlace") -> None:
        tune = place.tune
        self._studio.open_in_composer(tune.text, tune.title or self.tr("Untitled"))
