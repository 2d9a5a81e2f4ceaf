"""Bringing back what an earlier session could not save; offered, never opened unasked."""

import logging
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.corpus.tunebook import first_title
from abcstudio.own_files import put_aside
from abcstudio.ui.documents.autosave import Autosave
from abcstudio.ui.documents.document import Document, label_of
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.lost_texts import LostText
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.words.translation import reason_words

log = logging.getLogger(__name__)


class Recovery(QObject):
    """Offers lost texts in a notice once the window stands.

    Signals:
        recovered: Lost texts were opened.
    """

    recovered = Signal()

    def __init__(
        self, studio: Studio, documents: Documents, autosave: Autosave, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._documents = documents
        self._autosave = autosave
        self._warning: Notice | None = None
        autosave.failed.connect(self._on_autosave_failed)
        autosave.succeeded.connect(self._on_autosave_succeeded)
        autosave.damaged.connect(studio.tell_damaged)
        QTimer.singleShot(0, self, self.offer)

    def offer(self) -> None:
        """Say what was not saved, if anything was."""
        lost = self._autosave.lost_texts()
        if not lost:
            return
        if len(lost) == 1:
            name = _label_of(lost[0]) or self.tr("Untitled")
            sentence = self.tr("{0} was not saved last time.").format(name)
        else:
            sentence = self.tr("%n tunes were not saved last time.", "", len(lost))
        self._studio.notify(sentence, "warning", self.tr("Recover"), self.recover, stays=True)

    def recover(self) -> None:
        """Open every lost text as unsaved; one that cannot be opened stops no other."""
        lost = self._autosave.lost_texts()
        if not lost:
            self._studio.notify(self.tr("Nothing was lost: every text is saved."))
        for text in lost:
            try:
                self._bring_back(text)
            except Exception as error:
                log.exception("%s cannot be recovered", text.copy)
                self._studio.tell_damaged(put_aside(text.copy, error))
        if lost:
            self._studio.page_requested.emit("composer")
            self.recovered.emit()

    def _bring_back(self, text: LostText) -> None:
        """Open a lost text; its old copy goes once there is a new one."""
        document = self._open(text)
        self._autosave.write()
        if self._autosave.has_copy(document):
            text.copy.unlink(missing_ok=True)

    def _open(self, lost: LostText) -> Document:
        """Show a lost text: in its file's place where that is open and unchanged."""
        for document in self._documents:
            if lost.path is not None and document.path == lost.path and not document.is_modified:
                document.recover(lost.text)
                self._documents.make_current(document)
                return document
        # Half of a copy may be all that is left of it.
        document = _document_of(lost if lost.name else replace(lost, name=self.tr("Untitled")))
        document.set_kept(lost.is_kept)
        self._documents.add(document)
        return document

    def _on_autosave_failed(self, error: OSError) -> None:
        sentence = self.tr("A safety copy of your text cannot be written: {0}. Save it yourself.")
        self._warning = self._studio.notify(
            sentence.format(reason_words(error)), "warning", stays=True
        )

    def _on_autosave_succeeded(self) -> None:
        if self._warning is not None:
            self._studio.notice_withdrawn.emit(self._warning)
            self._warning = None


def _document_of(lost: LostText) -> Document:
    """Return a lost text in the file that it belongs to, else in a new document of its name."""
    if lost.path is None and not lost.is_modified:  # A take that was only starred.
        document = Document(lost.name, lost.text)
    else:
        document = _file_of(lost)
        document.recover(lost.text)
    document.origin = lost.origin
    document.take_number, document.history_key = lost.take_number, lost.history_key
    document.set_title(first_title(lost.text))
    return document


def _label_of(lost: LostText) -> str:
    """Return the name under which a lost text will be opened."""
    if lost.path is not None:
        return lost.path.name
    return label_of(lost.name, first_title(lost.text), is_take=lost.take_number > 0)


def _file_of(lost: LostText) -> Document:
    if lost.path is not None:
        with suppress(OSError):
            return Document.read(lost.path)
    return Document(lost.name)
