"""A mark that a text is being opened again, found by the next start where that ended the program.

A text that makes the process itself crash would be opened again by every start, which would crash
in its turn.
"""

import logging
import uuid
from contextlib import suppress
from pathlib import Path

from abcstudio.bounded_json import json_bytes
from abcstudio.files import atomic_write
from abcstudio.own_files import read_own_file
from abcstudio.ui.documents.session_lock import SessionLock

log = logging.getLogger(__name__)

_SUFFIX, _LOCK = ".json", ".lock"
_MAX_BYTES = 100_000


class OpeningMark:
    """The mark of this window; those of other windows that run are locked by them.

    A text is named by its path, a take by its key in the history.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        name = uuid.uuid4().hex[:12]
        self._path = folder / f"{name}{_SUFFIX}"
        self._lock = SessionLock(folder / f"{name}{_LOCK}")
        self._is_set = False

    def set(self, text: str) -> None:
        """Say that a text is being opened; where that cannot be written, the text opens unguarded.

        It is not to outlast the machine: nothing waits for the disk.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._lock.take():
                atomic_write(self._path, json_bytes({"text": text}), outlasts_power=False)
                self._is_set = True
        except OSError as error:
            log.warning("That a text is being opened cannot be noted: %s", error)

    def clear(self) -> None:
        """Say that nothing is being opened any more."""
        if self._is_set:
            self._is_set = False
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        with suppress(OSError):
            self._lock.release()

    def left(self) -> frozenset[str]:
        """Return what was being opened when its program ended, and take those marks away."""
        try:
            names = {
                path.stem for path in self._folder.iterdir() if path.suffix in (_SUFFIX, _LOCK)
            }
        except OSError:
            return frozenset()
        return frozenset(filter(None, map(self._taken, names)))

    def _taken(self, name: str) -> str:
        """Return the text of another window's mark; "" where that window runs or left none."""
        path, lock = self._folder / f"{name}{_SUFFIX}", SessionLock(self._folder / f"{name}{_LOCK}")
        try:
            if not lock.take():
                return ""
            try:
                data = read_own_file(path, limit=_MAX_BYTES) or {}
                # One that stayed would keep the text closed at every start.
                path.unlink(missing_ok=True)
            finally:
                lock.release()
        except OSError as error:
            log.warning("The mark %s cannot be looked at: %s", path, error)
            return ""
        return str(data.get("text", ""))
