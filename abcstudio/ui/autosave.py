"""Keeping unsaved text safe: a copy every two seconds, offered again after an unexpected end."""

import json
import logging
import uuid
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from abcstudio.ui.document import Document
from abcstudio.ui.documents import Documents
from abcstudio.workers.copies import Copy, try_to_write, write_copies
from abcstudio.workers.job import Job

log = logging.getLogger(__name__)

INTERVAL_MS = 2000
_SUFFIX = ".json"
_PATIENCE_MS = 5000
_UNKNOWN_REVISION = -1


@dataclass(frozen=True, slots=True)
class LostText:
    """A text that an earlier session could not save.

    Attributes:
        path: The file it belongs to, None when it had none.
        copy: The file that holds it here.
    """

    name: str
    path: Path | None
    text: str
    copy: Path


class Autosave(QObject):
    """Writes a copy of each unsaved document; a saved or closed one loses its copy.

    While a person types it writes in the background: the window would wait for the disk.

    Signals:
        failed: A copy cannot be written. Carries the `OSError`; sent once until one succeeds.
    """

    failed = Signal(object)

    def __init__(self, documents: Documents, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents = documents
        self._folder = folder
        self._session = uuid.uuid4().hex[:12]
        self._revisions: dict[int, int] = {}
        self._has_failed = False
        self._lock: QLockFile | None = None
        self._writing: tuple[Job, tuple[Copy, ...]] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.write_soon)
        self._timer.start()
        documents.removed.connect(self._forget)

    def write(self) -> None:
        """Copy what changed since the last time, and drop the copies that nobody needs any more."""
        self._finish_writing()
        copies = self._new_copies()
        self._take_over(copies, try_to_write(copies))

    def write_soon(self) -> None:
        """Do the same in the background."""
        if self._writing is not None:
            return
        copies = self._new_copies()
        if copies:
            job = Job(partial(write_copies, copies))
            self._writing = job, copies
            job.finished.connect(lambda errors: self._on_written(job, errors))
            job.ended.connect(lambda: self._on_written(job, ()))
            job.start()

    @property
    def is_writing(self) -> bool:
        """Whether copies are being written in the background."""
        return self._writing is not None

    def has_copy(self, document: Document) -> bool:
        """Return whether a document's text as it stands is safe."""
        return self._revisions.get(document.key) == document.text_document.revision()

    def lost_texts(self) -> tuple[LostText, ...]:
        """Return what sessions that no longer run left behind, newest first."""
        if not self._folder.is_dir():
            return ()
        copies = sorted(self._folder.glob(f"*{_SUFFIX}"), key=_age, reverse=True)
        running: dict[str, bool] = {self._session: True}
        found = []
        for copy in copies:
            session = copy.name.split("-")[0]
            if session not in running:
                running[session] = self._is_running(session)
            text = None if running[session] else _read(copy)
            if text is not None:
                found.append(text)
        return tuple(found)

    def close(self, *, keep_copies: bool) -> None:
        """Stop; the copies stay only when the session ends with text that nobody decided about."""
        self._timer.stop()
        self._finish_writing()
        if keep_copies:
            self.write()
        else:
            for document in self._documents:
                self._forget(document)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _new_copies(self) -> tuple[Copy, ...]:
        """Return what must be written; what need not be any more goes."""
        copies = []
        for document in self._documents:
            revision = document.text_document.revision()
            if not document.needs_saving:
                self._forget(document)
            elif self._revisions.get(document.key) != revision:
                path = str(document.path) if document.path else None
                content = {"name": document.name, "path": path, "text": document.text()}
                file = self._file_of(document.key)
                copies.append(Copy(document.key, revision, content, file))
        return tuple(copies) if copies and self._is_locked() else ()

    def _on_written(self, job: Job, errors: tuple[OSError | None, ...]) -> None:
        """Hear a job's answer, and then its end: one that broke had no answer."""
        if self._writing is not None and self._writing[0] is job:
            copies = self._writing[1]
            self._writing = None
            self._take_over(copies, errors)

    def _finish_writing(self) -> None:
        """Wait for what is being written; its answer comes too late to be heard."""
        if self._writing is None:
            return
        job, copies = self._writing
        self._writing = None
        job.wait(_PATIENCE_MS)
        for copy in copies:
            self._note(copy, _UNKNOWN_REVISION)

    def _take_over(self, copies: tuple[Copy, ...], errors: tuple[OSError | None, ...]) -> None:
        for copy, error in zip(copies, errors, strict=False):
            if error is None:
                self._has_failed = False
                self._note(copy, copy.revision)
            else:
                self._tell(error)

    def _note(self, copy: Copy, revision: int) -> None:
        """Remember that a document has a copy; one that is gone by now needs none."""
        if any(document.key == copy.key for document in self._documents):
            self._revisions[copy.key] = revision
        else:
            _remove(copy.file)

    def _tell(self, error: OSError) -> None:
        log.warning("Unsaved text cannot be copied: %s", error)
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)

    def _forget(self, document: Document) -> None:
        if self._revisions.pop(document.key, None) is not None:
            _remove(self._file_of(document.key))

    def _file_of(self, key: int) -> Path:
        return self._folder / f"{self._session}-{key}{_SUFFIX}"

    def _is_locked(self) -> bool:
        """Show other sessions that this one lives; the system frees it when the process ends."""
        if self._lock is None:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                self._tell(error)
                return False
            self._lock = QLockFile(str(self._folder / f"{self._session}.lock"))
            self._lock.setStaleLockTime(0)
            self._lock.tryLock(0)
        return True

    def _is_running(self, session: str) -> bool:
        path = self._folder / f"{session}.lock"
        if not path.exists():
            return False
        lock = QLockFile(str(path))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            return True
        lock.unlock()
        return False


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _remove(copy: Path) -> None:
    try:
        copy.unlink(missing_ok=True)
    except OSError as error:
        log.warning("A copy of saved text cannot be removed: %s", error)


def _read(copy: Path) -> LostText | None:
    """Read a copy; a damaged one is left where it is and not offered."""
    try:
        data = json.loads(copy.read_text(encoding="ascii"))
        name, path, text = data["name"], data["path"], data["text"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.warning("The copy %s cannot be read: %s", copy, error)
        return None
    if not (isinstance(name, str) and isinstance(text, str) and isinstance(path, str | None)):
        return None
    return LostText(name, Path(path) if path else None, text, copy)
