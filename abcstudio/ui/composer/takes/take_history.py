"""Keeps every take on disk, and lists those of earlier sessions below the new ones."""

import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.composing.history.remembered_take import RememberedTake, take_key
from abcstudio.composing.history.take_facts import TakeFacts
from abcstudio.composing.history.take_history import History, remembered_take
from abcstudio.composing.history.take_numbers import MAX_COUNTED, give_numbers, last_number
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.desk.tune_watch import facts_of
from abcstudio.ui.composer.takes.take_origin import document_of, take_up
from abcstudio.ui.composer.takes.takes_model import TakesModel, facts_of_earlier
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.document_files import same_file
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import JOB_WAIT_MS, Notice, Studio
from abcstudio.ui.words.translation import reason_words
from abcstudio.workers.job import Job, plain_work
from abcstudio.workers.takes import (
    TakesRead,
    TakesUnwritten,
    TakesWriter,
    find_facts,
    read_takes,
)

_PAUSE_MS = 50
"""The window is painted first: who reads 500 takes shares Python's lock with that."""


class TakeHistory(QObject):
    """Writes in the background; one take off the list is out of the history too, until undone.

    Signals:
        removals_changed: A take went off the list, or one came back.
        earlier_read: The takes of earlier sessions are known.
    """

    removals_changed = Signal()
    earlier_read = Signal()

    def __init__(
        self,
        studio: Studio,
        documents: Documents,
        takes: TakesModel,
        folder: Path,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._documents = documents
        self._takes = takes
        self._folder = folder
        self._session = uuid.uuid4().hex[:8]
        self._last = last_number(folder)
        self._known: dict[str, RememberedTake] = {}
        self._writer = TakesWriter(folder)
        self._removed: list[RememberedTake] = []
        self._leaving: list[RememberedTake] = []
        self._holders = 0
        self._edited: dict[str, str] = {}
        self._guarded: dict[Document, GuardReport] = {}
        self._cut: dict[Document, int] = {}
        self._looked_at: set[str] = set()
        self._notices: dict[str, Notice] = {}
        self._writing: set[Job] = set()
        self._finding = LatestJob(studio)
        self._has_failed = self._is_closed = False
        documents.removed.connect(self._on_removed)
        documents.state_changed.connect(self._keep_what_changed)
        # The pause begins with the event loop; this is made some time before.
        QTimer.singleShot(0, self, partial(QTimer.singleShot, _PAUSE_MS, self, self._read))

    def next_numbers(self, count: int = 1) -> range:
        """Return the numbers of new takes; none is ever given twice.

        Nor is one that another process has given, or that a recovered take has.
        """
        known = [document.provenance.take_number for document in self._documents]
        numbers = give_numbers(self._folder, count, max(self._last, *known))
        self._last = numbers[-1]
        return numbers

    def name_of(self, number: int) -> str:
        """Return what a take is called by its number."""
        return self.tr("Take {0}").format(number)

    def remember(
        self, document: Document, facts: TuneFacts, found: TakeFacts | None = None
    ) -> None:
        """Keep a take that has just been composed, with what was found out about it."""
        self.remember_text(document, document.text(), facts, found)

    def remember_text(
        self, document: Document, text: str, facts: TuneFacts, found: TakeFacts | None = None
    ) -> None:
        """Keep the text of a take, which may still arrive in its document."""
        provenance = document.provenance
        key = provenance.history_key or take_key(provenance.take_number, self._session)
        origin = provenance.origin
        is_bounded = origin is not None and "max_chars" not in origin.made.unknown
        provenance.history_key = key
        known = self._known.get(key)
        guarded = self._guarded.pop(document, None)
        take = RememberedTake(
            key=key,
            number=provenance.take_number,
            text=text,
            made=known.made if known else int(time.time()),
            is_kept=document.is_kept,
            model=str(origin.model_path or "") if origin else "",
            max_chars=origin.made.sampling.max_chars if origin and is_bounded else 0,
            stop_at_tune_end=origin.made.sampling.stop_at_tune_end if origin else True,
            asked=origin.asked if origin else "",
            touched=guarded.stepped_in if guarded else known.touched if known else -1,
            costs=guarded.costs if guarded else known.costs if known else None,
            cut=self._cut.pop(document, -1),
            path=known.path if known else "",
            facts=found or (known.facts if known else None),
        )
        take = _with_facts(take, facts)
        if take != known:
            self._write(take)

    def note_newness(self, found: Mapping[str, int]) -> None:
        """Keep of how many of a hundred known tunes takes are newer, by their keys."""
        for key, newer in found.items():
            take = None if self._is_removed(key) else self._known.get(key)
            if take is not None and take.facts is not None and not self._is_closed:
                self._write(replace(take, facts=replace(take.facts, newer=newer)))

    def note_guard(self, document: Document, report: GuardReport) -> None:
        """Know what the guard did while a take was sampled."""
        self._guarded[document] = report

    @property
    def takes(self) -> list[RememberedTake]:
        """All takes that are kept, the newest first."""
        return sorted(self._known.values(), key=lambda take: -take.number)

    def note_cut(self, document: Document, characters: int) -> None:
        """Know after how many characters a take was stopped, with those that were taken back."""
        self._cut[document] = characters

    def earlier(self, key: str) -> RememberedTake | None:
        """Return a take of an earlier session, read alone; None where it is not kept.

        Raises:
            OSError: The history cannot be read.
        """
        return remembered_take(self._folder, key)

    def open(self, take: RememberedTake) -> Document:
        """Open a take of an earlier session; it keeps its place in the list.

        One that was saved is its file, if that is still there: no take is two texts.
        """
        of_take = (each for each in self._documents if each.provenance.history_key == take.key)
        if (shown := next(of_take, None)) is not None:
            return shown
        self._known[take.key] = take
        document = self._file_of(take)
        if document is None:
            document = document_of(take, self.name_of(take.number))
        else:
            take_up(document, take)
        if document not in self._documents:
            self._documents.add(document, make_current=False)
        if not document.is_take:
            self._takes.add(document, facts_of_earlier(take))
        return document

    def _file_of(self, take: RememberedTake) -> Document | None:
        """Return the text of the file that a take was saved to; None where there is none."""
        if not take.path:
            return None
        path = Path(take.path)
        for document in self._documents:
            if document.path is not None and same_file(document.path, path):
                return document
        try:
            return Document.read(path)
        except (OSError, ValueError):
            return None

    def toggle_kept(self, take: RememberedTake) -> None:
        """Mark a take that is not open as worth keeping, or no longer."""
        changed = replace(take, is_kept=not take.is_kept)
        self._takes.change_earlier(changed)
        self._write(changed)

    def forget(self, take: RememberedTake) -> None:
        """Take a take off the list and out of the history, until that is undone."""
        with self.together():
            self._takes.remove(take)
            self._write_change(take.key, None)
            self._removed.append(take)
            self._leaving.append(take)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Tell at the end, in one sentence, of all takes that go off the list meanwhile.

        One Undo brings them all back.
        """
        self._holders += 1
        try:
            yield
        finally:
            self._holders -= 1
            if not self._holders and self._leaving:
                gone, self._leaving = self._leaving, []
                self._tell_removed(gone)

    def _tell_removed(self, gone: Sequence[RememberedTake]) -> None:
        self.removals_changed.emit()
        if len(gone) == 1:
            words = self.name_of(gone[0].number)
            if gone[0].title:
                words = self.tr("{0}, {1}").format(words, gone[0].title)
            words = self.tr("{0} is off the list.").format(words)
        else:
            words = self.tr("%Ln takes are off the list.", "", len(gone))
        notice = self._studio.notify(
            words, "info", self.tr("Undo"), partial(self.bring_back, gone[-1])
        )
        self._notices |= {take.key: notice for take in gone}

    @property
    def last_removed(self) -> RememberedTake | None:
        """The take that went off the list last and has not come back."""
        return self._removed[-1] if self._removed else None

    def bring_back(self, take: RememberedTake) -> None:
        """Put a take back to its place in the list, and all that went off it together with it.

        Nothing is done where that has been done. One that was removed with an edit is opened
        with it.
        """
        if take not in self._removed:
            return
        notice = self._notices[take.key]
        self._studio.notice_withdrawn.emit(notice)
        for each in [one for one in self._removed if self._notices[one.key] is notice]:
            self._put_back(each)
        self.removals_changed.emit()

    def _put_back(self, take: RememberedTake) -> None:
        self._removed.remove(take)
        del self._notices[take.key]
        self._takes.add_earlier(take)
        self._write(take)
        if take.key in self._edited:
            document = self.open(take)
            document.recover(self._edited.pop(take.key))
            facts = facts_of(document.text())
            document.set_title(facts.title)
            self._takes.set_facts(document, facts)

    def close(self, unfinished: list[tuple[Document, TuneFacts]]) -> None:
        """Write all that is not written yet, takes that are still being composed included."""
        for document, facts in unfinished:
            if not document.provenance.history_key:
                self.remember(document, facts)
        self._keep_what_changed()
        self._is_closed = True
        self._finding.cancel()
        for job in self._writing:
            job.wait(JOB_WAIT_MS)
        self._writer.write(lambda _unwritten: None)

    def _read(self) -> None:
        if not self._is_closed:
            job = Job(plain_work(read_takes, self._folder))
            job.finished.connect(self._on_read)
            self._studio.start(job)

    def _on_read(self, read: TakesRead) -> None:
        if self._is_closed:
            return
        if read.damaged:
            self._studio.tell_damaged(*read.damaged)
        if read.history.damaged:
            self._tell_lost(read.history)
        open_ones = {each.provenance.history_key for each in self._documents if each.is_take}
        takes = read.history.takes
        listed = open_ones | set(self._known)
        earlier = [take for take in takes if take.key not in listed]
        for take in takes:
            if take.key in open_ones:
                self._takes.set_record(take)
        self._known |= {take.key: take for take in takes if take.key not in self._known}
        numbers = (take.number for take in takes if take.number < MAX_COUNTED)
        self._last = max(self._last, *numbers, 0)
        self._takes.set_earlier(earlier)
        self.earlier_read.emit()
        self._find_facts()

    def _find_facts(self) -> None:
        """Find out what is not known of takes, once all are written: they come first."""
        unknown = tuple(
            take
            for take in self._known.values()
            if take.facts is None and take.key not in self._looked_at
        )
        if unknown and not (self._writing or self._is_closed or self._finding.is_running):
            self._looked_at |= {take.key for take in unknown}
            self._finding.run(plain_work(find_facts, unknown), self._on_found)

    def _on_found(self, found: dict[str, RememberedTake]) -> None:
        for key, take in found.items():
            if not self._is_removed(key):
                known = replace(self._known[key], problems=take.problems, facts=take.facts)
                self._takes.change_earlier(known)
                self._write(known)
        self._find_facts()

    def _is_removed(self, key: str) -> bool:
        """Whether a take is off the list: what is found out about it now must not bring it back."""
        return any(take.key == key for take in self._removed)

    def _on_removed(self, document: Document) -> None:
        """Let a closed take leave the history; one that was saved is a file, and stays listed."""
        take = self._known.get(document.provenance.history_key)
        if take is None or self._is_closed:
            return
        take = self._as_it_is(take, document)
        if document.path is None:
            if document.is_modified:
                self._edited[take.key] = document.text()
            self.forget(take)
        else:
            self._takes.add_earlier(take)

    def _keep_what_changed(self) -> None:
        for document in self._documents:
            take = self._known.get(document.provenance.history_key)
            if take is not None and take != (now := self._as_it_is(take, document)):
                self._write(now)

    def _as_it_is(self, take: RememberedTake, document: Document) -> RememberedTake:
        """Return a take with the star, the file and, once that is saved, the words of its text."""
        take = replace(take, is_kept=document.is_kept)
        if document.path is None:
            return take
        take = replace(take, path=str(document.path))
        facts = self._takes.facts_of(document)
        return take if facts is None or document.is_modified else _with_facts(take, facts)

    def _write(self, take: RememberedTake) -> None:
        self._known[take.key] = take
        self._takes.set_record(take)
        self._write_change(take.key, take)

    def _write_change(self, key: str, take: RememberedTake | None) -> None:
        if self._writer.add(key, take) and not self._is_closed:
            job = Job(self._writer.write)
            self._writing.add(job)
            job.progressed.connect(self._on_unwritten)
            job.ended.connect(partial(self._on_written, job))
            self._studio.start(job)

    def _tell_lost(self, history: History) -> None:
        words = self.tr("Damaged entries in the history of takes: %Ln.", "", history.damaged)
        if history.kept is not None:
            kept = self.tr("They are left out, and kept as {0}; all other takes are here.")
            words = f"{words} {kept.format(history.kept.name)}"
        folder = QUrl.fromLocalFile(str(self._folder))
        self._studio.notify(
            words,
            "warning",
            self.tr("Show the folder"),
            partial(QDesktopServices.openUrl, folder),
            stays=True,
        )

    def _on_unwritten(self, unwritten: TakesUnwritten) -> None:
        for document in self._documents:
            if document.provenance.history_key in unwritten.keys:
                # Closing asks about it then.
                document.provenance.history_key = ""
        error = unwritten.error
        if not self._has_failed:
            self._has_failed = True
            sentence = self.tr("Takes cannot be saved for the next start: {0}")
            self._studio.notify(sentence.format(reason_words(error)), "warning")

    def _on_written(self, job: Job) -> None:
        self._writing.discard(job)
        self._find_facts()


def _with_facts(take: RememberedTake, facts: TuneFacts) -> RememberedTake:
    """Return a take with what the list says about its text."""
    return replace(
        take,
        title=facts.title,
        tune_key=facts.key,
        rhythm=facts.rhythm,
        measures=facts.measures,
        problems=-1 if facts.problems is None else facts.problems,
    )
