"""The process that runs typed code, as its parent sees it."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any

import abcstudio
from abcstudio.bounded_json import parse_json
from abcstudio.lessons.running.job_object import JobObject
from abcstudio.lessons.running.limits import Limits
from abcstudio.lessons.running.process_group import ProcessGroup

ARGUMENT = "--lesson"
"""What the program is called with to be this process."""

_CHILD = "abcstudio.lessons.running.child"
_OWN_FOLDERS = ("TORCHINDUCTOR_CACHE_DIR", "TRITON_CACHE_DIR")
_LONGEST_LINE = 8_000_000
# Of what libraries print below Python, and of where a crash was.
_KEPT_ERROR_BYTES = 64_000
_MOST_ERROR_BYTES = 4_000_000
_JOIN_SECONDS = 1.0
# On a busy machine it takes its time to write where it was; as a rule it ends at once.
_ABORT_SECONDS = 10.0

if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW
else:
    _FLAGS = 0

Message = dict[str, Any]


class LessonProcess:
    """A process that has been started; what it says is read by threads, so that none waits.

    Raises:
        OSError: It cannot be started.
    """

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._process = subprocess.Popen(
            _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd=folder, env=_environment(folder), start_new_session=True, creationflags=_FLAGS,
        )  # fmt: skip
        self._job = JobObject(self._process, limits)
        self.group = ProcessGroup(self._process)
        self._said: SimpleQueue[Message | None] = SimpleQueue()
        self._errors = bytearray()
        self._has_flooded = False
        self._has_ended = False
        self._readers = [self._reader(self._read_lines), self._reader(self._read_errors)]

    @property
    def pid(self) -> int:
        """Its number in the system."""
        return self._process.pid

    def is_alive(self) -> bool:
        """Return whether it has not ended."""
        return self._process.poll() is None

    @property
    def has_flooded(self) -> bool:
        """Whether it prints without end below Python."""
        return self._has_flooded

    def errors(self) -> str:
        """Return the beginning of what stands on its error output, after its end."""
        return bytes(self._errors).decode("utf-8", "replace")

    def ask(self, request: Mapping[str, object]) -> None:
        """Send it a request.

        Raises:
            OSError: It has ended.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(dict(request)).encode("ascii") + b"\n")
        self._process.stdin.flush()

    def message(self, seconds: float) -> Message:
        """Return what it says next.

        Raises:
            TimeoutError: It says nothing for so long.
            EOFError: It has said its last.
        """
        try:
            said = self._said.get(timeout=seconds)
        except Empty:
            raise TimeoutError from None
        if said is None:
            raise EOFError
        return said

    def exit_code(self) -> int | None:
        """Return what it ended with, of a signal its number below zero; None if it has not ended.

        It has said its last, so it is waited for as long as ending takes.
        """
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_JOIN_SECONDS)
        return self._process.returncode

    def abort(self) -> None:
        """End it; as far as signals can ask, it writes to its error output where its code was."""
        if sys.platform == "win32":
            return
        with suppress(OSError):
            # It is ended by what its own `faulthandler` answers with.
            self._process.send_signal(signal.SIGABRT)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_ABORT_SECONDS)

    def end(self) -> None:
        """End it with all that it has started, however busy; wait for that."""
        if self._has_ended:
            return
        self._has_ended = True
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()
        self.group.kill()
        self._job.close()
        for reader in self._readers:
            reader.join(_JOIN_SECONDS)

    def _reader(self, work: Any) -> threading.Thread:
        thread = threading.Thread(target=work, name="lesson-reader", daemon=True)
        thread.start()
        return thread

    def _read_lines(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream, suppress(OSError, ValueError):
            for line in _lines(stream):
                message = parse_json(line)
                if isinstance(message, dict) and isinstance(message.get("said"), str):
                    self._said.put(message)
        self._said.put(None)

    def _read_errors(self) -> None:
        assert self._process.stderr is not None
        count = 0
        with self._process.stderr as stream, suppress(OSError, ValueError):
            while piece := os.read(stream.fileno(), 65536):
                count += len(piece)
                # The end tells where a crash was, so the newest part is kept.
                self._errors += piece
                del self._errors[:-_KEPT_ERROR_BYTES]
                self._has_flooded = count > _MOST_ERROR_BYTES


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield whole lines; one that is too long ends it, as what is no JSON does later."""
    while line := stream.readline(_LONGEST_LINE):
        if not line.endswith(b"\n"):
            return
        yield line


def _command() -> Sequence[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    # Wherever it was found here: it need not be installed, nor be where the person works.
    place = str(Path(abcstudio.__file__).parent.parent)
    start = f"import sys; sys.path.insert(0, {place!r}); from {_CHILD} import serve; serve()"
    return [sys.executable, "-P", "-c", start]


def _environment(folder: Path) -> dict[str, str]:
    """Return the environment: temporary files go where all files of the code go.

    Once torch has made an optimizer, it names a folder of its own in the environment, where the
    code must not write: without that it takes one among the temporary files.
    """
    place = str(folder)
    inherited = {name: value for name, value in os.environ.items() if name not in _OWN_FOLDERS}
    own = {"TMPDIR": place, "TEMP": place, "TMP": place, "OMP_NUM_THREADS": "1"}
    fixed = {"OMP_WAIT_POLICY": "PASSIVE", "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    return {**inherited, **own, **fixed, "PYTHONDONTWRITEBYTECODE": "1"}
