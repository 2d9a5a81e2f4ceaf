"""Keeps the user's preferences on disk without the window waiting for the disk."""

import itertools
import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.own_files import SparedFileError
from abcstudio.settings import Settings, load_settings, save_settings
from abcstudio.workers.job import Job, saving_work

log = logging.getLogger(__name__)


class SettingsKeeper(QObject):
    """Writes the newest preferences in the background, one writing at a time.

    A writing is a dozen calls to the system. In the window's thread each of them would wait for the
    disk, and after it for other threads to let go of Python's lock: up to half a second together.

    Args of the constructor:
        path: The settings file.
        keeps_window: Whether the state of the window is this one's to keep; else that of the file
            stays, which another studio of this home writes.
        start: Starts a job and waits for it when the program ends.

    Signals:
        failed: Preferences could not be written. Carries the OSError.
    """

    failed = Signal(object)

    def __init__(
        self,
        path: Path,
        start: Callable[[Job], object],
        parent: QObject,
        *,
        keeps_window: bool = True,
    ) -> None:
        super().__init__(parent)
        self._file = _SettingsFile(path, keeps_window)
        self._start = start
        self._wanted: Settings | None = None
        self._is_writing = False

    def keep(self, settings: Settings) -> None:
        """Write these soon, in place of those that still wait to be written."""
        self._wanted = settings
        if not self._is_writing:
            self._write()

    def keep_at_once(self, settings: Settings) -> None:
        """Write these before this returns: for what must be known before something else begins."""
        self._wanted = None
        self._tell(self._file.saved(settings, self._file.next_number()))

    def finish(self) -> None:
        """Write what still waits, after all jobs have ended."""
        if self._wanted is not None:
            settings, self._wanted = self._wanted, None
            self._tell(self._file.saved(settings, self._file.next_number()))

    def _write(self) -> None:
        settings, self._wanted = self._wanted, None
        if settings is None:
            return
        self._is_writing = True
        job = Job(saving_work(self._file.saved, settings, self._file.next_number()))
        job.finished.connect(self._tell)
        job.ended.connect(self._on_ended)
        self._start(job)

    def _tell(self, error: OSError | None) -> None:
        # That the file is spared was said when it was not read.
        if error is not None and not isinstance(error, SparedFileError):
            log.warning("Settings cannot be saved: %s", error)
            self.failed.emit(error)

    def _on_ended(self) -> None:
        self._is_writing = False
        self._write()


class _SettingsFile:
    """The file, written by several threads: what was wanted later is never replaced by older."""

    def __init__(self, path: Path, keeps_window: bool) -> None:
        self._path = path
        self._keeps_window = keeps_window
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._written = 0

    def next_number(self) -> int:
        """Return the number of the next preferences that are wanted."""
        return next(self._numbers)

    def saved(self, settings: Settings, number: int) -> OSError | None:
        """Write preferences; return why they cannot be written, or None."""
        with self._lock:
            if number < self._written:
                return None
            self._written = number
            try:
                if not self._keeps_window:
                    settings = replace(settings, window=load_settings(self._path).window)
                save_settings(settings, self._path)
            except OSError as error:
                return error
            return None
