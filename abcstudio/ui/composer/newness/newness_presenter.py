"""Keeps the panel that says how new the tune is in step with it while it is in sight."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.paths import bundled_tunebook
from abcstudio.ui.composer.desk.tune_watch import TuneView, TuneWatch
from abcstudio.ui.composer.newness.newness_look import NewnessLook, NewnessRow, look_at
from abcstudio.ui.composer.newness.newness_panel import NewnessPanel
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune, SourceTune
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence, message

if TYPE_CHECKING:
    from abcstudio.recipes.newness.known_melodies import KnownMelodies

PAUSE_MS = 300


class NewnessPresenter(QObject):
    """Compares the tune at the caret with the known tunes, a moment after each change.

    A take is compared also while the panel is out of sight, for its details.

    Signals:
        changed: Another row is chosen, or other rows are listed.
        told: It is known how new the tune is. Carries that in words, "" while it is not known.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(
        self,
        documents: Documents,
        editor: AbcEditor,
        watch: TuneWatch,
        playback: PlaybackController,
        panel: NewnessPanel,
        studio: Studio,
    ) -> None:
        super().__init__(panel)
        self._documents = documents
        self._editor = editor
        self._watch = watch
        self._playback = playback
        self._studio = studio
        self.panel = panel
        self._job = LatestJob(studio)
        self._melodies: KnownMelodies | None = None
        self._seen: tuple[str, NewnessLook] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._begin)
        panel.shown_changed.connect(self._on_shown_changed)
        panel.row_chosen.connect(self._on_row_chosen)
        panel.play_requested.connect(self.play)
        panel.view.selectionModel().currentChanged.connect(self.changed)
        watch.tune_changed.connect(self._on_tune_changed)

    @property
    def is_busy(self) -> bool:
        """Whether the tune is being compared, or will be after a pause in typing."""
        return self._timer.isActive() or self._job.is_running

    @property
    def row(self) -> NewnessRow | None:
        """The chosen row; the first where none is."""
        rows = self._seen[1].rows if self._seen is not None else ()
        return rows[max(self.panel.row, 0)] if rows else None

    def play(self) -> None:
        """Play the chosen measures as they stand in the known tune."""
        row = self.row
        if row is not None:
            known = row.known
            played = PlayedTune(
                known.text,
                known.title or self.tr("Untitled"),
                self.tr("Known tune"),
                known.file_header,
                SourceTune(bundled_tunebook(), known.number),
            )
            self._playback.hear(played, *row.known_notes)

    def open_known(self) -> None:
        """Open the known tune of the chosen row."""
        row = self.row
        if row is not None:
            self._studio.open_text_requested.emit(row.known.standalone_text, row.known.title)

    def close(self) -> None:
        """Compare nothing more."""
        self._timer.stop()
        self._job.close()

    def _on_shown_changed(self, is_shown: bool) -> None:
        if is_shown:
            self._begin()
        elif not self._is_take:
            self._timer.stop()
            self._job.cancel()

    @property
    def _is_take(self) -> bool:
        document = self._documents.current
        return document.is_take and not document.is_composing

    def _on_tune_changed(self, view: TuneView | None) -> None:
        if view is None or self._seen is None or self._seen[0] != view.text:
            self.told.emit("")
        if self.panel.isVisible() or self._is_take:
            self._timer.start()

    def _begin(self) -> None:
        """Look at what the editor holds now, unless that is on show already."""
        self._timer.stop()
        view = self._watch.view
        if view is None:
            self._job.cancel()
            self._show_state(
                self.tr("No tune yet"),
                self.tr("Compose, open or write a tune: here you see what of it is known."),
            )
        elif self._seen is None or self._seen[0] != view.text:
            if self._seen is None:
                self._show_state(
                    self.tr("Comparing…"), self.tr("The known tunes are read."), is_busy=True
                )
            work = partial(look_at, self._melodies, view.score, view.tune.title)
            self._job.run(work, partial(self._on_looked, view), self._on_failed)
        else:
            self._tell(self._seen[1])

    def _show_state(self, title: str, sentence: str, *, is_busy: bool = False) -> None:
        self._seen = None
        self.told.emit("")
        self.panel.show_state(title, sentence, is_busy=is_busy)
        self.changed.emit()

    def _on_looked(self, view: TuneView, look: NewnessLook) -> None:
        self._melodies = look.melodies
        if look.is_too_short:
            self._show_state(
                self.tr("Too short to tell"),
                self.tr("Two measures and eight notes are needed to compare a tune."),
            )
            return
        self._seen = view.text, look
        self.panel.show_look(look)
        self._tell(look)
        self.changed.emit()

    def _tell(self, look: NewnessLook) -> None:
        words = (look.verdict, *(row.words for row in look.rows[:1]))
        self.told.emit("\n".join(message(one.message_id, one.parameters) for one in words))

    def _on_failed(self, error: Exception) -> None:
        self._show_state(self.tr("The known tunes cannot be read"), error_sentence(error))

    def _on_row_chosen(self, _row: int) -> None:
        """Select the measures of a row, in text and score."""
        row, view = self.row, self._watch.view
        if row is not None and view is not None and self._seen and self._seen[0] == view.text:
            self._editor.select(row.place.moved(view.offset))
