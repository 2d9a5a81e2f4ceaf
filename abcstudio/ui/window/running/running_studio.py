"""The running studio, which takes what later starts of the same home hand over."""

import logging
import shutil
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import Client, Listener
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from abcstudio.bounded_json import json_bytes
from abcstudio.files import atomic_write
from abcstudio.temporary_files import make_temporary_folder, sweep_temporary_folders
from abcstudio.ui.documents.session_lock import SessionLock
from abcstudio.ui.window.running.request import (
    ADDRESS_FILE,
    ANSWER_SECONDS,
    GREETING,
    LOCK_FILE,
    MAX_REQUEST_BYTES,
    TAKEN,
    WindowRequest,
    read_request,
    this_screen,
)

log = logging.getLogger(__name__)

_WAITING_STARTS = 16
_LOOK_SECONDS = 0.1
_PREFIX = "abcstudio-running-"


class RunningStudio(QObject):
    """Listens in a thread; what is asked is answered by the thread of the window.

    So a studio that hangs takes nothing: the start that asked it opens a window of its own.

    Attributes:
        is_first: Whether this is the only studio of its home: the texts that were open last are
            its own. One whose folder cannot be written counts as first and takes nothing.

    Signals:
        requested: A later start hands over. Carries its `WindowRequest`.
    """

    requested = Signal(object)
    _called = Signal(object)
    _handed = Signal(object, object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = SessionLock(folder / LOCK_FILE)
        self._address = ""
        self._thread: threading.Thread | None = None
        self._is_closed = threading.Event()
        self._called.connect(self._on_called)
        self._handed.connect(self._on_handed)
        self.is_first = True
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.is_first = self._lock.take()
            if self.is_first:
                self._listen()
        except OSError as error:
            log.warning("Later starts cannot hand their files over: %s", error)

    def close(self) -> None:
        """Take nothing more; the next start is the first one again."""
        if self._is_closed.is_set():
            return
        self._is_closed.set()
        if self._thread is not None:
            with suppress(OSError, EOFError):  # The thread waits for a call: this is the last.
                Client(self._address).close()
            self._thread.join(ANSWER_SECONDS)
            self._remove()
        with suppress(OSError):
            self._lock.release()

    def _listen(self) -> None:
        listener = Listener(_new_address(), backlog=_WAITING_STARTS)
        self._address = str(listener.address)
        named = json_bytes({"address": self._address})
        atomic_write(self._folder / ADDRESS_FILE, named, outlasts_power=False)
        self._thread = threading.Thread(
            target=self._serve, args=(listener,), name="running studio", daemon=True
        )
        self._thread.start()

    def _serve(self, listener: Listener) -> None:
        """Take one call after the other until the studio ends."""
        with listener:
            while not self._is_closed.is_set():
                try:
                    with listener.accept() as connection:
                        self._answer(connection)
                except (OSError, EOFError) as error:
                    log.info("A later start has broken off: %s", error)
                    self._is_closed.wait(_LOOK_SECONDS)

    def _answer(self, connection: Any) -> None:
        answers, has_taken = threading.Event(), threading.Event()
        self._called.emit(answers)
        if not self._comes(answers):
            return
        connection.send_bytes(GREETING)
        if not connection.poll(ANSWER_SECONDS):
            return
        request = read_request(connection.recv_bytes(MAX_REQUEST_BYTES))
        if request is None or request.screen != this_screen():
            log.info("What a later start asks for is refused")
            return
        self._handed.emit(request, has_taken)
        if self._comes(has_taken):
            connection.send_bytes(TAKEN)

    def _remove(self) -> None:
        """Remove what leads here."""
        with suppress(OSError):
            (self._folder / ADDRESS_FILE).unlink(missing_ok=True)
        if sys.platform != "win32":
            shutil.rmtree(Path(self._address).parent, ignore_errors=True)

    def _comes(self, answer: threading.Event) -> bool:
        """Wait for the thread of the window, unless the studio ends."""
        looks = round(ANSWER_SECONDS / _LOOK_SECONDS)
        while looks and not answer.wait(_LOOK_SECONDS) and not self._is_closed.is_set():
            looks -= 1
        return answer.is_set()

    def _on_called(self, answers: threading.Event) -> None:
        if not self._is_closed.is_set():
            answers.set()

    def _on_handed(self, request: WindowRequest, has_taken: threading.Event) -> None:
        if self._is_closed.is_set():
            return
        log.info("A later start hands over %d files", len(request.paths))
        has_taken.set()
        self.requested.emit(request)


def _new_address() -> str | None:
    """Return where to listen: a socket in a folder of this user's alone, or a pipe of Windows."""
    if sys.platform == "win32":
        return None
    sweep_temporary_folders(_PREFIX)
    return str(make_temporary_folder(_PREFIX) / "studio")
