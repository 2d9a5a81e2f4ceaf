"""Asks an untrained network about the batch of the lab view, in the background."""

from PySide6.QtCore import QObject

from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.recipes.lab.untrained import UntrainedRequest, predict_untrained
from abcstudio.ui.datasets.lab.lab_view import LabView
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import plain_work


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
