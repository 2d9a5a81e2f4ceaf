"""Keeping unsaved text safe: a copy every second, offered again after an unexpected end."""

import json
import logging
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from abcstudio.files import read_text_file
from abcstudio.ui.document import Document
from abcstudio.ui.documents import Documents
from abcstudio.ui.editor_text import EditorText, with_odd_bytes
from abcstudio.ui.session_lock import SessionLock
from abcstudio.workers.autosave import TextCopy, Written, copy_texts, write_copies
from abcstudio.workers.job import Job

log = logging.getLogger(__name__)

# A key waits for the next copy and for its writing: together below two seconds.
INTERVAL_MS = 1000
_LONGEST_WRITING_MS = 1000
_SUFFIX = ".json"


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
    r"""Writes a copy of each unsaved document; a saved or closed one loses its copy.

    Args of the constructor:
        start: Starts a job; the copies are written in the background, so that typing never waits
            for the disk.

    Signals:
        failed: A copy cannot be written. Carries the `OSError`; sent once until one succeeds.
    """

    failed = Signal(object)

    def __init__(
        self,
        documents: Documents,
        folder: Path,
        parent: QObject | None = None,
        start: Callable[[Job], object] = Job.start,
    ) -> None:
        super().__init__(parent)
        self._documents = documents
        self._folder = folder
        self._start = start
        self._session = uuid.uuid4().hex[:12]
        self._revisions: dict[int, int] = {}
        self._job: Job | None = None
        self._under_way: set[int] = set()
        self._has_failed = self._is_closed = False
        self._lock = SessionLock(folder / f"{self._session}.lock")
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()
        documents.removed.connect(self._forget)
        documents.state_changed.connect(self._forget_saved)

    def write(self) -> None:
        """Copy now what changed since the last time."""
        self._wait_for_job()
        copies = self._due()
        if copies:
            self._note(write_copies(copies))

    def has_copy(self, document: Document) -> bool:
        """Return whether a document's text as it stands is safe."""
        return self._revisions.get(document.key) == document.text_document.revision()

    def lost_texts(self) -> tuple[LostText, ...]:
        """Return what sessions that no longer run left behind and no file holds, newest first."""
        if not self._folder.is_dir():
            return ()
        found = []
        for copy in self._left_behind():
            if copy.suffix != _SUFFIX:
                _remove(copy)  # Half written when the session ended.
                continue
            text = _read(copy)
            if text is None:
                continue
            if _is_in_its_file(text):
                _remove(copy)  # The session ended right after saving.
                continue
            found.append(text)
        return tuple(found)

    def _left_behind(self) -> list[Path]:
        """Return the files of sessions that no longer run, newest first; their locks go."""
        sessions: dict[str, list[Path]] = {}
        for path in self._folder.iterdir():
            session = path.name.lstrip(".").split("-")[0].split(".")[0]
            sessions.setdefault(session, []).append(path)
        left: list[Path] = []
        for session, paths in sessions.items():
            if session != self._session and not self._is_running(session):
                left += [path for path in paths if path.suffix in (_SUFFIX, ".tmp")]
        return sorted(left, key=_age, reverse=True)

    def close(self, *, keep_copies: bool) -> None:
        """Stop; the copies stay only when the session ends with text that nobody decided about."""
        self._timer.stop()
        if keep_copies:
            self.write()
        else:
            self._wait_for_job()
            self._revisions.clear()
            for copy in self._folder.glob(f"{self._session}-*{_SUFFIX}"):
                _remove(copy)
        self._is_closed = True
        with suppress(OSError):
            self._lock.release()

    def _on_timeout(self) -> None:
        """Copy in the background what changed; a disk that is still busy is not asked for more."""
        if self._job is not None:
            return
        copies = self._due()
        if copies:
            self._under_way = {copy.key for copy in copies}
            self._job = Job(partial(copy_texts, copies))
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
        """Return the copies that are wanted now; those that nobody needs any more go."""
        self._forget_saved()
        due = []
        for document in self._documents:
            revision = document.text_document.revision()
            if document.needs_saving and self._revisions.get(document.key) != revision:
                text = with_odd_bytes(document.text(), document.private_block)
                file = self._file_of(document.key)
                copy = TextCopy(document.key, revision, file, document.name, document.path, text)
                due.append(copy)
        return due if due and self._is_locked() else []

    def _note(self, written: Written) -> None:
        """Remember which copies there are; those of documents saved meanwhile go again."""
        if self._is_closed:
            return
        unsaved = {each.key for each in self._documents if each.needs_saving}
        for copy, error in written:
            if error is not None:
                self._tell(error)
            elif copy.key not in unsaved:
                _remove(copy.file)
            else:
                self._has_failed = False
                self._revisions[copy.key] = max(self._revisions.get(copy.key, 0), copy.revision)

    def _tell(self, error: OSError) -> None:
        log.warning("Unsaved text cannot be copied: %s", error)
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)

    def _forget_saved(self) -> None:
        for document in self._documents:
            if not document.needs_saving:
                self._forget(document)

    def _forget(self, document: Document) -> None:
        """Drop the copy of a document: what is saved must not be offered as lost."""
        key = document.key
        if key in self._under_way:
            self._wait_for_job()
            self._under_way.discard(key)
        elif key not in self._revisions:
            return
        self._revisions.pop(key, None)
        _remove(self._file_of(key))

    def _file_of(self, key: int) -> Path:
        return self._folder / f"{self._session}-{key}{_SUFFIX}"

    def _is_locked(self) -> bool:
        """Show other sessions that this one lives; the system frees the lock when it ends."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock.take()
        except OSError as error:
            self._tell(error)
            return False
        return True

    def _is_running(self, session: str) -> bool:
        path = self._folder / f"{session}.lock"
        if not path.exists():
            return False
        lock = SessionLock(path)
        try:
            if not lock.take():
                return True
            lock.release()
        except OSError as error:
            log.warning("The lock %s cannot be looked at: %s", path, error)
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


def _is_in_its_file(lost: LostText) -> bool:
    """Return whether the file that a text belongs to holds it already."""
    if lost.path is None:
        return False
    try:
        return EditorText.of(read_text_file(lost.path).text).shown == EditorText.of(lost.text).shown
    except OSError:
        return False


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
