"""Keeps who wrote a saved text, and finds that again when the text is opened."""

from pathlib import Path

from PySide6.QtCore import QObject

from abcstudio.composing.author_records import keep_authors, kept_authors
from abcstudio.composing.authors import AuthoredPiece
from abcstudio.files import TextFile
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.services.studio import JOB_WAIT_MS, Studio
from abcstudio.workers.job import Job, plain_work

_Record = tuple[str, tuple[AuthoredPiece, ...]]


def _write(folder: Path, records: list[_Record]) -> None:
    for text, pieces in records:
        keep_authors(folder, text, pieces)


class AuthorKeeper(QObject):
    """Writes in the background, after each saving."""

    def __init__(self, studio: Studio, documents: Documents, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._documents = documents
        self._folder = folder
        self._files: dict[int, TextFile] = {}
        self._waiting: list[_Record] = []
        self._job: Job | None = None
        documents.added.connect(self._recall)
        documents.removed.connect(lambda document: self._files.pop(document.key, None))
        documents.state_changed.connect(self._keep_saved)

    def close(self) -> None:
        """Write what is not written yet."""
        if self._job is not None:
            self._job.wait(JOB_WAIT_MS)
        waiting, self._waiting = self._waiting, []
        try:
            _write(self._folder, waiting)
        except OSError as error:
            self._on_failed(error)

    def _recall(self, document: Document) -> None:
        self._files[document.key] = document.file
        if document.path is None:
            return
        pieces = kept_authors(self._folder, document.text(), self._studio.tell_damaged)
        if pieces is not None:
            document.authors.begin(pieces)

    def _keep_saved(self) -> None:
        for document in self._documents:
            file = document.file
            if self._files.get(document.key) is not file and not document.large.is_busy:
                self._files[document.key] = file
                self._waiting.append((document.text(), document.authors.pieces()))
        self._start()

    def _start(self) -> None:
        if self._job is None and self._waiting:
            waiting, self._waiting = self._waiting, []
            self._job = Job(plain_work(_write, self._folder, waiting))
            self._job.failed.connect(self._on_failed)
            self._job.ended.connect(self._on_ended)
            self._studio.start(self._job)

    def _on_failed(self, error: Exception) -> None:
        words = self.tr("Who wrote this text cannot be kept for the next start: {0}")
        reason = getattr(error, "strerror", None) or error
        self._studio.notify(words.format(reason), "warning")

    def _on_ended(self) -> None:
        self._job = None
        self._start()
