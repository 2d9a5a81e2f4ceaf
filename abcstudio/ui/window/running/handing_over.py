"""Handing the files of a second start to the studio that runs already."""

import os
import stat
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from abcstudio.own_files import read_own_file
from abcstudio.ui.window.running.named_paths import path_of
from abcstudio.ui.window.running.request import (
    ADDRESS_FILE,
    ANSWER_SECONDS,
    GREETING,
    MAX_ANSWER_BYTES,
    TAKEN,
    WindowRequest,
    this_screen,
    this_token,
)

_MAX_ADDRESS_BYTES = 10_000
_PIPES = "\\\\.\\pipe\\"


def handed_over(names: Sequence[str], folder: Path, patience: float = ANSWER_SECONDS) -> bool:
    """Return whether the running studio has taken files, or shows itself where none are named.

    A studio that is gone, hangs or runs on another screen takes nothing: this one starts then.

    Args:
        names: Paths or `file:` addresses.
        folder: Where the running studio says how it is reached.
        patience: How many seconds each of its answers is waited for.
    """
    address = address_in(folder)
    if not address:
        return False
    request = WindowRequest(
        paths=tuple(map(path_of, names)), screen=this_screen(), token=this_token()
    )
    call = _Call(address, request, patience)
    # In a thread: each step of it could wait for ever.
    thread = threading.Thread(target=call.make, name="hand over", daemon=True)
    thread.start()
    thread.join(2 * patience)
    return call.end()


def address_in(folder: Path) -> str:
    """Return where a running studio of this user can be reached, "" for nowhere."""
    data = read_own_file(folder / ADDRESS_FILE, limit=_MAX_ADDRESS_BYTES) or {}
    address = data.get("address")
    if not isinstance(address, str) or "\0" in address:
        return ""
    if sys.platform == "win32":
        return address if address.startswith(_PIPES) else ""
    try:
        found = os.lstat(address)
    except OSError:
        return ""
    return address if stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid() else ""


class _Call:
    """One call, which says nothing more once it is ended."""

    def __init__(self, address: str, request: WindowRequest, patience: float) -> None:
        self._address = address
        self._patience = patience
        self._request = request
        self._turn = threading.Lock()
        self._is_ended = self._is_taken = False

    def make(self) -> None:
        """Wait until the window answers, and tell it the files."""
        from multiprocessing.connection import Client

        with suppress(OSError, EOFError), Client(self._address) as connection:
            if not self._says(connection, GREETING):
                return
            with self._turn:
                if self._is_ended:
                    return
                _let_come_to_front()
                connection.send_bytes(self._request.to_bytes())
            self._is_taken = self._says(connection, TAKEN)

    def end(self) -> bool:
        """Return whether the files were taken, for good."""
        # While it is being sent, what is sent may be waited for.
        if self._turn.acquire(timeout=self._patience):
            self._is_ended = True
            self._turn.release()
        return self._is_taken

    def _says(self, connection: Any, words: bytes) -> bool:
        if not connection.poll(self._patience):
            return False
        answer: bytes = connection.recv_bytes(MAX_ANSWER_BYTES)
        return answer == words


def _let_come_to_front() -> None:
    """Let the running studio take the focus, which Windows grants only by the one that has it."""
    if sys.platform == "win32":
        import ctypes

        any_process = 0xFFFFFFFF
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
