"""Keeping unsaved text safe: a copy every two seconds, offered again after an unexpected end."""

import json
import logging
import uuid
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from abcstudio.files import atomic_write
from abcstudio.ui.document import Document
from abcstudio.ui.documents import Documents

log = logging.getLogger(__name__)

INTERVAL_MS = 2000
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
    """Writes a copy of each unsaved document; a saved or closed one loses its copy.

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
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.write)
        self._timer.start()
        documents.removed.connect(self._forget)

    def write(self) -> None:
        """Copy what changed since the last time, and drop the copies that nobody needs any more."""
        for document in self._documents:
            revision = document.text_document.revision()
            if not document.needs_saving:
                self._forget(document)
            elif self._revisions.get(document.key) != revision and self._copy(document):
                self._revisions[document.key] = revision

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
        if keep_copies:
            self.write()
        else:
            for document in self._documents:
                self._forget(document)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _copy(self, document: Document) -> bool:
        path = str(document.path) if document.path else None
        content = {"name": document.name, "path": path, "text": document.text()}
        try:
            self._ensure_lock()
            data = json.dumps(content, ensure_ascii=True).encode()
            atomic_write(self._file_of(document.key), data)
        except OSError as error:
            log.warning("Unsaved text cannot be copied: %s", error)
            if not self._has_failed:
                self._has_failed = True
                self.failed.emit(error)
            return False
        self._has_failed = False
        return True

    def _forget(self, document: Document) -> None:
        if self._revisions.pop(document.key, None) is not None:
            try:
                self._file_of(document.key).unlink(missing_ok=True)
            except OSError as error:
                log.warning("A copy of saved text cannot be removed: %s", error)

    def _file_of(self, key: int) -> Path:
        return self._folder / f"{self._session}-{key}{_SUFFIX}"

    def _ensure_lock(self) -> None:
        """Show other sessions that this one lives; the system frees it when the process ends."""
        if self._lock is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = QLockFile(str(self._folder / f"{self._session}.lock"))
            self._lock.setStaleLockTime(0)
            self._lock.tryLock(0)

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
