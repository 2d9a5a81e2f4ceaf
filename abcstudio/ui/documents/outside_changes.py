"""Notices when another program changes or removes the file of an open text, and offers to load it.

Looked for whenever the person comes back to the window. Nothing is loaded unasked: a text with
edits is worth more than a file that can be read at any time.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from abcstudio.guarded_files import is_file
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.long_lines import LongLineError
from abcstudio.ui.documents.opening_queue import AT_ONCE_BYTES
from abcstudio.ui.documents.origins.read_text import MAX_FILE_BYTES, ReadText
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import plain_work

Signature = tuple[int, int, int]


class OutsideChanges(QObject):
    """Looks after the files of the open texts and tells each change once."""

    def __init__(self, studio: Studio, documents: Documents, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._documents = documents
        self._reading = LatestJob(studio)
        self._told: dict[int, Signature | None] = {}
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._on_state_changed)
        documents.removed.connect(self._on_removed)

    def look(self) -> None:
        """Look at every open text's file, and tell what is new."""
        for document in self._documents:
            if document.path is not None:
                self._look_at(document, document.path)

    def _look_at(self, document: Document, path: Path) -> None:
        signature = _signature(path)
        if signature == self._told.get(document.key, ()):
            return
        self._told[document.key] = signature
        if document.note_missing_file():
            sentence = self.tr("{0} was deleted or moved. Saving writes it again.")
            self._studio.notify(sentence.format(document.name), "warning")
        elif not is_file(path):
            sentence = self.tr("{0} is no longer a file. Save your text under another name.")
            self._studio.notify(sentence.format(document.name), "warning")
        elif document.was_changed_outside():
            self._studio.notify(
                self._sentence(document), "warning", self.tr("Load it"),
                partial(self._load, document),
            )  # fmt: skip

    def _sentence(self, document: Document) -> str:
        if document.is_modified:
            return self.tr(
                "{0} was changed by another program, and by you here. Loading it can be undone."
            ).format(document.name)
        return self.tr("{0} was changed by another program.").format(document.name)

    def _load(self, document: Document) -> None:
        """Take what the file holds now, if the text is still open; a large one is read first."""
        path = document.path
        if document not in list(self._documents) or path is None:
            return
        try:
            is_large = is_file(path) and AT_ONCE_BYTES < path.stat().st_size <= MAX_FILE_BYTES
            read = None if is_large else ReadText.of(path)
        except (OSError, LongLineError) as error:
            self._on_unreadable(error)
            return
        if read is not None:
            self._take(document, read)
            return
        work, then = plain_work(ReadText.of, path), partial(self._take, document)
        self._reading.run(work, then, self._on_unreadable)

    def _take(self, document: Document, read: ReadText) -> None:
        if document in list(self._documents) and document.path == read.path:
            document.take_read(read)
            self._documents.make_current(document)

    def _on_unreadable(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def _on_removed(self, document: Document) -> None:
        self._told.pop(document.key, None)


def _signature(path: Path) -> Signature | None:
    """Return what tells one state of a file from another at a glance; None without a file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
