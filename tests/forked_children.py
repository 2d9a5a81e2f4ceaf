"""Processes for typed code that are forked from one which has loaded torch: that takes seconds.

They are the program's own in all else: each has its session, its pipes, its folder, its limits, and
ends as the program ends it. How the program starts one, `tests/unit/lessons/running` tries.
"""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any

import pytest

CAN_FORK = sys.platform == "linux"

_ROOT = Path(__file__).parents[1]
_STREAMS = 3
_MOST_BYTES = 1_000_000
_MOST_DESCRIPTORS = 1024


@contextmanager
def forked_children() -> Iterator[None]:
    """Fork the processes of typed code meanwhile, where the system can."""
    if not CAN_FORK:
        yield
        return
    parent = _Parent()
    words = SimpleNamespace(
        Popen=parent.start, PIPE=subprocess.PIPE, TimeoutExpired=subprocess.TimeoutExpired
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("abcstudio.lessons.running.process.subprocess", words)
        yield
    parent.end()


class _Parent:
    """The process that all are forked from; it is started for the first of them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line = socket.socket()

    def start(self, _: Sequence[str], *, cwd: Path, env: dict[str, str], **_others: Any) -> Any:
        """Start a process, as `subprocess.Popen` does with three pipes."""
        pipes = [os.pipe() for _ in range(_STREAMS)]
        (own_in, stdin), (stdout, own_out), (stderr, own_errors) = pipes
        given = [own_in, own_out, own_errors]
        pid = self.asked({"cwd": str(cwd), "env": env}, given)
        for each in given:
            os.close(each)
        streams = os.fdopen(stdin, "wb"), os.fdopen(stdout, "rb"), os.fdopen(stderr, "rb")
        return _Forked(self, pid, streams)

    def asked(self, request: dict[str, Any], descriptors: Sequence[int] = ()) -> Any:
        """Send it a request; return what it answers."""
        with self._lock:
            if self._process is None:
                self._begin(request["env"])
            socket.send_fds(self._line, [json.dumps(request).encode()], list(descriptors))
            return json.loads(self._line.recv(_MOST_BYTES))

    def end(self) -> None:
        """End it, where it was ever needed."""
        self._line.close()
        if self._process is not None:
            self._process.wait()

    def _begin(self, env: dict[str, str]) -> None:
        self._line.close()
        self._line, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with other:
            number = other.fileno()
            start = f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from {__name__} import serve"
            command = [sys.executable, "-P", "-c", f"{start}; serve({number})"]
            self._process = subprocess.Popen(command, pass_fds=[number], env=env, cwd=_ROOT)


class _Forked:
    """One of them, with what the program uses of `subprocess.Popen`."""

    def __init__(
        self, parent: _Parent, pid: int, streams: tuple[IO[bytes], IO[bytes], IO[bytes]]
    ) -> None:
        self._parent = parent
        self.pid = pid
        self.returncode: int | None = None
        self.stdin, self.stdout, self.stderr = streams

    def poll(self) -> int | None:
        """Return what it ended with, None where it has not."""
        if self.returncode is None:
            self.returncode = self._parent.asked({"pid": self.pid})
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end."""
        if self.returncode is None:
            # Nobody has waited for it, so its number is still its own.
            descriptor = os.pidfd_open(self.pid)
            has_ended, _, _ = select.select([descriptor], [], [], timeout)
            os.close(descriptor)
            if not has_ended:
                raise subprocess.TimeoutExpired("fork", timeout or 0.0)
        code = self.poll()
        assert code is not None
        return code

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has been waited for."""
        if self.poll() is None:
            os.kill(self.pid, number)


def serve(number: int) -> None:
    """Be the process that is forked: do what is asked until nobody asks any more."""
    import gc
    from importlib import import_module

    from abcstudio.lessons.running.one_run import LIBRARIES

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in (*LIBRARIES, "abcstudio.lessons.running.child"):
        import_module(name)
    gc.collect()
    gc.freeze()
    line = socket.socket(fileno=number)
    while True:
        said, descriptors, _, _ = socket.recv_fds(line, _MOST_BYTES, _STREAMS)
        if not said:
            return
        request = json.loads(said)
        if "pid" in request:
            ended, status = os.waitpid(request["pid"], os.WNOHANG)
            answer = os.waitstatus_to_exitcode(status) if ended else None
        else:
            answer = _fork(request, descriptors)
        line.send(json.dumps(answer).encode())


def _fork(request: dict[str, Any], descriptors: list[int]) -> int:
    """Return the number of a new process, once it has a session of its own."""
    ready, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.setsid()
            _be_child(request, descriptors)
        finally:
            os._exit(1)
    for each in (tell, *descriptors):
        os.close(each)
    with os.fdopen(ready, "rb") as told:
        told.read()
    return pid


def _be_child(request: dict[str, Any], descriptors: list[int]) -> None:
    from abcstudio.lessons.running import child

    for place, each in enumerate(descriptors):
        os.dup2(each, place)
    # The other end of `ready` among them.
    os.closerange(_STREAMS, _MOST_DESCRIPTORS)
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    tempfile.tempdir = None
    sys.dont_write_bytecode = True
    child.serve()
    os._exit(0)
