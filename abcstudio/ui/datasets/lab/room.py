"""How a network sees the tunes: text, numbers and batches, for the lab."""

from PySide6.QtCore import QEvent, QObject, Signal
from typing_extensions import override

from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.recipes.lessons.untrained import (
    LabText,
    UntrainedRequest,
    predict_untrained,
    read_lab_text,
)
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.lab.lab_view import LabView
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import plain_work


class LabRoom(QObject):
    """Shows the training text of the tunes in the table, read only while its view is visible.

    Signals:
        read: The text of the tunes that are shown has come.
    """

    read = Signal()

    def __init__(self, parts: DatasetsParts) -> None:
        """Read as soon as the view is seen."""
        super().__init__(parts.views)
        self.view = LabView(parts.studio)
        self._table = parts.browser.table
        self._is_due = True
        self._job = LatestJob(parts.studio)
        parts.views.add_view(self.view, self.tr("For the lab"))
        UntrainedPresenter(self.view, parts.studio)
        self.view.installEventFilter(self)
        self._table.model().modelReset.connect(self._on_other_tunes)

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
        if self.view.isVisible():
            self._read()

    def _read(self) -> None:
        if self._is_due and self._table.shown:
            self._is_due = False
            self._job.run(plain_work(read_lab_text, self._table.shown), self._on_read)

    def _on_read(self, found: LabText) -> None:
        self.view.show_text(found)
        self.read.emit()


class UntrainedPresenter(QObject):
    """Makes a network only when the person asks for it: torch takes seconds to load."""

    def __init__(self, view: LabView, studio: Studio) -> None:
        super().__init__(view)
        self._view = view
        self._job = LatestJob(studio)
        view.untrained.requested.connect(self._ask)
        view.batch.changed.connect(self._job.cancel)

    def _ask(self) -> None:
        rows = self._view.batch.batch
        if not rows or not rows[0].given:
            self._view.untrained.show_trouble(
                self.tr("There is no text to read: the batch is empty.")
            )
            return
        # What is typed may have characters that no tune has.
        vocabulary = Vocabulary.of(
            self._view.vocabulary.characters, *(row.given + row.expected for row in rows)
        )
        self._view.untrained.show_busy()
        work = plain_work(predict_untrained, UntrainedRequest(rows, vocabulary))
        self._job.run(work, self._view.untrained.show_predictions, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._view.untrained.show_trouble(error_sentence(error))
