"""What typed code may not do: write outside its folder, start programs, reach the network.

An audit hook of Python refuses it where it begins, with an error at the line that asked. It guards
against accidents: who wants to get around it can.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_PROGRAMS = {
    "os.fork", "os.forkpty", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
    "subprocess.Popen", "pty.spawn", "_winapi.CreateProcess",
}  # fmt: skip
_NETWORK = {"socket.connect", "socket.bind", "socket.sendto"}
_PROCESSES = {"os.kill", "os.killpg", "signal.pthread_kill"}
# Events whose first values name what is changed.
_CHANGES = {
    "os.mkdir": 1, "os.remove": 1, "os.rmdir": 1, "os.rename": 2, "os.link": 2, "os.symlink": 2,
    "os.truncate": 1, "os.chmod": 1, "os.chown": 1, "os.utime": 1, "sqlite3.connect": 1,
    "shutil.rmtree": 1, "tempfile.mkstemp": 1, "tempfile.mkdtemp": 1,
}  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NOWHERE = {"/dev/null", "/dev/tty", "nul"}


class RefusedActError(PermissionError):
    """Typed code wanted what lessons do not allow.

    Attributes:
        act: "write", "program", "network" or "process".
    """

    def __init__(self, act: str, words: str) -> None:
        super().__init__(words)
        self.act = act


class Barrier:
    """Refuses, while it is up, what typed code may not do; there is one in a process.

    Attributes:
        refused: What was refused first, "" for nothing: also where the code caught the error.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = os.path.realpath(folder)
        self._is_up = False
        self.refused = ""
        sys.addaudithook(self._look_at)

    @contextmanager
    def up(self) -> Iterator[None]:
        """Refuse for a while."""
        self._is_up = True
        before = sys.dont_write_bytecode
        # Python keeps what it compiles at a first import beside the source. Typed code that
        # imports has not asked for that.
        sys.dont_write_bytecode = True
        try:
            yield
        finally:
            sys.dont_write_bytecode = before
            self._is_up = False

    def _look_at(self, event: str, values: tuple[Any, ...]) -> None:
        if not self._is_up:
            return
        if event in _PROGRAMS:
            self._refuse("program", event)
        elif event in _NETWORK:
            self._refuse("network", event)
        elif event in _PROCESSES:
            self._refuse("process", event)
        elif event == "open":
            if _is_writing(values):
                self._check(values[0])
        elif event in _CHANGES:
            for value in values[: _CHANGES[event]]:
                self._check(value)

    def _check(self, name: object) -> None:
        if not isinstance(name, str | bytes | os.PathLike) or os.fspath(name) in _NOWHERE:
            return  # An open file, which was looked at when it was opened.
        path = os.path.realpath(os.fsdecode(name))
        if path != self._folder and not path.startswith(self._folder + os.sep):
            self._refuse("write", path)

    def _refuse(self, act: str, words: str) -> None:
        self.refused = self.refused or act
        raise RefusedActError(act, words)


def _is_writing(values: tuple[Any, ...]) -> bool:
    _, mode, flags = values
    if isinstance(mode, str):
        return bool(set(mode) & set("wax+"))
    return isinstance(flags, int) and bool(flags & _WRITING)
