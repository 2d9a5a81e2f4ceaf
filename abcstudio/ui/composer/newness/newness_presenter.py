"""Keeps the panel that says how new the tune is in step with it while it is in sight."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.linking.score_link import ScoreLink
from abcstudio.ui.composer.newness.known_score import KnownScore
from abcstudio.ui.composer.newness.newness_look import NewnessLook, NewnessRow, look_at
from abcstudio.ui.composer.newness.newness_panel import NewnessPanel
from abcstudio.ui.score.editable_score import EditableScore
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.words.translation import error_sentence, message
from abcstudio.workers.job import plain_work

PAUSE_MS = 300


class NewnessPresenter(QObject):
    """Compares the tune at the caret with the known tunes, a moment after each change.

    A take is compared also while the panel is out of sight, for its details.

    Signals:
        changed: Another row is chosen, or other rows are listed.
        told: It is known how new the tune is. Carries that in words, "" while it is not known.
        selection_play_requested: The measures that were just selected are to be heard.
    """

    changed = Signal()
    told = Signal(str)
    selection_play_requested = Signal()

    def __init__(
        self,
        desk: TuneDesk,
        link: ScoreLink,
        score: EditableScore,
        known: KnownScore,
        panel: NewnessPanel,
    ) -> None:
        super().__init__(panel)
        self._documents = desk.documents
        self._editor = desk.editor
        self._watch = desk.watch
        self._link = link
        self._score = score
        self._known = known
        self._studio = desk.studio
        self.panel = panel
        self._job = LatestJob(desk.studio)
        self._seen: tuple[str, NewnessLook] | None = None
        # Once, when the panel has been opened: later the score stays where the person has it.
        self._comes_into_sight = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._begin)
        panel.shown_changed.connect(self._on_shown_changed)
        panel.row_chosen.connect(self._on_row_chosen)
        panel.play_requested.connect(self.play)
        panel.own_play_requested.connect(self.play_own)
        panel.view.selectionModel().currentChanged.connect(self.changed)
        self.changed.connect(self._show_scores)
        link.score_shown.connect(self._mark_own)
        desk.watch.tune_changed.connect(self._on_tune_changed)

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
            self._known.play(row)

    def play_own(self) -> None:
        """Select the chosen measures and play them as they stand in the open tune."""
        if self._select():
            self.selection_play_requested.emit()

    def step(self) -> None:
        """Go to the next shared run, after the last one to the first, and select its measures."""
        count = len(self.panel.rows)
        if count:
            self.panel.go_to((self.panel.row + 1) % count)
            self._select()

    def open_known(self) -> None:
        """Open the known tune of the chosen row."""
        row = self.row
        if row is not None:
            self._studio.known_tune_requested.emit(row.known.standalone_text, row.known.title)

    def _on_shown_changed(self, is_shown: bool) -> None:
        self._comes_into_sight = is_shown
        if is_shown:
            self._begin()
        elif not self._is_take:
            self._timer.stop()
            self._job.cancel()
        self._mark_own()

    @property
    def _is_take(self) -> bool:
        document = self._documents.current
        return document.is_take and not document.is_composing

    def _on_tune_changed(self, view: TuneView | None) -> None:
        if view is None or self._seen is None or self._seen[0] != view.text:
            self.told.emit("")
        if self.panel.isVisible() or self._is_take:
            self._timer.start()
        self._mark_own()

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
            work = plain_work(look_at, view.score, view.tune.title)
            self._job.run(work, partial(self._on_looked, view), self._on_failed)
        else:
            self._tell(self._seen[1])

    def _show_state(self, title: str, sentence: str, *, is_busy: bool = False) -> None:
        self._seen = None
        self.told.emit("")
        self.panel.show_state(title, sentence, is_busy=is_busy)
        self.changed.emit()

    def _on_looked(self, view: TuneView, look: NewnessLook) -> None:
        if look.is_too_short:
            self._show_state(
                self.tr("Too short to tell"),
                self.tr("Two measures and eight notes are needed to compare a tune."),
            )
            return
        before = self.row
        self._seen = view.text, look
        self.panel.show_look(look)
        if look.rows:
            self.panel.go_to(_same_row(before, look.rows))
        self._tell(look)
        self.changed.emit()

    def _tell(self, look: NewnessLook) -> None:
        words = (look.verdict, *(row.words for row in look.rows[:1]))
        self.told.emit("\n".join(message(one.message_id, one.parameters) for one in words))

    def _on_failed(self, error: Exception) -> None:
        self._show_state(self.tr("The known tunes cannot be read"), error_sentence(error))

    def _on_row_chosen(self, _row: int) -> None:
        self._select()

    def _select(self) -> bool:
        """Select the measures of the row, in text and score; return whether that can be."""
        row, view = self.row, self._watch.view
        if row is None or view is None or not self._is_seen(view):
            return False
        self._editor.select(row.place.moved(view.offset))
        return True

    def _is_seen(self, view: TuneView) -> bool:
        return self._seen is not None and self._seen[0] == view.text

    def _show_scores(self) -> None:
        """Mark the measures of the row in both scores."""
        self._known.show_row(self.row)
        self._mark_own()

    def _mark_own(self) -> None:
        row, view = self.row, self._link.drawn_view()
        is_shown = self.panel.isVisible() and view is not None and self._is_seen(view)
        notes = row.notes if row is not None and is_shown else ()
        self._score.set_shared(notes, is_shown=self._comes_into_sight)
        if notes:
            self._comes_into_sight = False


def _same_row(row: NewnessRow | None, rows: Sequence[NewnessRow]) -> int:
    """Return which row is about the same measures of the same known tune; else the first."""
    found = ((each.known, each.known_notes) for each in rows)
    known = (row.known, row.known_notes) if row is not None else None
    return next((place for place, each in enumerate(found) if each == known), 0)
