"""The process that runs typed code, as it is inside: warmed, asked once, ended.

It reads lines of JSON from its standard input and answers with lines of JSON on what was its
standard output. What is printed below Python, and where a crash happened, goes to its error output.

    {"do": "warm", libraries}               ->  {"said": "warm"}
    {"do": "prepare", check, seed, ...}     ->  {"said": "prepared", expected} or {"said": "broken"}
    {"do": "train", answers, ...}           ->  {"said": "step", ...} ..., {"said": "trained"}
    {"do": "write", answers, ...}           ->  {"said": "text", text}
    {"do": "run", code, seconds, ...}       ->  {"said": "output", text} ..., {"said": "ended", ...}
"""

import faulthandler
import io
import json
import os
import signal
import sys
import threading
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import IO, Any

from typing_extensions import Buffer, override

from abcstudio.bounded_json import parse_json
from abcstudio.lessons.running.answer_run import facts_of, load_check
from abcstudio.lessons.running.barrier import Barrier
from abcstudio.lessons.running.failures import TooMuchOutputError, failure_of
from abcstudio.lessons.running.limits import (
    Limits,
    limit_memory,
    limit_this_process,
    most_seconds,
)
from abcstudio.lessons.running.names_kept import NamesKept
from abcstudio.lessons.running.own_training import train
from abcstudio.lessons.running.own_writing import write

_ERROR = 2


class _Channel:
    """The one way back to the parent."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def send(self, **data: object) -> None:
        """Send a line."""
        self._file.write(json.dumps(data).encode("ascii") + b"\n")
        self._file.flush()


class _Output(io.TextIOBase):
    """What typed code prints to: each piece is sent at once, up to a length."""

    def __init__(self, channel: _Channel, most: int) -> None:
        super().__init__()
        self._channel = channel
        self._left = most

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return "utf-8"

    @override
    def writable(self) -> bool:
        return True

    @override
    def write(self, text: str) -> int:
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if text and self._left > 0:
            self._channel.send(said="output", text=text[: self._left])
        self._left -= len(text)
        if self._left < 0:
            raise TooMuchOutputError
        return len(text)


class _NoInput(io.TextIOBase):
    """What typed code reads from: there is nobody to answer."""

    @override
    def readable(self) -> bool:
        return True

    @override
    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        raise EOFError("EOF when reading a line")

    @override
    def read(self, size: int | None = -1, /) -> str:
        raise EOFError("EOF when reading a line")


def serve() -> None:
    """Be this process: warm up, then do what the parent asks until it goes or the code has run."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests = os.fdopen(os.dup(0), "rb")
    channel = _Channel(os.fdopen(os.dup(1), "wb"))
    _close_standard_streams()
    check: ModuleType | None = None
    seed = 0
    for line in requests:
        request = parse_json(line)
        if request["do"] == "warm":
            _warm_up(request["libraries"])
            channel.send(said="warm")
        elif request["do"] == "prepare":
            seed = int(request["seed"])
            check = _prepare(channel, request, seed)
        elif request["do"] in ("train", "write"):
            requests.close()
            _work_with_answers(channel, request)
            return
        elif check is not None:
            requests.close()
            _run(channel, check, request, seed)
            return


def _close_standard_streams() -> None:
    """Lead what is read from nowhere, and what libraries print to where crashes are told."""
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    os.close(nowhere)
    os.dup2(_ERROR, 1)
    sys.stdin = _NoInput()


def _warm_up(libraries: list[str]) -> None:
    from importlib import import_module

    for name in libraries:
        with suppress(ImportError):  # Lessons without it work all the same.
            import_module(name)
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.set_num_threads(1)
        _guard_saving(torch)


def _guard_saving(torch: ModuleType) -> None:
    """Let `torch.save` ask as `open` does: its own writer opens files below Python."""
    original = torch.save

    def save(value: object, f: Any, *more: Any, **options: Any) -> None:
        if isinstance(f, str | os.PathLike):
            sys.audit("open", os.fspath(f), "wb", 0)
        original(value, f, *more, **options)

    torch.save = save  # type: ignore[attr-defined]


def _prepare(channel: _Channel, request: dict[str, Any], seed: int) -> ModuleType | None:
    """Load a check and say what it finds in answers whose worth is known."""
    sys.stdout = sys.stderr = _Nowhere()
    # A parent that loses its patience asks where the check is.
    faulthandler.enable(_ERROR, all_threads=False)
    _end_after(float(request["seconds"]))
    limit_memory(int(request["memory_bytes"]))
    try:
        check = load_check(Path(request["check"]))
        expected = [facts_of(check, code, seed) for code in request["codes"]]
    except BaseException as error:  # noqa: BLE001 - a teacher's file may hold anything.
        channel.send(said="broken", **failure_of(error))
        return None
    finally:
        faulthandler.cancel_dump_traceback_later()
    channel.send(said="prepared", expected=expected)
    return check


def _end_after(seconds: float) -> None:
    """End this process then, where a parent that has gone no longer does."""
    faulthandler.dump_traceback_later(seconds, exit=True, file=_ERROR)


class _Nowhere(io.TextIOBase):
    """Takes all and keeps nothing."""

    @override
    def write(self, text: str | Buffer) -> int:
        return len(str(text))


def _work_with_answers(channel: _Channel, request: dict[str, Any]) -> None:
    """Train a network with typed functions, or let it write, within limits of its own."""
    limits, folder = _limits_of(request), Path(request["folder"])
    barrier = Barrier(folder)
    sys.stdout = sys.stderr = _Output(channel, limits.output_characters)
    # With CUDA its libraries alone take more addresses than the code may.
    _warm_up(["torch"])
    limit_this_process(limits)
    faulthandler.enable(_ERROR, all_threads=False)
    _end_after(most_seconds(limits))
    with barrier.up():
        if request["do"] == "train":
            train(request, folder, channel.send)
        else:
            write(request, channel.send)
    os._exit(0)


def _limits_of(request: dict[str, Any]) -> Limits:
    names = {field.name for field in fields(Limits)}
    return Limits(**{name: value for name, value in request.items() if name in names})


def _run(channel: _Channel, check: ModuleType, request: dict[str, Any], seed: int) -> None:
    limits = _limits_of(request)
    barrier = Barrier(Path(request["folder"]))
    kept = NamesKept()
    threads = threading.active_count()
    sys.stdout = sys.stderr = _Output(channel, limits.output_characters)
    limit_this_process(limits)
    faulthandler.enable(_ERROR, all_threads=False)
    _end_after(most_seconds(limits))
    with barrier.up():
        outcome = facts_of(check, str(request["code"]), seed, with_picture=True)
    faulthandler.cancel_dump_traceback_later()
    found = {
        "refused": barrier.refused,
        "changed": kept.changed(),
        "threads": threading.active_count() - threads,
    }
    channel.send(said="ended", **outcome, **found)
    # Threads of the typed code may never end.
    os._exit(0)
