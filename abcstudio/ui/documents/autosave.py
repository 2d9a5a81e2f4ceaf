"""Keeping unsaved text safe: a copy every second, offered again after an unexpected end."""

import logging
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from abcstudio.composing.author_records import authors_data
from abcstudio.guarded_files import is_there
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.editor_text import with_odd_bytes
from abcstudio.ui.documents.lost_texts import COPY_SUFFIX, origin_data, remove_copy, written_at
from abcstudio.ui.documents.session_lock import SessionLock
from abcstudio.workers.autosave import TextCopy, Written, write_copies
from abcstudio.workers.job import Job, saving_work

log = logging.getLogger(__name__)

# A key waits for the next copy and for its writing: together below two seconds.
INTERVAL_MS = 1000
_LONGEST_WRITING_MS = 1000


class Autosave(QObject):
    r"""Writes a copy of each unsaved document; a saved or closed one loses its copy.

    Args of the constructor:
        start: Starts a job; the copies are written in the background, so that typing never waits
            for the disk.

    Signals:
        failed: A copy cannot be written. Carries the `OSError`; sent once until `succeeded`.
        succeeded: Every unsaved text has its copy again, or is saved.
    """

    failed = Signal(object)
    succeeded = Signal()

    def __init__(
        self,
        documents: Documents,
        folder: Path,
        parent: QObject | None = None,
        start: Callable[[Job], object] = Job.start,
    ) -> None:
        super().__init__(parent)
        self._documents = documents
        self.folder = folder
        self._start = start
        self._session = uuid.uuid4().hex[:12]
        self._copied: dict[int, tuple[int, bool]] = {}
        self._older: dict[int, Path] = {}
        self._job: Job | None = None
        self._under_way: set[int] = set()
        self._has_failed = self._is_closed = False
        self._claimed: dict[str, SessionLock] = {}
        self._lock = SessionLock(folder / f"{self._session}.lock")
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()
        documents.removed.connect(self._forget)
        documents.state_changed.connect(self._on_state_changed)

    def write(self) -> None:
        """Copy now what changed since the last time."""
        self._wait_for_job()
        copies = self._due()
        if copies:
            self._note(write_copies(copies))

    def has_copy(self, document: Document) -> bool:
        """Return whether a document's text as it stands is safe."""
        return self._copied.get(document.key) == _state(document)

    @property
    def copies(self) -> dict[int, Path]:
        """The copies there are, by the key of their document."""
        return {key: self._file_of(key) for key in self._copied}

    def take_over(self, document: Document, older: Path) -> None:
        """Remove the copy of an earlier session once the text that was in it has a new one."""
        self._remove_older(document.key)  # Of the same text: only equal ones come together.
        self._older[document.key] = older

    def left_behind(self, *, claim: bool = False) -> list[list[Path]]:
        """Return the files of sessions that no longer run, the oldest first; their locks go.

        Args:
            claim: Keep the locks for as long as this session runs, so that no other process
                offers or opens the same texts.
        """
        left = [
            sorted(copies, key=written_at)
            for session, copies in self._others().items()
            if not self._is_running(session, claim=claim and bool(copies)) and copies
        ]
        return sorted(left, key=lambda copies: written_at(copies[-1]))

    def has_neighbours(self) -> bool:
        """Return whether another process that runs has unsaved texts, its own or claimed ones."""
        return any(copies and self._is_running(name) for name, copies in self._others().items())

    def _others(self) -> dict[str, list[Path]]:
        """Return the copies of each other session; none for one of which there is only a lock."""
        sessions: dict[str, list[Path]] = {}
        for path in self._files():
            if path in self._older.values():
                continue
            copies = sessions.setdefault(path.name.lstrip(".").split("-")[0].split(".")[0], [])
            if path.suffix in (COPY_SUFFIX, ".tmp"):
                copies.append(path)
        sessions.pop(self._session, None)
        return sessions

    def _files(self) -> list[Path]:
        """Return what is in the folder; nothing where it may not be entered."""
        try:
            return list(self.folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            log.warning("The copies of unsaved text cannot be looked through: %s", error)
            return []

    def close(self, *, keep_copies: bool) -> None:
        """Stop; the copies stay only if text remains that was neither saved nor discarded."""
        self._timer.stop()
        if keep_copies:
            self.write()
        else:
            self._wait_for_job()
            self._copied.clear()
            for key in tuple(self._older):
                self._remove_older(key)
            for file in self._files():
                if file.name.startswith(f"{self._session}-") and file.suffix == COPY_SUFFIX:
                    remove_copy(file)
        self._is_closed = True
        for lock in (self._lock, *self._claimed.values()):
            with suppress(OSError):
                lock.release()

    def _on_state_changed(self) -> None:
        """Begin with the first key, which makes a text an unsaved one: the timer may be late.

        In a turn of its own, for the key is not yet drawn.
        """
        self._forget_saved()
        if any(each.needs_saving and each.key not in self._copied for each in self._documents):
            QTimer.singleShot(0, self, self._on_timeout)

    def _on_timeout(self) -> None:
        """Copy in the background what changed; a disk that is still busy is not asked for more."""
        if self._job is not None or any(each.large.is_busy for each in self._documents):
            return
        copies = self._due()
        if copies:
            self._under_way = {copy.key for copy in copies}
            self._job = Job(saving_work(write_copies, copies))
            self._job.finished.connect(self._note)
            self._job.ended.connect(self._on_job_ended)
            self._start(self._job)

    def _on_job_ended(self) -> None:
        self._job = None
        self._under_way = set()

    def _wait_for_job(self) -> None:
        """Let the background finish, so that no older copy comes after a newer one."""
        if self._job is not None:
            self._job.wait(_LONGEST_WRITING_MS)

    def _due(self) -> list[TextCopy]:
        """Return the copies that are needed now; delete the others."""
        self._forget_saved()
        due = []
        for place, document in enumerate(self._documents):
            if document.needs_saving and not self.has_copy(document):
                text = with_odd_bytes(document.text(), document.private_block)
                file, facts = self._file_of(document.key), _facts(document, place)
                name, path = document.name, document.path
                due.append(
                    TextCopy(
                        key=document.key,
                        state=_state(document),
                        file=file,
                        name=name,
                        path=path,
                        text=text,
                        source=document.provenance.made_from or document.file,
                        facts=facts,
                    )
                )
        if not due:
            self._tell_success()
        return due if due and self._is_locked() else []

    def _note(self, written: Written) -> None:
        """Remember which copies there are; those of documents saved meanwhile go again."""
        if self._is_closed:
            return
        unsaved = {each.key for each in self._documents if each.needs_saving}
        for copy, error in written:
            if error is not None:
                continue
            if copy.key in unsaved:
                self._copied[copy.key] = copy.state
                self._remove_older(copy.key)
            else:
                remove_copy(copy.file)
        errors = [error for _, error in written if error is not None]
        if errors:
            self._tell(errors[0])
        else:
            self._tell_success()

    def _tell(self, error: OSError) -> None:
        if not self._has_failed:
            self._has_failed = True
            log.warning("Unsaved text cannot be copied: %s", error)
            self.failed.emit(error)

    def _tell_success(self) -> None:
        if self._has_failed:
            self._has_failed = False
            log.info("Unsaved text can be copied again")
            self.succeeded.emit()

    def _forget_saved(self) -> None:
        for document in self._documents:
            if not document.needs_saving:
                self._forget(document)

    def _forget(self, document: Document) -> None:
        """Drop the copy of a document: what is saved must not be offered as lost."""
        key = document.key
        self._remove_older(key)
        if key in self._under_way:
            self._wait_for_job()
            self._under_way.discard(key)
        elif key not in self._copied:
            return
        self._copied.pop(key, None)
        remove_copy(self._file_of(key))

    def _remove_older(self, key: int) -> None:
        older = self._older.pop(key, None)
        if older is not None:
            remove_copy(older)

    def _file_of(self, key: int) -> Path:
        return self.folder / f"{self._session}-{key}{COPY_SUFFIX}"

    def _is_locked(self) -> bool:
        """Show other sessions that this one lives; the system frees the lock when it ends."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            # Another process that looks at it holds it for a moment; the next copy tries again.
            return self._lock.take()
        except OSError as error:
            self._tell(error)
            return False

    def _is_running(self, session: str, *, claim: bool = False) -> bool:
        """Return whether another process holds a session's lock; one that none holds goes."""
        path = self.folder / f"{session}.lock"
        if session in self._claimed or not (claim or is_there(path)):
            return False
        lock = SessionLock(path)
        try:
            if not lock.take():
                return True
            if claim:
                self._claimed[session] = lock
            else:
                lock.release()
        except OSError as error:
            log.warning("The lock %s cannot be looked at: %s", path, error)
        return False


def _state(document: Document) -> tuple[int, bool]:
    return document.text_document.revision(), document.is_kept


def _facts(document: Document, place: int) -> dict[str, object]:
    return {
        "place": place,
        "kept": document.is_kept,
        "modified": document.is_modified,
        "origin": origin_data(document.provenance.origin),
        "take_number": document.provenance.take_number,
        "take_key": document.provenance.history_key,
        "stands_apart": document.stands_apart,
        "authors": authors_data(document.authors.pieces()),
    }
