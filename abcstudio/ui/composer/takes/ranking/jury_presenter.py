"""Keeps what is found out about takes in step with their texts: for the list, and for the jury."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from abcstudio.composing.history.take_facts import JudgedTake
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.takes.ranking.jury_summary import JurySummary
from abcstudio.ui.composer.takes.takes_model import TakesModel
from abcstudio.ui.documents.document import Document
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.workers.job import plain_work
from abcstudio.workers.takes import judge_take

PAUSE_MS = 100


class JuryPresenter(QObject):
    """Lets the jury hear the take in the editor, in the background, a moment after each change.

    One that was left in the middle is heard nevertheless: its row in the list must not be outdated.
    """

    def __init__(self, desk: TuneDesk, takes: TakesModel, view: JurySummary) -> None:
        super().__init__(view)
        self._documents = desk.documents
        self._takes = takes
        self._view = view
        self._waiting: list[Document] = []
        self._heard: tuple[str, JudgedTake] | None = None
        self._job = LatestJob(desk.studio)
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._hear_next)
        desk.watch.tune_changed.connect(self._on_tune_changed)
        desk.documents.removed.connect(self._forget)

    @property
    def is_busy(self) -> bool:
        """Whether a take is heard, or will be after a pause in typing."""
        return self._timer.isActive() or self._job.is_running

    def _on_tune_changed(self, _view: TuneView | None) -> None:
        document = self._documents.current
        is_heard = document.is_take and not document.is_composing
        self._show(document if is_heard else None)
        if is_heard and (self._heard is None or self._heard[0] != document.text()):
            if document not in self._waiting:
                self._waiting.append(document)
            self._timer.start()

    def _show(self, document: Document | None) -> None:
        found = self._takes.found_of(document) if document is not None else None
        if document is None:
            self._view.show_nothing()
        elif self._heard is not None and self._heard[0] == document.text():
            self._view.show_marks(self._heard[1].facts.marks, self._heard[1].sentences)
        elif found is not None:
            self._view.show_marks(found.marks, {})
        else:
            self._view.show_nothing()

    def _hear_next(self) -> None:
        if self._waiting and not self._job.is_running:
            document = self._waiting.pop()
            text = document.text()
            self._job.run(
                plain_work(judge_take, text),
                partial(self._on_heard, document, text),
                lambda _error: self._hear_next(),
            )

    def _on_heard(self, document: Document, text: str, judged: JudgedTake | None) -> None:
        if judged is not None and document in self._documents and document.text() == text:
            self._takes.set_found(document, text, judged.facts)
            if document is self._documents.current:
                self._heard = text, judged
                self._show(document)
        self._hear_next()

    def _forget(self, document: Document) -> None:
        if document in self._waiting:
            self._waiting.remove(document)
