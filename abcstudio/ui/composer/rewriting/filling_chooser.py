"""Choosing among versions of some measures, each shown in the text, the score and the sound."""

from PySide6.QtCore import QObject, Signal

from abcstudio.composing.rewriting.measures_meant import MeantMeasures, measures_at
from abcstudio.errors import AbcStudioError, ModelFileError, RewritingError
from abcstudio.learning.sampling.sampling_config import SamplingConfig, new_rng_seed
from abcstudio.notation.spans import Span
from abcstudio.recipes.rewriting.rewrite import RewriteRequest, Rewritten
from abcstudio.ui.composer.desk.text_trial import TextTrial
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView, TuneWatch
from abcstudio.ui.composer.linking.score_selection import ScoreSelection
from abcstudio.ui.composer.rewriting.filling_loop import FillingLoop
from abcstudio.ui.composer.rewriting.rewriting_options import RewritingOptions
from abcstudio.ui.composer.rewriting.rewriting_session import RewritingSession
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.services.studio import Studio

AT_ONCE = 8
"""How many versions are sampled at once."""


class FillingChooser(QObject):
    """Has versions of the chosen measures sampled, and shows one after the other.

    The first one is shown as soon as it is there. What is shown stays when the person types.

    Signals:
        changed: Another version is shown, more are awaited, or the choosing has begun or ended.
        failed: There are no versions. Carries the exception, None where none was found.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        desk: TuneDesk,
        editor: AbcEditor,
        watch: TuneWatch,
        selection: ScoreSelection,
        trial: TextTrial,
        loop: FillingLoop,
        studio: Studio,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._editor = editor
        self._watch = watch
        self._selection = selection
        self._trial = trial
        self._loop = loop
        self._studio = studio
        self._session = RewritingSession(studio, self)
        self._view: TuneView | None = None
        self._key = 0
        self._chosen = MeantMeasures(0, 0, Span(0, 0))
        self._is_heard = True
        self._fillings: list[Rewritten] = []
        self._number = 0
        self._session.found.connect(self._on_found)
        self._session.failed.connect(self._on_failed)
        trial.ended.connect(self._on_trial_ended)
        editor.text_edited.connect(self._on_text_edited)
        watch.tune_changed.connect(self._on_tune_changed)

    @property
    def is_on(self) -> bool:
        """Whether versions are chosen among, or awaited."""
        return self._view is not None

    @property
    def is_looking(self) -> bool:
        """Whether versions are awaited."""
        return self._session.is_running

    @property
    def measures(self) -> tuple[int, int]:
        """The numbers of the first and the last measure."""
        return self._chosen.first, self._chosen.last

    @property
    def number(self) -> int:
        """Which version is shown, from 1; 0 for the measures as they were."""
        return self._number

    @property
    def count(self) -> int:
        """How many versions there are so far."""
        return len(self._fillings)

    def rewrite(self, options: RewritingOptions) -> None:
        """Have versions sampled, or more of them; of what is selected, or the caret's measure."""
        if self.is_looking:
            return
        if self._view is None and not self._begin():
            return
        view, model = self._view, self._studio.model
        if view is None or model is None:
            self._fail(ModelFileError("model.none"))
            return
        self._is_heard = options.is_heard
        header = view.tune.file_header
        request = RewriteRequest(
            model=model.path,
            text=f"{header}\n\n{view.text}" if header else view.text,
            first=self._chosen.first,
            last=self._chosen.last,
            takes=AT_ONCE,
            keeps_rhythm=options.keeps_rhythm,
            keeps_contour=options.keeps_contour,
            keeps_ends=options.keeps_ends,
            sampling=SamplingConfig(temperature=options.temperature, rng_seed=new_rng_seed()),
        )
        self._session.start(request)
        self.changed.emit()

    def step(self, by: int) -> None:
        """Show another version; beyond the last one stand the measures as they were."""
        if self._fillings:
            self._show((self._number + by) % (self.count + 1))

    def keep(self) -> None:
        """Let what is shown stay, as one step of undo."""
        if not self._fillings:
            return
        if not self._number:
            self.drop()
            return
        shown = self._shown_place()
        self._trial.keep()
        self._end(is_kept=True)
        self._editor.select(shown)

    def drop(self) -> None:
        """Give up what is awaited, and bring the measures back as they were."""
        if self.is_on:
            self._session.stop()
            self._trial.take_back()
            self._end(is_kept=False)

    def set_heard(self, is_heard: bool) -> None:
        """Play the versions from now on, or no longer."""
        self._is_heard = is_heard
        if not is_heard:
            self._loop.end(is_kept=False)
            return
        view = self._watch.settle() if self._trial.is_on else None
        if view is not None and not self._loop.is_on:
            self._loop.prepare(view, self._place_in_tune(), self._key)
            self._loop.begin(view, self._place_in_tune())

    def close(self) -> None:
        """Stop sampling for good."""
        self._session.close()

    def _begin(self) -> bool:
        """Find out what is meant; return whether it is anything."""
        view = self._desk.view()
        if view is None:
            return False
        try:
            self._chosen = measures_at(view.score, self._desk.selection(view))
        except RewritingError as error:
            self.failed.emit(error)
            return False
        self._view, self._fillings, self._number = view, [], 0
        self._key = self._editor.document_key
        return True

    def _on_found(self, found: tuple[Rewritten, ...]) -> None:
        known = {one.tune for one in self._fillings}
        new = [one for one in found if one.tune not in known]
        if not new:
            self._fail(None)
            return
        first = self.count + 1
        self._fillings += new
        self._show(first)

    def _on_failed(self, error: AbcStudioError) -> None:
        self._fail(error)

    def _fail(self, error: AbcStudioError | None) -> None:
        if not self._fillings:
            self._end(is_kept=False)
        self.failed.emit(error)

    def _show(self, number: int) -> None:
        view = self._view
        if view is None:
            return
        begins_to_sound = self._is_heard and not self._loop.is_on
        if begins_to_sound:
            self._loop.prepare(view, self._chosen.place, self._key)
        self._number = number
        text = self._fillings[number - 1].tune if number else view.text
        caret = view.offset + self._chosen.place.start
        if not self._trial.show(Span(view.offset, view.end), text, caret):
            self.drop()
            return
        self._editor.marks.set_tried([self._shown_place()])
        self._selection.hold(self._place_in_tune())
        now = self._watch.settle()
        if begins_to_sound and now is not None:
            self._loop.begin(now, self._place_in_tune())
        self.changed.emit()

    def _shown_place(self) -> Span:
        """Return where the measures stand in the document now."""
        view, place = self._view, self._chosen.place
        assert view is not None
        behind = len(view.text) - place.end
        return Span(view.offset + place.start, self._trial.shown.end - behind)

    def _place_in_tune(self) -> Span:
        """Return where they stand in the tune now."""
        return Span(self._chosen.place.start, self._shown_place().end - self._trial.shown.start)

    def _end(self, *, is_kept: bool) -> None:
        self._view, self._fillings, self._number = None, [], 0
        self._session.stop()
        self._editor.marks.set_tried(())
        self._selection.hold(None)
        self._loop.end(is_kept=is_kept)
        self.changed.emit()

    def _on_trial_ended(self) -> None:
        self._end(is_kept=True)

    def _on_text_edited(self) -> None:
        """Give up what is awaited for a text that is another one by now."""
        if self.is_on and not self._trial.is_on and not self._fillings:
            self._end(is_kept=False)

    def _on_tune_changed(self, view: TuneView | None) -> None:
        """Keep what is shown when the person goes to another tune."""
        if self._view is None:
            return
        is_same = view is not None and view.offset == self._view.offset
        if is_same and self._editor.document_key == self._key:
            return
        self._trial.keep()
        self._end(is_kept=self.count > 0)
