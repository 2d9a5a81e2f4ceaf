"""Paths that lead to no file with bytes, or to one that nobody can hold."""

import os
import socket
import struct
from collections.abc import Callable
from pathlib import Path


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(struct.pack("<Q", 2) + b"{}")
        file.truncate(2**42)


def _loop(path: Path) -> None:
    path.symlink_to(path.with_suffix(".other"))
    path.with_suffix(".other").symlink_to(path)


def _listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))


PLACES: dict[str, Callable[[Path], None]] = {
    "nothing there": lambda path: None,
    "a folder": lambda path: path.mkdir(),
    "a named pipe": lambda path: os.mkfifo(path),
    "a socket": _listening,
    "an endless device": _endless,
    "four terabytes without a byte on disk": _sparse,
    "a link that goes round": _loop,
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
}
"""Makers of what is no file with bytes (POSIX)."""

NO_PATHS = {
    "a path with a NUL": "a\0b.safetensors",
    "a path with half a character": "\ud800.safetensors",
    "a path that is too long": "x" * 5000,
    "an empty path": "",
}
"""Paths that name no file on any system."""
