"""Files of the composer: new, open, save, export, recent files, and the question before closing.

Over 400 lines: each way in or out asks and tells by the same dialogs and notices.
"""

import errno
import os
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from abcstudio.corpus.given_text import why_no_tunes
from abcstudio.errors import TextFileError
from abcstudio.files import read_text_file
from abcstudio.guarded_files import is_file, is_on_read_only_disk, not_a_file
from abcstudio.messages import unwritable_id
from abcstudio.paths import home_dir, welcome_tune
from abcstudio.recipes.foreign_files import is_foreign
from abcstudio.recipes.import_model import is_model
from abcstudio.ui.controls.target_dialog import ask_target
from abcstudio.ui.documents.closing.saving_together import SavingTogether
from abcstudio.ui.documents.closing.unsaved_text import file_stem_of
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.editor_text import with_last_break
from abcstudio.ui.documents.encodings.encoding_chooser import EncodingChooser
from abcstudio.ui.documents.foreign_import import ForeignImporter
from abcstudio.ui.documents.long_lines import LongLineError, is_too_long
from abcstudio.ui.documents.opening_queue import AT_ONCE_BYTES, OpeningQueue
from abcstudio.ui.documents.origins.read_text import MAX_FILE_BYTES
from abcstudio.ui.look.plain_text import MessageBox, window_title
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.words.translation import error_sentence, message, reason_words

Open = Callable[[bool], object]
"""Opens one file; called with whether it is to be shown."""


class OpeningInOrder(QObject):
    """Begins to open a file once the one before it is there; the first that opens is shown.

    Args of the constructor:
        is_reading: Returns whether a file is still being read in the background.
    """

    def __init__(self, is_reading: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_reading = is_reading
        self._waiting: deque[tuple[int, Open]] = deque()
        self._batches = 0
        self._at_hand = 0
        self._has_shown = False
        # An opening ends before its text is there: the next one begins after both.
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._open_next)

    def open(self, files: Iterable[Open]) -> bool:
        """Open some files, after those that wait; return whether the first is shown already."""
        self._batches += 1
        batch = self._batches
        self._waiting.extend((batch, each) for each in files)
        self._open_next()
        return self._at_hand == batch and self._has_shown

    def note_opened(self, _document: Document) -> None:
        """Take note that a file is open now: the others of its batch stay behind it."""
        self._has_shown = True

    def go_on(self) -> None:
        """Open the next file soon, because one was read."""
        self._timer.start()

    def stop(self) -> None:
        """Open none of those that wait."""
        self._waiting.clear()

    def _open_next(self) -> None:
        while self._waiting and not self._is_reading():
            batch, opens = self._waiting.popleft()
            if batch != self._at_hand:
                self._at_hand, self._has_shown = batch, False
            opens(not self._has_shown)


class DocumentFiles(QObject):
    """Commands on files; every question has verbs on its buttons.

    Attributes:
        opening: Opens large files.
        encodings: Says how files were decoded.

    Signals:
        opened: A file is open now, or was already. Carries its `Document`.
    """

    opened = Signal(object)

    def __init__(self, studio: Studio, documents: Documents, window: QWidget) -> None:
        super().__init__(window)
        self._studio = studio
        self._documents = documents
        self._window = window
        self.opening = OpeningQueue(studio, self)
        self.encodings = EncodingChooser(studio, documents, window)
        self.opening.opened.connect(self._on_opened)
        self.opening.failed.connect(self._on_unreadable)
        self._importer = ForeignImporter(studio, self._open_unsaved, self)
        self._stays_behind: set[Path] = set()
        self._offers: dict[Path, Notice] = {}
        self._faults: list[Notice] = []
        self._order = OpeningInOrder(self._is_reading, self)
        self.opened.connect(self._order.note_opened)
        self.opening.ended.connect(self._order.go_on)
        self.opening.stopped.connect(self._order.stop)
        self._importer.ended.connect(self._order.go_on)
        self._importer.failed.connect(self._tell_fault)

    @property
    def untitled(self) -> str:
        """The name of a text that has none."""
        return self.tr("Untitled")

    def new(self) -> None:
        """Open an empty tune."""
        self._documents.add(Document(self.untitled))

    def welcome(self) -> None:
        """Show a tune to begin with; it goes away unasked as soon as another text is opened."""
        try:
            text = read_text_file(welcome_tune()).text
        except OSError:
            self.new()
            return
        self._documents.add(Document(self.tr("Welcome"), text, is_welcome=True))

    def open(self) -> None:
        """Ask for files and open them; the first is shown."""
        names, _kind = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open tunes"),
            self.folder(),
            self.tr(
                "ABC tunes (*.abc *.txt);;MIDI files (*.mid *.midi *.kar);;"
                "MusicXML files (*.musicxml *.mxl *.xml);;All files (*)"
            ),
        )
        self.open_paths([Path(name) for name in names])

    def import_foreign(self) -> None:
        """Ask for MIDI or MusicXML files and open each as a new tune."""
        names, _kind = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import MIDI and MusicXML files"),
            self.folder(),
            self.tr(
                "MIDI and MusicXML files (*.mid *.midi *.kar *.musicxml *.mxl *.xml);;All files (*)"
            ),
        )
        self._withdraw_faults()
        self._order.open([partial(self._importer.read, Path(name)) for name in names])

    def open_paths(self, paths: Sequence[Path]) -> bool:
        """Open files in their order; return whether the first that opens is shown already."""
        self._withdraw_faults()
        return self._order.open([partial(self._open_file, path) for path in paths])

    def _is_reading(self) -> bool:
        return self.opening.is_busy or self._importer.is_busy

    def open_path(self, path: Path) -> bool:
        """Open a file, or show it when it is open already; return whether it is shown.

        A MIDI or MusicXML file is read in the background, and its tune opens as a new text; a large
        text is read there too. A model is taken in. What is said of files that did not open goes.
        """
        self._withdraw_faults()
        return self._open_file(path)

    def _open_file(self, path: Path, is_shown: bool = True) -> bool:
        """Open a file in front, or behind the text in the editor."""
        path = path.absolute()
        if is_model(path):
            self._studio.model_file_requested.emit(path)
            return False
        if is_foreign(path):
            self._importer.read(path, is_shown)
            return False
        for document in self._documents:
            if document.path is not None and same_file(document.path, path):
                if is_shown:
                    self._documents.make_current(document)
                self.opened.emit(document)
                return is_shown
        if is_shown:
            self._stays_behind.discard(path)
        else:
            self._stays_behind.add(path)
        try:
            if is_file(path) and AT_ONCE_BYTES < path.stat().st_size <= MAX_FILE_BYTES:
                self.opening.open(path)
                return False
            document = Document.read(path)
        except (OSError, LongLineError) as error:
            self._on_unreadable(path, error)
            return False
        return self._on_opened(document)

    def _on_unreadable(self, path: Path, error: Exception) -> None:
        if isinstance(error, OSError) and error.errno == errno.EFBIG:
            words = self.tr("{0} is too large to edit here: more than {1} MB.")
            self._offer_as_source(path, words.format(path.name, MAX_FILE_BYTES // 1_000_000))
        elif isinstance(error, LongLineError):
            self._offer_as_source(path, error_sentence(LongLineError(path.name)))
        else:
            self._tell_fault(error_sentence(error))
        self._studio.replace_settings(self._studio.settings.without_recent_file(str(path)))

    def _tell_fault(self, words: str) -> None:
        """Say that a file did not open, until others are opened: over those it would mislead."""
        self._faults.append(self._studio.notify(words, "error"))

    def _withdraw_faults(self) -> None:
        for fault in self._faults:
            self._studio.notice_withdrawn.emit(fault)
        self._faults.clear()

    def _on_opened(self, document: Document) -> bool:
        """Show a document that was read, unless it is none; return whether it is shown."""
        path = document.path or Path(document.name)
        if other := why_no_tunes(path, document.file):
            self._tell_fault(message(other.message_id, other.parameters))
            return False
        self._withdraw_offer(path)
        is_shown = path not in self._stays_behind
        self._documents.add(document, make_current=is_shown)
        if document.path is not None:
            self._remember(document.path)
        self.encodings.tell(document)
        self.opened.emit(document)
        return is_shown

    def _offer_as_source(self, path: Path, why: str) -> None:
        """Offer a file to the other page, each once; the offers wait for their answers in a row."""
        self._withdraw_offer(path)
        self._offers[path] = self._studio.notify(
            why,
            "warning",
            self.tr("Open as a source"),
            partial(self._studio.source_requested.emit, path),
            stays=True,
        )

    def _withdraw_offer(self, path: Path) -> None:
        if offer := self._offers.pop(path, None):
            self._studio.notice_withdrawn.emit(offer)

    def open_text(self, text: str, name: str, *, is_preview: bool = False) -> Document | None:
        """Open a text without a file; return its document, or None if it is not open at once.

        Args:
            text: The text.
            name: Its name until its title is known.
            is_preview: It is only looked at. A large text never is.
        """
        if is_too_long(text):
            self._studio.notify(error_sentence(LongLineError(name)), "warning")
            return None
        text = with_last_break(text)
        if len(text) > AT_ONCE_BYTES:
            self.opening.open_new(name, text)
            return None
        document = Document(name, text)
        document.provenance.is_preview = is_preview
        self._documents.add(document)
        return document

    def _open_unsaved(self, text: str, name: str, is_shown: bool) -> None:
        """Open a text that no file holds, so that closing asks about it."""
        document = Document(name, text)
        document.text_document.setModified(True)
        self._documents.add(document, make_current=is_shown)
        self.opened.emit(document)

    def save(self, document: Document | None = None, *, is_told: bool = True) -> bool:
        """Save a document to its file, or ask for one; return whether it is saved.

        Args:
            document: The text, None for the one in the editor.
            is_told: A notice says that it is saved.
        """
        document = document or self._documents.current
        if document.path is None:
            return self.save_as(document)
        refused = not_a_file(document.path)
        if refused is not None:
            words = self.tr("{0} is no longer a file: {1}.")
            answer = self.ask(
                words.format(document.name, reason_words(refused)),
                self.tr("Your text cannot be saved there."),
                [self.tr("Save under another name"), self.tr("Cancel")],
            )
            return answer == 0 and self.save_as(document)
        if document.was_changed_outside():
            answer = self.ask(
                self.tr("{0} was changed by another program.").format(document.name),
                self.tr("Saving replaces what is there now."),
                [self.tr("Replace"), self.tr("Save under another name"), self.tr("Cancel")],
                default=-1,
            )
            if answer == 1:
                return self.save_as(document)
            if answer != 0:
                return False
        return self.save_to(document, document.path, is_told=is_told)

    def save_as(self, document: Document | None = None) -> bool:
        """Ask for a file and save to it; return whether it is saved."""
        document = document or self._documents.current
        start = document.path or Path(self.folder()) / f"{file_stem_of(document)}.abc"
        kinds = {"abc": self.tr("ABC tunes (*.abc)"), "txt": self.tr("Text files (*.txt)")}
        title = self.tr("Save {0}").format(window_title(self._documents.label_of(document)))
        path = ask_target(self._window, title, start, kinds)
        return path is not None and self.save_to(document, path)

    def save_to(self, document: Document, path: Path, *, is_told: bool = True) -> bool:
        """Save to a file; when that fails, say why, keep the text and return False."""
        if _is_read_only(path):
            details = self.tr("The file is marked as read-only. It stays as it is.")
            if is_on_read_only_disk(path):
                details = self.tr("The disk is read-only. The file stays as it is.")
            answer = self.ask(
                self.tr("{0} may only be read.").format(path.name),
                details,
                [self.tr("Save under another name"), self.tr("Cancel")],
            )
            return answer == 0 and self.save_as(document)
        self._studio.will_write_into(path.absolute().parent)
        try:
            document.save(path.absolute())
        except TextFileError as error:
            return self._save_unencodable(document, path.absolute(), error)
        except OSError as error:
            self._say_unwritable(path, error)
            return False
        self._remember(path.absolute())
        if is_told:
            self._say_saved(document)
        return True

    def may_close(
        self,
        documents: Sequence[Document],
        also: str = "",
        else_ask: Callable[[], bool] = lambda: True,
    ) -> bool:
        """Ask about unsaved texts; return whether closing loses nothing that the person wants.

        Args:
            documents: The documents to close, in the order that the user sees.
            also: What else closing ends, in sentences, "" for nothing.
            else_ask: Asks about that where no text is unsaved.
        """
        for document in documents:
            document.note_missing_file()
        unsaved = [document for document in documents if document.needs_saving]
        if not unsaved:
            return else_ask()
        if len(unsaved) > 1:
            together = SavingTogether(
                self._studio,
                self._documents,
                self._window,
                save=partial(self.save, is_told=False),
                save_to=partial(self.save_to, is_told=False),
            )
            return together.ask(unsaved, also)
        return self._may_lose(unsaved[0], also)

    def close(self, document: Document, *, asks: bool = True) -> None:
        """Take a document off the list, after a question when it is not saved.

        Args:
            document: The text.
            asks: False if the user was asked already.
        """
        if document.is_composing:
            return
        document.note_missing_file()
        if asks and document.needs_saving and not self._may_lose(document):
            return
        if len(self._documents) < 2:
            self.new()
        self._documents.remove(document)

    def _may_lose(self, document: Document, also: str = "") -> bool:
        """Ask about an unsaved text; return whether it is saved or may be discarded."""
        question = self.tr("{0} is not saved.").format(self._documents.label_of(document))
        verbs = [self.tr("Save"), self.tr("Discard"), self.tr("Cancel")]
        answer = self.ask(question, also, verbs)
        return answer == 1 or (answer == 0 and self.save(document))

    def ask(self, question: str, details: str, verbs: list[str], default: int = 0) -> int:
        """Ask with verbs on the buttons; return the index of the answer, the last one for Esc.

        Args:
            question: What is asked.
            details: What the person should know for it.
            verbs: The words on the buttons, the last of which changes nothing.
            default: The index of the button that Enter presses.
        """
        box = MessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("ABC Studio"))
        box.setText(question)
        box.setInformativeText(details)
        buttons: list[QPushButton] = []
        roles = QMessageBox.ButtonRole
        for index, verb in enumerate(verbs):
            is_last = index == len(verbs) - 1
            role = roles.AcceptRole if index == 0 else roles.DestructiveRole
            buttons.append(box.addButton(verb, roles.RejectRole if is_last else role))
        box.setDefaultButton(buttons[default])
        box.setEscapeButton(buttons[-1])
        box.exec()
        clicked = box.clickedButton()
        return next((i for i, button in enumerate(buttons) if button is clicked), len(verbs) - 1)

    def folder(self) -> str:
        """Return where file dialogs start."""
        current = self._documents.current.path
        return (
            str(current.parent)
            if current
            else self._studio.settings.tunes_folder or str(home_dir())
        )

    def _save_unencodable(self, document: Document, path: Path, error: TextFileError) -> bool:
        answer = self.ask(error_sentence(error), "", [self.tr("Save as UTF-8"), self.tr("Cancel")])
        if answer != 0:
            return False
        try:
            document.save(path, encoding="utf-8")
        except OSError as os_error:
            self._say_unwritable(path, os_error)
            return False
        except TextFileError as error:  # Half of a character, which no encoding has.
            self._studio.notify(error_sentence(error), "error")
            return False
        self._remember(path)
        self._say_saved(document)
        return True

    def _say_saved(self, document: Document) -> None:
        self._studio.notify(self.tr("{0} is saved.").format(document.name), "success")

    def _say_unwritable(self, path: Path, error: OSError) -> None:
        sentence = message(unwritable_id(path), {"path": path, "reason": reason_words(error)})
        self._studio.notify(sentence, "error")

    def _remember(self, path: Path) -> None:
        self._studio.replace_settings(self._studio.settings.with_recent_file(str(path)))


def _is_read_only(path: Path) -> bool:
    """Return whether a file exists that this person may not write."""
    try:
        return not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK)
    except OSError:
        return False


def same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return one == other
