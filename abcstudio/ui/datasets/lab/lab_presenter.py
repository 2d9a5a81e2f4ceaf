"""Reads the shown tunes as a network would, only while the view of that is visible."""

from PySide6.QtCore import QEvent, QObject, Signal
from typing_extensions import override

from abcstudio.recipes.lab.lab_text import LabText, read_lab_text
from abcstudio.ui.datasets.lab.lab_view import LabView
from abcstudio.ui.datasets.tune_browser import TuneBrowser
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import plain_work


class LabPresenter(QObject):
    """Follows the table: what is shown there is what would be trained on.

    Signals:
        read: The text of the tunes that are shown has come.
    """

    read = Signal()

    def __init__(self, browser: TuneBrowser, view: LabView, studio: Studio) -> None:
        """Read as soon as the view is seen."""
        super().__init__(view)
        self._browser, self._view = browser, view
        self._is_due = True
        self._job = LatestJob(studio)
        view.installEventFilter(self)
        browser.table.model().modelReset.connect(self._on_other_tunes)

    def cancel(self) -> None:
        """Give up what is read."""
        self._job.cancel()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._read()
        return super().eventFilter(watched, event)

    def _on_other_tunes(self) -> None:
        self._job.cancel()
        self._is_due = True
        if self._view.isVisible():
            self._read()

    def _read(self) -> None:
        if self._is_due and self._browser.table.shown:
            self._is_due = False
            self._job.run(plain_work(read_lab_text, self._browser.table.shown), self._on_read)

    def _on_read(self, found: LabText) -> None:
        self._view.show_text(found)
        self.read.emit()
