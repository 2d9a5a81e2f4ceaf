"""Choosing among versions of some measures, each shown in the text, the score and the sound."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QObject, Signal

from abcstudio.errors import AbcStudioError, ModelFileError, RewritingError
from abcstudio.notation.spans import Span
from abcstudio.recipes.rewrite import RewriteRequest, Rewritten, rewrite
from abcstudio.ui.composer.desk.text_trial import TextTrial
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.linking.score_selection import ScoreSelection
from abcstudio.ui.composer.rewriting.filling_loop import FillingLoop
from abcstudio.ui.composer.rewriting.rewriting_aim import AimKind, RewritingAim
from abcstudio.ui.composer.rewriting.rewriting_options import RewritingOptions
from abcstudio.ui.composer.rewriting.versions import Versions
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Report


class RewritingSession(QObject):
    """Samples for one request at a time; what is stopped reports nothing more.

    Signals:
        come: Some are there already, more may come. Carries the best so far.
        found: Carries what was found, best first.
        failed: Carries the exception.
    """

    come = Signal(object)
    found = Signal(object)
    failed = Signal(object)

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._job = LatestJob(studio)

    @property
    def is_running(self) -> bool:
        """Whether an answer is awaited."""
        return self._job.is_running

    def start(self, request: RewriteRequest) -> None:
        """Sample in place of what was to be sampled before."""
        work = partial(_rewritten, request)
        self._job.run(work, self.found.emit, self.failed.emit, self.come.emit)

    def stop(self) -> None:
        """Stop at once."""
        self._job.cancel()


def _rewritten(request: RewriteRequest, report: Report) -> tuple[Rewritten, ...]:
    return rewrite(request, show=report)


class VersionWriter:
    """Writes one version in place of another; of the measures as they were nothing is left over."""

    def __init__(self, trial: TextTrial) -> None:
        self._trial = trial
        self._is_writing = False

    @property
    def is_writing(self) -> bool:
        """Whether a change of the text is one that it makes."""
        return self._is_writing

    def write(self, aim: RewritingAim, shown: Rewritten) -> bool:
        """Show a version; return whether it is done."""
        view = aim.view
        caret = view.offset + aim.meant.place.start
        with self._writing():
            return self._trial.show(Span(view.offset, view.end), shown.tune, caret)

    def take_back(self) -> None:
        """Show the measures as they were."""
        with self._writing():
            self._trial.take_back()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._is_writing = True
        try:
            yield
        finally:
            self._is_writing = False


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
        selection: ScoreSelection,
        trial: TextTrial,
        loop: FillingLoop,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._editor = desk.editor
        self._watch = desk.watch
        self._selection = selection
        self._trial = trial
        self._loop = loop
        self._studio = desk.studio
        self._session = RewritingSession(desk.studio, self)
        self._aim: RewritingAim | None = None
        self._key = 0
        self._is_heard = True
        self._writer = VersionWriter(trial)
        self._versions = Versions()
        self._session.come.connect(self._take)
        self._session.found.connect(self._on_found)
        self._session.failed.connect(self._on_failed)
        trial.ended.connect(self._on_trial_ended)
        desk.editor.text_edited.connect(self._on_text_edited)
        desk.watch.tune_changed.connect(self._on_tune_changed)

    @property
    def is_on(self) -> bool:
        """Whether versions are chosen among, or awaited."""
        return self._aim is not None

    @property
    def is_looking(self) -> bool:
        """Whether versions are awaited."""
        return self._session.is_running

    @property
    def aim(self) -> RewritingAim | None:
        """What is composed."""
        return self._aim

    @property
    def number(self) -> int:
        """Which version is shown, from 1; 0 for the measures as they were."""
        return self._versions.number

    @property
    def count(self) -> int:
        """How many versions there are so far."""
        return self._versions.count

    def rewrite(self, options: RewritingOptions, kind: AimKind = AimKind.MEASURES) -> None:
        """Have versions sampled of what is meant where the caret is, or more of those there are."""
        if self.is_looking:
            return
        if self._aim is None and not self._begin(kind, options):
            return
        self._sample(options)

    def add(self, options: RewritingOptions) -> None:
        """Let the tune go on with another number of measures, in place of the versions so far."""
        if self._aim is None:
            return
        self._session.stop()
        self._writer.take_back()
        self._loop.end(is_kept=False)
        self._light_nothing()
        self._aim, self._versions = self._aim.adding(options.added), Versions()
        self._sample(options)

    def _sample(self, options: RewritingOptions) -> None:
        aim, model = self._aim, self._studio.model
        if aim is None or model is None:
            self._fail(ModelFileError("model.none"))
            return
        self._is_heard = options.is_heard
        self._versions.begin()
        self._trial.write_as(model.name)
        self._session.start(aim.request(model.path, options, AT_ONCE))
        self.changed.emit()

    def step(self, by: int) -> None:
        """Show another version; beyond the last one stand chosen measures as they were."""
        if self._aim is not None and self.count:
            self._show(self._versions.step(by, skips_none=self._aim.is_new))

    def keep(self) -> None:
        """Let what is shown stay, as one step of undo.

        Only the caret goes there: what is selected in the text is replaced by the next key.
        """
        if not self.count:
            return
        if not self.number:
            self.drop()
            return
        start = self._shown_place().start
        self._trial.keep()
        self._end(is_kept=True)
        self._editor.select(Span(start, start))

    def stop(self) -> None:
        """Await no more; where there is no version yet, give up."""
        if self.count:
            self._session.stop()
            self.changed.emit()
        else:
            self.drop()

    def drop(self) -> None:
        """Give up what is awaited, and bring the measures back as they were."""
        if self.is_on:
            self._session.stop()
            self._writer.take_back()
            self._end(is_kept=False)

    def set_heard(self, is_heard: bool) -> None:
        """Play the versions from now on, or no longer."""
        self._is_heard = is_heard
        if not is_heard:
            self._loop.end(is_kept=False)
            return
        view = self._watch.settle() if self.count else None
        if view is not None and self._aim is not None and not self._loop.is_on:
            self._loop.start(view, self._aim.place_in(view.score), self._key)

    def _begin(self, kind: AimKind, options: RewritingOptions) -> bool:
        """Find out what is meant; return whether it is anything."""
        view = self._desk.view()
        if view is None:
            return False
        try:
            self._aim = RewritingAim.of(view, kind, self._desk.selection(view), options.added)
        except RewritingError as error:
            self.failed.emit(error)
            return False
        self._versions = Versions()
        self._key = self._editor.document_key
        return True

    def _on_found(self, found: tuple[Rewritten, ...]) -> None:
        self._take(found)
        if not self._versions.are_new:
            self._fail(None)

    def _take(self, found: tuple[Rewritten, ...]) -> None:
        """Take the best so far; the first one is shown at once."""
        is_first = not self._versions.are_new
        self._versions.take(found, AT_ONCE)
        if is_first and self._versions.are_new:
            self._show(self._versions.first_new())
        else:
            self.changed.emit()

    def _on_failed(self, error: AbcStudioError) -> None:
        self._fail(error)

    def _fail(self, error: AbcStudioError | None) -> None:
        if not self.count:
            self._end(is_kept=False)
        self.failed.emit(error)

    def _show(self, number: int) -> None:
        aim = self._aim
        if aim is None:
            return
        view, begins_to_sound = aim.view, self._is_heard and not self._loop.is_on
        if begins_to_sound:
            self._loop.prepare(view, aim.meant.place, self._key)
        self._versions.show(number)
        shown = self._versions.shown
        if shown is None:
            self._writer.take_back()
        elif not self._writer.write(aim, shown):
            self.drop()
            return
        now = self._watch.settle()
        if now is not None:
            self._light(aim, now)
            if begins_to_sound:
                self._loop.begin(now, aim.place_in(now.score))
        self.changed.emit()

    def _light(self, aim: RewritingAim, now: TuneView) -> None:
        """Light what has changed in score and text."""
        changed = aim.changed_in(now.score)
        self._selection.hold(changed, is_tried=self._versions.shown is not None)
        self._editor.marks.set_tried([one.moved(now.offset) for one in changed])

    def _light_nothing(self) -> None:
        self._editor.marks.set_tried(())
        self._selection.hold(())

    def _shown_place(self) -> Span:
        """Return where what is composed stands in the document now."""
        view = self._watch.settle()
        if self._aim is None or view is None:
            return Span(self._editor.caret(), self._editor.caret())
        return self._aim.place_in(view.score).moved(view.offset)

    def _end(self, *, is_kept: bool) -> None:
        self._aim, self._versions = None, Versions()
        self._session.stop()
        self._light_nothing()
        self._loop.end(is_kept=is_kept)
        self.changed.emit()

    def _on_trial_ended(self) -> None:
        self._end(is_kept=True)

    def _on_text_edited(self) -> None:
        """Give up what is awaited, or chosen among, for a text that is another one by now."""
        if self.is_on and not self._trial.is_on and not self._writer.is_writing:
            self._end(is_kept=self.count > 0)

    def _on_tune_changed(self, view: TuneView | None) -> None:
        """Keep what is shown when the person goes to another tune."""
        if self._aim is None:
            return
        is_same = view is not None and view.offset == self._aim.view.offset
        if is_same and self._editor.document_key == self._key:
            return
        self._trial.keep()
        self._end(is_kept=self.count > 0)
