"""Counting what is in the tunes of the datasets page, once somebody looks at what was counted."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.tunes import count_tunes


class TuneCounting(QObject):
    """Counts in the background, and not at the start: thousands of tunes take a quarter second.

    Signals:
        counted: Carries the `TunesCounted` of the tunes that were set last.
    """

    counted = Signal(object)

    def __init__(self, studio: Studio, views: Sequence[QWidget], parent: QObject) -> None:
        """Count as soon as one of the views is seen."""
        super().__init__(parent)
        self._views = tuple(views)
        self._uncounted: tuple[Tune, ...] | None = None
        self._job = LatestJob(studio)
        for view in self._views:
            view.installEventFilter(self)

    def set_tunes(self, tunes: tuple[Tune, ...]) -> None:
        """Take other tunes; what was begun for those before is given up."""
        self.cancel()
        self._uncounted = tunes
        if any(view.isVisible() for view in self._views):
            self._count()

    def cancel(self) -> None:
        """Give up what is counted, and count nothing before there are other tunes."""
        self._uncounted = None
        self._job.cancel()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._count()
        return super().eventFilter(watched, event)

    def _count(self) -> None:
        tunes, self._uncounted = self._uncounted, None
        if tunes is not None:
            self._job.run(partial(count_tunes, tunes), self.counted.emit)
