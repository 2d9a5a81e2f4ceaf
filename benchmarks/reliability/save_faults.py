"""The system calls of a run's saves, each a place where something can go wrong.

`Calls` stands between the program and its system in a child process: every open, write, fsync,
rename and change of mode of a save is told to a listener, who may raise there or end the process.
"""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_system_open = io.open

HOOKED = ("open", "fsync", "chmod", "replace", "close")


@dataclass(frozen=True, slots=True)
class Point:
    """A moment of a save.

    Attributes:
        moment: "before" or "after" the call, or "half" way through a write.
        file: The name of the file to be, or "folder".
    """

    call: str
    moment: str
    file: str

    def __str__(self) -> str:
        return f"{self.moment} {self.call} of {self.file}"


class Calls:
    """Tells a listener of every point of every save.

    Attributes:
        names: What the open descriptors of saves are about.
    """

    def __init__(self, listener: Callable[[Point], None]) -> None:
        self.tell = listener
        self.names: dict[int, str] = {}

    def install(self) -> None:
        """Put itself between this process and its system for good."""
        for name in HOOKED:
            setattr(os, name, self._hooked(name, getattr(os, name)))
        os.fdopen = self._fdopen  # type: ignore[assignment]
        io.open = self._open  # type: ignore[assignment]

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Stand between this process and its system for the time of the block."""
        places = [(os, name) for name in (*HOOKED, "fdopen")] + [(io, "open")]
        real = [(place, name, getattr(place, name)) for place, name in places]
        self.install()
        try:
            yield
        finally:
            for place, name, function in real:
                setattr(place, name, function)

    def _hooked(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def hooked(target: Any, *arguments: Any, **options: Any) -> Any:
            file = self._file_of(target)
            if not file:
                return real(target, *arguments, **options)
            self.tell(Point(call, "before", file))
            result = real(target, *arguments, **options)
            if call == "open":
                self.names[result] = file
            elif call == "close":
                del self.names[target]
            self.tell(Point(call, "after", file))
            return result

        return hooked

    def _file_of(self, target: Any) -> str:
        """Return the file that a path or descriptor of a save is about; "" for any other."""
        if isinstance(target, int):
            return self.names.get(target, "")
        path = Path(os.fsdecode(target))
        if path.suffix == ".tmp":
            return path.name.lstrip(".").rsplit(".", 2)[0]
        return "folder" if path.is_dir() else ""

    def _fdopen(self, descriptor: int, mode: str) -> Any:
        file = _system_open(descriptor, mode)
        name = self.names.get(descriptor)
        return _File(file, name, self) if name else file

    def _open(self, path: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        is_metrics = "a" in mode and Path(path).name == "metrics.jsonl"
        if not is_metrics:
            return _system_open(path, mode, *arguments, **options)
        self.tell(Point("open", "before", "metrics.jsonl"))
        return _File(_system_open(path, mode, *arguments, **options), "metrics.jsonl", self)


class _File:
    """An open file whose writes are told of, too."""

    def __init__(self, file: Any, name: str, calls: Calls) -> None:
        self._file, self._name, self._calls = file, name, calls

    def __enter__(self) -> "_File":
        return self

    def __exit__(self, *_: object) -> None:
        self._calls.names.pop(self._file.fileno(), None)
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        """Write in two halves."""
        self._calls.tell(Point("write", "before", self._name))
        half = len(data) // 2
        self._file.write(data[:half])
        self._file.flush()
        self._calls.tell(Point("write", "half", self._name))
        self._file.write(data[half:])
        self._file.flush()
        self._calls.tell(Point("write", "after", self._name))
        return len(data)
