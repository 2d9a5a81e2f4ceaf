"""Keeps the corpus in step with the source, the filter and the steps."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.preparation.preparation import Preparation
from abcstudio.corpus.preparation.preparer import Preparer
from abcstudio.corpus.preparation.selection import KeptMarks, marks_for
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.recipes.preparing.prepared_corpus import PreparedCorpus, prepared_corpus
from abcstudio.ui.datasets.preparing.prepare_view import PrepareView
from abcstudio.ui.datasets.tune_browser import TuneBrowser
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.corpus_choice import CorpusChoice, PreparedChoice, name_to_learn_from
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence


class PreparePresenter(QObject):
    """Makes the corpus in the background while its view is in sight.

    Signals:
        made: There is a corpus, or none any more.
    """

    made = Signal()

    def __init__(
        self, view: PrepareView, browser: TuneBrowser, sources: TuneSources, studio: Studio
    ) -> None:
        super().__init__(view)
        self._view = view
        self._browser = browser
        self._sources = sources
        self._studio = studio
        self._tunes: tuple[Tune, ...] = ()
        # Steps that were opened: their marks hold until others are given, or another filter.
        self._taken: Preparation | None = None
        self._corpus: PreparedCorpus | None = None
        self._begun: Preparation | None = None
        self._preparer = Preparer()
        self._job = LatestJob(studio)
        view.form.steps_changed.connect(self._on_steps_changed)
        view.cancel.clicked.connect(self.cancel)
        browser.filter_bar.filter_changed.connect(self._on_filter_changed)
        browser.table.tunes_selected.connect(self._on_tunes)
        browser.table.marked.connect(self._on_marked)

    @property
    def corpus(self) -> PreparedCorpus | None:
        """The corpus of the steps, None while it is made."""
        return self._corpus

    @property
    def steps(self) -> Preparation:
        """The steps with the source, the filter and the marks of the page."""
        source = "" if self._sources.is_bundled else str(self._sources.current)
        asked = self._browser.filter_bar.filter()
        parts = self._sources.parts
        paths = {str(self._sources.current), *(part.path for part in parts)}
        named = self._studio.settings.source_encodings.items()
        return replace(
            self._view.form.steps,
            source=source,
            parts=parts,
            encodings=tuple(sorted((path, codec) for path, codec in named if path in paths)),
            asked=asked,
            marks=self._marks(source, asked),
        )

    @property
    def is_busy(self) -> bool:
        """Whether a corpus is made."""
        return self._job.is_running

    def come_into_sight(self) -> None:
        """Make the corpus, unless there is one of these steps and tunes."""
        self._tunes = self._browser.table.tunes
        if self._corpus is None or self._corpus.steps != self.steps:
            self._prepare()

    def cancel(self) -> None:
        """Give up making the corpus."""
        self._job.cancel()
        self._view.form.show_waiting()
        self._view.show_words(self.tr("Cancelled. Change a step to begin again."))
        self.made.emit()

    def take(self, steps: Preparation) -> Callable[[], None]:
        """Take steps from a file; their source is read, their filter set.

        Returns:
            What takes the steps of before.
        """
        named = self._studio.settings.source_encodings
        back = partial(self._set, self.steps, named)
        self._set(steps, {**named, **dict(steps.encodings)})
        return back

    def train(self) -> None:
        """Take the corpus to the page of training."""
        corpus = self._corpus
        if corpus is None or not corpus.training:
            return
        made = corpus.tunes
        choice = CorpusChoice(
            source=corpus.steps.source,
            total=len(self._tunes),
            asked=corpus.steps.asked,
            prepared=PreparedChoice(corpus.steps, made.held_out),
        )
        source_name = name_to_learn_from(self._sources.current, corpus.steps.parts)
        name = choice.name(source_name, len(made.training))
        self._studio.train_on(made.training, name, choice)

    def _set(self, steps: Preparation, encodings: Mapping[str, str]) -> None:
        self._view.form.set_steps(steps)
        self._browser.filter_bar.ask(steps.asked)
        self._taken = steps
        if encodings != self._studio.settings.source_encodings:
            self._studio.update_settings(source_encodings=encodings)
            self._sources.read_again()
        source = Path(steps.source) if steps.source else None
        if source is not None and source != self._sources.current:
            self._sources.add(source)
        elif source is None and not self._sources.is_bundled:
            self._sources.show_bundled()
        self._on_steps_changed()

    def _marks(self, source: str, asked: TuneFilter) -> KeptMarks:
        if self._taken is not None and self._taken.source == source:
            return self._taken.marks
        return marks_for(asked, self._browser.marks)

    def _on_tunes(self) -> None:
        if self._browser.table.tunes is not self._tunes:
            self._tunes = self._browser.table.tunes
            self._on_steps_changed()

    def _on_filter_changed(self) -> None:
        self._taken = None
        self._on_steps_changed()

    def _on_marked(self) -> None:
        self._taken = None
        # Stars matter only where the filter asks for them.
        if self._begun is not None and self._begun != self.steps:
            self._on_steps_changed()

    def _on_steps_changed(self) -> None:
        # What is being made now is of other steps or tunes.
        self._job.cancel()
        self._corpus = None
        self.made.emit()
        if self._view.isVisible():
            self._prepare()

    def _prepare(self) -> None:
        self._corpus = None
        if not self._tunes:
            self._view.show_nothing()
            return
        self._view.form.show_waiting()
        self._begun = self.steps
        work = partial(prepared_corpus, self._tunes, self._begun, self._preparer)
        self._job.run(work, self._on_made, self._on_failed, self._view.show_progress)

    def _on_made(self, corpus: PreparedCorpus) -> None:
        self._corpus = corpus
        self._view.show_corpus(corpus)
        self.made.emit()

    def _on_failed(self, error: Exception) -> None:
        self._view.show_words(error_sentence(error))
