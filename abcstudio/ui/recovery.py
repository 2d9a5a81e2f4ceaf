"""Bringing back what an earlier session could not save; offered, never opened unasked."""

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.ui.autosave import Autosave, LostText
from abcstudio.ui.document import Document
from abcstudio.ui.documents import Documents
from abcstudio.ui.studio import Studio


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
        autosave.failed.connect(self._on_autosave_failed)
        QTimer.singleShot(0, self, self.offer)

    def offer(self) -> None:
        """Say what was not saved, if anything was."""
        lost = self._autosave.lost_texts()
        if not lost:
            return
        if len(lost) == 1:
            sentence = self.tr("{0} was not saved last time.").format(lost[0].name)
        else:
            sentence = self.tr("%n tunes were not saved last time.", "", len(lost))
        self._studio.notify(sentence, "warning", self.tr("Recover"), self.recover)

    def recover(self) -> None:
        """Open every lost text as unsaved; its old copy goes once there is a new one."""
        lost = self._autosave.lost_texts()
        if not lost:
            self._studio.notify(self.tr("Nothing was lost: every text is saved."))
        for text in lost:
            document = self._open(text)
            self._autosave.write()
            if self._autosave.has_copy(document):
                text.copy.unlink(missing_ok=True)
        if lost:
            self._studio.page_requested.emit("composer")
            self.recovered.emit()

    def _open(self, lost: LostText) -> Document:
        """Show a lost text: in its file's place where that is open and unchanged."""
        for document in self._documents:
            if lost.path is not None and document.path == lost.path and not document.is_modified:
                document.recover(lost.text)
                self._documents.make_current(document)
                return document
        document = _document_of(lost)
        document.recover(lost.text)
        self._documents.add(document)
        return document

    def _on_autosave_failed(self, error: OSError) -> None:
        sentence = self.tr("A safety copy of your text cannot be written: {0}. Save it yourself.")
        self._studio.notify(sentence.format(error.strerror or error), "warning")


def _document_of(lost: LostText) -> Document:
    """Return the file that a lost text belongs to, else a new document of its name."""
    if lost.path is not None:
        try:
            return Document.read(lost.path)
        except OSError:
            pass
    return Document(lost.name)
