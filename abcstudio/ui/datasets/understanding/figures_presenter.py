"""Counts the tunes that the filter shows, only while their figures are visible."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from typing_extensions import override

from abcstudio.corpus.browsing.query import MELODIES
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.figures.corpus_figures import CorpusFigures
from abcstudio.corpus.figures.following import figures_following, masks_of
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.recipes.figures.counting import CountProgress, count_corpus
from abcstudio.ui.datasets.tune_browser import TuneBrowser
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.datasets.understanding.figures_view import FiguresView
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import plain_work
from abcstudio.workers.tunes import TunesRead

if TYPE_CHECKING:
    from abcstudio.corpus.figures.figure_table import FigureTable


class FiguresPresenter(QObject):
    """Counts in the background: the corpus once, then the shown tunes after each change.

    What a melody tells, its range and its form, is also what the filter can ask for; so the corpus
    is counted when the filter asks for that, too.

    Signals:
        counted: The figures of the tunes that are shown have come.
    """

    counted = Signal()

    def __init__(
        self, sources: TuneSources, browser: TuneBrowser, view: FiguresView, studio: Studio
    ) -> None:
        """Count as soon as the view is seen."""
        super().__init__(sources)
        self._browser, self._view = browser, view
        self._index: TuneIndex | None = None
        self._table: FigureTable | None = None
        # The table without what the melodies tell, while these are read.
        self._early: FigureTable | None = None
        self._figures: CorpusFigures | None = None
        self._building, self._counting = LatestJob(studio), LatestJob(studio)
        view.installEventFilter(self)
        view.term_toggled.connect(browser.filter_bar.toggle)
        browser.filter_bar.filter_changed.connect(self._on_filter_changed)
        sources.started.connect(self.cancel)
        sources.finished.connect(self._on_read)

    @property
    def figures(self) -> CorpusFigures | None:
        """Those that are shown, None before there are any."""
        return self._figures

    def cancel(self) -> None:
        """Give up what is counted, and count nothing before there are other tunes."""
        self._building.cancel()
        self._counting.cancel()
        self._index = self._table = self._early = self._figures = None
        self._view.end_reading()
        self.counted.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._count()
        return super().eventFilter(watched, event)

    def _on_read(self, read: TunesRead) -> None:
        self._index = read.index
        self._count()

    def _on_filter_changed(self, _asked: TuneFilter) -> None:
        self._count()

    def _count(self) -> None:
        asked = self._browser.filter_bar.filter()
        if self._index is None or (not self._view.isVisible() and asked.is_of_headers):
            return
        if self._table is not None:
            masks = masks_of(self._index, asked.terms)
            self._counting.run(plain_work(figures_following, self._table, masks), self._on_counted)
            return
        if not self._building.is_running:
            self._view.show_counting()
            work = partial(count_corpus, self._index.tunes)
            self._building.run(work, self._on_built, on_progressed=self._on_progress)
        if self._early is not None and not any(term.column in MELODIES for term in asked.terms):
            masks = masks_of(self._index, asked.terms)
            self._counting.run(
                plain_work(figures_following, self._early, masks), self._show_figures
            )

    def _on_progress(self, progress: CountProgress) -> None:
        """Show what needs no melodies while these are read."""
        self._view.show_reading(progress.done, progress.tunes)
        if self._early is None:
            self._early = progress.table
            self._count()

    def _on_built(self, table: "FigureTable") -> None:
        if self._index is None:
            return
        self._view.end_reading()
        self._table, self._early = table, None
        self._index.add_columns(table)
        asked = self._browser.filter_bar.filter()
        if not asked.is_of_headers:
            self._browser.table.set_filter(asked)
        self._count()

    def _on_counted(self, figures: CorpusFigures) -> None:
        self._figures = figures
        self._show_figures(figures)
        self.counted.emit()

    def _show_figures(self, figures: CorpusFigures) -> None:
        asked = self._browser.filter_bar.filter().terms
        self._view.show_figures(figures, [term.text for term in asked])
