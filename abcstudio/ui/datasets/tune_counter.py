"""Counting the tunes of the datasets page, only while their figures are visible."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.ui.datasets.lab_view import LabView
from abcstudio.ui.datasets.statistics_view import StatisticsView
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.tunes import TunesCounted, TunesRead, count_tunes


class TuneCounter(QObject):
    """Counts in the background, and not at the start: thousands of tunes take a quarter second.

    Signals:
        counted: Carries the `TunesCounted` of the tunes that were read last.
    """

    counted = Signal(object)

    def __init__(
        self, sources: TuneSources, statistics: StatisticsView, lab: LabView, studio: Studio
    ) -> None:
        """Count as soon as one of the views is seen."""
        super().__init__(sources)
        self._statistics = statistics
        self._lab = lab
        self._views = statistics, lab
        self._uncounted: tuple[Tune, ...] | None = None
        self._job = LatestJob(studio)
        for view in self._views:
            view.installEventFilter(self)
        sources.started.connect(self.cancel)
        sources.finished.connect(self._on_read)

    def cancel(self) -> None:
        """Give up what is counted, and count nothing before there are other tunes."""
        self._uncounted = None
        self._job.cancel()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._count()
        return super().eventFilter(watched, event)

    def _on_read(self, read: TunesRead) -> None:
        self._uncounted = read.tunes
        if any(view.isVisible() for view in self._views):
            self._count()

    def _count(self) -> None:
        tunes, self._uncounted = self._uncounted, None
        if tunes is not None:
            self._job.run(partial(count_tunes, tunes), self._on_counted)

    def _on_counted(self, counted: TunesCounted) -> None:
        self._statistics.show_statistics(counted.statistics)
        found = counted.statistics
        self._lab.set_text(counted.text, Vocabulary(found.vocabulary), found.distinct_written)
        self.counted.emit(counted)
