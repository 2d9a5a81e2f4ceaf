"""Bringing back what an earlier session could not save; offered, never opened unasked."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer, Signal

from abcstudio.corpus.tunebook import first_title
from abcstudio.own_files import DamagedFile, put_aside
from abcstudio.paths import recovered_dir, thrown_dir
from abcstudio.ui.documents.autosave import Autosave
from abcstudio.ui.documents.document import Document, label_of
from abcstudio.ui.documents.document_files import same_file
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.editor_text import EditorText
from abcstudio.ui.documents.long_lines import LongLineError, is_too_long
from abcstudio.ui.documents.lost_texts import LostText, LostTexts, read_lost_texts, written_at
from abcstudio.ui.documents.opening_queue import AT_ONCE_BYTES, OpeningQueue
from abcstudio.ui.documents.recovered_files import (
    KEPT_DAYS,
    keep_as_file,
    remove_thrown,
    take_back,
    throw_away,
)
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.words.translation import error_sentence, reason_words
from abcstudio.workers.job import plain_work

log = logging.getLogger(__name__)

_UNKNOWN = "unknown"


class Recovery(QObject):
    """Offers lost texts in a notice once the window stands.

    Small ones are read and opened at once, large ones as large files are: see `OpeningQueue`.

    Signals:
        recovered: Lost texts were opened at once.
    """

    recovered = Signal()

    def __init__(
        self,
        studio: Studio,
        documents: Documents,
        autosave: Autosave,
        opening: OpeningQueue,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._documents = documents
        self._autosave = autosave
        self._opening = opening
        self._job = LatestJob(studio)
        self._then: Callable[[tuple[LostText, ...]], None] = self._offer
        self._known: dict[Path, LostText] = {}
        self._warning: Notice | None = None
        self._offered: Notice | None = None
        autosave.failed.connect(self._on_autosave_failed)
        autosave.succeeded.connect(self._on_autosave_succeeded)
        opening.recovered.connect(self._on_recovered)
        opening.not_recovered.connect(self._on_not_recovered)
        QTimer.singleShot(0, self, self.offer)

    def offer(self) -> None:
        """Say what was not saved, if anything was."""
        remove_thrown(thrown_dir())
        self._read(self._offer)

    def recover(self) -> None:
        """Open every lost text as unsaved; one that cannot be opened stops no other.

        Nor does any other process open them: this one claims them.
        """
        self._withdraw_offer()
        self._read(self._open_all)

    def throw_away(self) -> None:
        """Offer the lost texts no more; for some days they can be had back."""
        self._withdraw_offer()
        self._read(self._throw_all)

    def stop(self) -> None:
        """Look for lost texts no longer."""
        self._job.cancel()

    def _withdraw_offer(self) -> None:
        if self._offered is not None:
            self._studio.notice_withdrawn.emit(self._offered)
            self._offered = None

    def _read(self, then: Callable[[tuple[LostText, ...]], None]) -> None:
        """Read what is not known yet; the last `then` gets the answer of a reading that runs."""
        self._then = then
        if self._job.is_running:
            return
        sessions = self._autosave.left_behind()
        unread = [copy for copies in sessions for copy in copies if copy not in self._known]
        if sum(map(_size, unread)) <= AT_ONCE_BYTES:
            self._on_read(read_lost_texts(sessions, self._known))
        else:
            self._job.run(plain_work(read_lost_texts, sessions, self._known), self._on_read)

    def _on_read(self, lost: LostTexts) -> None:
        self._known = {text.copy: text for text in lost.texts}
        # The offer first: notices that stay are answered one after the other.
        self._then(lost.texts)
        if lost.damaged:
            self._tell_damaged(*lost.damaged)

    def _offer(self, lost: tuple[LostText, ...]) -> None:
        if not lost:
            return
        when = self._when(lost)
        if len(lost) == 1:
            name = _label_of(lost[0]) or self.tr("Untitled")
            sentence = self.tr("{0} was not saved. Its copy is from {1}.").format(name, when)
        else:
            sentence = self.tr("%n texts were not saved. Their copies are from {0}.", "", len(lost))
            sentence = sentence.format(when)
        self._withdraw_offer()
        self._offered = self._studio.notify(
            sentence,
            "warning",
            self.tr("Recover"),
            self.recover,
            stays=True,
            other=(self.tr("Throw away"), self.throw_away),
        )

    def _when(self, lost: tuple[LostText, ...]) -> str:
        """Return the date and time of copies, or the first and the last."""
        times = sorted(text.saved_at for text in lost)
        first, last = (_date_and_time(each) for each in (times[0], times[-1]))
        return first if first == last else self.tr("{0} to {1}").format(first, last)

    def _throw_all(self, found: tuple[LostText, ...]) -> None:
        """Move the copies away; as when they are opened, no other process has them then."""
        ours = self._ours(found)
        if not ours:
            self._studio.notify(self._why_none())
            return
        thrown: dict[Path, Path] = {}
        for text in ours:
            try:
                thrown[text.copy] = throw_away(text.copy, thrown_dir())
            except OSError as error:
                self._studio.notify(error_sentence(error), "error")
                break
            self._known.pop(text.copy, None)
        if not thrown:
            return
        one = self.tr("1 text is thrown away. It can be had back from {0} for {1} days.")
        more = self.tr(
            "%n texts are thrown away. They can be had back from {0} for {1} days.",
            "",
            len(thrown),
        )
        words = (one if len(thrown) == 1 else more).format(thrown_dir(), KEPT_DAYS)
        undo = partial(self._take_back, thrown)
        self._studio.notify(words, "info", self.tr("Undo"), undo)

    def _take_back(self, thrown: dict[Path, Path]) -> None:
        try:
            for copy, path in thrown.items():
                take_back(path, copy)
        except OSError as error:
            self._studio.notify(error_sentence(error), "error")
        self.offer()

    def _ours(self, found: tuple[LostText, ...]) -> list[LostText]:
        """Return those lost texts that no other process has, and claim them."""
        ours = {copy for copies in self._autosave.left_behind(claim=True) for copy in copies}
        return [text for text in found if text.copy in ours]

    def _open_all(self, found: tuple[LostText, ...]) -> None:
        lost = self._ours(found)
        if not lost:
            self._studio.notify(self._why_none())
            return
        self._studio.page_requested.emit("composer")
        # Half of a copy may be all that is left of it.
        named = [text if text.name else replace(text, name=self.tr("Untitled")) for text in lost]
        for text in named:
            if is_too_long(text.text):
                self._keep_as_file(text)
        named = [text for text in named if not is_too_long(text.text)]
        if sum(map(_size_with_file, named)) > AT_ONCE_BYTES:
            for text in named:
                self._opening.recover(text)
        else:
            for text in named:
                self._bring_back(text)
            self.recovered.emit()

    def _keep_as_file(self, text: LostText) -> None:
        """Make a file of a lost text that cannot be edited, and offer that as a source."""
        words = error_sentence(LongLineError(_label_of(text)))
        try:
            path = keep_as_file(text, recovered_dir())
        except OSError as error:
            # Its copy is there still, and is offered again.
            self._studio.notify(f"{words} {error_sentence(error)}", "error")
            return
        self._known.pop(text.copy, None)
        kept = self.tr("It is kept in {0}.").format(path)
        self._studio.notify(
            f"{words} {kept}",
            "warning",
            self.tr("Open as a source"),
            partial(self._studio.source_requested.emit, path),
            stays=True,
        )

    def _why_none(self) -> str:
        if self._autosave.has_neighbours():
            return self.tr(
                "There is nothing to recover here. Another window of ABC Studio is open "
                "and has unsaved texts of its own."
            )
        return self.tr("There is nothing to recover.")

    def _bring_back(self, text: LostText) -> None:
        """Open a lost text; its old copy goes once there is a new one."""
        try:
            if not self._recover_in_place(text):
                self._show(text, _document_of(text))
            self._autosave.write()
        except Exception as error:
            log.exception("%s cannot be recovered", text.copy)
            self._on_not_recovered(text, error)

    def _recover_in_place(self, lost: LostText) -> bool:
        """Put a lost text into its file or take where that is open; return whether it is there.

        It does not replace what the person has written there since.
        """
        twin = self._twin_of(lost)
        if twin is None:
            return False
        is_there = twin.text() == EditorText.of(lost.text).shown
        if not is_there and lost.is_modified and twin.is_modified:
            return False
        if not is_there and lost.is_modified:
            twin.recover(lost.text)
            twin.provenance.made_from = _made_from(lost)
            twin.set_title(first_title(lost.text))
        twin.set_kept(twin.is_kept or lost.is_kept)
        self._documents.make_current(twin)
        self._take_over(lost, twin)
        return True

    def _twin_of(self, lost: LostText) -> Document | None:
        """Return the open document of the same file or of the same take."""
        for document in self._documents:
            if document.is_composing:
                continue
            if lost.history_key and document.provenance.history_key == lost.history_key:
                return document
            if lost.path and document.path and same_file(document.path, lost.path):
                return document
        return None

    def _show(self, lost: LostText, document: Document) -> None:
        twin = self._twin_of(lost)
        document.provenance.origin = lost.origin
        document.set_title(first_title(lost.text))
        document.set_kept(lost.is_kept)
        if twin is not None:
            name = self.tr("{0} (recovered)").format(self._documents.label_of(twin))
            document.stand_apart(name)
        elif lost.stands_apart:
            document.stand_apart(lost.name)
        else:
            document.provenance.made_from = _made_from(lost)
            document.provenance.take_number = lost.take_number
            document.provenance.history_key = lost.history_key
        self._documents.add(document)
        self._take_over(lost, document)

    def _take_over(self, lost: LostText, document: Document) -> None:
        self._known.pop(lost.copy, None)
        document.authors.begin(lost.authors)
        self._autosave.take_over(document, lost.copy)

    def _on_recovered(self, lost: LostText, document: Document) -> None:
        if self._recover_in_place(lost):
            document.deleteLater()
        else:
            self._show(lost, document)

    def _on_not_recovered(self, lost: LostText, error: Exception) -> None:
        self._known.pop(lost.copy, None)
        self._tell_damaged(put_aside(lost.copy, error))

    def _tell_damaged(self, damaged: DamagedFile, *others: DamagedFile) -> None:
        """Say of copies what they were to the person, and of when."""
        time = written_at(damaged.kept or damaged.path)
        what = self.tr("The safety copy of an unsaved text")
        if time:
            words = self.tr("The safety copy of {0} of an unsaved text")
            what = words.format(_date_and_time(time))
        if damaged.is_spared:
            what = self.tr("{0}, {1},").format(what, damaged.path.name)
        self._studio.tell_damaged(damaged, *others, what=what)

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
    return document


def _made_from(lost: LostText) -> str:
    """Return the fingerprint of what the file of a text held, or of nothing where that is over.

    An older version's copy does not know it: a file that is newer than the copy is another.
    """
    if lost.made_from or lost.path is None:
        return lost.made_from
    try:
        is_newer = lost.path.stat().st_mtime > lost.saved_at
    except OSError:
        return ""
    return _UNKNOWN if is_newer else ""


def _label_of(lost: LostText) -> str:
    """Return the name under which a lost text will be opened."""
    if lost.path is not None:
        return lost.path.name
    if lost.stands_apart:
        return lost.name
    return label_of(lost.name, first_title(lost.text), is_take=lost.take_number > 0)


def _file_of(lost: LostText) -> Document:
    if lost.path is not None:
        with suppress(OSError, LongLineError):
            return Document.read(lost.path)
    return Document(lost.name)


def _date_and_time(seconds: float) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _size_with_file(lost: LostText) -> int:
    return len(lost.text) + (_size(lost.path) if lost.path is not None else 0)
