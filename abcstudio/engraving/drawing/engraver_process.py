"""The engraving process as its parent sees it: begun without a word, spoken to, ended at once.

It is not one of `multiprocessing`, whose children print a traceback where their parent goes while
they begin, and bring a process more that watches over them.
"""

import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import abcstudio
from abcstudio.engraving.drawing.engraver_tasks import READY, Answer, Task

ARGUMENT = "--engraver"
"""What the program is called with to be this process; the handle of its pipe follows."""

_CLOSE_SECONDS = 1.0


class EngraverProcess:
    """A process that has been started, and the pipe to it.

    Raises:
        OSError: It cannot be started.
    """

    def __init__(self) -> None:
        self._pipe, theirs = Pipe()
        self._is_ready = False
        with theirs:
            try:
                self._process = _started(theirs)
            except BaseException:
                self._pipe.close()
                raise

    @property
    def pid(self) -> int:
        """Its number in the system."""
        return self._process.pid

    def is_alive(self) -> bool:
        """Return whether it has not ended."""
        return self._process.poll() is None

    def is_ready(self) -> bool:
        """Return whether it has begun and would answer soon."""
        if not self._is_ready and self._pipe.poll():
            self._is_ready = self._pipe.recv() == READY
        return self._is_ready

    def send(self, task: Task) -> None:
        """Give it something to draw."""
        self._pipe.send(task)

    def poll(self, seconds: float) -> bool:
        """Wait for an answer so long at most, and return whether there is one."""
        return self._pipe.poll(seconds) and (self._is_ready or not self.is_ready())

    def answer(self) -> Answer:
        """Return what it says."""
        answer: Answer = self._pipe.recv()
        return answer

    def end(self, *, at_once: bool = False) -> None:
        """Let it go when it has read the end of the pipe, or kill it.

        One that has not begun would first load all that it draws with: it is killed.
        """
        if not at_once:
            with suppress(EOFError, OSError):
                at_once = not self.is_ready()
        self._pipe.close()
        if not at_once:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_CLOSE_SECONDS)
        if self.is_alive():
            self._process.kill()
        self._process.wait()


def serve(arguments: Sequence[str]) -> None:
    """Be this process; the arguments are those behind `ARGUMENT`."""
    from abcstudio.engraving.drawing.engraver_child import serve_parent

    serve_parent(_connection(int(arguments[0])))


if sys.platform == "win32":
    import os
    from multiprocessing.connection import PipeConnection

    def _started(pipe: PipeConnection) -> subprocess.Popen[bytes]:
        handle = pipe.fileno()
        os.set_handle_inheritable(handle, True)
        startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
        nowhere = subprocess.DEVNULL
        return subprocess.Popen(
            _command(handle), stdin=nowhere, stdout=nowhere, stderr=nowhere, startupinfo=startup,
            creationflags=subprocess.CREATE_NO_WINDOW,
        )  # fmt: skip

    def _connection(handle: int) -> Any:
        return PipeConnection(handle)

else:

    def _started(pipe: Connection) -> subprocess.Popen[bytes]:
        handle = pipe.fileno()
        nowhere = subprocess.DEVNULL
        return subprocess.Popen(
            _command(handle), stdin=nowhere, stdout=nowhere, stderr=nowhere, pass_fds=(handle,)
        )

    def _connection(handle: int) -> Any:
        return Connection(handle)


def _command(handle: int) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT, str(handle)]
    # Wherever it was found here: it need not be installed, nor be where the person works.
    place = str(Path(abcstudio.__file__).parent.parent)
    start = f"import sys; sys.path.insert(0, {place!r}); from {__name__} import serve; "
    return [sys.executable, "-P", "-c", f"{start}serve(sys.argv[1:])", str(handle)]
