"""Decoding the file of an open text with the encoding that the person names."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from abcstudio.corpus.given_text import how_it_was_read, is_grave, other_readings, sample_of
from abcstudio.decoding import declaring, odd_bytes
from abcstudio.files import TextFile
from abcstudio.ui.controls.choice_dialog import ChoiceDialog
from abcstudio.ui.documents.document import Document, is_locked
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.encodings.encoding_words import name_of
from abcstudio.ui.documents.origins.read_text import ReadText
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.words.translation import error_sentence, message
from abcstudio.workers.job import plain_work


class EncodingChooser(QObject):
    """Says how files were decoded, and decodes them otherwise on demand.

    What is said of letters that may be wrong stands until it is answered, put away, or no longer
    true.
    """

    def __init__(self, studio: Studio, documents: Documents, window: QWidget) -> None:
        super().__init__(window)
        self._studio = studio
        self._documents = documents
        self._window = window
        self._trial = LatestJob(studio)
        self._reading = LatestJob(studio)
        self._notices: dict[Document, Notice] = {}
        self.dialog: ChoiceDialog | None = None
        documents.removed.connect(self._withdraw)

    def tell(self, document: Document) -> None:
        """Name an encoding that was guessed, so that strange letters are no riddle."""
        file, name = document.file, document.name
        if file.encoding == "utf-8" and odd_bytes(file.text):
            words = self.tr("Some bytes of {0} are not UTF-8. They stay as they are.")
            self._studio.notify(words.format(name), "warning")
            return
        how = how_it_was_read(file)
        if how is None:
            return
        words = message("file.how_read", {"path": name, "how": how})
        if is_grave(how):
            self._notices[document] = self._studio.notify(
                words, "warning", self.tr("Another…"), partial(self._ask_for, document), stays=True
            )
        else:
            self._studio.notify(words, "info")

    def why_not(self) -> str:
        """Return why the text in the editor cannot be decoded otherwise, "" when it can."""
        document = self._documents.current
        if document.path is None:
            return self.tr("This text has no file.")
        if is_locked(document):
            return self.tr("This text is still being changed.")
        if document.is_modified:
            return self.tr("Save the text first: its file is read anew.")
        if document.file.byte_order_mark:
            return self.tr("A mark in the file names its encoding.")
        return ""

    def ask(self) -> None:
        """Ask for the encoding of the text in the editor, and decode its file so."""
        document = self._documents.current
        if why_not := self.why_not():
            self._studio.notify(why_not, "info")
            return
        # To decode a large text with one encoding after the other takes up to half a second.
        work = plain_work(other_readings, document.file)
        self._trial.run(work, partial(self._offer, document, document.file), self._on_failed)

    def _offer(self, document: Document, file: TextFile, readings: tuple[TextFile, ...]) -> None:
        """Show the encodings that a file can be read with, while it is in the editor still."""
        if document is not self._documents.current or document.file is not file or self.why_not():
            return
        self.dialog = ChoiceDialog(
            self.tr("Text encoding"),
            self.tr("The file is read anew; nothing in it is changed until you save."),
            self.tr("&Read"),
            self._window,
        )
        self.dialog.agree_button.setToolTip(self.tr("Read the file with this encoding"))
        choices = [(_choice(each), each) for each in readings]
        self.dialog.ask_choice(self.tr("&Encoding"), choices, readings[0] if readings else None)
        self.dialog.ask_switch(
            self.tr("&Name it in the text"),
            self.tr("Write a line %%abc-charset at the top, which every program of ABC obeys"),
        )
        self.dialog.decided.connect(partial(self._read, document))
        self.dialog.finished.connect(self._drop_dialog)
        self.dialog.open()

    def _drop_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _ask_for(self, document: Document) -> None:
        if document in self._documents:
            self._documents.make_current(document)
            self.ask()

    def _read(self, document: Document, file: TextFile | None, is_to_be_named: bool) -> None:
        if file is None or document.path is None or document not in self._documents:
            return
        self._reading.run(
            plain_work(ReadText.of_file, document.path, file),
            partial(self._take, document, is_to_be_named),
            self._on_failed,
        )

    def _take(self, document: Document, is_to_be_named: bool, read: ReadText) -> None:
        if document not in self._documents or document.path != read.path or document.is_modified:
            return
        document.take_read(read, can_be_undone=False)
        self._withdraw(document)
        if is_to_be_named:
            document.large.when_whole(partial(_declare, document))

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")

    def _withdraw(self, document: Document) -> None:
        if notice := self._notices.pop(document, None):
            self._studio.notice_withdrawn.emit(notice)


def _declare(document: Document) -> None:
    document.replace_text(declaring(document.text(), document.file.encoding))


def _choice(file: TextFile) -> str:
    """Return an encoding's name, and what it makes of the file's first strange letters."""
    sample = sample_of(file.text)
    return f"{name_of(file.encoding)}: {sample}" if sample else name_of(file.encoding)
