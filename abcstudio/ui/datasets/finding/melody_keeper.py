"""The melodies of the page's source: made ready in the background, soon after it was read."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.melodies import MelodiesRead, load_melodies
from abcstudio.workers.tunes import TunesRead

if TYPE_CHECKING:
    from abcstudio.recipes.finding.source_melodies import SourceMelodies

# The window comes first: it draws the tunes that were read.
_PAUSE_MS = 1500


class MelodyKeeper(QObject):
    """Holds the melodies of one source, that which was read last.

    Signals:
        changed: There are others, or none any more.
        progressed: Carries the `MelodiesRead` while they are made ready.
        failed: Carries the exception.
    """

    changed = Signal()
    progressed = Signal(object)
    failed = Signal(object)

    def __init__(self, sources: TuneSources, page: QWidget, studio: Studio) -> None:
        """Follow the sources; `page` is in sight where the person may look for something."""
        super().__init__(sources)
        self._page = page
        self._job = LatestJob(studio)
        self._read: TunesRead | None = None
        self._melodies: SourceMelodies | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.prepare)
        sources.started.connect(self._forget)
        sources.finished.connect(self._on_read)

    @property
    def melodies(self) -> "SourceMelodies | None":
        """The melodies, None while they are not ready."""
        return self._melodies

    @property
    def has_tunes(self) -> bool:
        """Whether there is a source with tunes."""
        return self._read is not None and bool(self._read.tunes)

    @property
    def is_busy(self) -> bool:
        """Whether they are being made ready."""
        return self._job.is_running

    def prepare_soon(self) -> None:
        """Make them ready in a moment."""
        if self._melodies is None:
            self._timer.start()

    def prepare(self) -> None:
        """Make them ready now, unless they are."""
        self._timer.stop()
        read = self._read
        if read is None or self._melodies is not None or self._job.is_running:
            return
        work = partial(load_melodies, read.path, read.tunes)
        self._job.run(work, self._on_loaded, self.failed.emit, self._on_progressed)

    def cancel(self) -> None:
        """Give up making them ready, until they are asked for again."""
        self._timer.stop()
        self._job.cancel()

    def _forget(self) -> None:
        self._timer.stop()
        self._job.cancel()
        self._read = self._melodies = None
        self.changed.emit()

    def _on_read(self, read: TunesRead) -> None:
        self._read = read
        self.changed.emit()
        if self._page.isVisible():
            self._timer.start()

    def _on_loaded(self, melodies: "SourceMelodies") -> None:
        self._melodies = melodies
        self.changed.emit()

    def _on_progressed(self, report: MelodiesRead) -> None:
        self.progressed.emit(report)
