"""Keeps who wrote a saved text or a kept tune, and finds that again when either is opened."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from abcstudio.composing.author_records import keep_authors
from abcstudio.composing.authors import Authors
from abcstudio.composing.tune_authors import (
    Pieces,
    carried_authors,
    keep_tune_authors,
    remembered_authors,
)
from abcstudio.files import TextFile
from abcstudio.notation.spans import Span
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.services.studio import JOB_WAIT_MS, Studio
from abcstudio.ui.words.translation import reason_words
from abcstudio.workers.job import Job, saving_work

_Record = Callable[[], None]


def _write(records: Sequence[_Record]) -> None:
    for record in records:
        record()


class AuthorKeeper(QObject):
    """Writes in the background, after each saving and keeping."""

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
        studio.closing.connect(self._close)

    def keep_tune(self, document: Document, place: Span, kept: str) -> None:
        """Keep who wrote a tune that stands at a place of a text, under the text it is kept as."""
        tune = place.of(document.text())
        pieces = Authors(document.authors.pieces()).pieces(place.start, place.end)
        self._keep_tune(kept, carried_authors(tune, pieces, kept))

    def carry(self, old: str, new: str) -> None:
        """Keep who wrote a kept tune also under another text of it."""
        pieces = remembered_authors(self._folder, old, self._studio.tell_damaged)
        if pieces is not None:
            self._keep_tune(new, carried_authors(old, pieces, new))

    def _close(self) -> None:
        """Write what is not written yet."""
        if self._job is not None:
            self._job.wait(JOB_WAIT_MS)
        waiting, self._waiting = self._waiting, []
        try:
            _write(waiting)
        except OSError as error:
            self._on_failed(error)

    def _recall(self, document: Document) -> None:
        self._files[document.key] = document.file
        if document.is_take:
            # Who composes it says who wrote what.
            return
        tell = self._studio.tell_damaged
        pieces = remembered_authors(self._folder, document.text(), tell)
        if pieces is not None:
            document.authors.begin(pieces)

    def _keep_saved(self) -> None:
        for document in self._documents:
            file = document.file
            if self._files.get(document.key) is not file and not document.large.is_busy:
                self._files[document.key] = file
                text, pieces = document.text(), document.authors.pieces()
                self._waiting.append(partial(keep_authors, self._folder, text, pieces))
        self._start()

    def _keep_tune(self, tune: str, pieces: Pieces) -> None:
        self._waiting.append(partial(keep_tune_authors, self._folder, tune, pieces))
        self._start()

    def _start(self) -> None:
        if self._job is None and self._waiting:
            waiting, self._waiting = self._waiting, []
            self._job = Job(saving_work(_write, waiting))
            self._job.failed.connect(self._on_failed)
            self._job.ended.connect(self._on_ended)
            self._studio.start(self._job)

    def _on_failed(self, error: Exception) -> None:
        words = self.tr("Who wrote this text cannot be kept for the next start: {0}")
        reason = reason_words(error) if isinstance(error, OSError) else error
        self._studio.notify(words.format(reason), "warning")

    def _on_ended(self) -> None:
        self._job = None
        self._start()
