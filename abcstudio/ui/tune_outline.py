"""How long the current tune lasts and how fast it is, found in the background after each edit."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.ui.studio import JOB_WAIT_MS, Studio
from abcstudio.workers.job import Job
from abcstudio.workers.sound import Outline, outline_work

_DELAY_MS = 250


class TuneOutline(QObject):
    """Follows a text that changes often.

    Args of the constructor:
        instrument: Gives the name of the instrument that plays it.

    Signals:
        found: Carries the `Outline` of the newest text.
    """

    found = Signal(object)

    def __init__(self, studio: Studio, instrument: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._instrument = instrument
        self._text = self._file_header = ""
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._start)

    def set_text(self, text: str, file_header: str = "") -> None:
        """Take another text; its outline follows as soon as the typing rests."""
        self._text, self._file_header = text, file_header
        self._timer.start()

    def look_again(self) -> None:
        """Find the outline of the same text again, now that it is played in another way."""
        self._timer.start()

    def close(self) -> None:
        """Find nothing more."""
        self._timer.stop()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.wait(JOB_WAIT_MS)

    def _start(self) -> None:
        if self._job is not None:
            self._job.cancel()
        switches = self._studio.settings.interpretation
        job = Job(outline_work(self._text, switches, self._file_header, self._instrument()))
        job.finished.connect(lambda outline: self._on_found(job, outline))
        self._job = job
        self._studio.start(job)

    def _on_found(self, job: Job, outline: Outline) -> None:
        if self._job is job:
            self._job = None
            self.found.emit(outline)
