"""How long the current tune lasts and how fast it is, found in the background after each edit."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import plain_work
from abcstudio.workers.sound import find_outline

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
        self._job = LatestJob(studio)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._start)

    @property
    def is_looking(self) -> bool:
        """Whether the outline of the newest text is still to come."""
        return self._timer.isActive() or self._job.is_running

    def set_text(self, text: str, file_header: str = "") -> None:
        """Take another text; its outline follows as soon as the typing rests."""
        self._text, self._file_header = text, file_header
        # What is still being found is of the text before, and would be taken for this one's.
        self._job.cancel()
        self._timer.start()

    def look_again(self) -> None:
        """Find the outline of the same text again, now that it is played in another way."""
        self._timer.start()

    def close(self) -> None:
        """Find nothing more."""
        self._timer.stop()
        self._job.cancel()

    def _start(self) -> None:
        switches = self._studio.settings.interpretation
        work = plain_work(find_outline, self._text, self._file_header, switches, self._instrument())
        self._job.run(work, self.found.emit)
