"""Keeps the corpus in step with the source, the filter and the steps."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.preparation.preparation import Preparation
from abcstudio.corpus.preparation.preparer import Preparer, StepProgress
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.recipes.preparing.prepared_corpus import PreparedCorpus, prepared_corpus
from abcstudio.ui.datasets.preparing.prepare_view import PrepareView
from abcstudio.ui.datasets.tune_browser import TuneBrowser
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.corpus_choice import CorpusChoice, PreparedChoice
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
        # Of steps that were opened; else the filter of the table holds.
        self._asked: TuneFilter | None = None
        self._corpus: PreparedCorpus | None = None
        self._preparer = Preparer()
        self._job = LatestJob(studio)
        view.form.steps_changed.connect(self._on_steps_changed)
        view.cancel.clicked.connect(self.cancel)
        browser.filter_bar.filter_changed.connect(self._on_filter_changed)
        browser.table.tunes_selected.connect(self._on_tunes)

    @property
    def corpus(self) -> PreparedCorpus | None:
        """The corpus of the steps, None while it is made."""
        return self._corpus

    @property
    def steps(self) -> Preparation:
        """The steps with the source and the filter of the page."""
        source = "" if self._sources.is_bundled else str(self._sources.current)
        asked = self._asked
        if asked is None:
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

    def take(self, steps: Preparation) -> None:
        """Take steps from a file; their source is read, their filter set."""
        self._view.form.set_steps(steps)
        self._asked = steps.asked
        named = {**self._studio.settings.source_encodings, **dict(steps.encodings)}
        if named != self._studio.settings.source_encodings:
            self._studio.update_settings(source_encodings=named)
            self._sources.read_again()
        source = Path(steps.source) if steps.source else None
        if source is not None and source != self._sources.current:
            self._sources.add(source)
        elif source is None and not self._sources.is_bundled:
            self._sources.show_bundled()
        self._on_steps_changed()

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
        name = choice.name(self._sources.name, len(made.training))
        self._studio.train_on(made.training, name, choice)

    def close(self) -> None:
        """Stop what it has running."""
        self._job.close()

    def _on_tunes(self) -> None:
        if self._browser.table.tunes is not self._tunes:
            self._tunes = self._browser.table.tunes
            self._on_steps_changed()

    def _on_filter_changed(self) -> None:
        self._asked = None
        self._on_steps_changed()

    def _on_steps_changed(self) -> None:
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
        work = partial(prepared_corpus, self._tunes, self.steps, self._preparer)
        self._job.run(work, self._on_made, self._on_failed, self._on_progress)

    def _on_progress(self, progress: StepProgress) -> None:
        self._view.show_progress(progress.done, progress.tunes)

    def _on_made(self, corpus: PreparedCorpus) -> None:
        self._corpus = corpus
        self._view.show_corpus(corpus)
        self.made.emit()

    def _on_failed(self, error: Exception) -> None:
        self._view.show_words(error_sentence(error))
