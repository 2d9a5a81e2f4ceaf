"""Keeps the score the one of the tune in the text: drawn, marked where doubtful, sounding."""

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.tune import Tune
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.notation.diagnostics import Severity
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.linking.score_selection import ScoreSelection
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import DocumentTune
from abcstudio.ui.score.editable_score import EditableScore
from abcstudio.ui.score.engraving_controller import EngravingController
from abcstudio.ui.score.score_marks import ScoreProblem
from abcstudio.ui.words.translation import error_sentence, message

_SHOWN = (Severity.ERROR, Severity.WARNING)


class ScoreLink(QObject):
    """Draws the tune of the watch and shows in it what is doubtful and what sounds.

    Signals:
        score_shown: The score shows the newest text.
        play_requested: A note was double-clicked. Carries its place in the document.
    """

    score_shown = Signal()
    play_requested = Signal(int)

    def __init__(
        self,
        score: EditableScore,
        desk: TuneDesk,
        playback: PlaybackController,
        engraver: Engraver,
    ) -> None:
        super().__init__(score)
        self._score = score
        self._documents = desk.documents
        self._editor = desk.editor
        self._watch = desk.watch
        self._playback = playback
        self.engraving = EngravingController(engraver, self)
        self._drawn_text: str | None = None
        self._is_composing = False
        self._ahead: TuneSource | None = None
        self._wanted = self._shown = DocumentTune(0, 0)
        self.selection = ScoreSelection(score, desk.editor, self.drawn_view)
        self.score_shown.connect(self.selection.show_again)
        score.note_double_clicked.connect(self._on_note_double_clicked)
        score.loop_end_dragged.connect(playback.chosen_loop.move_end)
        score.width_changed.connect(self.engraving.set_score_width)
        playback.sounding.changed.connect(self._on_sounding_changed)
        playback.follow_requested.connect(score.follow_again)
        playback.chosen_loop.changed.connect(self._show_loop)
        playback.tempo.duration_changed.connect(self._show_loop)
        desk.watch.tune_edited.connect(self._draw_ahead)
        desk.watch.tune_changed.connect(self._on_tune_changed)
        self.engraving.score_ready.connect(self._on_score_ready)
        self.engraving.failed.connect(self._on_engraving_failed)

    def _on_tune_changed(self, view: TuneView | None) -> None:
        document = self._documents.current
        if view is not None:
            self._show_tune(view, document.key, is_composing=document.is_composing)
        else:
            self._show_sentence(self._why_no_tune(is_composing=document.is_composing))

    def _why_no_tune(self, *, is_composing: bool) -> str:
        if is_composing:
            return self.tr("The network is getting ready…")
        if self._watch.is_reading:
            return self.tr("This large tune is being read…")
        return self.tr("Press Compose, open a file, or type ABC below")

    def _show_tune(self, view: TuneView, document_key: int, *, is_composing: bool) -> None:
        """Have a tune drawn; the last score stands until the new one is there.

        Nothing is doubtful yet in one that is being composed.
        """
        was_composing, self._is_composing = self._is_composing, is_composing
        if was_composing and not is_composing and self._drawn_text == view.text:
            self._score.set_problems(self._problems(view))
        wanted = DocumentTune(document_key, view.tune.number)
        if wanted != self._wanted:
            self._wanted = wanted
            self._drawn_text = None
            # The score that stands until the new one is there belongs to another tune.
            self._score.highlight(())
            self._score.set_loop(())
        source = TuneSource(view.text, view.tune.file_header)
        if source != self._ahead:
            self.engraving.engrave(source)
        self._ahead = None

    def show_from_top(self) -> None:
        """Show the tune from its title on, now and when it has been drawn anew."""
        self._shown = DocumentTune(0, 0)
        bar = self._score.verticalScrollBar()
        bar.setValue(bar.minimum())

    def _show_sentence(self, sentence: str) -> None:
        """Say why there is no score."""
        self._drawn_text = None
        self._score.set_score(None)
        self._score.set_message(sentence)

    def drawn_view(self) -> TuneView | None:
        """Return the tune when the score shows it just as the text says it."""
        view = self._watch.view
        return view if view is not None and view.text == self._drawn_text else None

    def _draw_ahead(self, tune: Tune) -> None:
        """Have a changed tune drawn in the other process while the editor paints it here."""
        self._ahead = TuneSource(tune.text, tune.file_header)
        self.engraving.engrave(self._ahead)

    def _on_note_double_clicked(self, offset: int) -> None:
        view = self.drawn_view()
        if view is not None:
            self.play_requested.emit(view.offset + offset)

    def _on_score_ready(self, engraved: EngravedScore, text: str) -> None:
        is_ahead = self._ahead is not None and self._ahead.text == text
        view = self._watch.settle() if is_ahead else self._watch.view
        if view is None or view.text != text:
            return
        self._drawn_text = text
        self._score.set_score(engraved)
        self._score.set_problems(self._problems(view))
        self._show_loop()
        if self._shown != self._wanted:
            self._shown = self._wanted
            bar = self._score.verticalScrollBar()
            bar.setValue(bar.minimum())
        self.score_shown.emit()

    def _show_loop(self) -> None:
        is_played = self._is_played(self.drawn_view())
        self._score.set_loop(self._playback.chosen_loop.notes if is_played else ())

    def _is_played(self, view: TuneView | None) -> bool:
        """Return whether the player has this tune as it stands, not one of the same text."""
        is_this = view is not None and view.text == self._playback.text
        return is_this and self._playback.is_about(self._wanted)

    def _problems(self, view: TuneView) -> tuple[ScoreProblem, ...]:
        """Return what is doubtful, with the notes of the score that it is about."""
        found = [item for item in view.score.diagnostics if item.severity in _SHOWN]
        if self._is_composing or not found:
            return ()
        places = self.selection.places_of(view)
        problems = []
        for item in found:
            offsets = places.concerned(item.span)
            if offsets:
                sentence = message(f"notation.{item.code}", item.parameters)
                problems.append(ScoreProblem(offsets, item.severity, sentence))
        return tuple(problems)

    def _on_engraving_failed(self, error: Exception) -> None:
        if self._drawn_text is None:
            self._show_sentence(error_sentence(error))
        else:
            self._score.set_stale(
                self.tr("This is the score as it was. {0}").format(error_sentence(error))
            )

    def _on_sounding_changed(self, offsets: frozenset[int]) -> None:
        view = self._watch.view
        is_heard = self._is_played(view) and self._score.isVisible()
        self._score.highlight(offsets if is_heard else ())
        self._editor.marks.set_sounding(view.places(offsets) if view and is_heard else ())
