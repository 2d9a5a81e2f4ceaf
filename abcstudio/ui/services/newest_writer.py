"""A file of the program's own, written in the background whenever what belongs in it changes."""

import itertools
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from abcstudio.messages import reason, unwritable_id
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message
from abcstudio.workers.job import Job, saving_work

_Save = Callable[[], object]


class NewestWriter(QObject):
    """One writing at a time, each of what is there then; older never replaces newer."""

    def __init__(
        self,
        studio: Studio,
        path: Callable[[], Path],
        saving: Callable[[Path], _Save],
        parent: QObject,
    ) -> None:
        """Write nothing yet.

        Args:
            studio: Starts the work, and says where it fails.
            path: Returns where the file is.
            saving: Returns what writes, to a path, all that is there now.
            parent: Owns it.
        """
        super().__init__(parent)
        self._studio = studio
        self._path = path
        self._saving = saving
        self._is_writing = self._has_news = False
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._written = 0
        studio.closing.connect(self._finish)

    @property
    def is_busy(self) -> bool:
        """Whether something is being written, or waits for that."""
        return self._is_writing or self._has_news

    def write(self) -> None:
        """Write soon what is there now, in place of what still waits to be written."""
        self._has_news = True
        if not self._is_writing:
            self._begin()

    def _finish(self) -> None:
        """Write what waits for the end of another writing: nobody hears of that any more."""
        if self._has_news:
            try:
                self._newest()()
            except OSError as error:
                self._on_failed(error)

    def _begin(self) -> None:
        self._is_writing = True
        job = Job(saving_work(self._newest()))
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        self._studio.start(job)

    def _newest(self) -> _Save:
        self._has_news = False
        return partial(self._save, next(self._numbers), self._saving(self._path()))

    def _save(self, number: int, save: _Save) -> None:
        with self._lock:
            if number > self._written:
                self._written = number
                save()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            path = self._path()
            parameters = {"path": path, "reason": reason(error)}
            self._studio.notify(message(unwritable_id(path), parameters), "error")

    def _on_ended(self) -> None:
        self._is_writing = False
        if self._has_news:
            self._begin()
